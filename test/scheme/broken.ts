/**
 * Small broken schemes. Each `▸` marks where a finding must stand; `codes` are the findings in the order of the marks.
 * Unless a scheme has its own `head`, the lines of HEAD come before it.
 */
export interface Broken {
  readonly codes: readonly string[]
  readonly text: string
  readonly head?: string
}

export const HEAD = `scheme: small
version: "1"
effective: { from: 2020-01-01 }
currency: CNY
periods: [quarter]
`

const PAY = `
pay:
  - { id: base, amount: a, round: 0.01 }
`

const APPRAISAL = `
appraisal:
  indicators: [{ id: sales, of: 10, formula: 10 }]
  rating: [{ id: good, when: total > 5 }, { id: bad }]
`

export const BROKEN: readonly Broken[] = [
  // The file as YAML.
  { codes: ['yaml-empty'], head: '', text: '▸# nothing yet\n' },
  { codes: ['yaml-deep'], text: `x: ${'['.repeat(60)}` },
  { codes: ['yaml-tab'], text: 'values:\n▸\ta: 1\n' },
  { codes: ['yaml-indent'], text: 'values:\n  a: 1\n▸ b: 2\n' },
  { codes: ['yaml-unclosed'], text: 'name: "Small\n▸' },
  { codes: ['yaml-unclosed'], text: 'values: { a: 1\n▸' },
  { codes: ['yaml-documents'], text: '▸---\nscheme: other\n' },
  { codes: ['yaml-alias'], text: 'values: { a: ▸*nothing }\n' },
  { codes: ['yaml-alias'], text: 'values: &all { a: ▸*all }\n' },
  { codes: ['yaml-tag'], text: 'values: { a: ▸!!int 5 }\n' },
  { codes: ['yaml-key'], text: 'values:\n  ▸[a, b]: 5\n' },
  { codes: ['yaml-key-twice'], text: `values:\n  a: 1\n  ▸a: 2\n${PAY}` },
  { codes: ['yaml-syntax'], text: 'name: ▸@small\n' },

  // The shape of its entries.
  {
    codes: ['scheme-key-missing'],
    head: '',
    text: '▸scheme: small\nversion: "1"\neffective: { from: 2020-01-01 }\ncurrency: CNY\n',
  },
  { codes: ['scheme-key-unknown'], text: '▸figurs: { a: 1 }\n' },
  { codes: ['scheme-key-unknown'], text: `values: { a: { is: 1, ▸clouse: 三 } }\n${PAY}` },
  {
    codes: ['scheme-key-unknown', 'scheme-key-unknown'],
    text: '▸__proto__: { a: 1 }\n▸constructor: { a: 1 }\n',
  },
  {
    codes: ['scheme-key-unknown'],
    text: `grades: [low]
values:
  a: { by: grade, from: { 2020-01-01: { low: { is: 5, ▸clouse: 三 } } } }
${PAY}`,
  },
  {
    codes: ['formula-syntax', 'scheme-key-comma'],
    text: `values: { a: 5 }\npay: [{ id: base, round: 1, amount: max(0▸, ▸a, 6) }]\n`,
  },
  { codes: ['scheme-entry-wanted'], text: 'values: ▸5\n' },
  { codes: ['scheme-entry-wanted'], text: 'measures:\n  m: ▸balances\n' },
  { codes: ['scheme-list-wanted'], text: '▸pay: { id: base }\n' },
  { codes: ['scheme-list-wanted'], text: '▸pay: []\n' },
  { codes: ['scheme-text-wanted'], text: 'values: { a: { is: 1, ▸source: [x, y] } }\n' },
  { codes: ['scheme-text-empty'], text: 'name: ▸""\n' },
  { codes: ['scheme-choice'], text: 'language: ▸fr\n' },
  { codes: ['scheme-choice'], text: 'people: { ungraded: [agent, ▸temp] }\n' },
  {
    codes: ['scheme-number'],
    text: 'assessments: { a: { from: 0, to: ▸"1,000" } }\n',
  },
  {
    codes: ['scheme-count'],
    text: 'values: { a: 1 }\npay:\n  - id: base\n    amount: a\n    round: 0.01\n    defer: { share: 1, round: 0.01, lots: ▸2.5, every: year }\n',
  },
  { codes: ['scheme-step'], text: 'values: { a: 1 }\nfigures: { f: { formula: a, round: ▸0 } }\n' },
  { codes: ['scheme-day'], text: 'values:\n  a:\n    from: { ▸2020-02-30: 5 }\n' },
  { codes: ['scheme-name'], text: 'values: { ▸a-b: 5 }\n' },
  { codes: ['scheme-id'], text: 'grades: [▸" x"]\n' },
  { codes: ['scheme-currency'], head: HEAD.replace('CNY', '▸yuan'), text: '' },
  { codes: ['scheme-listed-twice'], text: 'people: { roles: [head, ▸head] }\n' },
  { codes: ['scheme-one-of'], text: 'values:\n  ▸a: { name: nothing }\n' },
  { codes: ['scheme-one-of'], text: 'values:\n  ▸a: { is: 5, from: { 2020-01-01: 6 } }\n' },
  { codes: ['scheme-one-of'], text: 'tables:\n  ▸t: { kind: whole, includes: lower }\n' },
  { codes: ['scheme-by-missing'], text: 'values:\n  a: { ▸is: { staff: 5, agent: 6 } }\n' },
  { codes: ['scheme-by-missing'], text: 'values:\n  a: { from: { ▸2020-01-01: { staff: 5, agent: 6 } } }\n' },

  // Names, values, measures.
  { codes: ['scheme-name-twice'], text: `values: { a: 1 }\nfigures: { ▸a: 2 }\n${PAY}` },
  { codes: ['scheme-name-twice'], text: `grades: [junior]\nvalues: { ▸junior: 1, a: 1 }\n${PAY}` },
  {
    codes: ['scheme-name-reserved'],
    text: `values: { ▸total: 1, a: 1, ▸clamp: 2, ▸leave: 3, ▸not: 1 }\n${PAY}`,
  },
  { codes: ['scheme-id-twice'], text: 'grades: [junior, ▸junior]\n' },
  {
    codes: ['scheme-id-twice'],
    text: 'values: { a: 1 }\npay:\n  - { id: base, amount: a, round: 0.01 }\n  - { id: ▸base, amount: a, round: 0.01 }\n',
  },
  {
    codes: ['scheme-days-backwards'],
    head: HEAD.replace('2020-01-01', '2020-01-01, to: ▸2019-01-01'),
    text: '',
  },
  { codes: ['assessment-range'], text: 'assessments: { a: { from: 5, to: ▸5 } }\n' },
  {
    codes: ['types-mixed'],
    text: 'values:\n  a: { by: manager.status, is: { active: 5, leave: ▸five, probation: 5 } }\n',
  },
  {
    codes: ['types-mixed'],
    text: 'tables:\n  t: { kind: whole, includes: lower, rows: [{ to: 1, gives: A }, ▸{ gives: 5 }] }\n',
  },
  {
    codes: ['value-key-unknown'],
    text: `grades: [junior, senior]\nvalues:\n  a:\n    by: grade\n    is:\n      junior: 5\n      senior: 6\n      ▸seinor: 7\n${PAY}`,
  },
  {
    codes: ['value-key-unknown'],
    text: `grades: [low]\nvalues:\n  a:\n    by: grade\n    from: { 2020-01-01: { is: { low: 5, ▸lov: 6 }, clause: 三 } }\n${PAY}`,
  },
  {
    codes: ['value-key-absent'],
    text: `grades: [junior, senior]\nvalues: { a: { by: grade, ▸is: { junior: 5 } } }\n${PAY}`,
  },
  { codes: ['measure-take'], text: 'measures: { m: { of: activity, take: ▸daily_average } }\n' },
  {
    codes: ['measure-column'],
    text: 'measures: { m: { of: balances, take: daily_average, where: { ▸kind: x } } }\n',
  },
  {
    codes: ['measure-setting-absent'],
    text: 'measures: { ▸m: { of: balances, take: average_of_days } }\n',
  },
  {
    codes: ['measure-setting-idle', 'measure-setting-idle'],
    text: 'measures: { m: { of: activity, take: count_of_days, ▸on: [1], ▸weigh: { kind: { x: 2 } } } }\n',
  },
  {
    codes: ['measure-day'],
    text: 'measures: { m: { of: balances, take: average_of_days, on: [▸0, 10, ▸32, last] } }\n',
  },
  {
    codes: ['measure-table'],
    text: 'measures: { m: { of: activity, take: sum_by_table, table: ▸t } }\n',
  },
  {
    codes: ['measure-amount'],
    text: 'measures: { m: { of: activity, take: count_of_rows, where: { ▸amount: { above: 5, to: 5 } } } }\n',
  },
  {
    codes: ['measure-weight-idle'],
    text:
      'measures: { a: { of: balances, take: daily_average, where: { product: x }, weigh: { product: { ▸y: 2 } } } }\n' +
      PAY,
  },

  // Tier tables.
  {
    codes: ['tier-hole'],
    text: 'tables:\n  t:\n    kind: whole\n    includes: lower\n    rows:\n      - { to: 120%, gives: 1 }\n      - ▸{ from: 130%, gives: 2 }\n',
  },
  {
    codes: ['tier-overlap'],
    text: 'tables:\n  t:\n    kind: whole\n    includes: lower\n    rows:\n      - { to: 120%, gives: 1 }\n      - ▸{ from: 110%, gives: 2 }\n',
  },
  {
    codes: ['tier-order'],
    text: 'tables:\n  t:\n    kind: whole\n    includes: lower\n    rows:\n      - { from: 10, to: 20, gives: 1 }\n      - ▸{ from: 0, to: 10, gives: 2 }\n',
  },
  {
    codes: ['tier-bound'],
    text: 'tables:\n  t:\n    kind: whole\n    includes: lower\n    rows:\n      - { gives: 1 }\n      - ▸{ to: 5, gives: 2 }\n',
  },
  {
    codes: ['tier-empty'],
    text: 'tables:\n  t:\n    kind: whole\n    includes: upper\n    rows:\n      - { to: 5, gives: 1 }\n      - ▸{ to: 5, gives: 2 }\n      - { gives: 3 }\n',
  },
  {
    codes: ['tier-rate'],
    text: 'tables: { t: { kind: marginal, includes: upper, rows: [{ to: 5, gives: 1 }, ▸{ gives: high }] } }\n',
  },
  {
    codes: ['tier-uneven'],
    text: `tables: { t: { kind: whole, includes: upper, rows: [{ to: 1, gives: 1 }, { to: 2, gives: 5 }, ▸{ to: 3, gives: 4 }, { gives: 6 }] } }\nfigures: { a: t(2) }\n${PAY}`,
  },

  // Figures, appraisal, recommendation, pay.
  { codes: ['figure-ring'], text: 'figures:\n  ▸a: b + 1\n  b: c + 1\n  c: a + 1\n' },
  { codes: ['figure-ring'], text: 'figures:\n  ▸a: a + 1\n' },
  {
    codes: ['figure-ring'],
    text: `values: { price: { by: rating, is: { good: 5, bad: 4 } } }
appraisal:
  indicators: [▸{ id: sales, of: 10, formula: price }]
  rating:
    - { id: good, when: total > 5 }
    - { id: bad }
`,
  },
  { codes: ['figure-type-needed'], text: 'figures:\n  ▸a: latest(a)\n' },
  {
    codes: ['round-not-number'],
    text: 'figures:\n  a: { formula: "manager.branch", type: text, ▸round: 0.01 }\n',
  },
  {
    codes: ['entry-grade'],
    text: 'grades: [low]\nentry:\n  outcomes:\n    - { rule: a, then: appoint, grade: ▸high, when: candidate.existing_staff }\n    - { rule: b, then: reject }\n',
  },
  {
    codes: ['one-of-not-text'],
    text: `figures:\n  a: { formula: '"low"', type: number, ▸one_of: [low, high] }\n`,
  },
  { codes: ['round-missing'], text: 'figures:\n  a: { formula: 5, ▸mode: up }\n' },
  { codes: ['round-money'], text: 'pay: [{ id: base, amount: 5, round: ▸0.025 }]\n' },
  {
    codes: ['round-money'],
    text: 'pay: [{ id: base, amount: 5, round: 1, defer: { share: 0.5, round: ▸0.001, lots: 1, every: year } }]\n',
  },
  { codes: ['indicator-column'], text: 'appraisal:\n  indicators: [{ id: ▸total, of: 10, formula: 10 }]\n' },
  {
    codes: ['indicator-sum'],
    text: 'appraisal:\n  of: ▸100\n  indicators: [{ id: a, of: 40, formula: 1 }, { id: b, of: 50, formula: 1 }]\n',
  },
  {
    codes: ['case-last'],
    text: 'appraisal:\n  indicators: [{ id: a, of: 1, formula: 1 }]\n  rating:\n    - { id: good, when: total > 5 }\n    - ▸{ id: bad, when: total <= 5 }\n',
  },
  {
    codes: ['case-unreachable'],
    text: `${APPRAISAL}recommendation:\n  - { rule: all, then: renew }\n  - ▸{ rule: bad, then: dismiss, when: rating = bad }\n`,
  },
  {
    codes: ['grades-missing'],
    text: `${APPRAISAL}recommendation:\n  - { rule: up, then: ▸promote, when: rating = good }\n  - { rule: all, then: renew }\n`,
  },
  {
    codes: ['move-target'],
    text: `grades: [low, high]\n${APPRAISAL}recommendation:\n  - { rule: all, then: renew, ▸to: high }\n`,
  },
  { codes: ['recommendation-alone'], text: '▸recommendation:\n  - { rule: all, then: renew }\n' },
  {
    codes: ['rank-key', 'rank-key'],
    text: 'appraisal:\n  indicators: [{ id: a, of: 1, formula: 1 }]\n  rank: { by: [▸total, ▸1 desc] }\n',
  },

  // Periods of several kinds.
  {
    codes: ['component-every-kind', 'component-every-kind'],
    head: HEAD.replace('[quarter]', '[month, quarter]'),
    text: `pay:
  - { id: ▸a, amount: 5, round: 0.01 }
  - { id: b, schedule: monthly, amount: 5, round: 0.01 }
  - { id: ▸c, schedule: monthly, amount: 5, round: 0.01, defer: { share: 0.5, round: 0.01, lots: 2, every: year } }
  - { id: d, for: period.kind = quarter, amount: 5, round: 0.01 }
  - { id: e, for: period.months = 3, amount: 5, round: 0.01 }
`,
  },
  {
    codes: ['formula-text', 'formula-name'],
    head: HEAD.replace('[quarter]', '[month, quarter]'),
    text: `pay:
  - { id: a, for: 'period.kind = ▸"half"', amount: 5, round: 0.01 }
  - { id: b, for: period.kind = ▸halv, amount: 5, round: 0.01 }
`,
  },

  // What nothing reads.
  { codes: ['value-unread'], text: 'values: { ▸a: 5 }\n' },
  {
    codes: ['table-unread'],
    text: 'tables: { ▸t: { kind: whole, includes: lower, rows: [{ gives: 5 }] } }\n',
  },
  { codes: ['assessment-unread'], text: 'assessments: { ▸a: { from: 0, to: 5 } }\n' },
  { codes: ['measure-unread'], text: 'measures: { ▸m: { of: balances, take: daily_average } }\n' },
  { codes: ['figure-unread'], text: 'figures:\n  ▸a: 5\n' },
  { codes: ['figure-unread'], text: 'figures:\n  ▸a: { formula: latest(a) otherwise 0, type: number }\n' },

  // Formulas: the fault points into the text, however it is written.
  {
    codes: ['formula-name'],
    text: 'values: { base: 5 }\nfigures:\n  a:\n    formula: >-\n      base +\n      ▸bsae * 2\n',
  },
  { codes: ['formula-name'], text: 'pay: [{ id: base, amount: "1 + ▸x", round: 1 }]\n' },
  {
    codes: ['formula-name'],
    text: "pay: [{ id: base, amount: 'if(''a'' = ''b'', 1, ▸x)', round: 1 }]\n",
  },
]
