import type { Place, Report } from '../findings/finding.ts'
import { near } from '../findings/near.ts'
import { COMMON_HEADERS } from './aliases.ts'
import type { Shape } from './shape.ts'

/** For each column of a table that a file's header names, the position of its cells in a row (from 0). */
export type HeaderMap = ReadonlyMap<string, number>

/**
 * Matches a file's header against a table's columns, by name without regard to case, after the bank's own aliases
 * (header → column) and the common Chinese ones. Undefined where a required column is missing or one is named twice.
 */
export function matchHeader(
  shape: Shape,
  header: readonly string[],
  aliases: ReadonlyMap<string, string>,
  at: (index: number) => Place,
  report: Report,
): HeaderMap | undefined {
  const sign = header.length === 1 ? delimiterIn(shape, header[0] ?? '', aliases) : undefined
  if (sign) {
    report('header-delimiter', at(0), { sign, table: shape.name })
    return undefined
  }
  const found = new Map<string, number>()
  let sound = true
  for (const [index, name] of header.entries()) {
    const column = columnMeant(shape, name, aliases)
    const first = column === undefined ? undefined : found.get(column)
    if (column === undefined) reportUnknown(shape, name, at(index), report)
    else if (first === undefined) found.set(column, index)
    else {
      sound = false
      report('column-twice', at(index), { column, first: header[first] ?? column, table: shape.name })
    }
  }
  const missing = Object.keys(shape.columns).filter(
    (name) => shape.columns[name]?.required && !found.has(name),
  )
  for (const column of missing) {
    report('column-missing', at(0), { column, table: shape.name, header: header.join(',') })
  }
  return sound && missing.length === 0 ? found : undefined
}

function columnMeant(shape: Shape, header: string, aliases: ReadonlyMap<string, string>): string | undefined {
  const written = header.toLowerCase()
  const name = aliases.get(written) ?? COMMON_HEADERS.get(written) ?? written
  return Object.hasOwn(shape.columns, name) ? name : undefined
}

/** The sign that parts the columns of a header which was read as one cell, as inputs.yaml writes it. */
function delimiterIn(shape: Shape, header: string, aliases: ReadonlyMap<string, string>): string | undefined {
  const isColumn = (name: string) => columnMeant(shape, name, aliases) !== undefined
  const sign = [';', '|', '\t', ','].find((each) => header.split(each).filter(isColumn).length > 1)
  return sign === '\t' ? 'tab' : sign && `'${sign}'`
}

function reportUnknown(shape: Shape, name: string, place: Place, report: Report): void {
  const likeliest = near(name, Object.keys(shape.columns))
  report('column-unknown', place, { column: name, table: shape.name, likeliest })
}
