/** One person's named values as they are worked out, with approved adjustments applied where a value is entered. */
import { type Bank, cell, until } from './bank.ts'
import type { Span } from './calendar.ts'
import type { Row } from './csv.ts'
import { exact, type Fraction, parse, plus, round, sum } from './fraction.ts'
import type { Person } from './people.ts'

/** One value of an earlier or the present period, in the shape of `figures.csv` and `history`. */
export interface Figure {
  readonly period: string
  readonly managerId: string
  readonly figure: string
  readonly value: string
}

/** The values of one person: numbers exact, words as text. */
export interface Sheet {
  readonly person: Person
  readonly adjustments: readonly Row[]
  readonly numbers: Map<string, Fraction>
  readonly words: Map<string, string>
  /** Values that the program may or may not state, because it depends on what a formula happens to read. */
  readonly optional: Map<string, string>
}

/** An empty sheet of a person with the adjustments that are in force on the period's last day. */
export function openSheet(bank: Bank, person: Person, period: string, quarter: Span): Sheet {
  const adjustments = bank
    .rows('adjustments')
    .filter(
      (row) =>
        cell(row, 'manager_id') === person.id &&
        cell(row, 'period', period) === period &&
        until(row, 'expires_on') >= quarter.last,
    )
  return { person, adjustments, numbers: new Map(), words: new Map(), optional: new Map() }
}

/** Enters a figure: the set value or else the formula, plus all added values, then the rounding where one is declared. */
export function enter(sheet: Sheet, figure: string, formula: Fraction, decimals?: number): void {
  const mine = sheet.adjustments.filter((row) => cell(row, 'figure') === figure)
  const set = mine.find((row) => cell(row, 'mode') === 'set')
  const added = mine.filter((row) => row !== set).map((row) => parse(cell(row, 'value')))
  const value = plus(set ? parse(cell(set, 'value')) : formula, sum(added))
  for (const row of mine) sheet.numbers.set(`adjustment.${cell(row, 'id')}`, parse(cell(row, 'value')))
  sheet.numbers.set(figure, decimals === undefined ? value : round(value, decimals))
}

/** The number of a figure that has been entered. */
export function number(sheet: Sheet, figure: string): Fraction {
  const value = sheet.numbers.get(figure)
  if (!value) throw new Error(`${sheet.person.id} has no ${figure}`)
  return value
}

/** The word of a figure that has been entered. */
export function word(sheet: Sheet, figure: string): string {
  return sheet.words.get(figure) ?? ''
}

/** All values that the program must state, by figure name. */
export function statedFigures(sheet: Sheet): Map<string, string> {
  const numbers = [...sheet.numbers].map(([figure, value]) => [figure, exact(value)] as const)
  return new Map([...numbers, ...sheet.words])
}
