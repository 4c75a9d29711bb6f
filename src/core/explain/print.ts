import type { Language } from '../findings/finding.ts'
import { isExact, parseExact, printFixed } from '../values/exact.ts'
import type { Explained, ExplainedMeasure, ExplainedRow } from './explained.ts'
import { EXPLAIN_WORDS, type ExplainWords } from './words.ts'

/** How many members of a group are printed; `--json` has them all. */
const MOST_MEMBERS = 50

/** The tree of an explanation as lines of text, each step under what it explains. */
export function printExplained(explained: Explained, language: Language): readonly string[] {
  const words = EXPLAIN_WORDS[language]
  return [headline(explained, words), ...printParts(explained, words, '')]
}

function printParts({ parts }: Explained, words: ExplainWords, indent: string): readonly string[] {
  const shown = parts.filter(({ kind }, index) => kind !== 'member' || index < MOST_MEMBERS)
  const more = parts.length - shown.length
  const lines = shown.flatMap((part, index) => {
    const last = more === 0 && index === shown.length - 1
    const line = `${indent}${last ? '└ ' : '├ '}${headline(part, words)}`
    return [line, ...printParts(part, words, `${indent}${last ? '  ' : '│ '}`)]
  })
  return more === 0 ? lines : [...lines, `${indent}└ ${words.moreMembers(more)}`]
}

/** The step in one line: name, value, how it came about, and who says so. */
function headline(step: Explained, words: ExplainWords): string {
  const value = saidOf(step, words)
  const how = howOf(step, words).filter((part) => part !== undefined && part !== false)
  const origin = originOf(step, words)
  const tail = [...how, ...(origin === '' ? [] : [`[${origin}]`])].join(words.join)
  return `${nameOf(step, words)}${value}${tail === '' ? '' : `  ${tail}`}`
}

/** An event has no value of its own. */
function saidOf({ kind, value }: Explained, words: ExplainWords): string {
  if (value === undefined) return kind === 'event' ? '' : ` = ${words.none}`
  return ` = ${readable(value)}`
}

/** A fraction that has no end as a decimal is followed by its first decimals. */
function readable(value: string): string {
  const number = value.includes('/') ? parseExact(value) : undefined
  return isExact(number) ? `${value} (≈ ${printFixed(number, 6)})` : value
}

function nameOf(
  { kind, name, key, label, adjustment, movement, event }: Explained,
  words: ExplainWords,
): string {
  if (kind === 'case') return words.rule(name)
  if (kind === 'deferral') return words.deferred(name)
  if (kind === 'earlier') return words.earlier(name, key)
  if (movement) return `${movement.on} ${words.movements[movement.movement]}`
  if (event) return words.event(name, event)
  if (adjustment) {
    const { mode, reason, requestedBy, approvedBy } = adjustment
    return words.adjustment(name, mode, reason, requestedBy, approvedBy)
  }
  return label === undefined || label === name ? name : `${name}${words.brackets(label)}`
}

function howOf(step: Explained, words: ExplainWords): readonly (string | false | undefined)[] {
  if (step.again) return [words.again]
  const { kind, formula, rounding, measure, row, key, since, lot, movement } = step
  return [
    step.value === undefined && step.why,
    lot && words.lot(lot),
    movement && words.booked(movement),
    kind === 'difference' && words.difference,
    kind === 'ranking' && formula !== undefined ? `${words.position} ${formula}` : oneLine(formula),
    rounding &&
      rounding.from !== step.value &&
      words.rounded(readable(rounding.from), rounding.step, words.modes[rounding.mode]),
    measure && words.measure(withReadable(measure), filtersOf(measure, words)),
    row && words.row({ ...row, argument: readable(row.argument) }, boundsOf(row)),
    ...(row?.parts.map(({ amount, rate, gives }) => words.part(amount, rate, gives)) ?? []),
    kind === 'value' && key !== undefined ? words.forKey(key) : undefined,
    since && words.since(since),
  ]
}

const oneLine = (formula: string | undefined): string | undefined => formula?.replace(/\s+/g, ' ').trim()

const withReadable = (measure: ExplainedMeasure): ExplainedMeasure => ({
  ...measure,
  sum: readable(measure.sum),
})

function filtersOf(measure: ExplainedMeasure, words: ExplainWords): string {
  const { where, amount, on, table, weigh } = measure
  const bounds = Object.entries(amount).map(([bound, value]) => `${bound} ${value}`)
  const named = {
    ...where,
    ...(bounds.length > 0 ? { amount: bounds } : {}),
    ...(on.length > 0 ? { on } : {}),
    ...(table === undefined ? {} : { table: [table] }),
  }
  const filters = Object.entries(named).map(([column, values]) => `${column}: ${values.join(', ')}`)
  const weights = Object.values(weigh).flatMap((each) =>
    Object.entries(each).map(([name, by]) => `${name} × ${by}`),
  )
  const all = [...filters, ...weights]
  return all.length === 0 ? '' : words.brackets(all.join(words.join))
}

function boundsOf({ from, to, includes }: ExplainedRow): string {
  const [low, high] = [from ?? '-∞', to ?? '+∞']
  const opens = includes === 'lower' && from !== undefined ? '[' : '('
  return `${opens}${low}, ${high}${includes === 'upper' && to !== undefined ? ']' : ')'}`
}

function originOf({ clause, source, line }: Explained, words: ExplainWords): string {
  const said = [
    clause === undefined ? undefined : words.clause(clause),
    source === undefined ? undefined : words.source(source),
    line === undefined ? undefined : words.line(line),
  ]
  return said.filter((part) => part !== undefined).join(words.comma)
}
