import type { KeyObject } from 'node:crypto'
import type { Report } from '../../core/findings/finding.ts'
import { fenIn } from '../../core/values/fen.ts'
import { groupBy, sumOver } from '../../core/values/group.ts'
import { earlier } from '../../core/values/period.ts'
import { chainOf, isUntouched } from './chain.ts'
import { type BookPlace, foldersOf, type PeriodFolder, soundFile } from './folders.ts'
import { readRecords } from './own-csv.ts'
import { payIn } from './pay-file.ts'
import { areReadable } from './read-book.ts'
import { settle } from './recover.ts'
import { carries } from './restated.ts'
import { isSigned } from './seal.ts'
import { reportStale } from './stale.ts'

/** A version of a period as the list of a book shows it; amounts in fen. */
export interface ListedPeriod {
  readonly name: string
  /** `restated`: closed, and a later version stands beside it. */
  readonly state: 'open' | 'closed' | 'restated'
  /** Whom it pays, and what; undefined where its file is not there as it was written. */
  readonly people: number | undefined
  readonly pay: { readonly amount: bigint; readonly paidNow: bigint; readonly deferred: bigint } | undefined
  /** Deferred pay that stands open after it; undefined where no file tells. */
  readonly balance: bigint | undefined
  /** The hash of its seal; empty as long as it is open. */
  readonly seal: string
  readonly signed: boolean
}

/** Looks through a whole book: every period, what it comes to, and everything that can be checked of it. */
export async function inspectBook(
  { folder, shown }: BookPlace,
  key: KeyObject | undefined,
  report: Report,
): Promise<readonly ListedPeriod[]> {
  await settle(folder)
  const folders = await foldersOf(folder)
  if (folders.length === 0) report('book-missing', { file: shown }, { folder: shown })
  if (!areReadable(folders, report)) return []
  const chain = chainOf(folders, report)
  const isSound = chain !== undefined && (await isUntouched(chain, report))
  for (const each of folders) await checkFolder(each, isSound, key, report)
  reportStale(folders, folders, report)
  reportHoles(folders, report)
  reportBuiltOnRestated(folders, report)
  for (const { name } of folders.filter(({ version, seal }) => version > 1 && seal)) {
    if (folders.some((each) => carries(each, name))) continue
    report('correction-waits', { file: `${name}/pay_differences.csv` }, { version: name })
  }
  return Promise.all(folders.map((each) => listed(each, folders)))
}

async function checkFolder(
  folder: PeriodFolder,
  sealsAreSound: boolean,
  key: KeyObject | undefined,
  report: Report,
): Promise<void> {
  const { name, manifest, seal } = folder
  if (!manifest)
    report('book-changed', { file: `${name}/manifest.json` }, { period: name, file: 'manifest.json' })
  // Files of closed periods were looked at with their seals.
  if (!seal || !sealsAreSound) {
    for (const { file } of manifest?.outputs ?? []) await soundFile(folder, file, report)
  }
  if (seal && key && !isSigned(seal, key))
    report('seal-signature', { file: `${name}/seal.json` }, { period: name })
}

/** Warns of periods that lie between others of their kind and are not there. */
function reportHoles(folders: readonly PeriodFolder[], report: Report): void {
  for (const [, kind] of groupBy(folders, ({ period }) => period.kind)) {
    for (const [index, { period }] of kind.entries()) {
      const before = kind[index - 1]?.period
      const missing: string[] = []
      for (let step = 1; before && earlier(period, step).last > before.last; step++)
        missing.unshift(earlier(period, step).id)
      if (!before || missing.length === 0) continue
      const facts = { before: before.id, after: period.id, missing: missing.join(', ') }
      report('book-hole', { file: `${period.id}/manifest.json` }, facts)
    }
  }
}

/** Tells of periods that were made from a version of another one that has been corrected since. */
function reportBuiltOnRestated(folders: readonly PeriodFolder[], report: Report): void {
  const sealed = folders.filter(({ seal }) => seal !== undefined)
  for (const { name, manifest, period } of folders) {
    const read = new Set((manifest?.book ?? []).map(({ file }) => file))
    const before = sealed.filter(
      (each) => each.period.id !== period.id && read.has(`${each.name}/figures.csv`),
    )
    for (const each of before) {
      const last = sealed.findLast((other) => other.period.id === each.period.id)
      if (!last || last === each) continue
      const facts = { period: name, before: each.name, version: last.name }
      report('built-on-restated', { file: `${name}/manifest.json` }, facts)
    }
  }
}

async function listed(folder: PeriodFolder, all: readonly PeriodFolder[]): Promise<ListedPeriod> {
  const { name, period, version, seal, sealHash } = folder
  const silent: Report = () => undefined
  const [pay, totals] = await Promise.all([
    soundFile(folder, 'pay.csv', silent),
    soundFile(folder, 'deferred_totals.csv', silent),
  ])
  const lines = pay && payIn(pay.bytes)
  const later = all.some((each) => each.period.id === period.id && each.version > version)
  return {
    name,
    state: seal ? (later ? 'restated' : 'closed') : 'open',
    people: lines && new Set(lines.map(({ manager }) => manager)).size,
    pay: lines && {
      amount: sumOver(lines, ({ amount }) => amount),
      paidNow: sumOver(lines, ({ paidNow }) => paidNow),
      deferred: sumOver(lines, ({ deferred }) => deferred),
    },
    balance: totals && openAfter(totals.bytes),
    seal: seal ? sealHash : '',
    signed: seal !== undefined && isSigned(seal),
  }
}

/** The closing of the whole, which the last line has; without any line nothing stands open. */
function openAfter(totals: Uint8Array): bigint {
  const last = readRecords(totals).at(-1)
  return last ? fenIn(last.at(-1)) : 0n
}
