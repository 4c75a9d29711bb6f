import type { Appraisal } from '../appraisal/appraisal.ts'
import type { Sheet } from '../appraisal/sheet.ts'
import type { DeferredTotals } from '../book/totals.ts'
import { type Exact, isExact, printFixed, ZERO } from '../values/exact.ts'
import { printFen } from '../values/fen.ts'
import { groupBy } from '../values/group.ts'
import { printValue } from '../values/value.ts'

/** One person in the summary's list. */
export interface RankedLine {
  readonly rank: string
  readonly manager_id: string
  readonly name: string
  readonly branch: string
  readonly total: string
  readonly rating: string
  readonly recommendation: string
}

/** Monthly pay by this period's rules, what its shorter periods paid of it, and the difference paid with this run. */
export interface ReconciledPay {
  readonly amount: string
  readonly paid: string
  /** The part of what was paid that went to people who are not in this run. */
  readonly outside: string
  readonly difference: string
}

/** The sums of deferred_totals.csv over everyone. */
export type LotTotals = Readonly<Record<(typeof LOT_SUMS)[number], string>>

export const LOT_SUMS = [
  'opening',
  'granted',
  'paid',
  'forfeited',
  'clawed_back',
  'adjusted',
  'closing',
] as const

/** What a run came to, in few numbers. */
export interface Summary {
  readonly period: string
  readonly scheme: string
  readonly people: number
  readonly appraised: number
  readonly ranked: number
  readonly ratings: Readonly<Record<string, number>>
  readonly recommendations: Readonly<Record<string, number>>
  readonly pay: { readonly amount: string; readonly paid_now: string; readonly deferred: string }
  /** What deferred lots came to, of everyone: opening + granted - paid - forfeited - clawed_back + adjusted = closing. */
  readonly lots?: LotTotals
  /** What corrections of earlier periods come to. */
  readonly corrected?: string
  /** Monthly pay compared: amount = paid - outside + difference. */
  readonly reconciled?: ReconciledPay
  /** Someone to ask about: the first of the ranking, else of the run. */
  readonly someone: string | undefined
  readonly top: readonly RankedLine[]
  readonly bottom: readonly RankedLine[]
}

const MOST_LISTED = 3

/** Sums a run up: people, ratings, recommendations, pay, and both ends of the ranking. */
export function summarise(appraisal: Appraisal): Summary {
  const { period, scheme, sheets, ranking, recommendations, reconciled } = appraisal
  const pay = appraisal.pay.filter(({ pays }) => pays === 'component')
  const corrections = appraisal.pay.filter(({ pays }) => pays === 'correction')
  const ranked = ranking.filter((sheet) => sheet.known('rank') !== undefined)
  const lots = appraisal.booking.totals.at(-1)
  const decimals = scheme.appraisal?.decimals ?? 0
  const bottom = ranked.slice(Math.max(MOST_LISTED, ranked.length - MOST_LISTED))
  return {
    period: period.id,
    scheme: `${scheme.id} ${scheme.version}`,
    people: sheets.length,
    appraised: ranking.length,
    ranked: ranked.length,
    ratings: countBy(ranking, (sheet) => textOf(sheet, 'rating')),
    recommendations: countBy(recommendations, ({ outcome }) => outcome),
    pay: {
      amount: total(pay.map(({ amount }) => amount)),
      paid_now: total(pay.map(({ paidNow }) => paidNow)),
      deferred: total(pay.map(({ deferred }) => deferred)),
    },
    ...(lots ? { lots: lotTotals(lots) } : {}),
    ...(corrections.length > 0 ? { corrected: total(corrections.map(({ amount }) => amount)) } : {}),
    ...(reconciled.length > 0 ? { reconciled: reconciledTotals(reconciled) } : {}),
    someone: (ranked[0] ?? sheets[0])?.person.id,
    top: ranked.slice(0, MOST_LISTED).map((sheet) => lineOf(sheet, decimals)),
    bottom: bottom.map((sheet) => lineOf(sheet, decimals)),
  }
}

const reconciledTotals = (components: Appraisal['reconciled']): ReconciledPay => ({
  amount: total(components.map(({ amount }) => amount)),
  paid: total(components.map(({ paid }) => paid)),
  outside: total(components.map(({ outside }) => outside)),
  difference: total(components.map(({ difference }) => difference)),
})

const lotTotals = (of: DeferredTotals): LotTotals => ({
  opening: printFen(of.opening),
  granted: printFen(of.granted),
  paid: printFen(of.paid),
  forfeited: printFen(of.forfeited),
  clawed_back: printFen(of.clawedBack),
  adjusted: printFen(of.adjusted),
  closing: printFen(of.closing),
})

const total = (amounts: readonly Exact[]): string =>
  printFixed(
    amounts.reduce((sum, amount) => sum.add(amount), ZERO),
    2,
  )

const countBy = <T>(items: readonly T[], keyOf: (item: T) => string): Readonly<Record<string, number>> =>
  Object.fromEntries([...groupBy(items, keyOf)].map(([key, group]) => [key, group.length]))

function textOf(sheet: Sheet, figure: string): string {
  const value = sheet.known(figure)
  return value === undefined ? '' : printValue(value)
}

function lineOf(sheet: Sheet, decimals: number): RankedLine {
  const total = sheet.known('total')
  return {
    rank: textOf(sheet, 'rank'),
    manager_id: sheet.person.id,
    name: sheet.person.name,
    branch: sheet.person.branch,
    total: isExact(total) ? printFixed(total, decimals) : '',
    rating: textOf(sheet, 'rating'),
    recommendation: textOf(sheet, 'recommendation'),
  }
}
