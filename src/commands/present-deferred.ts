import { join, resolve } from 'node:path'
import type { Language } from '../core/findings/finding.ts'
import { toBeancount } from '../core/formats/beancount.ts'
import { toCsv } from '../core/formats/csv.ts'
import { toHledger } from '../core/formats/hledger.ts'
import { journalOf } from '../core/formats/journal.ts'
import { SHEETS } from '../core/ledger-sheets/index.ts'
import type { LedgerSheet } from '../core/ledger-sheets/sheet.ts'
import type { SheetSource } from '../core/ledger-sheets/view.ts'
import type { Table } from '../core/reports/table.ts'
import { printDay } from '../core/values/calendar.ts'
import { drawTable } from './draw-table.ts'
import { type OutputFile, placeFiles } from './files.ts'
import type { PrintingOptions } from './run-options.ts'
import { languageOf, type Shell } from './shell.ts'

export type DeferFormat = 'table' | 'csv' | 'json' | 'xlsx' | 'hledger' | 'beancount'

/** What a book tells of deferred pay, with the currency that it is in. */
export interface DeferredSource extends SheetSource {
  readonly currency: string
}

type Options = PrintingOptions & {
  readonly format: DeferFormat
  readonly manager?: string
  readonly out?: string
}

/** Writes the sheets in a format: to the results, or into a folder where one is named; one sheet alone where it is chosen. */
export async function presentDeferred(
  source: DeferredSource,
  chosen: LedgerSheet | undefined,
  options: Options,
  shell: Shell,
): Promise<void> {
  const format = options.json ? 'json' : options.format
  const files = await filesOf(source, chosen, format, options, shell)
  if (options.out !== undefined) {
    await placeFiles(resolve(shell.cwd, options.out), files)
    if (!options.quiet) for (const { name } of files) shell.err.write(`${join(options.out, name)}\n`)
    return
  }
  for (const { bytes } of files) shell.out.write(new TextDecoder().decode(bytes))
}

async function filesOf(
  source: DeferredSource,
  chosen: LedgerSheet | undefined,
  format: DeferFormat,
  options: Options,
  shell: Shell,
): Promise<readonly OutputFile[]> {
  const wanted = chosen ? [chosen] : SHEETS
  switch (format) {
    case 'csv':
      return wanted.map(({ name, table }) => fileOf(`${name}.csv`, toCsv(table(source))))
    case 'json':
      return [fileOf('deferred.json', toJson(source, wanted))]
    case 'table':
      return [fileOf('deferred.txt', drawn(source, wanted, languageOf(shell, options.lang)))]
    case 'xlsx':
      return [{ name: 'deferred.xlsx', bytes: await workbook(source, wanted), confidential: true }]
    default: {
      const journal = journalOf(source.view.lines, source.currency)
      const text =
        format === 'hledger' ? toHledger(journal, source.view.asOf) : toBeancount(journal, source.view.asOf)
      return [fileOf(`deferred.${format === 'hledger' ? 'journal' : 'beancount'}`, text)]
    }
  }
}

const fileOf = (name: string, text: string): OutputFile => ({
  name,
  bytes: new TextEncoder().encode(text),
  confidential: true,
})

/** The sheets as one workbook. */
async function workbook(source: DeferredSource, wanted: readonly LedgerSheet[]): Promise<Uint8Array> {
  const { toXlsx } = await import('../core/formats/xlsx.ts')
  return toXlsx(wanted.map(({ name, table }) => ({ name, table: table(source) })))
}

/** Every sheet as a list of objects by column; money stays text. */
function toJson(source: DeferredSource, wanted: readonly LedgerSheet[]): string {
  const content = Object.fromEntries(wanted.map(({ name, table }) => [name, objectsOf(table(source))]))
  return `${JSON.stringify({ as_of: printDay(source.view.asOf), ...content }, null, 2)}\n`
}

const objectsOf = ({ header, rows }: Table) =>
  [...rows].map((row) => Object.fromEntries(header.map((column, index) => [column, row[index]?.text ?? ''])))

/** The sheets for a terminal. */
function drawn(source: DeferredSource, wanted: readonly LedgerSheet[], language: Language): string {
  const kept = source.totalsOnly ? wanted.filter(({ detailed }) => !detailed) : wanted
  const parts = kept.map(({ title, table }) => {
    const { header, rows } = table(source)
    const cells = [...rows].map((row) => row.map(({ text }) => text))
    if (cells.length === 0) return [title[language], language === 'zh' ? '无' : 'none', ''].join('\n')
    const shows = header.map((_, column) => !source.totalsOnly || cells.some((row) => row[column] !== ''))
    const shown = (row: readonly string[]) => row.filter((_, column) => shows[column])
    return [title[language], ...drawTable(shown(header), cells.map(shown)), ''].join('\n')
  })
  return [headOf(source, language), '', ...parts].join('\n')
}

/** What is shown: the day, the currency, and the days whose movements are. */
function headOf({ view: { asOf, days }, currency }: DeferredSource, language: Language): string {
  const [on, first, last] = [asOf, days.first, days.last].map(printDay)
  return language === 'zh'
    ? `截至 ${on} 的延期支付（${currency}）；变动期间 ${first} 至 ${last}`
    : `Deferred pay as of ${on} in ${currency}; movements from ${first} to ${last}`
}
