/** The tables `balances` and `fx` of a random bank. */
import { type Day, dayText, type Span } from '../calendar.ts'
import type { DraftAccount } from './accounts.ts'
import type { DraftManager } from './people.ts'
import { type DraftRow, money, type Plan } from './plan.ts'
import type { Tenure } from './tenures.ts'

const SIZES = [5_000_000, 50_000_000, 300_000_000, 1_000_000_000]

/** A row for every account and currency on each of its days. */
export function balanceRows(
  plan: Plan,
  accounts: readonly DraftAccount[],
  managers: readonly DraftManager[],
): DraftRow[] {
  return accounts.flatMap((account) =>
    account.currencies.flatMap((currency) => accountRows(plan, account, currency, managers)),
  )
}

function accountRows(
  plan: Plan,
  account: DraftAccount,
  currency: string,
  managers: readonly DraftManager[],
): DraftRow[] {
  const { random } = plan
  const other = plan.assigned && random.chance(0.5) ? random.pick(managers).id : ''
  const branch = random.pick(['', '城东支行', 'North, Main'])
  const switchDay = random.int(account.days.first, account.days.last + 1)
  let fen = account.flat ?? firstBalance(plan, account)
  return daysOf(account.days).map((day) => {
    if (account.flat === undefined && random.chance(0.15)) fen = nextBalance(plan, account, fen)
    return {
      date: dayText(day),
      account_id: account.id,
      client_id: account.clientId,
      product: (day < switchDay ? account.products[0] : account.products.at(-1)) ?? '',
      balance: money(random, fen),
      currency,
      branch,
      manager_id: plan.assigned ? other : ownerOn(account.tenures ?? [], day),
    }
  })
}

function firstBalance({ random }: Plan, account: DraftAccount): number {
  if (mayOnlyOwe(account)) return random.pick([0, 12_345_678, 100_000_000, random.int(0, 90_000_000)])
  return random.pick([0, random.int(-3_000_000, 10_000_000), random.int(1, random.pick(SIZES))])
}

function nextBalance({ random }: Plan, account: DraftAccount, fen: number): number {
  const next = fen + random.int(-20_000_000, 25_000_000)
  if (random.chance(0.05)) return 0
  return mayOnlyOwe(account) ? Math.abs(next) : next
}

/** What a client owes is never below zero; deposits may be overdrawn. */
function mayOnlyOwe(account: DraftAccount): boolean {
  return account.products.some((product) => product === 'loan' || product === 'npl')
}

function ownerOn(tenures: readonly Tenure[], day: Day): string {
  return tenures.find(({ from, to }) => from <= day && day <= to)?.owners[0]?.[0] ?? ''
}

function daysOf({ first, last }: Span): Day[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

/** Rates of the foreign currencies from before the first day on, with gaps of some days between them. */
export function fxRows({ random, data }: Plan): DraftRow[] {
  return ['USD', 'HKD'].flatMap((currency) => {
    const rows: DraftRow[] = []
    for (let day = data.first - random.int(0, 6); day <= data.last + 3; day += random.int(1, 25)) {
      rows.push({
        date: dayText(day),
        currency,
        rate: random.pick(['8.2765', '1.0607', '8', '0.1234567891', `7.${random.int(1000, 9999)}`]),
      })
    }
    return rows
  })
}
