/** Balances of every width, met for the first time and again: what the inner loop makes of digits is what they say. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { numbersFrom, put, scanned } from './support.ts'

const DAYS = ['2004-02-03', '2004-02-04', '2004-02-05']
const below = numbersFrom(7)

/** A number of so many digits before the point and after it, some of them with zeros in front, quoted or below 0. */
function balance(whole: number, decimals: number): string {
  const digits = (count: number) => Array.from({ length: count }, () => below(10)).join('')
  const text = `${below(4) === 0 ? '-' : ''}${digits(whole)}${decimals > 0 ? `.${digits(decimals)}` : ''}`
  return below(5) === 0 ? `"${text}"` : text
}

/** The same number as a whole one of units of which so many decimals make 1; in BigInt, by its text. */
function unitsOf(text: string, decimals: number): bigint {
  const [, sign, whole = '', rest = ''] = text.match(/^"?(-?)(\d+)\.?(\d*)"?$/) ?? []
  const units = BigInt(whole + rest.padEnd(decimals, '0'))
  return sign === '-' ? -units : units
}

describe.each([
  ['yuan', '', 2],
  ['万元', 'balances:\n  unit: { balance: 万元 }\n', 6],
])('balances in %s', (_, inputs, most) => {
  const folder = mkdtempSync(join(tmpdir(), 'numbers-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('are read to the last digit, however many there are', async () => {
    const shapes = Array.from({ length: 18 }, (_, whole) => whole + 1).flatMap((whole) =>
      Array.from({ length: most + 1 }, (_, decimals) => [whole, decimals] as const),
    )
    const rows: string[] = []
    const sums: string[] = []
    for (const [index, [whole, decimals]] of shapes.entries()) {
      const texts = DAYS.map(() => balance(whole, decimals))
      for (const [day, text] of texts.entries()) rows.push(`${DAYS[day]},A${index},C1,p${index},${text},M1`)
      const fen = texts.reduce((sum, text) => sum + unitsOf(text, most), 0n)
      sums.push(`M1 p${index} 24049 3 ${fen}`)
    }
    put(folder, `date,account_id,client_id,product,balance,manager_id\n${rows.sort().join('\n')}\n`, inputs)
    const found = await scanned(folder, 1)
    expect(found.told).toEqual([])
    expect(found.sums).toEqual(sums.sort())
  })
})
