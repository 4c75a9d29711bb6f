import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitToLast } from '../src/core/appraisal/pay.ts'
import { exact, printExact, ZERO } from '../src/core/values/exact.ts'
import { parseCsv, printCsv, withoutColumns } from './support/csv.ts'
import { filesIn, quarter, tempFolder } from './support/run.ts'

const FIXTURE = join(import.meta.dirname, '../fixtures/city-bank')
const PERIOD = '2004Q1'

/** A copy of the fixture with every CSV file changed. */
function changed(change: (records: string[][], file: string) => string[][]): string {
  const folder = tempFolder()
  cpSync(FIXTURE, folder, { recursive: true, filter: (path) => !path.includes('expected') })
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.csv'),
  )
  for (const file of files) {
    const path = join(folder, file)
    if (statSync(path).isFile())
      writeFileSync(path, printCsv(change(parseCsv(readFileSync(path, 'utf8')), file)))
  }
  return folder
}

const sheetsOf = (folder: string) =>
  Object.fromEntries(Object.entries(filesIn(folder)).filter(([name]) => name.endsWith('.csv')))

/** A small generator of whole numbers below a bound, from a seed. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function shuffled<T>(items: readonly T[], next: (below: number) => number): T[] {
  const mixed = [...items]
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = next(i + 1)
    const [a, b] = [mixed[i] as T, mixed[j] as T]
    mixed[i] = b
    mixed[j] = a
  }
  return mixed
}

describe('laws of a run', () => {
  it('shuffled rows and columns give the same bytes', async () => {
    const before = sheetsOf(await quarter(FIXTURE, PERIOD, tempFolder()))
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const next = numbersFrom(seed)
        const input = changed(([header = [], ...rows]) => {
          const order = shuffled([...header.keys()], next)
          return [header, ...shuffled(rows, next)].map((record) => order.map((index) => record[index] ?? ''))
        })
        expect(sheetsOf(await quarter(input, PERIOD, tempFolder()))).toEqual(before)
      }),
      { numRuns: 8 },
    )
  })

  it('an account split in two changes nothing but the numbers of rows', async () => {
    const before = sheetsOf(await quarter(FIXTURE, PERIOD, tempFolder()))
    const accounts = [...new Set(balanceRows().map((row) => row.account_id ?? ''))]
    const next = numbersFrom(7)
    for (const account of shuffled(accounts, next).slice(0, 6)) {
      const input = changed((records) => splitAccount(records, account))
      const after = sheetsOf(await quarter(input, PERIOD, tempFolder()))
      for (const [name, text] of Object.entries(after)) {
        const [was, is] = [before[name] ?? '', text]
        if (name === 'measures.csv') expect(withoutColumns(is, 'rows')).toEqual(withoutColumns(was, 'rows'))
        else if (name === 'controls.csv') expect(withoutRows(is)).toEqual(withoutRows(was))
        else if (name === 'months.csv')
          expect(withoutColumns(is, 'rows')).toEqual(withoutColumns(was, 'rows'))
        else expect(is, `${name} after splitting ${account}`).toBe(was)
      }
    }
  })

  it('an activity row and its reversal come to nothing', async () => {
    const before = sheetsOf(await quarter(FIXTURE, PERIOD, tempFolder()))
    const input = changed(([header = [], ...rows], file) => {
      if (file !== 'activity.csv') return [header, ...rows]
      const cell = (cells: Readonly<Record<string, string>>) => header.map((name) => cells[name] ?? '')
      const sale = {
        date: '2004-02-10',
        kind: 'fee',
        manager_id: rows[0]?.[header.indexOf('manager_id')] ?? '',
      }
      const booked = cell({ ...sale, quantity: '1', amount: '1234.56', ref: 'law-1' })
      return [header, ...rows, booked, cell({ ...sale, quantity: '-1', amount: '-1234.56', ref: 'law-2' })]
    })
    const after = sheetsOf(await quarter(input, PERIOD, tempFolder()))
    for (const name of ['ranking.csv', 'pay.csv', 'deferred.csv', 'figures.csv', 'recommendations.csv']) {
      expect(after[name]).toBe(before[name])
    }
  })

  it('every pay line is paid now or deferred, and its lots add up to what is deferred', async () => {
    const files = sheetsOf(await quarter(FIXTURE, PERIOD, tempFolder()))
    const lots = new Map<string, bigint>()
    for (const { manager_id, component, amount } of rowsOf(files['deferred.csv'])) {
      const key = `${manager_id}/${component}`
      lots.set(key, (lots.get(key) ?? 0n) + fen(amount))
    }
    const lines = rowsOf(files['pay.csv'])
    expect(lines.length).toBeGreaterThan(10)
    for (const { manager_id, component, amount, paid_now, deferred } of lines) {
      expect(fen(paid_now) + fen(deferred)).toBe(fen(amount))
      expect(lots.get(`${manager_id}/${component}`) ?? 0n).toBe(fen(deferred))
    }
  })

  it('a split adds up to its amount in whole steps, never front-loaded, no two parts more than a step apart', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), fc.integer({ min: 1, max: 60 }), (steps, parts) => {
        const step = exact(1n, 100n)
        const split = splitToLast(exact(steps).mul(step), parts, step)
        expect(printExact(split.reduce((sum, part) => sum.add(part), ZERO))).toBe(
          printExact(exact(steps).mul(step)),
        )
        for (const [index, part] of split.entries()) {
          const before = split[index - 1] ?? part
          expect(part.gte(before) && part.sub(split[0] ?? part).lte(step)).toBe(true)
        }
      }),
    )
  })
})

const rowsOf = (text = ''): readonly Readonly<Record<string, string>>[] => {
  const [header = [], ...rows] = parseCsv(text)
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])))
}

const fen = (amount = ''): bigint => BigInt(amount.replace('.', ''))

/** A plain decimal of at most 2 decimals in fen. */
function inFen(amount: string): bigint {
  const [whole = '0', cents = ''] = amount.split('.')
  return BigInt(`${whole}${cents.padEnd(2, '0')}`)
}

const balanceRows = () =>
  readdirSync(join(FIXTURE, 'balances')).flatMap((file) =>
    rowsOf(readFileSync(join(FIXTURE, 'balances', file), 'utf8')),
  )

/** The account's rows as those of two accounts: a third of each balance and the rest. */
function splitAccount([header = [], ...rows]: string[][], account: string): string[][] {
  const at = header.indexOf('account_id')
  if (at < 0) return [header, ...rows]
  const balance = header.indexOf('balance')
  return [header, ...rows.flatMap((row) => (row[at] === account ? halves(row, at, balance) : [row]))]
}

function halves(row: readonly string[], at: number, balance: number): string[][] {
  const twin = row.map((cell, index) => (index === at ? `${cell}-twin` : cell))
  if (balance < 0) return [[...row], twin]
  const whole = inFen(row[balance] ?? '0')
  const part = whole / 3n
  const put = (cells: readonly string[], amount: bigint) =>
    cells.map((cell, index) => (index === balance ? printExact(exact(amount, 100n)) : cell))
  return [put(row, part), put(twin, whole - part)]
}

const withoutRows = (text: string): string[][] =>
  parseCsv(text).filter(([, measure = '']) => !/rows/.test(measure))
