import { fill } from '../findings/sentence.ts'
import { SENTENCES } from '../findings/sentences.ts'
import { type Asked, evaluate } from '../formula/formula.ts'
import { lookUp } from '../scheme/tiers.ts'
import { tiersOn, valueOn } from '../scheme/values-in-force.ts'
import { printDay } from '../values/calendar.ts'
import { type Exact, printExact } from '../values/exact.ts'
import { isMissing, type Missing } from '../values/missing.ts'
import { earlier } from '../values/period.ts'
import { printValue, type Value } from '../values/value.ts'
import type { Explained } from './explained.ts'
import { type Explainer, originOf, printed, textOf } from './explainer.ts'

type Read = Exclude<Asked, { readonly kind: 'argument' | 'figure' | 'group' | 'call' | 'part' }>

/** One thing that a formula read besides figures: where it stands, since when and by which row or key it was found. */
export function explainRead(asked: Read, found: Value | Missing, by: Explainer): Explained {
  const leaf = { name: asked.name, value: printed(found), why: whyMissing(found, asked.name, by), parts: [] }
  switch (asked.kind) {
    case 'value':
      return { ...leaf, kind: 'value', ...givenOf(asked.name, asked.key, by) }
    case 'table':
      return { ...leaf, kind: 'table', ...rowOf(asked.name, asked.argument, by) }
    case 'fact':
      return {
        ...leaf,
        kind: 'fact',
        name: `${asked.space}.${asked.name}`,
        parts: besides(asked.space, asked.name, by),
      }
    case 'previous':
      return { ...leaf, kind: 'earlier', key: earlier(by.period, asked.periods).id }
    case 'at':
      return { ...leaf, kind: 'earlier', key: asked.period.id }
    case 'latest':
      return { ...leaf, kind: 'earlier' }
  }
}

/** Who decided on a proposal and when, beside what was decided. */
function besides(space: string, name: string, { record }: Explainer): readonly Explained[] {
  if (space !== 'confirmation' || name !== 'decision') return []
  return ['confirmation.by', 'confirmation.on', 'confirmation.to_grade'].flatMap((fact) => {
    const value = record.figures.get(fact)
    return value === undefined ? [] : [{ kind: 'fact' as const, name: fact, value, parts: [] }]
  })
}

function givenOf(name: string, asked: string | undefined, by: Explainer) {
  const { scheme, period, scope, part = period } = by
  const dated = scheme.values.get(name)
  if (!dated) return {}
  const own = dated.by && asked === undefined ? evaluate(dated.by, scope) : asked
  const key = own === undefined || isMissing(own) ? undefined : printValue(own)
  const given = valueOn(dated, part.last, key)
  if (isMissing(given)) return { key }
  const since = given.since === undefined ? undefined : printDay(given.since)
  const { clause = dated.clause, source = dated.source, place } = given
  return { key, since, clause, source, line: place.line, label: textOf(dated.label, by) }
}

function rowOf(name: string, argument: Exact, by: Explainer): Partial<Explained> {
  const { scheme, period, part = period } = by
  const table = scheme.tables.get(name)
  const tiers = table && tiersOn(table, part.last)
  const found = tiers && !isMissing(tiers) ? lookUp(tiers, argument) : undefined
  if (!table || !found || isMissing(found)) return {}
  const { from, to } = found.row
  const since = tiers && !isMissing(tiers) ? tiers.since : undefined
  return {
    since: since === undefined ? undefined : printDay(since),
    ...originOf({ ...table, place: found.row.place }),
    label: textOf(table.label, by),
    row: {
      argument: printExact(argument),
      from: from && printExact(from),
      to: to && printExact(to),
      includes: table.includes,
      parts: found.parts.map(({ row, amount, gives }) => ({
        amount: printExact(amount),
        rate: printValue(row.gives),
        gives: printExact(gives),
      })),
    },
  }
}

/** Why a value is not there, in the words of its finding. */
export function whyMissing(
  found: Value | Missing,
  figure: string,
  { record, language }: Explainer,
): string | undefined {
  if (!isMissing(found)) return undefined
  const [sentence] = SENTENCES[found.missing][language]
  return fill(sentence, { person: record.manager, figure, ...found.facts }, language)
}
