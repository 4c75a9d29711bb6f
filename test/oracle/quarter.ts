/** The reference scheme city-bank for one quarter, from the input folder to every value, computed the plain way. */
import { appraise, enterRatios } from './appraisal.ts'
import { type Bank, bankOf, readTables, type Tables } from './bank.ts'
import { length, periodSpan, type Span } from './calendar.ts'
import { type Earlier, earlierValues } from './earlier.ts'
import { exact, fraction, over, parse } from './fraction.ts'
import { amountValue, type Measures, measure } from './measures.ts'
import { outputsOf } from './outputs.ts'
import { enterBases, payAgent, payStaff } from './pay.ts'
import { type Person, peopleOf } from './people.ts'
import { rankAll, recommend } from './recommendation.ts'
import { enter, type Figure, openSheet, type Sheet } from './sheet.ts'
import type { Outputs, Worked } from './worked.ts'

/** The expected outputs of a run on an input folder; earlier figures stand for the book. */
export function computeQuarter(
  inputDir: string,
  period: string,
  earlierFigures: readonly Figure[] = [],
): Outputs {
  return computeTables(readTables(inputDir), period, earlierFigures)
}

/** The same from tables already in memory. */
export function computeTables(
  tables: Tables,
  period: string,
  earlierFigures: readonly Figure[] = [],
): Outputs {
  const bank = bankOf(tables)
  const quarter = periodSpan(period)
  const measures = measure(bank, period)
  const earlier = earlierValues(bank, earlierFigures, period)
  const sheets = peopleOf(bank, period, quarter).map((person) => {
    const sheet = openSheet(bank, person, period, quarter)
    enterMeasures(sheet, measures.get(person.id) ?? new Map(), quarter)
    enterBases(sheet, earlier)
    return sheet
  })
  for (const sheet of sheets) if (sheet.person.staff) appraiseStaff(sheet, bank, period)
  rankAll(sheets.filter((sheet) => sheet.person.staff))
  const worked = sheets.map((sheet) => finish(sheet, earlier, quarter))
  return outputsOf(bank, period, measures, worked)
}

function enterMeasures(sheet: Sheet, measures: Measures, quarter: Span): void {
  for (const [name, amount] of measures) enter(sheet, name, amountValue(amount))
  const days = fraction(BigInt(sheet.person.days))
  enter(sheet, 'post_share', over(days, fraction(BigInt(length(quarter)))))
  enterRatios(sheet)
}

function appraiseStaff(sheet: Sheet, bank: Bank, period: string): void {
  appraise(sheet, bank, period)
  sheet.words.set('grade', sheet.person.grade)
}

function finish(sheet: Sheet, earlier: Earlier, quarter: Span): Worked {
  noteColumns(sheet, sheet.person)
  if (!sheet.person.staff) return finishAgent(sheet)
  notePrevious(sheet, earlier)
  const recommendation = recommend(sheet, earlier, quarter)
  sheet.words.set('recommendation', recommendation.recommendation)
  return { sheet, recommendation, pay: payStaff(sheet, quarter) }
}

/** An agent's service fee; figures that only scoring and staff pay read need not be stated for agents. */
function finishAgent(sheet: Sheet): Worked {
  const pay = payAgent(sheet)
  for (const figure of ['post_share', 'npl_ratio', 'collection_rate', 'base_demand', 'base_fixed']) {
    const value = sheet.numbers.get(figure)
    if (value) sheet.optional.set(figure, exact(value))
    sheet.numbers.delete(figure)
  }
  return { sheet, recommendation: undefined, pay }
}

function noteColumns(sheet: Sheet, person: Person): void {
  for (const [column, value] of Object.entries(person.columns)) {
    if (value !== '') sheet.optional.set(`manager.${column}`, value)
  }
}

function notePrevious(sheet: Sheet, earlier: Earlier): void {
  const rating = earlier.previous(sheet.person.id, 'rating')
  const deposits = earlier.previous(sheet.person.id, 'deposits_ytd')
  if (rating !== undefined) sheet.optional.set('previous.rating', rating)
  if (deposits !== undefined) sheet.optional.set('previous.deposits_ytd', exact(parse(deposits)))
}
