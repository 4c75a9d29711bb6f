import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BalanceCell, NONE_HOLDS } from '../../src/core/tables/engine.ts'
import { type Day, daysOfMonth, printDay } from '../../src/core/values/calendar.ts'
import { dayOf, HEADER, ownerOf, summed } from './support.ts'

const sumOf = (cells: readonly BalanceCell[]) => cells.reduce((sum, { amount }) => sum + amount, 0n)
const rowsOf = (cells: readonly BalanceCell[]) => cells.reduce((sum, { rows }) => sum + rows, 0)

/** Cells as text, with owners by name. */
const shown = (cells: readonly BalanceCell[]) =>
  cells
    .map((cell) =>
      [
        ownerOf(cell.owners),
        cell.branch,
        cell.product,
        cell.currency,
        cell.rate,
        cell.month,
        cell.first === cell.last,
        cell.days,
        cell.rows,
        cell.amount,
      ].join(' '),
    )
    .sort()

interface Row {
  readonly day: Day
  readonly account: string
  readonly client: string
  readonly product: string
  readonly fen: bigint
  readonly manager: string
  readonly currency: string
}

const money = (fen: bigint) => {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0')
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const textOf = ({ day, account, client, product, fen, manager, currency }: Row) =>
  `${printDay(day)},${account},${client},${product},${money(fen)},${manager},${currency},north\n`

/** Accounts with a row a day, changing hands now and then. */
const accounts = fc.array(
  fc.record({
    first: fc.integer({ min: 0, max: 70 }),
    days: fc.integer({ min: 1, max: 40 }),
    product: fc.constantFrom('demand', 'term', '定期'),
    currency: fc.constantFrom('', 'CNY', 'USD'),
    managers: fc.array(fc.constantFrom('M1', 'M2', '__proto__', ''), { minLength: 1, maxLength: 4 }),
    fen: fc.oneof(fc.bigInt(-(10n ** 6n), 10n ** 6n), fc.bigInt(-(10n ** 20n), 10n ** 20n)),
  }),
  { minLength: 1, maxLength: 12 },
)

const START = dayOf('2004-01-15')

const rowsFor = (all: typeof accounts extends fc.Arbitrary<infer T> ? T : never): readonly Row[] =>
  all.flatMap(({ first, days, product, currency, managers, fen }, index) =>
    Array.from({ length: days }, (_, day) => ({
      day: (START + first + day) as Day,
      account: `constructor${index}`,
      client: `C${index % 3}`,
      product,
      fen: fen + BigInt(day) * 7n,
      manager: managers[Math.floor((day * managers.length) / days)] ?? '',
      currency,
    })),
  )

/** The same sums, made row by row with nothing but a map of BigInts. */
function naive(rows: readonly Row[]): readonly string[] {
  const cells = new Map<string, { days: number; rows: number; amount: bigint }>()
  for (const { day, product, fen, manager, currency } of rows) {
    const [year = 0, month = 0, date = 0] = printDay(day).split('-').map(Number)
    const lastDay = printDay((day + 1) as Day).endsWith('-01')
    const foreign = currency === 'USD'
    const branch = manager === '' ? 'north' : ''
    const key = [
      manager,
      branch,
      product,
      foreign ? 'USD' : 'CNY',
      foreign ? month : 0,
      year * 12 + month - 1,
      lastDay,
    ]
    const cell = cells.get(key.join(' ')) ?? { days: 0, rows: 0, amount: 0n }
    cells.set(key.join(' '), {
      days: cell.days | (1 << (date - 1)),
      rows: cell.rows + 1,
      amount: cell.amount + fen,
    })
  }
  return [...cells].map(([key, { days, rows, amount }]) => `${key} ${days} ${rows} ${amount}`).sort()
}

/** Rates that change with the month: the month's number from 1. */
const rates = new Map([
  [
    'USD',
    Array.from({ length: 12 }, (_, month) => {
      const days = daysOfMonth(2004 * 12 + month)
      return { ...days, number: month + 1 }
    }),
  ],
])

describe('sums', () => {
  test('are those of a plain computation, in any order of rows, files and columns', async () => {
    await fc.assert(
      fc.asyncProperty(accounts, fc.integer(), async (all, seed) => {
        const rows = rowsFor(all)
        const shuffled = shuffle(rows, seed)
        const half = shuffled.length >> 1
        const one = await summed({ 'balances.csv': HEADER + rows.map(textOf).join('') }, { rates })
        const turned = 'currency,balance,note,product,client_id,account_id,DATE,manager_id,branch\n'
        const turn = (row: Row) => {
          const [date, account, client, product, balance, manager, currency, branch] = textOf(row)
            .trim()
            .split(',')
          return `${[currency, balance, 'x', product, client, account, date, manager, branch].join(',')}\r\n`
        }
        const two = await summed(
          {
            'balances/1.csv': HEADER + shuffled.slice(0, half).map(textOf).join(''),
            'balances/2.csv': turned + shuffled.slice(half).map(turn).join(''),
          },
          { rates },
        )
        expect(one.told).toEqual([])
        expect(two.told).toEqual(['balances/2.csv:1:18 column-unknown'])
        expect(shown(one.sums.cells)).toEqual(naive(rows))
        expect(shown(two.sums.cells)).toEqual(naive(rows))
        const ends = (sums: typeof one.sums) =>
          [...sums.openEnds(dayOf('2004-03-31'))].map(({ account, day }) => `${account} ${day}`)
        expect(ends(two.sums).sort()).toEqual(ends(one.sums).sort())
      }),
      { numRuns: 60, seed: 20_040_331 },
    )
  })

  test('carry beyond what a JavaScript number holds', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, day) => `2004-04-${String(day + 1).padStart(2, '0')},A,C,demand,9999999999999.99,M1,,\n`,
    )
    const more = `2004-04-01,B,C,demand,-12345678901234567890123456789012345.67,M1,,\n`
    const { sums, told } = await summed({ 'balances.csv': HEADER + rows.join('') + more })
    expect(told).toEqual([])
    expect(sumOf(sums.cells)).toBe(
      30n * 999_999_999_999_999n - 1_234_567_890_123_456_789_012_345_678_901_234_567n,
    )
  })

  test('of free text as product share one name, in any order of rows', async () => {
    const rows = Array.from({ length: 2100 }, (_, row) => `2004-04-01,A${row},C,text ${row},0.01,M1,,\n`)
    rows.push('2004-04-01,D,C,demand,5,M1,,\n')
    for (const order of [rows, [...rows].reverse()]) {
      const { sums } = await summed({ 'balances.csv': HEADER + order.join('') })
      expect(sums.cells.map(({ product, rows: count, amount }) => [product, count, amount])).toEqual([
        ['', 2100, 2100n],
        ['demand', 1, 500n],
      ])
    }
  })

  test('keep unclaimed rows apart by branch, told by the row, else by the client', async () => {
    const { sums } = await summed({
      'balances.csv': `${HEADER}2004-04-01,A,C1,demand,1,,,east\n2004-04-01,B,C1,demand,2,,,\n2004-04-01,C,C1,demand,4,M1,,east\n`,
    })
    expect(sums.cells.map(({ branch, amount }) => [branch, amount]).sort()).toEqual([
      ['', 400n],
      ['branch of C1', 200n],
      ['east', 100n],
    ])
  })

  test('know the accounts, those that end early with money, and the manager of a client', async () => {
    const { sums } = await summed(
      {
        'balances/1.csv': `${HEADER}2004-03-30,A,C1,demand,1,M1,,\n2004-03-31,A,C1,demand,1,M1,,\n`,
        'balances/2.csv': `${HEADER}2004-03-30,"B\nB",C2,demand,1,M1,,\n2004-03-30,U,C1,demand,3,M1,USD,\n2004-03-30,Z,C2,demand,0,M2,,\n2004-03-30,E,C3,demand,0,,,\n`,
      },
      {
        otherRate: 1,
        watched: new Map(['C1', 'C2', 'C3', 'C4'].map((client) => [client, new Set([dayOf('2004-03-30')])])),
      },
    )
    expect(['A', 'B\nB', 'U', 'U\0USD', 'a', ''].map(sums.hasAccount)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
    const file = 'balances/2.csv'
    expect([...sums.openEnds(dayOf('2004-03-31'))]).toEqual([
      { account: 'B\nB', currency: '', day: dayOf('2004-03-30'), place: { file, line: 2, column: 1 } },
      { account: 'U', currency: 'USD', day: dayOf('2004-03-30'), place: { file, line: 4, column: 1 } },
    ])
    const on = (client: string, day = '2004-03-30') => sums.managerOf(client, dayOf(day))
    expect([on('C1'), on('C2'), on('C3'), on('C4'), on('C1', '2004-03-31')]).toEqual([
      'M1',
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})

function shuffle<T>(list: readonly T[], seed: number): readonly T[] {
  const mixed = [...list]
  let state = seed >>> 0
  for (let at = mixed.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const other = state % (at + 1)
    const [a, b] = [mixed[at] as T, mixed[other] as T]
    mixed[at] = b
    mixed[other] = a
  }
  return mixed
}

describe('owners', () => {
  /** Owners that change every nine days, beginning with another one for each subject. */
  const timeline = (subject: string) =>
    Array.from({ length: 20 }, (_, stretch) => ({
      first: (START - 30 + stretch * 9) as Day,
      last: (START - 22 + stretch * 9) as Day,
      number: (subject.length + stretch) % 7,
    }))
  const timelines = (...subjects: string[]) =>
    new Map(subjects.map((subject) => [subject, timeline(subject)]))
  const ownersOf = (subject: string, day: Day) => (subject.length + Math.floor((day - START + 30) / 9)) % 7
  /** The account A1 has assignments of its own, but for three stretches that it leaves to its client. */
  const own = timeline('A1').map((each, stretch) => (stretch % 3 ? each : { ...each, number: NONE_HOLDS }))

  test.each([true, false])('are asked again whenever they may differ (by row: %s)', async (byRow) => {
    const parts = fc.record({
      client: fc.constantFrom('C', 'CC'),
      manager: fc.constantFrom('M1', 'M123', 'M9'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(parts, { maxLength: 30 }), { maxLength: 3 }), async (all) => {
        const rows = all.flatMap((days, account) =>
          days.map((row, day) => ({ ...row, account: `A${account}`, day: (START + day) as Day })),
        )
        const lines = rows.map((row) => textOf({ ...row, product: 'demand', currency: '', fen: 100n }))
        const owners = {
          managers: byRow ? timelines('M1', 'M123') : undefined,
          accounts: new Map([['A1', own]]),
          clients: timelines('C', 'CC'),
          nobody: 8,
          strict: true,
          unclaimed: new Set([3, 8]),
        }
        const numberOf = ({ account, client, manager, day }: (typeof rows)[number]) => {
          if (byRow) return manager === 'M9' ? NONE_HOLDS : ownersOf(manager, day)
          const isOwn = account === 'A1' && Math.floor((day - START + 30) / 9) % 3 !== 0
          return ownersOf(isOwn ? account : client, day)
        }
        const { sums, told } = await summed({ 'balances.csv': HEADER + lines.join('') }, { owners })
        const counts = new Map<number, number>()
        for (const row of rows) counts.set(numberOf(row), (counts.get(numberOf(row)) ?? 0) + 1)
        const unknown = told.filter((each) => each.endsWith('manager-unknown'))
        expect(unknown.length).toBe(counts.get(-1) ?? 0)
        for (let number = 0; number < 7; number++) {
          const cells = sums.cells.filter((cell) => cell.owners === number)
          expect(rowsOf(cells)).toBe(counts.get(number) ?? 0)
          expect(cells.every(({ branch }) => (branch === 'north') === (number === 3))).toBe(true)
        }
      }),
      { numRuns: 40, seed: 20_040_331 },
    )
  })
})

describe('a cell', () => {
  test.each([
    ['2004-03-31,A,C,demand,"1,234.50",M1,,', ['balances.csv:2:23 cell-thousands']],
    ['2004-03-31,A,C,demand,１２,M1,,', ['balances.csv:2:23 cell-full-width']],
    ['2004-03-31,A,C,demand,1e3,M1,,', ['balances.csv:2:23 cell-exponent']],
    ['2004-03-31,A,C,demand,1_000,M1,,', ['balances.csv:2:23 cell-number']],
    ['2004-03-31,A,C,demand,+5,M1,,', ['balances.csv:2:23 cell-signs']],
    ['2004-03-31,A,C,demand,.5,M1,,', ['balances.csv:2:23 cell-number']],
    ['2004-03-31,A,C,demand,5.,M1,,', ['balances.csv:2:23 cell-number']],
    ['2004-03-31,A,C,demand,-,M1,,', ['balances.csv:2:23 cell-number']],
    ['2004-03-31,A,C,demand,1.2.3,M1,,', ['balances.csv:2:23 cell-number']],
    ['2004-03-31,A,C,demand,¥5,M1,,', ['balances.csv:2:23 cell-signs']],
    ['2004-03-31,A,C,demand, 5,M1,,', ['balances.csv:2:23 cell-signs']],
    ['2004-03-31,A,C,demand,123.456,M1,,', ['balances.csv:2:23 cell-decimals']],
    ['2004-03-31,A,C,demand,,M1,,', ['balances.csv:2:23 cell-empty']],
    ['2004-02-30,A,C,demand,5,M1,,', ['balances.csv:2:1 cell-day']],
    ['2004/03/31,A,C,demand,5,M1,,', ['balances.csv:2:1 cell-day-form']],
    ['2004-3-31,A,C,demand,5,M1,,', ['balances.csv:2:1 cell-day']],
    ['"2004-03-31 ",A,C,demand,5,M1,,', ['balances.csv:2:1 cell-day']],
    ['2004-03-31,,C,demand,5,M1,,', ['balances.csv:2:12 cell-empty']],
    ['2004-03-31, A,C,demand,5,M1,,', ['balances.csv:2:12 cell-blanks']],
    ['2004-03-31,A,C\u3000,demand,5,M1,,', ['balances.csv:2:14 cell-blanks']],
    ['2004-03-31,A,C,demand,5,M9,,', ['balances.csv:2:25 manager-unknown']],
    ['2004-03-31,A,C,demand,5,M1,USD,', ['balances.csv:2:28 rate-missing']],
    ['2004-03-31,A,C,demand,5,M1,, x', ['balances.csv:2:29 cell-blanks']],
    [
      '2004-02-30,行\u{20000},"C\nD", demand,5,M1,,',
      ['balances.csv:2:1 cell-day', 'balances.csv:3:4 cell-blanks'],
    ],
  ])('%s', async (row, expected) => {
    const { told } = await summed({ 'balances.csv': `${HEADER}${row}\n2004-03-31,Z,C,demand,5,M1,CNY,\n` })
    expect(told).toEqual(expected)
  })

  test('that is plain, if unusual, is taken', async () => {
    const { sums, told } = await summed({
      'balances.csv': `${HEADER}2004-03-31,007,é,Ж,-0.00,M1,,\n2004-03-31,7,constructor,demand,-00012.5,__proto__,,\n`,
    })
    expect([told, rowsOf(sums.cells), sumOf(sums.cells)]).toEqual([[], 2, -1250n])
  })
})

describe('keys', () => {
  test('are met once, over all files and in any order', async () => {
    const { told, findings } = await summed(
      {
        'balances/1.csv': `${HEADER}2004-03-31,A,C,demand,5,M1,,\n2004-03-31,A,C,demand,5,M1,USD,\n2004-03-30,A,C,demand,5,M1,,\n`,
        'balances/2.csv': `${HEADER}2004-03-31,B,C,demand,5,M1,,\n2004-03-31,A,C,term,6,M1,CNY,\n2004-03-31,A,C,term,6,M1,USD,\n`,
      },
      { otherRate: 1 },
    )
    expect(told).toEqual(['balances/2.csv:3:1 balance-twice', 'balances/2.csv:4:1 balance-twice'])
    expect(findings.sorted[0]?.facts).toEqual({ account: 'A', currency: 'CNY', day: '2004-03-31' })
  })
})

describe('holes', () => {
  const row = (day: string, account: string) => `${day},${account},C,demand,5,M1,,\n`
  const daily = (account: string, days: readonly string[]) => days.map((day) => row(day, account)).join('')
  const FULL = ['2004-02-27', '2004-02-28', '2004-02-29', '2004-03-01', '2004-03-02', '2004-03-03']

  test('are told once for each account', async () => {
    const { told, findings, sums } = await summed({
      'balances.csv': `${HEADER}${daily('A', FULL)}${daily('B', ['2004-03-03', '2004-02-27', '2004-03-01'])}${daily('C', FULL.slice(1, 3))}`,
    })
    expect(told).toEqual(['balances balance-hole'])
    expect(findings.sorted[0]?.facts).toEqual({
      account: 'B',
      currency: 'CNY',
      count: 3,
      first: '2004-02-28',
      last: '2004-03-02',
    })
    expect(sums.daysTold.size).toBe(0)
  })

  test('of all accounts are told once for all', async () => {
    const some = ['2004-01-31', '2004-02-01', '2004-04-02']
    const { told, findings, sums } = await summed({
      'balances.csv': `${HEADER}${daily('A', some)}${daily('B', some.slice(0, 2))}${daily('X', ['2004-05-01'])}`,
    })
    expect(told).toEqual(['balances balance-days-hole'])
    expect(findings.sorted[0]?.facts).toEqual({ count: 60, days: '2004-02-02…2004-04-01' })
    expect(sums.daysTold.has(dayOf('2004-03-01'))).toBe(true)
    expect(sums.daysTold.has(dayOf('2004-04-15'))).toBe(false)
  })

  test.each([
    ['a faulty cell', '2004-02-28,A,C,demand,x,M1,,', ['balances.csv:4:23 cell-number']],
    ['a faulty day', '2004-02-31,A,C,demand,5,M1,,', ['balances.csv:4:1 cell-day']],
    ['a faulty account', '2004-02-28,A ,C,demand,5,M1,,', ['balances.csv:4:12 cell-blanks']],
    ['too few cells', '2004-02-28,A,C', ['balances.csv:4:1 row-short']],
  ])('are not told where a row is refused for %s', async (_, faulty, expected) => {
    const { told } = await summed({
      'balances.csv': `${HEADER}${row('2004-02-27', 'A')}${row('2004-02-28', 'B')}${faulty}\n${row('2004-02-29', 'A')}`,
    })
    expect(told).toEqual(expected)
  })

  test('are not told where a file is refused', async () => {
    const { told } = await summed({
      'balances/1.csv': HEADER + row('2004-02-27', 'A'),
      'balances/2.csv': '',
      'balances/3.csv': HEADER + row('2004-02-29', 'A'),
    })
    expect(told).toEqual(['balances/2.csv file-empty'])
  })

  test('are those that a plain look finds', async () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 75 }), { minLength: 1, maxLength: 70 })
    await fc.assert(
      fc.asyncProperty(fc.array(days, { minLength: 1, maxLength: 4 }), async (all) => {
        const rows = all.flatMap((ofOne, account) =>
          ofOne.map((day) => row(printDay((START + day) as Day), `A${account}`)),
        )
        const { findings } = await summed({ 'balances.csv': HEADER + rows.join('') })
        const some = new Set(all.flat())
        const inside = (ofOne: readonly number[]) =>
          Array.from({ length: 76 }, (_, day) => day).filter(
            (day) => day > Math.min(...ofOne) && day < Math.max(...ofOne) && !ofOne.includes(day),
          )
        const expected = all.map((ofOne) => inside(ofOne).filter((day) => some.has(day)).length)
        const nobody = new Set(all.flatMap(inside).filter((day) => !some.has(day))).size
        const counts = findings.sorted.map(
          ({ code, facts }) => `${code} ${facts.account ?? ''} ${facts.count}`,
        )
        const wanted = expected.flatMap((count, account) =>
          count > 0 ? [`balance-hole A${account} ${count}`] : [],
        )
        expect(counts.sort()).toEqual(
          [...wanted, ...(nobody > 0 ? [`balance-days-hole  ${nobody}`] : [])].sort(),
        )
      }),
      { numRuns: 60, seed: 20_040_331 },
    )
  })
})
