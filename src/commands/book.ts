import { resolve } from 'node:path'
import { Findings } from '../core/findings/finding.ts'
import { printFen } from '../core/values/fen.ts'
import { inspectBook, type ListedPeriod } from './book/inspect.ts'
import { publicKeyOf } from './book/keys.ts'
import { drawTable } from './draw-table.ts'
import { exitCodeOf, plural, presentFindings, printFindingsJson } from './present-findings.ts'
import type { PrintingOptions } from './run-options.ts'
import { languageOf, type Shell } from './shell.ts'

export interface BookOptions extends PrintingOptions {
  readonly book: string
  readonly key?: string
}

const HEAD = [
  'period',
  'state',
  'people',
  'pay',
  'paid now',
  'deferred',
  'open balance',
  'seal',
  'signed',
  'wrong',
] as const
const SEAL_SHOWN = 12

/** Lists the periods of a book with what each comes to, checks everything that can be checked, and tells what is wrong. */
export async function book(options: BookOptions, shell: Shell): Promise<number> {
  const findings = new Findings()
  const place = { folder: resolve(shell.cwd, options.book), shown: options.book }
  const key = await publicKeyOf(options.key, findings, shell)
  const periods = findings.hasErrors ? [] : await inspectBook(place, key, findings.report)
  await presentFindings(findings, options, shell)
  const code = exitCodeOf(findings.sorted)
  if (periods.length === 0) {
    if (options.json) printFindingsJson(undefined, findings, options, shell)
    return code
  }
  if (options.json) {
    const wrong = findings.sorted.map((finding) => ({ code: finding.code, ...finding.place }))
    shell.out.write(
      `${JSON.stringify({ periods: periods.map((each) => ({ ...listed(each), wrong: wrongWith(each, findings) })), findings: wrong }, null, 2)}\n`,
    )
  } else if (!options.quiet) {
    const rows = periods.map((each) => [...cellsOf(each), wrongWith(each, findings).join(', ')])
    const open = periods.filter(({ state }) => state === 'open').length
    const said =
      languageOf(shell, options.lang) === 'zh'
        ? `共 ${periods.length} 个期间，其中未结账 ${open} 个。`
        : `${plural(periods.length, 'period')}, ${open} of them open.`
    shell.out.write(`${[...drawTable(HEAD, rows), '', said].join('\n')}\n`)
  }
  return code
}

/** The codes of what is wrong with a period, each once. */
const wrongWith = ({ name }: ListedPeriod, { sorted }: Findings): readonly string[] => [
  ...new Set(
    sorted
      .filter(({ severity, place }) => severity !== 'notice' && place.file.startsWith(`${name}/`))
      .map(({ code }) => code),
  ),
]

const shown = (fen: bigint | undefined): string | null => (fen === undefined ? null : printFen(fen))

const listed = ({ name, state, people, pay, balance, seal, signed }: ListedPeriod) => ({
  ...{ period: name, state, people: people ?? null },
  pay: shown(pay?.amount),
  paid_now: shown(pay?.paidNow),
  deferred: shown(pay?.deferred),
  open_balance: shown(balance),
  ...{ seal, signed },
})

const cellsOf = ({ name, state, people, pay, balance, seal, signed }: ListedPeriod): readonly string[] => [
  ...[name, state, `${people ?? ''}`],
  ...[pay?.amount, pay?.paidNow, pay?.deferred, balance].map((fen) => shown(fen) ?? ''),
  ...[seal.slice(0, SEAL_SHOWN), signed ? 'yes' : ''],
]
