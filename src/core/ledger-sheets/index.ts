import { accrual } from './accrual.ts'
import { balance } from './balance.ts'
import { leavers } from './leavers.ts'
import { lots } from './lots.ts'
import { movements } from './movements.ts'
import { schedule } from './schedule.ts'
import type { LedgerSheet } from './sheet.ts'

/** The sheets of deferred pay, in the order in which finance reads them. */
export const SHEETS: readonly LedgerSheet[] = [schedule, movements, balance, leavers, accrual, lots]
