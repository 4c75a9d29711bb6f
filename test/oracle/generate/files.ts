/** Writes the tables of a random bank as files in many styles. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { CHINESE_HEADERS, csvText } from '../csv.ts'
import { encodeGb18030 } from './gb18030.ts'
import type { DraftRow } from './plan.ts'
import type { Random } from './random.ts'

/** The columns of every table; those with a star are never left out. */
const COLUMNS: Readonly<Record<string, string>> = {
  managers:
    'manager_id* name* branch* grade* team role employment hired_on left_on grade_since term_from term_to status',
  posts: 'manager_id* from* to grade branch team role status',
  balances: 'date* account_id* client_id* product* balance* manager_id currency branch',
  assignments: 'account_id client_id manager_id* share from* to',
  activity: 'date* kind* manager_id client_id product quantity amount ref',
  targets: 'scope* scope_id target* period* value*',
  assessments: 'manager_id* item* score* assessor weight period',
  clients: 'client_id* name tier segment branch opened_on',
  fx: 'date* currency* rate*',
  adjustments: 'id* manager_id* figure* value* mode reason* requested_by* approved_by* period expires_on',
  history: 'period* manager_id* figure* value*',
  set_aside: 'manager_id* period* reason* approved_by*',
}

/** Writes one table in a drawn style: one file, gzipped, or a folder of files by month. */
export function writeTable(random: Random, folder: string, table: string, rows: readonly DraftRow[]): void {
  const mixed = random.chance(0.5) ? random.shuffled(rows) : [...rows]
  const columns = columnsOf(random, table, rows)
  const months = new Set(rows.map((row) => (row.date ?? '').slice(0, 7)))
  if (months.size > 1 && random.chance(0.3)) {
    mkdirSync(join(folder, table))
    for (const month of months) {
      const part = mixed.filter((row) => row.date?.startsWith(month))
      writeFileSync(join(folder, table, `${month}.csv`), fileBytes(random, random.shuffled(columns), part))
    }
    return
  }
  const bytes = fileBytes(random, random.chance(0.5) ? random.shuffled(columns) : columns, mixed)
  if (random.chance(0.15)) writeFileSync(join(folder, `${table}.csv.gz`), gzipSync(bytes))
  else writeFileSync(join(folder, `${table}.csv`), bytes)
}

/** The columns to write: optional ones without a value mostly go, an unknown one sometimes comes. */
function columnsOf(random: Random, table: string, rows: readonly DraftRow[]): string[] {
  const all = (COLUMNS[table] ?? '').split(' ')
  const kept = all.filter((name) => {
    const used = rows.some((row) => (row[name] ?? '') !== '')
    return name.endsWith('*') || used || random.chance(0.2)
  })
  const names = kept.map((name) => name.replace('*', ''))
  return random.chance(0.1) ? [...names, 'remark'] : names
}

function fileBytes(random: Random, columns: readonly string[], rows: readonly DraftRow[]): Uint8Array {
  const header = headerOf(random, columns)
  const records = rows.map((row) =>
    columns.map((column) => (column === 'remark' ? 'seen, twice' : (row[column] ?? ''))),
  )
  const text = csvText([header, ...records], random.pick(['\n', '\n', '\r\n']), random.chance(0.1))
  return encode(random, random.chance(0.2) ? text.replace(/\r?\n$/, '') : text)
}

function headerOf(random: Random, columns: readonly string[]): string[] {
  const chinese = new Map(Object.entries(CHINESE_HEADERS).map(([alias, name]) => [name, alias]))
  const style = random.pick(['plain', 'plain', 'upper', 'mixed', 'chinese', 'chinese'])
  if (style === 'chinese') return columns.map((name) => chinese.get(name) ?? name)
  if (style === 'upper') return columns.map((name) => name.toUpperCase())
  return style === 'mixed'
    ? columns.map((name) => name.charAt(0).toUpperCase() + name.slice(1))
    : [...columns]
}

function encode(random: Random, text: string): Uint8Array {
  const style = random.pick(['utf8', 'utf8', 'bom', 'gb18030'])
  const gb = style === 'gb18030' ? encodeGb18030(text) : undefined
  if (gb && !isUtf8(gb)) return gb
  return Buffer.from((style === 'bom' ? '\ufeff' : '') + text, 'utf8')
}

/** Short GB18030 text can happen to be valid UTF-8 and would then be read as such. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
