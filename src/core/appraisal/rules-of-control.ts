import type { Report } from '../findings/finding.ts'
import type { Phrase } from '../findings/sentence.ts'
import { type Expression, evaluate, type Note, Notes } from '../formula/formula.ts'
import type { Check, Scheme } from '../scheme/scheme.ts'
import { isExact, printFixed } from '../values/exact.ts'
import { isMissing } from '../values/missing.ts'
import { printValue, type Value } from '../values/value.ts'
import type { Sheet } from './sheet.ts'

/** For how many people a rule of control holds, and for how many it does not. */
export interface Checked {
  readonly check: Check
  readonly held: number
  readonly notHeld: number
}

/** Asks every rule of control about everyone whom it concerns, and reports each person for whom it does not hold. */
export const askChecks = (scheme: Scheme, sheets: readonly Sheet[], report: Report): readonly Checked[] =>
  scheme.checks.map((check) => {
    const formula = formulaOf(check, scheme)
    const answers = sheets.map((sheet) => ({ sheet, holds: sheet.known(figureOf(check)) }))
    const failed = answers.filter(({ holds }) => holds === false)
    for (const { sheet } of failed) reportFailed(check, formula, sheet, report)
    return { check, held: answers.filter(({ holds }) => holds === true).length, notHeld: failed.length }
  })

const figureOf = ({ id }: Pick<Check, 'id'>): string => `check.${id}`

function formulaOf(check: Check, { figures }: Scheme): Expression {
  const method = figures.find(({ name }) => name === figureOf(check))?.method
  if (method?.by !== 'formula') throw new Error(`The check ${check.id} has no formula.`)
  return method.formula
}

function reportFailed(check: Check, formula: Expression, sheet: Sheet, report: Report): void {
  const { id, severity, says, clause } = check
  const { person } = sheet
  const text = { en: says.en ?? says.zh ?? formula.text, zh: says.zh ?? says.en ?? formula.text }
  const facts = {
    person: person.id,
    check: id,
    says: text,
    clause: clauseOf(clause),
    data: dataOf(formula, sheet),
  }
  const code = severity === 'error' ? 'check-failed' : 'check-warned'
  report(code, { ...person.place, field: figureOf(check) }, facts)
}

const clauseOf = (clause: string | undefined): Phrase =>
  clause === undefined ? { en: '', zh: '' } : { en: ` (clause ${clause})`, zh: `（${clause}）` }

/** A fraction that has no end as a decimal is followed by its first decimals. */
function readable(value: Value): string {
  const text = printValue(value)
  return isExact(value) && text.includes('/') ? `${text} (≈ ${printFixed(value, 6)})` : text
}

/** What the condition read, each once. */
function dataOf(formula: Expression, sheet: Sheet): string {
  const notes = new Notes()
  evaluate(formula, sheet, notes)
  return [...new Set(notes.all.flatMap(readIn))].join(', ')
}

function readIn({ asked, found, inner }: Note): readonly string[] {
  if (asked.kind === 'call' || asked.kind === 'argument' || asked.kind === 'part')
    return inner.flatMap(readIn)
  const name = 'space' in asked ? `${asked.space}.${asked.name}` : asked.name
  return isMissing(found) ? [] : [`${name} = ${readable(found)}`]
}
