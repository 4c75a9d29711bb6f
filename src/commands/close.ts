import { join, resolve } from 'node:path'
import { type Approval, signOff } from '../core/book/sign-off.ts'
import { Findings } from '../core/findings/finding.ts'
import { near } from '../core/findings/near.ts'
import { readScheme } from '../core/scheme/read-scheme.ts'
import { openExports } from '../engines/open.ts'
import { chainOf, isUntouched, type Sealed } from './book/chain.ts'
import { type BookPlace, foldersOf, type PeriodFolder, soundFile } from './book/folders.ts'
import { holdBook } from './book/hold.ts'
import { privateKeyOf } from './book/keys.ts'
import { payIn } from './book/pay-file.ts'
import { areReadable } from './book/read-book.ts'
import { sealDraft } from './book/recover.ts'
import { sealFile, sealOf, signed } from './book/seal.ts'
import { staleIn, wordsOfStale } from './book/stale.ts'
import { toSign } from './book/to-sign.ts'
import { addFile, sha256 } from './files.ts'
import { exitCodeOf, presentFindings, printFindingsJson } from './present-findings.ts'
import type { PrintingOptions } from './run-options.ts'
import { orUnwritable } from './run-period.ts'
import { languageOf, type Shell } from './shell.ts'

export interface CloseOptions extends PrintingOptions {
  readonly book: string
  readonly key?: string
  /** How many seconds to wait for another command that works on the book. */
  readonly wait: string
  /** The folder with approvals.csv. */
  readonly input?: string
}

/** Closes a period: sets its seal, which no later run changes; nothing is done where something stands against it. */
export async function close(period: string, options: CloseOptions, shell: Shell): Promise<number> {
  const findings = new Findings()
  const place = { folder: resolve(shell.cwd, options.book), shown: options.book }
  const seal = await orUnwritable(options.book, findings, () =>
    closeHeld(period, place, options, findings, shell),
  )
  await presentFindings(findings, options, shell)
  if (seal === undefined) {
    if (options.json) printFindingsJson(period, findings, options, shell)
    return exitCodeOf(findings.sorted)
  }
  tell(period, seal, options, shell)
  return 0
}

function tell(period: string, seal: string, options: CloseOptions, shell: Shell): void {
  const signed = options.key !== undefined
  if (options.json) shell.out.write(`${JSON.stringify({ period, seal, signed }, null, 2)}\n`)
  if (options.json || options.quiet) return
  shell.out.write(
    languageOf(shell, options.lang) === 'zh'
      ? `${period} 已结账${signed ? '并签名' : ''}。封印 ${seal}\n`
      : `${period} is closed${signed ? ' and signed' : ''}. Seal ${seal}\n`,
  )
}

/** Sets the seal while the book is held; gives its hash. */
async function closeHeld(
  name: string,
  place: BookPlace,
  options: CloseOptions,
  findings: Findings,
  shell: Shell,
): Promise<string | undefined> {
  const { report } = findings
  const key = await privateKeyOf(options.key, findings, shell)
  if ((await foldersOf(place.folder)).length === 0) {
    report('book-missing', { file: place.shown }, { folder: place.shown })
    return undefined
  }
  const release = await holdBook(place, `close ${name}`, options.wait, report)
  if (!release) return undefined
  try {
    const folders = await foldersOf(place.folder)
    const closing = await closable(name, folders, findings)
    if (!closing || findings.hasErrors) return undefined
    const approvals = await approvalsOf(closing.folder, options, findings, shell)
    if (findings.hasErrors) return undefined
    const seal = sealOf(name, closing.folder.manifestHash, closing.before, approvals)
    const file = sealFile(key ? signed(seal, key) : seal)
    await addFile(join(place.folder, sealDraft(name)), closing.folder.path, file)
    return sha256(file.bytes)
  } finally {
    await release()
  }
}

/** The folder to be closed and the seal that was set last; undefined, with findings, where something stands against it. */
async function closable(
  name: string,
  folders: readonly PeriodFolder[],
  { report }: Findings,
): Promise<{ readonly folder: PeriodFolder; readonly before: Sealed | undefined } | undefined> {
  const folder = folders.find((each) => each.name === name)
  if (!folder) {
    const likeliest = near(
      name,
      folders.map((each) => each.name),
    )
    report('book-no-period', { file: name }, { period: name, likeliest })
    return undefined
  }
  if (!areReadable(folders, report)) return undefined
  const chain = chainOf(folders, report)
  if (folder.seal) report('period-closed', { file: `${name}/seal.json` }, { period: name })
  if (!chain || folder.seal || !(await isUntouched(chain, report))) return undefined
  for (const { file } of folder.manifest?.outputs ?? []) await soundFile(folder, file, report)
  if (!folder.manifest)
    report('book-changed', { file: `${name}/manifest.json` }, { period: name, file: 'manifest.json' })
  for (const stale of staleIn([folder], folders).slice(0, 1)) {
    const facts = { period: name, made: stale.file, has: wordsOfStale(stale) }
    report('close-stale', { file: `${name}/manifest.json` }, facts)
  }
  const open = folders.filter(({ seal, period }) => !seal && period.last < folder.period.last)
  for (const earlier of open) {
    report('close-order', { file: `${earlier.name}/manifest.json` }, { earlier: earlier.name, period: name })
  }
  return { folder, before: chain.at(-1) }
}

/** The approvals that count for a run that is to be closed; findings where one that the scheme asks for lacks. */
async function approvalsOf(
  folder: PeriodFolder,
  { input }: CloseOptions,
  { report }: Findings,
  shell: Shell,
): Promise<Approval[]> {
  const { name, manifest, manifestHash } = folder
  const file = await soundFile(folder, 'scheme.yaml', report)
  const scheme = file && readScheme(new TextDecoder().decode(file.bytes), `${name}/scheme.yaml`, report)
  if (!scheme || !manifest || scheme.signOff.size === 0) return []
  const exports = input === undefined ? undefined : await openExports(resolve(shell.cwd, input), report)
  const rows = exports ? await exports.rows('approvals') : []
  const pay = await soundFile(folder, 'pay.csv', report)
  const paid = new Set(pay ? payIn(pay.bytes).map(({ manager }) => manager) : [])
  const things = toSign(scheme, name, manifest, manifestHash)
  const signed = signOff(things, rows, (person) => paid.has(person), report)
  for (const { what, hash, missing } of signed) {
    if (missing.length > 0)
      report('sign-off-missing', { file: `${name}/manifest.json` }, { what, hash, roles: missing.join(', ') })
  }
  return signed.flatMap(({ approvals }) => approvals)
}
