import type { Sentence } from './sentence.ts'

/** What can be wrong with tier tables, and what a scheme says without any use. */
export const LINT_SENTENCES = {
  'tier-order': {
    severity: 'error',
    exit: 3,
    en: [
      'This row begins or ends at {found}, below {other} of the row on line {first}.',
      'List the rows from the lowest numbers to the highest.',
    ],
    zh: ['该行的界限 {found} 低于第 {first} 行的 {other}。', '请按数值由低到高排列各行。'],
  },
  'tier-hole': {
    severity: 'error',
    exit: 3,
    en: [
      'The row on line {first} ends at {other} and this one begins at {found}: no row holds the numbers between.',
      'Let this row begin at {other}, or add a row.',
    ],
    zh: [
      '第 {first} 行止于 {other}，而该行始于 {found}：两者之间的数没有对应的行。',
      '请使该行始于 {other}，或补充一行。',
    ],
  },
  'tier-overlap': {
    severity: 'error',
    exit: 3,
    en: [
      'The row on line {first} ends at {other} and this one begins at {found}: two rows hold the numbers between.',
      'Let this row begin at {other}.',
    ],
    zh: ['第 {first} 行止于 {other}，而该行始于 {found}：两者之间的数对应两行。', '请使该行始于 {other}。'],
  },
  'tier-bound': {
    severity: 'error',
    exit: 3,
    en: [
      'It is not said where the row on line {first} ends and this one begins.',
      'Add to: to the earlier row or from: to this one.',
    ],
    zh: ['没有说明第 {first} 行止于何处、该行始于何处。', '请为前一行补充 to:，或为该行补充 from:。'],
  },
  'tier-empty': {
    severity: 'error',
    exit: 3,
    en: [
      'This row goes from {from} to {to}: no number can fall into it.',
      'Correct its bounds, or take it out; rows go from the lowest numbers to the highest.',
    ],
    zh: ['该行由 {from} 到 {to}：没有数会落入其中。', '请更正界限或删除该行；各行应由低到高排列。'],
  },
  'tier-rate': {
    severity: 'error',
    exit: 3,
    en: [
      '"{found}" is not a number; each row of a marginal table gives a rate.',
      'Write the rate, such as 2%.',
    ],
    zh: ['“{found}”不是数字；分段累进表的每行应为比率。', '请写比率，例如 2%。'],
  },
  'tier-uneven': {
    severity: 'warning',
    exit: 3,
    en: [
      'This row gives {found} after {other} on line {first}, against the direction of the rest of the table.',
      'Nothing to do if it is meant; else correct the row.',
    ],
    zh: [
      '该行的值 {found} 与第 {first} 行的 {other} 相比，与表的整体走向相反。',
      '若有意如此则无需处理；否则请更正。',
    ],
  },
  'value-unread': {
    severity: 'warning',
    exit: 3,
    en: ['No formula reads the value {name}.', 'Take it out, or use it.'],
    zh: ['没有公式读取参数 {name}。', '请删除或使用它。'],
  },
  'table-unread': {
    severity: 'warning',
    exit: 3,
    en: ['No formula reads the table {name}.', 'Take it out, or use it.'],
    zh: ['没有公式读取分档表 {name}。', '请删除或使用它。'],
  },
  'assessment-unread': {
    severity: 'warning',
    exit: 3,
    en: ['No formula reads assessment.{name}.', 'Take the item out, or use it.'],
    zh: ['没有公式读取 assessment.{name}。', '请删除该评分项或使用它。'],
  },
  'measure-unread': {
    severity: 'warning',
    exit: 3,
    en: [
      'No formula reads the measure {name}; it is summed and written, but decides nothing.',
      'Take it out, or use it.',
    ],
    zh: ['没有公式读取度量 {name}；它会被汇总输出，但不影响任何结果。', '请删除或使用它。'],
  },
  'figure-unread': {
    severity: 'warning',
    exit: 3,
    en: [
      'No formula reads the figure {name}; it is written, but decides nothing.',
      'Take it out, or use it.',
    ],
    zh: ['没有公式读取指标 {name}；它会被输出，但不影响任何结果。', '请删除或使用它。'],
  },
  'component-every-kind': {
    severity: 'warning',
    exit: 3,
    en: [
      'The runs of every kind of period ({kinds}) each {pay} the component {id}, so the same days count more than once.',
      'Say in its `for` which kind it goes with, such as `for: period.kind = {last}`.',
    ],
    zh: [
      '各类期间（{kinds、}）的运行都会{pay}薪酬项 {id}，同样的日子会重复计算。',
      '请在其 for 中说明适用于哪一类期间，例如 `for: period.kind = {last}`。',
    ],
  },
} as const satisfies Record<string, Sentence>
