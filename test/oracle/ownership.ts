/** Who owns a balance row or an activity row on its day, and with what share. */
import type { Bank } from './bank.ts'
import type { Day } from './calendar.ts'
import { type Fraction, ONE } from './fraction.ts'
import type { Activity, Assignment, Balance } from './rows.ts'

/** A manager's share of one row. */
export interface Share {
  readonly managerId: string
  readonly share: Fraction
}

/** The owners of a balance row that are in post on its day; the rest of it is unclaimed. */
export function ownersOfBalance(bank: Bank, row: Balance): Share[] {
  const owners = bank.assignments ? assignedBalance(bank.assignments, row) : named(row.managerId)
  return owners.filter((owner) => inPost(bank, owner.managerId, row.day))
}

/** The owners of an activity row: the one it names on any day, else those of its client who are in post. */
export function ownersOfActivity(bank: Bank, row: Activity): Share[] {
  if (row.managerId !== '') return named(row.managerId)
  if (row.clientId === '') return []
  const owners = bank.assignments
    ? assignedClient(bank.assignments, row.clientId, row.day)
    : loneOwner(bank, row)
  return owners.filter((owner) => inPost(bank, owner.managerId, row.day))
}

function assignedBalance(assignments: readonly Assignment[], row: Balance): readonly Share[] {
  const own = assignments.filter((a) => a.accountId === row.accountId && covers(a, row.day))
  return own.length > 0 ? own : assignedClient(assignments, row.clientId, row.day)
}

function assignedClient(assignments: readonly Assignment[], clientId: string, day: Day): readonly Share[] {
  return assignments.filter((a) => a.accountId === '' && a.clientId === clientId && covers(a, day))
}

function covers(assignment: Assignment, day: Day): boolean {
  return assignment.from <= day && day <= assignment.to
}

function named(managerId: string): Share[] {
  return managerId === '' ? [] : [{ managerId, share: ONE }]
}

function loneOwner(bank: Bank, row: Activity): Share[] {
  const rows = bank.balances.filter((balance) => balance.clientId === row.clientId && balance.day === row.day)
  const ids = new Set(rows.map((balance) => balance.managerId))
  return ids.size === 1 ? named([...ids][0] ?? '') : []
}

function inPost(bank: Bank, managerId: string, day: Day): boolean {
  const manager = bank.managers.find((m) => m.id === managerId)
  return manager !== undefined && manager.hiredOn <= day && day <= manager.leftOn
}
