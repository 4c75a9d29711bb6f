import type { BalanceSums, Engine } from '../core/tables/engine.ts'

/** The sums of `balances` that could not be read: nothing is known of any account. */
export const NO_SUMS: BalanceSums = {
  rows: 0,
  cells: [],
  openEnds: () => [],
  hasAccount: () => true,
  managerOf: () => undefined,
  daysTold: new Set(),
  whole: false,
  holdsRows: false,
}

/** An engine for folders whose `balances` cannot be read; another one reads all other tables. */
export const withoutBalances = (others: Engine): Engine => ({
  tables: others.tables,
  filled: (table) => table === 'balances' || others.filled(table),
  isWhole: (table) => others.isWhole(table),
  rows: (table) => others.rows(table),
  sumActivity: (plan) => others.sumActivity(plan),
  sumBalances: async () => NO_SUMS,
})
