import type { ActivityCell, BalanceCell } from '../../core/tables/engine.ts'

/** Ends the run where two engines differ in a cell, naming the first one. */
export function compareCells<C extends BalanceCell | ActivityCell>(
  table: string,
  first: readonly C[],
  second: readonly C[],
  keyOf: (cell: C) => string,
): void {
  const others = new Map(second.map((cell) => [keyOf(cell), cell]))
  for (const cell of first) {
    const key = keyOf(cell)
    const [one, other] = [numbersOf(cell), numbersOf(others.get(key))]
    if (one !== other) throw new Error(differ(table, key, one, other))
    others.delete(key)
  }
  for (const [key, cell] of others) throw new Error(differ(table, key, numbersOf(undefined), numbersOf(cell)))
}

function numbersOf(cell: BalanceCell | ActivityCell | undefined): string {
  if (!cell) return 'nothing'
  const quantity = 'quantity' in cell ? `, quantity ${cell.quantity}` : ''
  return `${cell.rows} rows, days ${cell.days}, amount ${cell.amount}${quantity}`
}

const differ = (table: string, key: string, one: string, other: string): string =>
  `the two engines differ in ${table} at ${key.split('\0').join('|')}: scan has ${one}; duckdb has ${other}`
