import type { Phrase, Sentence } from './sentence.ts'

/** What can be wrong with a formula as written, and with a value that a formula calculates for one person. */
export const FORMULA_SENTENCES = {
  'formula-long': {
    severity: 'error',
    exit: 3,
    en: [
      'The formula has {length} characters; at most {limit} are read.',
      'Split it into figures with names of their own.',
    ],
    zh: ['公式有 {length} 个字符；最多 {limit} 个。', '请拆分为若干单独命名的指标。'],
  },
  'formula-deep': {
    severity: 'error',
    exit: 3,
    en: [
      'Here the formula has more than {limit} steps inside one another; that many are the most that is read.',
      'Split it into figures with names of their own.',
    ],
    zh: ['公式在此处的嵌套超过 {limit} 层；最多读取这么多层。', '请拆分为若干单独命名的指标。'],
  },
  'formula-character': {
    severity: 'error',
    exit: 3,
    en: [
      '`{found}` cannot stand in a formula; {wanted} was wanted.',
      'Replace it, or put a text between quotes.',
    ],
    zh: ['公式中不能出现「{found}」；此处应为{wanted}。', '请替换它；文字请放在引号内。'],
  },
  'formula-number': {
    severity: 'error',
    exit: 3,
    en: [
      '`{found}` is not a number as formulas write them: plain digits, at most one point, then %, ‰, 万 or 亿 if needed.',
      'Write it like 1200, 0.5, 80% or 300万: no thousands separators, no leading zeros, no letters.',
    ],
    zh: [
      '「{found}」不是公式可用的数字：应为普通数字、至多一个小数点，其后可加 %、‰、万或亿。',
      '请写成 1200、0.5、80% 或 300万：不用千分位、不加前导零、不带字母。',
    ],
  },
  'formula-day': {
    severity: 'error',
    exit: 3,
    en: [
      '`{found}` is not a day of the calendar; a day like 2004-01-31 was wanted.',
      'Write year, month and day with 4, 2 and 2 digits; to subtract, put blanks around the minus.',
    ],
    zh: [
      '「{found}」不是日历上的日期；应写成 2004-01-31 这样。',
      '年月日各用 4、2、2 位数字；若要相减，请在减号两侧留空格。',
    ],
  },
  'formula-quote': {
    severity: 'error',
    exit: 3,
    en: [
      'The text {found} has no closing quote; the same quote was wanted at its end.',
      'Add the closing quote.',
    ],
    zh: ['文字 {found} 没有结束引号；末尾应有同样的引号。', '请补上结束引号。'],
  },
  'formula-syntax': {
    severity: 'error',
    exit: 3,
    en: ['Found {found}; {wanted} was wanted here.', 'Correct the formula at this place.'],
    zh: ['此处为{found}；应为{wanted}。', '请在此处更正公式。'],
  },
  'formula-chained': {
    severity: 'error',
    exit: 3,
    en: [
      'A second comparison `{found}` follows the first; a comparison has two sides.',
      'Join two comparisons with `and`: not `1 < x < 5` but `1 < x and x < 5`.',
    ],
    zh: [
      '第一个比较之后又出现「{found}」；一个比较只有两边。',
      '请用 and 连接两个比较：不写 1 < x < 5，而写 1 < x and x < 5。',
    ],
  },
  'formula-name': {
    severity: 'error',
    exit: 3,
    en: [
      'The scheme has nothing named `{name}`{likeliest}; a figure, measure, value or id of a list was wanted.',
      'Correct the name, add the entry to the scheme, or put a text between quotes.',
    ],
    zh: [
      '方案中没有名为「{name}」的内容{likeliest}；此处应为指标、度量、参数或列表中的编号。',
      '请更正名称，或在方案中补充该项；文字请放在引号内。',
    ],
  },
  'formula-function': {
    severity: 'error',
    exit: 3,
    en: ['There is no function or table named `{name}`{likeliest}.', 'Correct the name before the brackets.'],
    zh: ['没有名为「{name}」的函数或分档表{likeliest}。', '请更正括号前的名称。'],
  },
  'formula-brackets': {
    severity: 'error',
    exit: 3,
    en: [
      '`{name}` is {is}, which takes no `{brackets}` after its name.',
      'Remove what follows the name, or name a function or table (for round brackets), or a value that goes by a column (for square ones).',
    ],
    zh: [
      '「{name}」是{is}，其后不能跟「{brackets}」。',
      '请删除名称后的括号；圆括号用于函数或分档表，方括号用于按列取值的参数。',
    ],
  },
  'formula-no-brackets': {
    severity: 'error',
    exit: 3,
    en: [
      '`{name}` is {is}; `{name}(…)` with what it is to work on was wanted.',
      'Write the brackets after the name.',
    ],
    zh: ['「{name}」是{is}；应写成「{name}(…)」并给出其参数。', '请在名称后写上括号。'],
  },
  'formula-arguments': {
    severity: 'error',
    exit: 3,
    en: ['`{name}` takes {wanted} between its brackets; found: {found}.', 'Write it as `{usage}`.'],
    zh: ['「{name}」的括号内应为{wanted}；实有 {found} 项。', '请写成「{usage}」。'],
  },
  'formula-figure-name': {
    severity: 'error',
    exit: 3,
    en: [
      '`{name}` was given `{found}`; the name of a figure or measure was wanted.',
      'Name one; give a calculation a name of its own under figures first.',
    ],
    zh: [
      '「{name}」得到的是「{found}」；应为指标或度量的名称。',
      '请写名称；若为算式，请先在 figures 中为其单独命名。',
    ],
  },
  'formula-type': {
    severity: 'error',
    exit: 3,
    en: ['`{part}` is {found}, but `{reader}` wants {wanted}.', 'Put {wanted} in its place.'],
    zh: ['「{part}」是{found}，而「{reader}」需要{wanted}。', '请在此处改用{wanted}。'],
  },
  'formula-types': {
    severity: 'error',
    exit: 3,
    en: [
      '`{left}` is {is_left} and `{right}` is {is_right}; `{reader}` wants both of one kind.',
      'Make both numbers, both texts, both days, or both yes or no.',
    ],
    zh: [
      '「{left}」是{is_left}，「{right}」是{is_right}；「{reader}」要求两者同类。',
      '请使两者同为数字、文字、日期或是否。',
    ],
  },
  'formula-text': {
    severity: 'error',
    exit: 3,
    en: [
      '`{found}` is not in the list {list}{likeliest}; one of these was wanted: {ids}.',
      'Correct the id, or add it to the list in the scheme.',
    ],
    zh: [
      '「{found}」不在列表 {list} 中{likeliest}；应为以下之一：{ids、}。',
      '请更正编号，或将其加入方案中的列表。',
    ],
  },
  'formula-lists': {
    severity: 'error',
    exit: 3,
    en: [
      '`{part}` comes from the list {list}, but `{other}` goes by the list {wanted}; no id is in both.',
      'Use two values of one list.',
    ],
    zh: [
      '「{part}」取自列表 {list}，而「{other}」取自列表 {wanted}；两者没有相同的编号。',
      '请使用取自同一列表的值。',
    ],
  },
  'formula-whole': {
    severity: 'error',
    exit: 3,
    en: [
      '`{name}` was given {found}; a whole number from {least} to {most} was wanted.',
      'Correct the number.',
    ],
    zh: ['「{name}」得到的是 {found}；应为 {least} 到 {most} 的整数。', '请更正该数字。'],
  },
  'formula-group': {
    severity: 'error',
    exit: 3,
    en: [
      '`{name}` looks at one person and takes no `{word}`; only functions of a group do: {functions}.',
      'Remove `{word}` and what follows it, or call one of those functions.',
    ],
    zh: [
      '「{name}」只针对本人，不能带「{word}」；可带的是针对群体的函数：{functions}。',
      '请删除「{word}」及其后内容，或改用上述函数。',
    ],
  },
  'formula-of-lot': {
    severity: 'error',
    exit: 3,
    en: [
      '`{fact}` tells of the one lot that is looked at; `{name}` cannot ask it of other people or of a part of the period.',
      'Read it outside of the brackets of `{name}`.',
    ],
    zh: [
      '「{fact}」说的是当前审视的批次，「{name}」不能就他人或部分期间读取它。',
      '请在「{name}」的括号之外读取。',
    ],
  },
  'formula-gives': {
    severity: 'error',
    exit: 3,
    en: [
      'The formula gives {found}; {wanted} was wanted here.',
      'Correct the formula so that it gives {wanted}.',
    ],
    zh: ['公式的结果是{found}；此处应为{wanted}。', '请更正公式，使其结果为{wanted}。'],
  },
  'division-by-zero': {
    severity: 'error',
    exit: 1,
    en: [
      '{figure} of {person} divides by `{divisor}`, which is 0; a number other than 0 was wanted.',
      'Correct the input, or let the formula say what holds then: `if({divisor} = 0, …, …)`.',
    ],
    zh: [
      '{person} 的 {figure} 以「{divisor}」为除数，而其值为 0；除数不得为 0。',
      '请更正输入，或在公式中说明此时的取值：if({divisor} = 0, …, …)。',
    ],
  },
  'number-not-whole': {
    severity: 'error',
    exit: 1,
    en: [
      '{figure} of {person} gives {found} to `{name}`; a whole number from {least} to {most} was wanted.',
      'Round the number in the formula, or correct the input.',
    ],
    zh: [
      '{person} 的 {figure} 将 {found} 交给「{name}」；应为 {least} 到 {most} 的整数。',
      '请在公式中取整，或更正输入。',
    ],
  },
  'bounds-crossed': {
    severity: 'error',
    exit: 1,
    en: [
      '{figure} of {person} limits a number between {low} and {high}; the lower bound must not exceed the upper.',
      'Correct the two bounds in the formula or in the values it reads.',
    ],
    zh: [
      '{person} 的 {figure} 将数字限定在 {low} 与 {high} 之间；下限不得大于上限。',
      '请更正公式或其所读取值中的上下限。',
    ],
  },
  'step-not-positive': {
    severity: 'error',
    exit: 1,
    en: [
      '{figure} of {person} rounds to steps of {found}; a step above 0, such as 0.01, was wanted.',
      'Correct the step in the formula or in the value it reads.',
    ],
    zh: [
      '{person} 的 {figure} 以 {found} 为步长取整；步长应大于 0，例如 0.01。',
      '请更正公式或其所读取值中的步长。',
    ],
  },
  'group-empty': {
    severity: 'error',
    exit: 1,
    en: [
      '{figure} of {person} needs `{name}` of a group that has no members.',
      'Correct what chooses the members, or let the formula say `otherwise`.',
    ],
    zh: [
      '{person} 的 {figure} 需要一个没有成员的群体的「{name}」。',
      '请更正成员的选择条件，或在公式中用 otherwise 说明。',
    ],
  },
  'group-no-member': {
    severity: 'error',
    exit: 1,
    en: [
      '{figure} needs the part of {person} in `{name}`, but {person} is no member of that group.',
      'Limit the figure with `for`, or let the formula say `otherwise`.',
    ],
    zh: [
      '{figure} 需要 {person} 在「{name}」中的份额，但 {person} 不是该群体的成员。',
      '请用 for 限定该项，或在公式中用 otherwise 说明。',
    ],
  },
  'share-weights': {
    severity: 'error',
    exit: 1,
    en: [
      '{figure} of {person} shares out by weights of which {member} has {found}; weights of 0 or more, not all of them 0, were wanted.',
      'Let the weight be at least 0, as in `max(0, x)`, and say with `if` what holds where all are 0.',
    ],
    zh: [
      '{person} 的 {figure} 按权重分配，而 {member} 的权重为 {found}；权重应不小于 0 且不全为 0。',
      '请将权重限定为不小于 0，例如 max(0, x)，并用 if 说明权重全为 0 时的取值。',
    ],
  },
  'share-pool': {
    severity: 'error',
    exit: 1,
    en: [
      '{figure} of {person} shares out {found} for {member}; a whole number of fen, the same for all members, was wanted.',
      'Round the pool to 0.01, and work it out so that every member has the same.',
    ],
    zh: [
      '{person} 的 {figure} 为 {member} 分配 {found}；应为整分金额，且全体成员相同。',
      '请将总额取整到 0.01，并使全体成员的总额相同。',
    ],
  },
  'grade-ladder-end': {
    severity: 'error',
    exit: 1,
    en: [
      '{figure} needs the next {direction} grade of {person}, but {grade} has none.',
      'Say with `otherwise` what holds at the end of the ladder.',
    ],
    zh: [
      '{figure} 需要 {person} 的{direction}一级，而 {grade} 没有。',
      '请用 otherwise 说明在职级尽头时的取值。',
    ],
  },
  'grade-level': {
    severity: 'error',
    exit: 1,
    en: [
      '{figure} needs the grade with number {level} on the ladder of {grade} for {person}, but the ladder has none.',
      'Limit the number in the formula, or say with `otherwise` what holds then.',
    ],
    zh: [
      '{figure} 需要 {person} 在 {grade} 所在序列中的第 {level} 级，而该序列没有此级。',
      '请在公式中限定级数，或用 otherwise 说明。',
    ],
  },
  'grade-not-on-ladder': {
    severity: 'error',
    exit: 1,
    en: [
      '{figure} needs a neighbouring grade of {person}, but {grade} is none of the grades of the scheme.',
      'Correct the grade, or add it to the grades of the scheme.',
    ],
    zh: [
      '{figure} 需要 {person} 的相邻职级，而 {grade} 不是方案中的职级。',
      '请更正职级，或在方案中补充该职级。',
    ],
  },
} as const satisfies Record<string, Sentence>

