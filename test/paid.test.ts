import { describe, expect, it } from 'vitest'
import type { BookPeriod } from '../src/core/book/book.ts'
import { paidWithin } from '../src/core/book/paid.ts'
import { type Period, type PeriodKind, parsePeriod } from '../src/core/values/period.ts'

const period = (id: string): Period => {
  const found = parsePeriod(id)
  if (!found) throw new Error(`no period: ${id}`)
  return found
}

const inBook = (id: string): BookPeriod => ({ period: period(id), file: id, sha256: '', figures: [] })
const ALL: readonly PeriodKind[] = ['month', 'quarter', 'half', 'year']

/** What paid within a period, a difference marked by `+`, and after a bar the periods without a run. */
function paid(id: string, book: string, kinds = ALL): string {
  const ids = book === '' ? [] : book.split(' ')
  const { runs, missing } = paidWithin(period(id), ids.map(inBook), kinds)
  const paying = runs.map(({ run, pays }) => `${pays === 'difference' ? '+' : ''}${run.period.id}`)
  return [...paying, '|', ...missing.map((each) => each.id)].join(' ')
}

describe('the runs that paid within a period', () => {
  it.each([
    ['2026-01', '', '|'],
    ['2026Q1', '2026-01 2026-02 2026-03', '2026-01 2026-02 2026-03 |'],
    ['2026Q1', '2026-03 2026-01', '2026-01 2026-03 | 2026-02'],
    ['2026Q1', '2026-04 2025Q4', '| 2026-01 2026-02 2026-03'],
    ['2026H1', '2026Q1 2026Q2', '2026Q1 2026Q2 |'],
    ['2026H1', '2026Q1', '2026Q1 | 2026Q2'],
    ['2026H1', '2026Q1 2026-04', '2026Q1 2026-04 | 2026-05 2026-06'],
    ['2026H1', '2026Q1 2026-02 2026Q2', '2026Q1 2026Q2 |'],
    ['2026H1', '2026-01 2026-02 2026-03 2026Q1 2026Q2', '2026-01 2026-02 2026-03 +2026Q1 2026Q2 |'],
    ['2026', '2026Q1 2026Q2 2026H1 2026H2', '2026Q1 2026Q2 +2026H1 2026H2 |'],
    ['2026', '2026Q1 2026H1', '2026H1 | 2026H2'],
    ['2026', '2026Q1', '2026Q1 | 2026Q2 2026H2'],
  ])('%s with %s', (id, book, expected) => expect(paid(id, book)).toBe(expected))

  it('a gap is named by periods of a kind that the scheme serves', () => {
    expect(paid('2026', '2026Q1', ['quarter', 'year'])).toBe('2026Q1 | 2026Q2 2026Q3 2026Q4')
    expect(paid('2026H1', '2026-01', ['half'])).toBe('2026-01 | 2026-02 2026-03 2026-04 2026-05 2026-06')
  })
})
