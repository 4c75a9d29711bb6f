import { type Expression, readsOf } from '../formula/formula.ts'
import { checkStep, readDeferral } from './deferral.ts'
import { type Draft, draftNumber } from './drafts.ts'
import type { ComponentEntry } from './file-shape.ts'
import { onlyOnce } from './people.ts'
import { type FormulaReading, formulaAt, labelOf, originOf, YESNO } from './reading.ts'
import type { Component } from './scheme.ts'
import type { Path } from './yaml.ts'

/** The pay components of a scheme, and the figures that are their amounts. */
export interface PayPart {
  readonly components: readonly Component[]
  readonly drafts: readonly Draft[]
}

const PATH = ['pay']

/** Reads the pay components, in the order in which they are paid out. */
export function readPay(reading: FormulaReading, entries: readonly ComponentEntry[] = []): PayPart {
  onlyOnce(
    reading,
    entries.map((_, index) => [...PATH, index, 'id']),
  )
  const read = entries.map((entry, index) => readComponent(reading, entry, [...PATH, index]))
  return {
    components: read.map(({ component }) => component),
    drafts: read.flatMap(({ draft }) => draft ?? []),
  }
}

function readComponent(
  reading: FormulaReading,
  entry: ComponentEntry,
  path: Path,
): { readonly component: Component; readonly draft: Draft | undefined } {
  const name = `pay.${entry.id}`
  checkStep(reading, entry.round, [...path, 'round'])
  const concerns = formulaAt(reading, name, [...path, 'for'], entry.for, YESNO)
  warnOfEveryKind(reading, entry, concerns, path)
  const component = {
    id: entry.id,
    label: labelOf(reading, entry.name),
    concerns,
    schedule: entry.schedule ?? 'with_run',
    defer: readDeferral(reading, name, entry.defer, [...path, 'defer']),
    ...originOf(reading, path, entry),
  } as const
  return { component, draft: draftNumber(reading, { name, path, entry, concerns }, 'amount', entry.amount) }
}

/**
 * Warns of a component that runs of several kinds of period would each pay with themselves, or each defer a part of. A `for`
 * that reads figures may tell the kinds apart by them.
 */
function warnOfEveryKind(
  { file, report, names }: FormulaReading,
  { id, schedule, defer, for: condition }: ComponentEntry,
  concerns: Expression | undefined,
  path: Path,
): void {
  const kinds = [...names.kinds.ids]
  if (kinds.length < 2 || (schedule === 'monthly' && !defer) || (condition !== undefined && !concerns)) return
  const reads = concerns && readsOf(concerns)
  if (reads && (reads.figures.size > 0 || [...reads.facts].some((fact) => fact.startsWith('period.')))) return
  const pay = schedule === 'monthly' ? { en: 'defer a part of', zh: '部分延期' } : { en: 'pay', zh: '支付' }
  const facts = { id, kinds: kinds.join(', '), last: kinds.at(-1) ?? '', pay }
  report('component-every-kind', file.placeOf([...path, 'id']), facts)
}
