/** Clients, accounts and their owners in a random bank. */
import { type Day, dayText, periodSpan, type Span } from '../calendar.ts';
import type { DraftManager } from './people.ts';
import { dayCell, dayIn, type DraftRow, idsOf, type Plan } from './plan.ts';

/** Who owns an account or a client for some days, with shares that sum to 1; nobody when the list is empty. */
export interface Tenure {
  readonly from: Day;
  readonly to: Day;
  readonly owners: readonly (readonly [managerId: string, share: string])[];
}

/** An account with the days of its rows. */
export interface DraftAccount {
  readonly id: string;
  readonly clientId: string;
  readonly products: readonly string[];
  readonly currencies: readonly string[];
  readonly days: Span;
  /** Owned by this manager alone, so that sums can be steered through it. */
  readonly sole: DraftManager | undefined;
  /** What account-level rows say; undefined where the client decides. */
  readonly tenures: readonly Tenure[] | undefined;
  /** The balance of every day in fen where it is fixed. */
  readonly flat: number | undefined;
}

/** The clients with what client-level rows say of them. */
export interface DraftClient {
  readonly id: string;
  readonly tenures: readonly Tenure[];
}

const PRODUCTS = ['demand', 'demand', 'term', 'term', 'savings', 'savings', 'margin', 'loan', 'npl', 'wealth'];

/** Three to seven clients; not every one has an owner every day. */
export function draftClients(plan: Plan, managers: readonly DraftManager[]): DraftClient[] {
  const ids = idsOf(plan.random, 'C', plan.random.int(3, 7));
  return ids.map((id) => ({ id, tenures: plan.random.chance(0.15) ? [] : draftTenures(plan, managers) }));
}

/** Six to fifteen accounts: an anchor with a row every day, some owned by one manager alone, loans at bounds, and any others. */
export function draftAccounts(plan: Plan, managers: readonly DraftManager[], clients: readonly DraftClient[]): DraftAccount[] {
  const { random } = plan;
  const lone = managers.filter(() => random.chance(0.5)).slice(0, 5);
  const loans = managers.filter(() => random.chance(0.3)).slice(0, 2);
  const makers: ((id: string) => DraftAccount[])[] = [
    (id) => [{ ...soleAccount(plan, id, managers[0], clients), days: plan.data }],
    ...lone.map((manager) => (id: string) => [soleAccount(plan, id, manager, clients)]),
    ...loans.map((manager) => (id: string) => loanPair(plan, id, manager, clients)),
    ...Array.from({ length: random.int(5, 7) }, () => (id: string) => [anyAccount(plan, id, managers, clients)]),
  ];
  const ids = idsOf(random, 'A', makers.length);
  return makers.flatMap((make, i) => make(ids[i] ?? ''));
}

function soleAccount(plan: Plan, id: string, sole: DraftManager | undefined, clients: readonly DraftClient[]): DraftAccount {
  const { random } = plan;
  const owners = sole ? [[sole.id, random.pick(['1', ''])] as const] : [];
  const floors = [300_000_000, 1_000_000_000, 3_000_000_000, undefined, undefined];
  return {
    id, clientId: random.pick(clients).id, products: ['demand'], currencies: [''], days: recentDays(plan), sole,
    tenures: [{ from: plan.data.first - random.int(0, 30), to: Infinity, owners }], flat: random.pick(floors),
  };
}

/** A sound loan and a bad one whose shares of one million lie at the bounds of the loan quality table. */
function loanPair(plan: Plan, id: string, manager: DraftManager, clients: readonly DraftClient[]): DraftAccount[] {
  const bad = plan.random.pick([0, 1, 500_000, 500_001, 1_000_000, 1_000_001, 2_000_000, 2_000_001, 499_999, 30_000_000]);
  const base = soleAccount(plan, id, manager, clients);
  return [
    { ...base, products: ['loan'], flat: 100_000_000 - bad },
    { ...base, id: `${id}/npl`, products: ['npl'], flat: bad },
  ];
}

function anyAccount(plan: Plan, id: string, managers: readonly DraftManager[], clients: readonly DraftClient[]): DraftAccount {
  const { random } = plan;
  const first = random.pick(PRODUCTS);
  const own = !plan.assigned || random.chance(0.4);
  return {
    id, clientId: random.pick(clients).id, products: random.chance(0.1) ? [first, random.pick(PRODUCTS)] : [first],
    currencies: random.pick([[''], [''], [''], ['CNY'], ['USD'], ['HKD'], ['', 'USD']]),
    days: recentDays(plan), sole: undefined, tenures: own ? draftTenures(plan, managers) : undefined, flat: undefined,
  };
}

/** The days of an account: all days of a short window, mostly the latest months of a long one, sometimes opening late or closing early. */
function recentDays({ random, data, periods }: Plan): Span {
  const long = data.last - data.first > 200;
  const quarter = periodSpan(random.pick(periods));
  const base = long && random.chance(0.85) ? { first: quarter.first - random.int(0, 20), last: data.last } : data;
  const first = random.chance(0.2) ? dayIn(random, { first: base.first, last: base.last - 20 }) : base.first;
  return { first, last: random.chance(0.2) ? dayIn(random, { first, last: base.last }) : base.last };
}

/** One to three spells one after the other: one owner, halves, uneven thirds, or nobody. */
function draftTenures({ random, data }: Plan, managers: readonly DraftManager[]): Tenure[] {
  const start = random.pick([data.first - 20, data.first - 20, data.first, dayIn(random, data)]);
  const cuts = Array.from({ length: random.int(0, 2) }, () => dayIn(random, data)).filter((cut) => cut > start);
  const starts = [...new Set([start, ...cuts])].sort((a, b) => a - b);
  const end = random.chance(0.75) ? Infinity : Math.max(starts.at(-1) ?? start, dayIn(random, data));
  return starts.map((from, i) => {
    const people = random.shuffled(managers).map((manager) => manager.id);
    const shares = random.pick([['1'], ['1'], [''], ['0.5', '0.5'], ['0.33333333', '0.66666667'], ['0.2', '0.3', '0.50']]);
    const owners = shares.map((share, k) => [people[k] ?? '', share] as const);
    return { from, to: (starts[i + 1] ?? end + 1) - 1, owners: starts.length > 1 && random.chance(0.15) ? [] : owners };
  });
}

/** The table `assignments`: client-level rows and account-level rows that win over them. */
export function assignmentRows(clients: readonly DraftClient[], accounts: readonly DraftAccount[]): DraftRow[] {
  const ofClients = clients.flatMap((client) => tenureRows({ account_id: '', client_id: client.id }, client.tenures));
  const ofAccounts = accounts.flatMap((account) => tenureRows({ account_id: account.id, client_id: '' }, account.tenures ?? []));
  return [...ofClients, ...ofAccounts];
}

function tenureRows(key: DraftRow, tenures: readonly Tenure[]): DraftRow[] {
  return tenures.flatMap(({ from, to, owners }) =>
    owners.map(([managerId, share]) => ({ ...key, manager_id: managerId, share, from: dayText(from), to: dayCell(to) })),
  );
}
