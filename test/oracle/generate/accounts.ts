/** Clients, accounts and their owners in a random bank. */
import { periodSpan, type Span } from '../calendar.ts'
import type { DraftManager } from './people.ts'
import { dayIn, idsOf, type Plan } from './plan.ts'
import { draftTenures, type Tenure } from './tenures.ts'

/** An account with the days of its rows. */
export interface DraftAccount {
  readonly id: string
  readonly clientId: string
  readonly products: readonly string[]
  readonly currencies: readonly string[]
  readonly days: Span
  /** Owned by this manager alone, so that sums can be steered through it. */
  readonly sole: DraftManager | undefined
  /** What account-level rows say; undefined where the client decides. */
  readonly tenures: readonly Tenure[] | undefined
  /** The balance of every day in fen where it is fixed. */
  readonly flat: number | undefined
}

/** The clients with what client-level rows say of them. */
export interface DraftClient {
  readonly id: string
  readonly tenures: readonly Tenure[]
}

const PRODUCTS = ['demand', 'demand', 'term', 'term', 'savings', 'savings', 'margin', 'loan', 'npl', 'wealth']

/** Three to seven clients; not every one has an owner every day. */
export function draftClients(plan: Plan, managers: readonly DraftManager[]): DraftClient[] {
  const ids = idsOf(plan.random, 'C', plan.random.int(3, 7))
  return ids.map((id) => ({ id, tenures: plan.random.chance(0.15) ? [] : draftTenures(plan, managers) }))
}

/** Six to fifteen accounts: an anchor with a row every day, some owned by one manager alone, loans at bounds, and any others. */
export function draftAccounts(
  plan: Plan,
  managers: readonly DraftManager[],
  sharers: readonly DraftManager[],
  clients: readonly DraftClient[],
): DraftAccount[] {
  const { random } = plan
  const lone = managers.filter(() => random.chance(0.5)).slice(0, 5)
  const loans = managers.filter(() => random.chance(0.3)).slice(0, 2)
  const makers: ((id: string) => DraftAccount[])[] = [
    (id) => [{ ...soleAccount(plan, id, managers[0], clients), days: plan.data }],
    ...lone.map((manager) => (id: string) => [soleAccount(plan, id, manager, clients)]),
    ...loans.map((manager) => (id: string) => loanPair(plan, id, manager, clients)),
    ...Array.from({ length: random.int(5, 7) }, () => (id: string) => [
      anyAccount(plan, id, sharers, clients),
    ]),
  ]
  const ids = idsOf(random, 'A', makers.length)
  return makers.flatMap((make, i) => make(ids[i] ?? ''))
}

function soleAccount(
  plan: Plan,
  id: string,
  sole: DraftManager | undefined,
  clients: readonly DraftClient[],
): DraftAccount {
  const { random } = plan
  const owners = sole ? [[sole.id, random.pick(['1', ''])] as const] : []
  const floors = [300_000_000, 1_000_000_000, 3_000_000_000, undefined, undefined]
  return {
    id,
    clientId: random.pick(clients).id,
    products: ['demand'],
    currencies: [''],
    days: recentDays(plan),
    sole,
    tenures: [{ from: plan.data.first - random.int(0, 30), to: Infinity, owners }],
    flat: random.pick(floors),
  }
}

/** A sound loan and a bad one whose shares of one million lie at the bounds of the loan quality table. */
function loanPair(
  plan: Plan,
  id: string,
  manager: DraftManager,
  clients: readonly DraftClient[],
): DraftAccount[] {
  const bad = plan.random.pick([
    0, 1, 500_000, 500_001, 1_000_000, 1_000_001, 2_000_000, 2_000_001, 499_999, 30_000_000,
  ])
  const base = soleAccount(plan, id, manager, clients)
  return [
    { ...base, products: ['loan'], flat: 100_000_000 - bad },
    { ...base, id: `${id}/npl`, products: ['npl'], flat: bad },
  ]
}

function anyAccount(
  plan: Plan,
  id: string,
  managers: readonly DraftManager[],
  clients: readonly DraftClient[],
): DraftAccount {
  const { random } = plan
  const first = random.pick(PRODUCTS)
  const own = !plan.assigned || random.chance(0.4)
  return {
    id,
    clientId: random.pick(clients).id,
    products: random.chance(0.1) ? [first, random.pick(PRODUCTS)] : [first],
    currencies: random.pick([[''], [''], [''], ['CNY'], ['USD'], ['HKD'], ['', 'USD']]),
    days: recentDays(plan),
    sole: undefined,
    tenures: own ? draftTenures(plan, managers) : undefined,
    flat: undefined,
  }
}

/** The days of an account: all days of a short window, mostly the latest months of a long one, sometimes opening late or closing early. */
function recentDays({ random, data, periods }: Plan): Span {
  const long = data.last - data.first > 200
  const quarter = periodSpan(random.pick(periods))
  const base =
    long && random.chance(0.85) ? { first: quarter.first - random.int(0, 20), last: data.last } : data
  const first = random.chance(0.2) ? dayIn(random, { first: base.first, last: base.last - 20 }) : base.first
  return { first, last: random.chance(0.2) ? dayIn(random, { first, last: base.last }) : base.last }
}
