import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tempFolder } from './run.ts'

/** A scheme for every kind of period that reads nothing but the managers' table, unless a test adds to it. */
export const KINDS_SCHEME = `scheme: kinds
version: "1"
effective: { from: 2026-01-01 }
currency: CNY
periods: [month, quarter, half, year]
people: { roles: [head] }
figures:
  post_share: days_in_post() / period.days
pay:
  - { id: base, schedule: monthly, amount: 10000 / 3 * period.months * post_share, round: 0.01, clause: 第一条 }
  - id: head
    for: manager.role = head
    schedule: monthly
    amount: 250.25 * period.months * post_share
    round: 0.01
    mode: half_even
`

/** A folder with a scheme and tables, each a CSV text. */
export function kindsBank(tables: Readonly<Record<string, string>>, scheme = KINDS_SCHEME): string {
  const folder = join(tempFolder(), 'exports')
  mkdirSync(folder)
  writeFileSync(join(folder, 'scheme.yaml'), scheme)
  for (const [table, text] of Object.entries(tables)) writeFileSync(join(folder, `${table}.csv`), text)
  return folder
}
