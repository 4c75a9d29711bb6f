/** A naive reader and writer of CSV tables, one character at a time. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** One record by column name, in the contract's English names; every cell is text. */
export type Row = Readonly<Record<string, string>>

/** The Chinese headers that are known without any configuration. */
export const CHINESE_HEADERS: Readonly<Record<string, string>> = {
  日期: 'date',
  账号: 'account_id',
  客户号: 'client_id',
  客户经理编号: 'manager_id',
  产品: 'product',
  币种: 'currency',
  余额: 'balance',
  姓名: 'name',
  支行: 'branch',
  职级: 'grade',
}

/** The records of one CSV text (RFC 4180), header included, as lists of cells. */
export function parseCsv(text: string): string[][] {
  const records: string[][] = []
  let at = 0
  while (at < text.length) {
    const record: string[] = []
    for (let more = true; more; ) {
      const cell = text[at] === '"' ? quotedCell(text, at + 1) : plainCell(text, at)
      record.push(cell.value)
      more = text[cell.end] === ','
      at = cell.end + (more ? 1 : text.startsWith('\r\n', cell.end) ? 2 : 1)
    }
    records.push(record)
  }
  return records
}

/** The bytes as text: strict UTF-8 with or without a byte order mark, else strict GB18030. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  }
}

/** All records of one file, gunzipped when its name says so. */
export function readFile(path: string): Row[] {
  const bytes = readFileSync(path)
  const [header = [], ...records] = parseCsv(decode(path.endsWith('.gz') ? gunzipSync(bytes) : bytes))
  const columns = header.map((name) => CHINESE_HEADERS[name] ?? name.toLowerCase())
  return records.map((record) => Object.fromEntries(columns.map((column, i) => [column, record[i] ?? ''])))
}

/** A table of an input folder, as one file, one .gz or a folder of files; undefined when it is absent. */
export function readTable(folder: string, table: string): Row[] | undefined {
  for (const ending of ['.csv', '.csv.gz']) {
    const path = join(folder, table + ending)
    if (existsSync(path)) return readFile(path)
  }
  const path = join(folder, table)
  if (!existsSync(path)) return undefined
  return readdirSync(path).flatMap((file) => readFile(join(path, file)))
}

/** CSV text with LF; only the cells that need quotes get them, or all of them on demand. */
export function csvText(records: readonly (readonly string[])[], end = '\n', quoteAll = false): string {
  const cell = (value: string): string =>
    quoteAll || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
  return records.map((record) => record.map(cell).join(',') + end).join('')
}

/** A text cell as the outputs hold it: one apostrophe before what a spreadsheet would run; numbers stay. */
export function guard(value: string): string {
  if (/^-\d+(\.\d+)?(\/\d+)?$/.test(value)) return value
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
}

/** The cell without the apostrophe that the outputs put before it. */
export function unguard(value: string): string {
  return /^'[=+\-@\t\r]/.test(value) ? value.slice(1) : value
}

interface Cell {
  readonly value: string
  readonly end: number
}

function plainCell(text: string, start: number): Cell {
  let end = start
  while (end < text.length && text[end] !== ',' && text[end] !== '\n' && !text.startsWith('\r\n', end)) end++
  return { value: text.slice(start, end), end }
}

function quotedCell(text: string, start: number): Cell {
  let value = ''
  for (let at = start; at < text.length; at++) {
    if (text[at] !== '"') value += text[at]
    else if (text[at + 1] === '"') value += text[at++]
    else return { value, end: at + 1 }
  }
  throw new Error('a quoted cell is never closed')
}
