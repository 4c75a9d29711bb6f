import type { Sentence } from './sentence.ts'

/** What can be wrong with a value of one person in a run. */
export const PERSON_SENTENCES = {
  'target-missing': {
    severity: 'error',
    exit: 1,
    en: [
      '{person} has no target {target} for {period}, which {figure} needs.',
      'Add a row to targets for the manager, the grade, the branch or all.',
    ],
    zh: [
      '{person} 在 {period} 没有 {figure} 所需的目标 {target}。',
      '请在 targets 中为该客户经理、职级、支行或全体补充一行。',
    ],
  },
  'assessment-missing': {
    severity: 'error',
    exit: 1,
    en: [
      '{person} has no assessment of {item} for {period}, which {figure} needs.',
      'Add the score to assessments, or put the person into set_aside with an approval.',
    ],
    zh: [
      '{person} 在 {period} 没有 {figure} 所需的评分 {item}。',
      '请在 assessments 中补充评分，或经批准列入 set_aside。',
    ],
  },
  'column-absent': {
    severity: 'error',
    exit: 1,
    en: [
      'The column {column} of {person} in {table} is empty, and {figure} needs it.',
      'Fill the cell in, or let the formula say `otherwise`.',
    ],
    zh: [
      '{table} 中 {person} 的列 {column} 为空，而 {figure} 需要它。',
      '请补填该单元格，或在公式中用 otherwise 说明。',
    ],
  },
  'not-confirmed': {
    severity: 'error',
    exit: 1,
    en: [
      'Nobody decided yet on the proposal of {period} for {person}, and {figure} needs the {column} of it.',
      'Add the row to confirmations, or let the formula say `otherwise`.',
    ],
    zh: [
      '{period} 对 {person} 的建议尚无决定，而 {figure} 需要其中的 {column}。',
      '请在 confirmations 中补充该行，或在公式中用 otherwise 说明。',
    ],
  },
  'check-failed': {
    severity: 'error',
    exit: 1,
    en: [
      'The rule of control {check} does not hold for {person}: {says}{clause} Found: {data}; wanted: that it holds.',
      'Correct what leads to these values, or the rule.',
    ],
    zh: [
      '{person} 不符合控制规则 {check}：{says}{clause}现值：{data}；应当符合。',
      '请更正导致这些值的数据，或更正规则。',
    ],
  },
  'check-warned': {
    severity: 'warning',
    exit: 1,
    en: [
      'The rule of control {check} does not hold for {person}: {says}{clause} Found: {data}; wanted: that it holds.',
      'Look into it; the run goes on.',
    ],
    zh: ['{person} 不符合控制规则 {check}：{says}{clause}现值：{data}；应当符合。', '请核查；本次运行继续。'],
  },
  'earlier-absent': {
    severity: 'error',
    exit: 1,
    en: [
      '{person} has no {name} of an earlier period ({asked}), which {figure} needs.',
      'Add it to history, run the earlier period into the same book, or let the formula say `otherwise`.',
    ],
    zh: [
      '{person} 没有较早期间（{asked}）的 {name}，而 {figure} 需要它。',
      '请在 history 中补充，或先在同一账簿中运行较早期间，或在公式中用 otherwise 说明。',
    ],
  },
  'periods-none': {
    severity: 'error',
    exit: 1,
    en: [
      '{figure} needs the mean of {name} over periods in none of which it concerns {person}.',
      'Limit the figure with `for`, or let the formula say `otherwise`.',
    ],
    zh: [
      '{figure} 需要 {name} 的各期平均数，而各期均与 {person} 无关。',
      '请用 for 限定该项，或在公式中用 otherwise 说明。',
    ],
  },
  'not-concerned': {
    severity: 'error',
    exit: 1,
    en: [
      '{figure} needs {name}, which does not concern {person}.',
      'Limit the figure with `for`, or use `otherwise`.',
    ],
    zh: ['{figure} 需要与 {person} 无关的 {name}。', '请用 for 限定该项，或用 otherwise 说明。'],
  },
  'no-neighbour-grade': {
    severity: 'error',
    exit: 1,
    en: [
      '{figure} leads {person} from the grade {grade} to one that does not exist.',
      'Let the rule hold only where there is such a grade, or name one with `to`.',
    ],
    zh: [
      '{figure} 使 {person} 从职级 {grade} 转到不存在的职级。',
      '请让该规则仅在存在该职级时成立，或用 to 指明职级。',
    ],
  },
  'grade-step': {
    severity: 'error',
    exit: 1,
    en: [
      'The rule {rule} would {outcome} {person} from the grade {grade} to {found}, which is the wrong way.',
      'Let `to` of the rule name a higher grade for a promotion and a lower one for a demotion.',
    ],
    zh: [
      '规则 {rule} 的结果为 {outcome}，却会使 {person} 由职级 {grade} 转到 {found}，方向不符。',
      '晋级规则的 to 应为更高职级，降级规则的 to 应为更低职级。',
    ],
  },
  'value-not-yet': {
    severity: 'error',
    exit: 1,
    en: [
      '{figure} of {person} needs the value {name} on {day}, but the scheme has it only from {since}.',
      'Add an earlier date to the value, or run the scheme that was in force then.',
    ],
    zh: [
      '{person} 的 {figure} 在 {day} 需要参数 {name}，但方案自 {since} 起才有该参数。',
      '请为该参数补充更早的日期，或使用当时有效的方案。',
    ],
  },
  'value-ended': {
    severity: 'error',
    exit: 1,
    en: [
      '{figure} of {person} needs the value {name} on {day}, but it ended on {since}.',
      'Add a date with a new value, or stop reading it.',
    ],
    zh: [
      '{person} 的 {figure} 在 {day} 需要参数 {name}，但该参数已于 {since} 停用。',
      '请补充新的日期和取值，或不再引用它。',
    ],
  },
  'value-no-entry': {
    severity: 'error',
    exit: 1,
    en: [
      '{figure} of {person} needs the value {name} for {key}, but the scheme has no entry for {key}.',
      'Add the entry to the value, or correct what leads to {key}.',
    ],
    zh: [
      '{person} 的 {figure} 需要 {key} 的参数 {name}，但方案中没有 {key} 的取值。',
      '请为该参数补充 {key}，或更正得出 {key} 的数据。',
    ],
  },
  'table-not-yet': {
    severity: 'error',
    exit: 1,
    en: [
      '{figure} of {person} needs the table {name} on {day}, but the scheme has it only from {since}.',
      'Add an earlier date to the table, or run the scheme that was in force then.',
    ],
    zh: [
      '{person} 的 {figure} 在 {day} 需要分档表 {name}，但方案自 {since} 起才有该表。',
      '请为该表补充更早的日期，或使用当时有效的方案。',
    ],
  },
  'table-outside': {
    severity: 'error',
    exit: 1,
    en: [
      '{figure} of {person} looks up {found} in the table {name}, which holds only numbers {bounds}.',
      'Add a row for such numbers, or leave the outer bound of the table open.',
    ],
    zh: [
      '{person} 的 {figure} 在分档表 {name} 中查找 {found}，但该表只包含{bounds} 的数。',
      '请为这样的数补充一行，或不写分档表的外侧界限。',
    ],
  },
} as const satisfies Record<string, Sentence>
