import type { HeaderMap } from '../../core/tables/header.ts'

/** What the bytes of a stretch of columns are to the scanner. */
export const IDS = 0
export const DATE = 1
export const MONEY = 2
export const SKIP = 3

/** Columns side by side that are looked at in one go: some ids, or one column of another kind. */
export interface Segment {
  readonly kind: typeof IDS | typeof DATE | typeof MONEY | typeof SKIP
  readonly first: number
  readonly last: number
}

/** Where the columns of `balances` stand in the rows of one file; -1: it does not have the column. Plain data. */
export interface Layout {
  readonly width: number
  readonly segments: readonly Segment[]
  readonly columns: ReadonlyMap<string, number>
  /** One ASCII character's code. */
  readonly delimiter: number
}

const ID_COLUMNS = ['account_id', 'client_id', 'product', 'manager_id', 'currency', 'branch']

/** The layout of a file whose header names these columns. */
export function layoutOf(columns: HeaderMap, width: number, delimiter: number): Layout {
  const segments: Segment[] = []
  for (let column = 0; column < width; column++) {
    const kind = kindOf(columns, column)
    const before = segments.at(-1)
    if (kind === IDS && before?.kind === IDS) segments.splice(-1, 1, { ...before, last: column })
    else segments.push({ kind, first: column, last: column })
  }
  return { width, segments, columns, delimiter }
}

function kindOf(columns: HeaderMap, column: number): Segment['kind'] {
  if (columns.get('date') === column) return DATE
  if (columns.get('balance') === column) return MONEY
  return ID_COLUMNS.some((name) => columns.get(name) === column) ? IDS : SKIP
}
