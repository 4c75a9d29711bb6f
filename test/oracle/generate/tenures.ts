/** Who owns accounts and clients in a random bank, and the table `assignments` that says so. */
import { type Day, dayText } from '../calendar.ts'
import type { DraftAccount, DraftClient } from './accounts.ts'
import type { DraftManager } from './people.ts'
import { type DraftRow, dayCell, dayIn, type Plan } from './plan.ts'

/** Who owns an account or a client for some days, with shares that sum to 1; nobody when the list is empty. */
export interface Tenure {
  readonly from: Day
  readonly to: Day
  readonly owners: readonly (readonly [managerId: string, share: string])[]
}

/** One to three spells one after the other: one owner, halves, uneven thirds, or nobody. */
export function draftTenures({ random, data }: Plan, managers: readonly DraftManager[]): Tenure[] {
  const start = random.pick([data.first - 20, data.first - 20, data.first, dayIn(random, data)])
  const cuts = Array.from({ length: random.int(0, 2) }, () => dayIn(random, data)).filter(
    (cut) => cut > start,
  )
  const starts = [...new Set([start, ...cuts])].sort((a, b) => a - b)
  const end = random.chance(0.75) ? Infinity : Math.max(starts.at(-1) ?? start, dayIn(random, data))
  return starts.map((from, i) => {
    const people = random.shuffled(managers).map((manager) => manager.id)
    const shares = random.pick([
      ['1'],
      ['1'],
      [''],
      ['0.5', '0.5'],
      ['0.33333333', '0.66666667'],
      ['0.2', '0.3', '0.50'],
    ])
    const owners = shares.map((share, k) => [people[k] ?? '', share] as const)
    return {
      from,
      to: (starts[i + 1] ?? end + 1) - 1,
      owners: starts.length > 1 && random.chance(0.15) ? [] : owners,
    }
  })
}

/** The table `assignments`: client-level rows and account-level rows that win over them. */
export function assignmentRows(
  clients: readonly DraftClient[],
  accounts: readonly DraftAccount[],
): DraftRow[] {
  const ofClients = clients.flatMap((client) =>
    tenureRows({ account_id: '', client_id: client.id }, client.tenures),
  )
  const ofAccounts = accounts.flatMap((account) =>
    tenureRows({ account_id: account.id, client_id: '' }, account.tenures ?? []),
  )
  return [...ofClients, ...ofAccounts]
}

function tenureRows(key: DraftRow, tenures: readonly Tenure[]): DraftRow[] {
  return tenures.flatMap(({ from, to, owners }) =>
    owners.map(([managerId, share]) => ({
      ...key,
      manager_id: managerId,
      share,
      from: dayText(from),
      to: dayCell(to),
    })),
  )
}
