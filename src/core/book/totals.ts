import { groupBy } from '../values/group.ts'
import { compareText } from '../values/text.ts'
import { effectOf, type LedgerLine, type Movement } from './lot.ts'

/** What deferred pay came to in a period, in fen: opening + granted - paid - forfeited - clawed back + adjusted = closing. */
export interface DeferredTotals {
  /** Empty for the whole. */
  readonly manager: string
  /** Empty for all components together. */
  readonly component: string
  readonly opening: bigint
  readonly granted: bigint
  readonly paid: bigint
  readonly forfeited: bigint
  readonly clawedBack: bigint
  readonly adjusted: bigint
  readonly closing: bigint
}

/** What stood in one person's component before a period, in fen. */
export interface OpeningBalance {
  readonly manager: string
  readonly component: string
  readonly balance: bigint
}

interface Part extends OpeningBalance {
  readonly lines: readonly LedgerLine[]
}

/** The totals by person and component, by person, and of the whole; each is asserted to add up. */
export function totalsOf(
  openings: readonly OpeningBalance[],
  lines: readonly LedgerLine[],
): readonly DeferredTotals[] {
  const byKey = new Map<string, Part>()
  for (const opening of openings) addTo(byKey, opening, [])
  for (const [, group] of groupBy(lines, ({ lot }) => keyOf(lot))) {
    const [first] = group
    if (first) addTo(byKey, { ...first.lot, balance: 0n }, group)
  }
  const parts = [...byKey.values()].filter(({ balance, lines }) => balance !== 0n || lines.length > 0)
  return withSums(parts.map(totalOf))
}

/** Totals by person and component with those of each person and of the whole after them; each is asserted to add up. */
export function withSums(parts: readonly DeferredTotals[]): readonly DeferredTotals[] {
  const sorted = [...parts].sort(
    (a, b) => compareText(a.manager, b.manager) || compareText(a.component, b.component),
  )
  const ofPeople = [...groupBy(sorted, ({ manager }) => manager)].flatMap(([manager, own]) => [
    ...own.map(asserted),
    addedUp(manager, own),
  ])
  const all = ofPeople.filter(({ component }) => component === '')
  return all.length === 0 ? [] : [...ofPeople, addedUp('', all)]
}

const keyOf = ({ manager, component }: Pick<OpeningBalance, 'manager' | 'component'>): string =>
  `${manager.length} ${manager}${component}`

function addTo(byKey: Map<string, Part>, opening: OpeningBalance, lines: readonly LedgerLine[]): void {
  const { manager, component, balance } = opening
  const known = byKey.get(keyOf(opening))
  byKey.set(keyOf(opening), {
    ...{ manager, component },
    balance: (known?.balance ?? 0n) + balance,
    lines: [...(known?.lines ?? []), ...lines],
  })
}

function totalOf({ manager, component, balance, lines }: Part): DeferredTotals {
  const sum = (movement: Movement) =>
    lines.reduce((all, line) => (line.movement === movement ? all + line.amount : all), 0n)
  const total = {
    ...{ manager, component },
    opening: balance + sum('opening'),
    granted: sum('granted'),
    paid: sum('paid'),
    forfeited: sum('forfeited'),
    clawedBack: sum('clawed_back'),
    adjusted: sum('adjusted'),
  }
  const closing = lines.reduce((all, line) => all + effectOf(line), balance)
  return { ...total, closing }
}

function addedUp(manager: string, parts: readonly DeferredTotals[]): DeferredTotals {
  const sum = (of: (part: DeferredTotals) => bigint) => parts.reduce((all, part) => all + of(part), 0n)
  return asserted({
    ...{ manager, component: '' },
    opening: sum(({ opening }) => opening),
    granted: sum(({ granted }) => granted),
    paid: sum(({ paid }) => paid),
    forfeited: sum(({ forfeited }) => forfeited),
    clawedBack: sum(({ clawedBack }) => clawedBack),
    adjusted: sum(({ adjusted }) => adjusted),
    closing: sum(({ closing }) => closing),
  })
}

function asserted(total: DeferredTotals): DeferredTotals {
  const { opening, granted, paid, forfeited, clawedBack, adjusted, closing } = total
  if (opening + granted - paid - forfeited - clawedBack + adjusted === closing) return total
  throw new Error(`Deferred pay of ${total.manager} ${total.component} does not add up.`)
}
