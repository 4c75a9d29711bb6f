/** What a plan asks to have summed apart: days cut anywhere, clients in groups or each alone, amounts in bands. */
import { cpSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { Findings } from '../../src/core/findings/finding.ts'
import type { ActivityCell, ActivityPlan, BalanceCell, BalancePlan } from '../../src/core/tables/engine.ts'
import type { Groups } from '../../src/core/tables/groups.ts'
import type { Cuts } from '../../src/core/values/buckets.ts'
import { type Day, printDay } from '../../src/core/values/calendar.ts'
import { type OpenOptions, openExports } from '../../src/engines/open.ts'
import { type Random, randomFrom } from '../oracle/generate/random.ts'
import { balancesToParquet } from '../support/parquet.ts'
import { activityPlan, dayOf, folderWith, HEADER, ownerOf, planWith } from './support.ts'

// However small, tables are cut into as many parts as are asked for.
vi.mock('../../src/engines/csv/limits.ts', async (original) => ({
  ...(await original<object>()),
  LEAST_PART: 0,
  MOST_ON_ONE_THREAD: 0,
}))

const ACTIVITY = 'date,kind,manager_id,client_id,product,quantity,amount,ref\n'
const START = dayOf('2003-12-20')

interface Facts {
  readonly day: Day
  readonly manager: string
  readonly client: string
  readonly product: string
  readonly fen: bigint
}

type Sums = Readonly<Record<string, string>>

const dateOf = (day: number) => Number(printDay(day as Day).slice(8))

const isAlone = (day: number, { alone }: Cuts): boolean =>
  alone.some((number) => (dateOf(day + 1) === 1 ? number >= dateOf(day) : number === dateOf(day)))

/** The first and last day of what is summed together with a day, found by going day by day. */
function walk(day: Day, cuts: Cuts): string {
  if (isAlone(day, cuts)) return `${printDay(day)} ${printDay(day)}`
  const begins = (of: number) => dateOf(of) === 1 || cuts.from.includes(of as Day)
  let [first, last]: [number, number] = [day, day]
  for (let at: number = day; !begins(at); at--) if (!isAlone(at - 1, cuts)) first = at - 1
  for (let at: number = day; !begins(at + 1); at++) if (!isAlone(at + 1, cuts)) last = at + 1
  return `${printDay(first as Day)} ${printDay(last as Day)}`
}

function naive(rows: readonly Facts[], { cuts, groups, bounds = [] }: Partial<ActivityPlan>): Sums {
  const sums = new Map<string, { rows: number; fen: bigint; days: number }>()
  for (const { day, manager, client, product, fen } of rows) {
    const group = groups === 'clients' ? client : (groups?.get(client) ?? '')
    const band = bounds.filter((bound) => fen >= bound).length
    const key = [manager, product, group, band, walk(day, cuts as Cuts)].join(' ')
    const sum = sums.get(key) ?? { rows: 0, fen: 0n, days: 0 }
    const bit = 1 << (Number(printDay(day).slice(8)) - 1)
    sums.set(key, { rows: sum.rows + 1, fen: sum.fen + fen, days: sum.days | bit })
  }
  return Object.fromEntries(
    [...sums].map(([key, { rows: count, fen, days }]) => [key, `${count} ${fen} ${days}`]),
  )
}

const shown = (cells: readonly (BalanceCell | ActivityCell)[]): Sums =>
  Object.fromEntries(
    cells.map((cell) => {
      const band = 'band' in cell ? cell.band : 0
      const span = `${printDay(cell.first)} ${printDay(cell.last)}`
      const key = [ownerOf(Number(cell.owners)), cell.product, cell.group, band, span].join(' ')
      return [key, `${cell.rows} ${cell.amount} ${cell.days}`]
    }),
  )

const money = (fen: bigint): string => {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0')
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const dayAfter = (days: number): Day => (START + days) as Day

function randomCuts({ int, chance, pick }: Random, last: boolean): Cuts {
  const alone = [1, 2, 10, 20, 28, 29, 30].filter(() => chance(0.3))
  const from = Array.from({ length: int(0, 5) }, () => dayAfter(int(0, 100)))
  return { alone: last || chance(0.3) ? [...alone, 31] : alone, from: chance(0.5) ? from : [pick([START])] }
}

const randomGroups = ({ pick }: Random): Groups =>
  pick<Groups>([
    undefined,
    'clients',
    new Map([
      ['C0', '1'],
      ['C1', '2'],
      ['C2', '1'],
    ]),
  ])

/** Accounts with a row a day, some of which change hands. */
const randomBalances = ({ int, pick }: Random): readonly (Facts & { readonly account: string })[] =>
  Array.from({ length: int(1, 8) }, (_, account) => {
    const [start, days, client, product] = [int(0, 60), int(1, 50), `C${int(0, 3)}`, pick(['demand', 'term'])]
    const turn = int(0, days)
    const fen = pick([BigInt(int(-500, 90_000)), 10n ** 20n + 7n])
    return Array.from({ length: days }, (_, index) => ({
      day: dayAfter(start + index),
      account: `A${account}`,
      manager: index < turn ? 'M1' : 'M2',
      ...{ client, product, fen: fen + BigInt(index) },
    }))
  }).flat()

const BOUNDS = [-100n, 0n, 1n, 10_000n, 10n ** 16n, 10n ** 16n + 1n, 5n * 10n ** 20n]

const randomActivity = ({ int, pick, chance }: Random, bounds: readonly bigint[]): readonly Facts[] =>
  Array.from({ length: int(1, 60) }, () => ({
    day: dayAfter(int(0, 90)),
    manager: pick(['M1', 'M2']),
    client: pick(['', 'C0', 'C1', 'C3']),
    product: pick(['', 'card']),
    fen: chance(0.6) ? pick([...bounds, 5n]) + BigInt(int(-1, 1)) : BigInt(int(-20_000, 20_000)),
  }))

const balanceLines = (rows: ReturnType<typeof randomBalances>): string =>
  rows
    .map(({ day, account, client, product, fen, manager }) =>
      [printDay(day), account, client, product, money(fen), manager, '', ''].join(),
    )
    .join('\n')

const activityLines = (rows: readonly Facts[]): string =>
  rows
    .map(({ day, manager, client, product, fen }, index) =>
      [printDay(day), 'visit', manager, client, product, '', money(fen), `R${index}`].join(),
    )
    .join('\n')

async function sumsOf(
  folder: string,
  options: OpenOptions,
  balances: Partial<BalancePlan>,
  activity: Partial<ActivityPlan>,
): Promise<readonly Sums[]> {
  const findings = new Findings()
  const exports = await openExports(folder, findings.report, options)
  const ofActivity = await exports.sumActivity({ ...activityPlan, ...activity })
  const ofBalances = await exports.sumBalances(planWith(balances))
  expect(findings.sorted.filter(({ code }) => code === 'duckdb-missing')).toEqual([])
  return [shown(ofBalances.cells), shown(ofActivity.cells)]
}

describe('rows are summed apart as a plan asks', () => {
  it('by scan, by DuckDB again, and from Parquet, as one by one', { timeout: 120_000 }, async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = randomFrom(seed)
      const groups = randomGroups(random)
      const bounds = BOUNDS.filter(() => random.chance(0.6))
      const ofBalances = { cuts: randomCuts(random, true), groups }
      const ofActivity = { cuts: randomCuts(random, false), groups, bounds }
      const [balances, activity] = [randomBalances(random), randomActivity(random, bounds)]
      const rows = random.shuffled(balances)
      const folder = folderWith({
        'balances.csv': `${HEADER}${balanceLines(rows)}\n`,
        'activity.csv': `${ACTIVITY}${activityLines(activity)}\n`,
      })
      const parquet = `${folder}-parquet`
      cpSync(folder, parquet, { recursive: true })
      await balancesToParquet(
        parquet,
        balances.every(({ fen }) => fen < 10n ** 17n),
      )
      const expected = [naive(balances, ofBalances), naive(activity, ofActivity)]
      for (const [from, options] of [
        [folder, { workers: 1 }],
        [folder, { workers: 3 }],
        [folder, { workers: 2, engine: 'duckdb' }],
        [parquet, {}],
      ] as const) {
        expect(await sumsOf(from, options, ofBalances, ofActivity), `seed ${seed}`).toEqual(expected)
      }
    }
  })

  it('where rows hold until the next ones', { timeout: 120_000 }, async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = randomFrom(seed)
      const plan = { cuts: randomCuts(random, true), groups: randomGroups(random), horizon: dayAfter(80) }
      const changes = [0, 30, 31, 45].map((at, index) => ({
        ...{ day: dayAfter(at), account: 'A', manager: 'M1', client: 'C1', product: 'demand' },
        fen: BigInt(random.int(-500, 90_000) + index),
      }))
      const days = changes.flatMap((change, index) => {
        const end = changes[index + 1]?.day ?? ((plan.horizon + 1) as Day)
        return Array.from({ length: end - change.day }, (_, after) => ({
          ...change,
          day: (change.day + after) as Day,
        }))
      })
      const folder = folderWith({
        'inputs.yaml': 'balances:\n  snapshots: changes\n',
        'balances.csv': `${HEADER}${balanceLines(random.shuffled(changes))}\n`,
      })
      const withoutRows = (sums: Sums = {}) =>
        Object.fromEntries(Object.entries(sums).map(([key, value]) => [key, value.replace(/^\d+ /, '')]))
      for (const engine of ['scan', 'duckdb'] as const) {
        const [sums] = await sumsOf(folder, { engine }, plan, {})
        expect(withoutRows(sums), `seed ${seed}`).toEqual(withoutRows(naive(days, plan)))
      }
    }
  })
})
