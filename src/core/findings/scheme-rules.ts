import type { Sentence } from './sentence.ts'

/** What can be wrong with the names, values, tables and rules of a scheme whose form is right. */
export const RULE_SENTENCES = {
  'scheme-name-twice': {
    severity: 'error',
    exit: 3,
    en: [
      '{name} already has a meaning, given on line {first}; a name may mean one thing only.',
      'Give one of the two another name.',
    ],
    zh: ['{name} 在第 {first} 行已有含义；一个名称只能有一个含义。', '请为其中之一另取名称。'],
  },
  'scheme-name-reserved': {
    severity: 'error',
    exit: 3,
    en: [
      '{name} means something already in every formula and cannot name anything else.',
      'Choose another name.',
    ],
    zh: ['{name} 在公式中已有固定含义，不能另作名称。', '请另取名称。'],
  },
  'scheme-id-twice': {
    severity: 'error',
    exit: 3,
    en: ['The id {id} stands twice; the first is on line {first}.', 'Give each its own id.'],
    zh: ['编号 {id} 出现两次；第一次在第 {first} 行。', '请使每个编号唯一。'],
  },
  'scheme-days-backwards': {
    severity: 'error',
    exit: 3,
    en: ['The scheme ends on {to}, before it begins on {from}.', 'Correct one of the two days.'],
    zh: ['方案的结束日 {to} 早于开始日 {from}。', '请更正其中一个日期。'],
  },
  'assessment-range': {
    severity: 'error',
    exit: 3,
    en: [
      'The range of this assessment goes from {from} to {to}; its upper end must be higher.',
      'Correct from or to.',
    ],
    zh: ['该评分项的范围为 {from} 至 {to}；上限必须高于下限。', '请更正 from 或 to。'],
  },
  'types-mixed': {
    severity: 'error',
    exit: 3,
    en: [
      '"{found}" is {type}, but line {first} gives {other} for the same name.',
      'Give every entry of one name the same kind of value.',
    ],
    zh: ['“{found}”是{type}，而第 {first} 行同一名称的值是{other}。', '同一名称的各条目应为同一类型的值。'],
  },
  'value-key-unknown': {
    severity: 'error',
    exit: 3,
    en: ['{key} is none of the values that {by} can have: {wanted}.', 'Write {meant}.'],
    zh: ['{key} 不是 {by} 的可取值：{wanted、}。', '请写 {meant、}。'],
  },
  'value-key-absent': {
    severity: 'warning',
    exit: 3,
    en: [
      '{name} says nothing for {keys}, which {by} can be; it will be an error for each person who needs it.',
      'Add an entry for it, if such a person can need the value.',
    ],
    zh: [
      '{name} 没有给出 {keys、} 的取值，而 {by} 可能如此；需要该参数的人员届时会报错。',
      '若有人员会用到，请补充该项。',
    ],
  },
  'measure-take': {
    severity: 'error',
    exit: 3,
    en: ['{take} cannot be taken of the table {of}; of it can be taken: {wanted}.', 'Correct take or of.'],
    zh: ['表 {of} 不能用 {take} 计算；可用的算法为：{wanted、}。', '请更正 take 或 of。'],
  },
  'measure-column': {
    severity: 'error',
    exit: 3,
    en: [
      'The table {of} has no column {column} to choose or weigh rows by; it has: {wanted}.',
      'Write {meant}.',
    ],
    zh: ['表 {of} 没有可用于筛选或加权的列 {column}；可用的列为：{wanted、}。', '请写 {meant、}。'],
  },
  'measure-weight-idle': {
    severity: 'warning',
    exit: 3,
    en: [
      'A weight is given for {found}, but where leaves {found} out of this measure.',
      'List {found} under where too, or take the weight out.',
    ],
    zh: ['为 {found} 设了权重，但 where 未将其计入该度量。', '请在 where 中也列出 {found}，或删除该权重。'],
  },
  'measure-setting-absent': {
    severity: 'error',
    exit: 3,
    en: ['{take} needs the key {setting}.', 'Add {setting}: to this measure.'],
    zh: ['{take} 需要键 {setting}。', '请为该度量补充 {setting}:。'],
  },
  'measure-setting-idle': {
    severity: 'error',
    exit: 3,
    en: ['The key {setting} says nothing to {take}.', 'Take {setting} out, or correct take.'],
    zh: ['键 {setting} 对 {take} 没有意义。', '请删除 {setting}，或更正 take。'],
  },
  'measure-day': {
    severity: 'error',
    exit: 3,
    en: [
      '"{found}" is no day of a month; wanted whole numbers from 1 to 31, or last for the month\'s last day.',
      'Write it as in: on: [10, 20, last].',
    ],
    zh: [
      '“{found}”不是月内的日期；应为 1 至 31 的整数，或 last（月末）。',
      '请写成 on: [10, 20, last] 这样的形式。',
    ],
  },
  'measure-table': {
    severity: 'error',
    exit: 3,
    en: [
      '{found} is no tier table of kind whole that gives numbers; there are: {wanted}.',
      'Write {meant}, or give the scheme such a table.',
    ],
    zh: [
      '{found} 不是给出数值的 whole 类分档表；可用的为：{wanted、}。',
      '请写 {meant、}，或在方案中给出这样的表。',
    ],
  },
  'measure-amount': {
    severity: 'error',
    exit: 3,
    en: [
      'No amount is chosen by these bounds, or one end is bounded twice: {found}.',
      'Give from or above, to or below, or one of each with amounts in between.',
    ],
    zh: [
      '以下金额界限没有选出任何金额，或同一端给了两次界限：{found}。',
      '请给出 from 或 above、to 或 below，或两端各一且中间有金额。',
    ],
  },
  'indicator-column': {
    severity: 'error',
    exit: 3,
    en: [
      '{id} is already a column of ranking.csv and cannot be the id of an indicator.',
      'Choose another id.',
    ],
    zh: ['{id} 已是 ranking.csv 的列名，不能作为考核指标的编号。', '请另取编号。'],
  },
  'indicator-sum': {
    severity: 'error',
    exit: 3,
    en: [
      'The indicators are worth {sum} points together, but {declared} are declared.',
      'Correct the indicators or of.',
    ],
    zh: ['各指标分值合计为 {sum} 分，但声明为 {declared} 分。', '请更正各指标的分值或 of。'],
  },
  'figure-ring': {
    severity: 'error',
    exit: 3,
    en: [
      'These figures need each other in a ring: {ring}.',
      'Break the ring; a figure of an earlier period is read with previous(…) or latest(…).',
    ],
    zh: ['以下指标互相依赖成环：{ring}。', '请打破循环；读取以前期间的值用 previous(…) 或 latest(…)。'],
  },
  'figure-type-needed': {
    severity: 'error',
    exit: 3,
    en: [
      'What kind of value {name} has cannot be told: its formula reads earlier values of itself: {ring}.',
      'Add type: number (or text, yesno, day) to {name}.',
    ],
    zh: [
      '无法判断 {name} 的类型：其公式读取自身以前的值：{ring}。',
      '请为 {name} 补充 type: number（或 text、yesno、day）。',
    ],
  },
  'round-not-number': {
    severity: 'error',
    exit: 3,
    en: ['{name} is {type} and cannot be rounded.', 'Take round out.'],
    zh: ['{name} 是{type}，不能舍入。', '请删除 round。'],
  },
  'entry-grade': {
    severity: 'error',
    exit: 3,
    en: [
      'The outcome {outcome} leads to the grade {found}; an appointment wants one of these grades, a rejection none: {grades}.',
      'Correct the grade of the outcome.',
    ],
    zh: [
      '结论 {outcome} 对应的职级为 {found}；聘任应为以下职级之一，不予聘任则不填：{grades}。',
      '请更正该结论的职级。',
    ],
  },
  'one-of-not-text': {
    severity: 'error',
    exit: 3,
    en: [
      '{name} lists its texts with one_of, but its type says that it is {type}.',
      'Take type or one_of out.',
    ],
    zh: ['{name} 用 one_of 列出文字，但 type 说明它是{type}。', '请删除 type 或 one_of。'],
  },
  'round-missing': {
    severity: 'error',
    exit: 3,
    en: [
      'mode says how to round, but no round says to what.',
      'Add round: with the step, such as 0.01, or take mode out.',
    ],
    zh: ['mode 说明了舍入方式，但没有 round 说明舍入单位。', '请补充 round:（例如 0.01），或删除 mode。'],
  },
  'round-money': {
    severity: 'error',
    exit: 3,
    en: [
      'Money is paid in whole fen; {found} is not a multiple of 0.01.',
      'Round to 0.01 or a multiple of it.',
    ],
    zh: ['金额以分为最小单位；{found} 不是 0.01 的倍数。', '请舍入到 0.01 或其倍数。'],
  },
  'case-last': {
    severity: 'error',
    exit: 3,
    en: [
      'The last of the cases has a condition, so some people might fit none.',
      'Add a last case without when, for all who are left.',
    ],
    zh: [
      '最后一种情形带有条件，可能有人不符合任何情形。',
      '请在最后补充一个不带 when 的情形，适用于其余人员。',
    ],
  },
  'case-unreachable': {
    severity: 'error',
    exit: 3,
    en: [
      'The case on line {first} has no condition, so this one after it can never hold.',
      'Give the earlier case a when, or move it to the end.',
    ],
    zh: [
      '第 {first} 行的情形没有条件，因此其后的该情形永远不会适用。',
      '请为前一情形补充 when，或将其移到最后。',
    ],
  },
  'grades-missing': {
    severity: 'error',
    exit: 3,
    en: [
      '{found} leads to another grade, but the scheme lists no grades.',
      'Add grades:, lowest first, or another outcome.',
    ],
    zh: ['{found} 要变更职级，但方案没有列出职级。', '请补充 grades:（由低到高），或改用其他结论。'],
  },
  'recommendation-alone': {
    severity: 'error',
    exit: 3,
    en: [
      'Recommendations are made of those who are appraised, but the scheme has no appraisal.',
      'Add appraisal:.',
    ],
    zh: ['续聘建议针对被考核人员，但方案没有考核部分。', '请补充 appraisal:。'],
  },
  'move-target': {
    severity: 'error',
    exit: 3,
    en: [
      'The outcome {found} leads to no other grade, so to: means nothing here.',
      'Take to out, or correct then.',
    ],
    zh: ['结论 {found} 不变更职级，此处的 to: 没有意义。', '请删除 to，或更正 then。'],
  },
  'rank-key': {
    severity: 'error',
    exit: 3,
    en: [
      '"{found}" does not say what to rank by; wanted a measure or numeric figure{likeliest}, then asc or desc.',
      'Write it as in: total desc.',
    ],
    zh: [
      '“{found}”没有说明按什么排名；应为度量或数值指标的名称{likeliest}加 asc 或 desc。',
      '请写成 total desc 这样的形式。',
    ],
  },
} as const satisfies Record<string, Sentence>