/** What a formula's part can be, in words. */
export const KINDS = {
  number: { en: 'a number', zh: '数字' },
  text: { en: 'a text', zh: '文字' },
  yesno: { en: 'a yes or no', zh: '是或否' },
  day: { en: 'a day', zh: '日期' },
  ordered: { en: 'a number or a day', zh: '数字或日期' },
  figure: { en: 'a figure', zh: '指标' },
  value: { en: 'a value', zh: '参数' },
  plain: { en: 'a value that goes by no column', zh: '不按列取值的参数' },
  table: { en: 'a table', zh: '分档表' },
  fact: { en: 'a fact of the person or period', zh: '人员或期间的资料' },
  function: { en: 'a function', zh: '函数' },
} as const satisfies Record<string, Phrase>

/** What can be wanted at a place in a formula, in words. */
export const WANTED = {
  operand: { en: 'a number, a name, a text or a bracket', zh: '数字、名称、文字或括号' },
  bracketed: { en: 'a bracket before `not`, as in `(not x)`,', zh: '在 not 之前加括号，如 (not x)' },
  more: { en: 'an operator or the end of the formula', zh: '运算符或公式结尾' },
  close: { en: '`)` or an operator', zh: '「)」或运算符' },
  argument: { en: '`,`, `)` or an operator', zh: '「,」、「)」或运算符' },
  key: { en: '`]` or an operator', zh: '「]」或运算符' },
  sign: { en: 'a number, a name, an operator or a bracket', zh: '数字、名称、运算符或括号' },
  end: { en: 'the end of the formula', zh: '公式结尾' },
  place: { en: 'this entry', zh: '此项' },
} as const satisfies Record<string, Phrase>

/** A piece of a formula inside a sentence. */
export const quoted = (text: string): Phrase => ({ en: `\`${text}\``, zh: `「${text}」` })

/** How many entries a function takes between its brackets, in words. */
export function entries(least: number, most: number): Phrase {
  if (most === 0) return { en: 'nothing', zh: '空' }
  if (most === Number.POSITIVE_INFINITY) return { en: `${least} or more entries`, zh: ` ${least} 项或更多` }
  if (least < most) return { en: `${least} or ${most} entries`, zh: ` ${least} 或 ${most} 项` }
  return { en: most === 1 ? 'one entry' : `${most} entries`, zh: ` ${most} 项` }
}
