import type { Appraisal } from './appraisal/appraisal.ts'
import { appraisePeople } from './appraisal/appraise-people.ts'
import { choosePeriod } from './appraisal/choose-period.ts'
import { prepareRun } from './appraisal/prepare-run.ts'
import { beginSums } from './appraisal/sum-tables.ts'
import type { Book } from './book/book.ts'
import { bookDeferred } from './deferral/book-period.ts'
import { checkStated } from './deferral/opening.ts'
import type { Findings } from './findings/finding.ts'
import { readScheme } from './scheme/read-scheme.ts'
import type { Engine } from './tables/engine.ts'
import { prepareTables, readGrounds } from './tables/prepare.ts'
import type { Day } from './values/calendar.ts'
import type { Period, PeriodKind } from './values/period.ts'

/** What a run is asked to do. */
export interface Job {
  readonly scheme: { readonly text: string; readonly file: string }
  readonly engine: Engine
  /** The kind of period; the scheme's first where absent. */
  readonly kind: PeriodKind | undefined
  /** The period to appraise; the one that holds the latest day of the exports where absent. */
  readonly period: Period | undefined
  /** The day whose knowledge counts: rules and facts of later days are left out; all are taken where absent. */
  readonly asOf?: Day | undefined
  /** Whether the source of the opening lots states what they come to. */
  readonly statesOpening: boolean
  /** Whether the clients are asked for themselves. */
  readonly clients?: boolean
  /** The periods of the book before the one appraised, and those within it. */
  readonly book: (run: Period, scheme: string) => Promise<Book>
}

/** The whole way from exports and scheme to an appraisal; undefined where a stage found errors. */
export async function appraise(job: Job, findings: Findings): Promise<Appraisal | undefined> {
  const { engine } = job
  const { report } = findings
  const read = readScheme(job.scheme.text, job.scheme.file, report)
  const scheme = read && job.clients ? { ...read, needs: { ...read.needs, clients: true } } : read
  const kind = job.period?.kind ?? job.kind ?? scheme?.periods[0] ?? 'quarter'
  const grounds = await readGrounds(engine)
  // The large tables are read while the other small ones are.
  const summing = beginSums(engine, scheme, grounds, job.period?.last ?? kind)
  const tables = await prepareTables(engine, grounds, scheme, kind, report)
  const sums = await summing
  if (!scheme) return undefined
  const period = choosePeriod(job, scheme, sums, findings)
  if (!period) return undefined
  const book = await job.book(period, scheme.id)
  checkStated(tables.small.opening_lots, job.statesOpening, report)
  const run = prepareRun({ scheme, period, tables, sums, book, asOf: job.asOf }, report)
  if (findings.hasErrors) return undefined
  const appraised = appraisePeople(run, report)
  const booked = bookDeferred(run, appraised, report)
  return findings.hasErrors ? undefined : { ...appraised, ...booked }
}
