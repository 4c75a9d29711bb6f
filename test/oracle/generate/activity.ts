/** The tables `activity` and `clients` of a random bank. */
import { dayText, periodSpan } from '../calendar.ts'
import type { DraftClient } from './accounts.ts'
import { BRANCHES, type DraftManager, postIn } from './people.ts'
import { type DraftRow, dayIn, money, type Plan, tenThousandths } from './plan.ts'
import type { Random } from './random.ts'

const KINDS = [
  'interest_due',
  'interest_collected',
  'fee',
  'fee',
  'new_client',
  'fee',
  'fee',
  'new_client',
  'visit',
  'visit',
  'visit',
  'visit',
  'complaint',
  'violation',
  'meeting',
  'meeting',
  'meeting',
]
const COLLECTED = [
  '9700',
  '9699.99',
  '9600',
  '9600.01',
  '9599.99',
  '9200',
  '9300',
  '9400.01',
  '9500',
  '9100',
  '9950',
  '9949.99',
  '10000',
  '10000',
  '12000',
  '0',
]
const VISITS = ['30', '30.0000', '15', '29.9999', '31', '7']
const COUNTED = new Set(['new_client', 'visit', 'complaint', 'violation', 'meeting'])

/** Twenty to fifty chance rows, and rows that put a manager exactly on a bound. */
export function activityRows(
  plan: Plan,
  managers: readonly DraftManager[],
  clients: readonly DraftClient[],
): DraftRow[] {
  const { random } = plan
  const loose = Array.from({ length: random.int(20, 50) }, () => looseRow(plan, managers, clients))
  const staged = plan.periods.flatMap((period) =>
    managers.flatMap((manager) => stagedRows(plan, manager, period)),
  )
  const rows = [...loose, ...staged].map((row, i) => ({ ...row, ref: random.chance(0.5) ? `R${i}` : '' }))
  const twin = random.chance(0.1) ? rows.filter((row) => row.ref === '').slice(0, 1) : []
  return [...rows, ...twin.map((row) => ({ ...row }))]
}

function looseRow(plan: Plan, managers: readonly DraftManager[], clients: readonly DraftClient[]): DraftRow {
  const { random } = plan
  const kind = random.pick(KINDS)
  const counted = COUNTED.has(kind)
  const day = dayIn(
    random,
    random.chance(0.85)
      ? periodSpan(random.pick(plan.periods))
      : { first: plan.data.first - 9, last: plan.data.last + 9 },
  )
  return {
    date: dayText(day),
    kind,
    manager_id: random.chance(0.5) ? random.pick(managers).id : '',
    client_id: random.chance(0.9) ? random.pick(clients).id : '',
    product:
      kind === 'violation' ? random.pick(['minor', 'minor', 'major', '']) : random.pick(['', '', 'fund, A']),
    quantity: counted
      ? random.pick(['', '1', '2', '0.5', '1.25', '0.3333', '3'])
      : random.pick(['', '1', '4']),
    amount: counted ? random.pick(['', '0', '12.30']) : looseAmount(random, kind),
  }
}

/** An amount that may be a reversal; what was due stays above zero. */
function looseAmount(random: Random, kind: string): string {
  const reversal = kind !== 'interest_due' && random.chance(0.15)
  return money(random, reversal ? random.int(-90_000, 0) : random.int(0, 3_000_000))
}

/** Interest with a collection rate on a bound, visits at thirty, complaints up to the limit, a reversal, a major violation. */
function stagedRows(plan: Plan, manager: DraftManager, period: string): DraftRow[] {
  const { random } = plan
  const days = postIn(manager, period)
  if (days.first > days.last) return []
  const row = (kind: string, cells: DraftRow): DraftRow => ({
    date: dayText(dayIn(random, days)),
    kind,
    manager_id: manager.id,
    client_id: '',
    product: '',
    quantity: '',
    amount: '',
    ...cells,
  })
  const sometimes = (probability: number, make: () => DraftRow[]): DraftRow[] =>
    random.chance(probability) ? make() : []
  return [
    ...sometimes(0.7, () => [
      row('interest_due', { amount: '10000' }),
      row('interest_collected', { amount: random.pick(COLLECTED) }),
    ]),
    ...sometimes(0.6, () => [row('visit', { quantity: random.pick(VISITS) })]),
    ...sometimes(0.2, () => [
      row('complaint', { quantity: tenThousandths(random.pick([10_000, 49_999, 50_000, 60_000])) }),
    ]),
    ...sometimes(0.5, () => [
      row('new_client', { quantity: '6' }),
      row('new_client', { quantity: random.pick(['-1', '1', '-2']) }),
    ]),
    ...sometimes(0.5, () => [
      row('fee', { amount: random.pick(['36000', '30000.00', '36000.01', '12345.67']) }),
    ]),
    ...sometimes(0.04, () => [
      row('violation', { product: 'major', quantity: random.pick(['1', '0.5', '']) }),
    ]),
  ]
}

/** The table `clients`, which no figure reads. */
export function clientRows({ random, data }: Plan, clients: readonly DraftClient[]): DraftRow[] {
  return clients.map((client, i) => ({
    client_id: client.id,
    name: `Client "${i}", Ltd`,
    tier: random.pick(['', 'A', 'B']),
    segment: random.pick(['', 'retail']),
    branch: random.pick(['', ...BRANCHES]),
    opened_on: random.chance(0.5) ? dayText(data.first - 100 - i) : '',
  }))
}
