import { expect, it } from 'vitest'
import { figuresRead, type Note, Notes, readsOf } from '../../src/core/formula/formula.ts'
import { printValue } from '../../src/core/values/value.ts'
import { evaluated, number, type Person, read, record, shown } from './support.ts'

const PERSON: Person = {
  figures: record({ deposits: '5000', fees: '0', grade: 'bronze', total: '95', rating: 'basic' }),
  earlier: [record({ total: '91' })],
  values: record({ price: '8', 'floor_of[silver_grade]': '4000' }),
  facts: record({ 'target.deposits': '4000' }),
  table: () => number(12),
}

/** The tree of notes as indented lines. */
const lines = (notes: readonly Note[], indent = ''): readonly string[] =>
  notes.flatMap(({ asked, found, inner }) => [
    `${indent}${Object.values(asked)
      .filter((each) => each !== undefined)
      .map((each) => (typeof each === 'object' ? printValue(each) : each))
      .join(' ')} → ${shown(found)}`,
    ...lines(inner, `${indent}  `),
  ])

const noted = (formula: string): readonly string[] => {
  const notes = new Notes()
  const value = evaluated(formula, PERSON, notes)
  expect(shown(value)).toBe(shown(evaluated(formula, PERSON)))
  return lines(notes.all)
}

it.each([
  ['deposits * price', ['figure deposits → 5000', 'value price → 8']],
  [
    'deposits >= floor_of[higher(grade)]',
    [
      'figure deposits → 5000',
      'call higher higher(grade) → silver_grade',
      '  argument grade grade → bronze',
      '    figure grade → bronze',
      'value floor_of silver_grade → 4000',
    ],
  ],
  ['tiers(total / 2)', ['figure total → 95', 'table tiers 47.5 → 12']],
  [
    'clamp(deposits / target.deposits, 0, 1.2)',
    [
      'call clamp clamp(deposits / target.deposits, 0, 1.2) → 1.2',
      '  argument number deposits / target.deposits → 1.25',
      '    figure deposits → 5000',
      '    fact target deposits → 4000',
      '  argument low 0 → 0',
      '  argument high 1.2 → 1.2',
    ],
  ],
  [
    'if(fees = 0, 0, deposits / fees)',
    [
      'call if if(fees = 0, 0, deposits / fees) → 0',
      '  argument condition fees = 0 → yes',
      '    figure fees → 0',
      '  argument then 0 → 0',
    ],
  ],
  [
    'previous(total) + previous(total, 2) otherwise latest(fees) otherwise 7',
    [
      'call previous previous(total) → 91',
      '  argument figure total → total',
      '  previous total 1 → 91',
      'call previous previous(total, 2) → <column-absent>',
      '  argument figure total → total',
      '  argument periods 2 → 2',
      '  previous total 2 → <column-absent>',
      'call latest latest(fees) → <column-absent>',
      '  argument figure fees → fees',
      '  latest fees → <column-absent>',
    ],
  ],
  [
    'max(1, previous(fees), deposits)',
    [
      'call max max(1, previous(fees), deposits) → <column-absent>',
      '  argument number 1 → 1',
      '  argument number previous(fees) → <column-absent>',
      '    call previous previous(fees) → <column-absent>',
      '      argument figure fees → fees',
      '      previous fees 1 → <column-absent>',
    ],
  ],
  ['no and deposits > 3', []],
])('takes down what %s reads', (formula, wanted) => {
  expect(noted(formula)).toEqual(wanted)
})

it('tells every name that a formula mentions', () => {
  const { expression } = read(
    'if(no, tiers(deposits + oops), floor_of[higher(grade)] * price) + target.deposits + previous(total) ' +
      '+ if(rating = basic or "x" = team, latest(points.fees), 0) + missing(fees)',
  )
  if (!expression) throw new Error('no formula')
  expect(readsOf(expression)).toEqual({
    figures: new Set(['deposits', 'grade', 'rating', 'team', 'fees']),
    earlier: new Set(['total', 'points.fees']),
    values: new Set(['floor_of', 'price']),
    ownKeyed: new Set(['price']),
    tables: new Set(['tiers']),
    facts: new Set(['target.deposits']),
    texts: new Set(['basic', 'x']),
    functions: new Set(['if', 'higher', 'previous', 'latest']),
  })
  expect(figuresRead(expression)).toEqual(readsOf(expression).figures)
})
