import { resolve } from 'node:path'
import { Findings } from '../core/findings/finding.ts'
import { near } from '../core/findings/near.ts'
import { SHEETS } from '../core/ledger-sheets/index.ts'
import type { LedgerSheet } from '../core/ledger-sheets/sheet.ts'
import { LedgerView } from '../core/ledger-sheets/view.ts'
import { type Day, type Interval, parseDay, startOfYear } from '../core/values/calendar.ts'
import { parsePeriod } from '../core/values/period.ts'
import { readLedger } from './book/read-ledger.ts'
import { type DeferFormat, type DeferredSource, presentDeferred } from './present-deferred.ts'
import { exitCodeOf, presentFindings, printFindingsJson } from './present-findings.ts'
import type { PrintingOptions } from './run-options.ts'
import { orUnwritable } from './run-period.ts'
import type { Shell } from './shell.ts'

export interface DeferOptions extends PrintingOptions {
  readonly book: string
  readonly asOf: string
  readonly manager?: string
  readonly period?: string
  readonly sheet?: string
  readonly format: DeferFormat
  readonly out?: string
}

/** Makes the sheets of deferred pay from a book, as it was known on a day. */
export async function defer(options: DeferOptions, shell: Shell): Promise<number> {
  const findings = new Findings()
  const asked = askedFor(options, findings)
  const source = asked && (await sourceOf(asked, options, findings, shell))
  if (source && !findings.hasErrors) {
    await orUnwritable(options.out ?? '', findings, () =>
      presentDeferred(source, asked?.chosen, options, shell),
    )
  }
  await presentFindings(findings, options, shell)
  if (findings.hasErrors && options.json) printFindingsJson(undefined, findings, options, shell)
  return exitCodeOf(findings.sorted)
}

/** Formats that tell every line. */
const JOURNALS: ReadonlySet<DeferFormat> = new Set(['hledger', 'beancount'])

interface Asked {
  readonly asOf: Day
  readonly days: Interval
  readonly chosen: LedgerSheet | undefined
}

/** What the options ask for; undefined, with findings, where they are not understood. */
function askedFor({ asOf, period, sheet }: DeferOptions, { report }: Findings): Asked | undefined {
  const day = parseDay(asOf)
  const asked = period === undefined ? undefined : parsePeriod(period)
  const chosen = SHEETS.find(({ name }) => name === sheet)
  if (day === undefined) report('day-option', { file: '--as-of' }, { found: asOf })
  if (period !== undefined && !asked)
    report('period-option', { file: '--period' }, { found: period, kind: 'month, quarter, half or year' })
  if (sheet !== undefined && !chosen) {
    const names = SHEETS.map(({ name }) => name)
    report(
      'sheet-option',
      { file: '--sheet' },
      { found: sheet, known: names.join(', '), likeliest: near(sheet, names) },
    )
  }
  if (day === undefined || (period !== undefined && !asked) || (sheet !== undefined && !chosen))
    return undefined
  return { asOf: day, days: asked ?? { first: startOfYear(day), last: day }, chosen }
}

async function sourceOf(
  { asOf, days, chosen }: Asked,
  { book, manager, format, json }: DeferOptions,
  { report }: Findings,
  shell: Shell,
): Promise<DeferredSource | undefined> {
  const view = new LedgerView(asOf, days, manager, JOURNALS.has(format))
  const facts = await readLedger({ folder: resolve(shell.cwd, book), shown: book }, view, report)
  if (!facts) return undefined
  if (manager !== undefined && view.lots.length === 0) {
    const managers = new Set([...view.ledger.lots].map(({ key }) => key.manager))
    report('defer-manager', { file: '--manager' }, { manager, likeliest: near(manager, managers) })
    return undefined
  }
  return {
    view,
    currency: facts.currency,
    // Of everyone together a person reads what they come to; of one person or one sheet everything.
    totalsOnly: format === 'table' && !json && manager === undefined && chosen === undefined,
    nameOf: (id) => facts.names.get(id) ?? '',
    leavers: facts.leavers.filter((leaver) => manager === undefined || leaver.manager === manager),
  }
}
