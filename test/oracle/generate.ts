/** Random banks that are valid, small, full of bounds, and the same for the same seed. */
import { mkdirSync } from 'node:fs'
import { draftAccounts, draftClients } from './generate/accounts.ts'
import { activityRows, clientRows } from './generate/activity.ts'
import { adjustmentRows } from './generate/adjustments.ts'
import { balanceRows, fxRows } from './generate/balances.ts'
import { writeTable } from './generate/files.ts'
import { historyRows } from './generate/history.ts'
import { draftManagers, draftSetAside } from './generate/people.ts'
import { type Plan, planOf } from './generate/plan.ts'
import { draftPosts } from './generate/posts.ts'
import { randomFrom } from './generate/random.ts'
import { assessmentRows, targetRows } from './generate/standards.ts'
import { type Draft, steerDeposits, steerTotals } from './generate/steer.ts'
import { assignmentRows } from './generate/tenures.ts'

/** What a generated folder serves: one quarter, or two in a row that share one book. */
export interface GeneratedBank {
  readonly periods: readonly string[]
}

/** Writes a random bank's input folder without a scheme; the folder is made when it is not there. */
export function generateBank(seed: number, folder: string): GeneratedBank {
  const random = randomFrom(seed)
  const plan = planOf(random)
  const draft = draftBank(plan)
  mkdirSync(folder, { recursive: true })
  for (const [table, rows] of draft) writeTable(random, folder, table, rows)
  return { periods: plan.periods }
}

function draftBank(plan: Plan): Draft {
  const managers = draftManagers(plan)
  // Half the banks leave the first manager out of all sharing, so that sums can be steered onto bounds exactly.
  const sharers = plan.random.chance(0.5) ? managers.slice(1) : managers
  const clients = draftClients(plan, sharers)
  const accounts = draftAccounts(plan, managers, sharers, clients)
  const draft: Draft = new Map([
    ['managers', managers.map((manager) => manager.row)],
    ['balances', balanceRows(plan, accounts, managers)],
    ['activity', activityRows(plan, managers, clients)],
    ['targets', targetRows(plan, managers)],
    ['assessments', assessmentRows(plan, managers)],
    ['fx', fxRows(plan)],
  ])
  if (plan.assigned) draft.set('assignments', assignmentRows(clients, accounts))
  const optional = {
    posts: draftPosts(plan, managers),
    adjustments: adjustmentRows(plan, managers),
    history: historyRows(plan, managers),
    set_aside: draftSetAside(plan, managers),
    clients: plan.random.chance(0.5) ? clientRows(plan, clients) : [],
  }
  for (const [table, rows] of Object.entries(optional)) if (rows.length > 0) draft.set(table, rows)
  steerDeposits(plan, draft, accounts)
  if (plan.random.chance(0.8)) steerTotals(plan, draft)
  return draft
}
