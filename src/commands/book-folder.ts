import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { BookFigure, BookPeriod } from '../core/book/book.ts'
import type { Report } from '../core/findings/finding.ts'
import { undefuse } from '../core/formats/csv.ts'
import { liesWithin, type Period, parsePeriod } from '../core/values/period.ts'
import { namesIn, readIfThere, sha256 } from './files.ts'

/** The periods of a book that end before a period begins or lie within it, oldest first, as their figures.csv tell them. */
export async function readBook(
  { folder, shown }: { readonly folder: string; readonly shown: string },
  run: Period,
  scheme: string,
  report: Report,
): Promise<readonly BookPeriod[]> {
  const periods: BookPeriod[] = []
  const other = await otherScheme(folder, scheme)
  if (other) report('book-scheme', { file: shown }, { ...other, scheme })
  if (other) return periods
  for (const name of await namesIn(folder)) {
    const period = parsePeriod(name)
    if (!period || (period.last >= run.first && !liesWithin(period, run))) continue
    const read = await readPeriod(folder, period, report)
    if (read) periods.push(read)
  }
  return periods.sort((a, b) => a.period.last - b.period.last || b.period.first - a.period.first)
}

/** The first run of the book that another scheme made. */
async function otherScheme(folder: string, scheme: string) {
  for (const period of await namesIn(folder)) {
    if (!parsePeriod(period)) continue
    const other = statedScheme(await readIfThere(join(folder, period, 'manifest.json')))
    if (other !== undefined && other !== scheme) return { period, other }
  }
  return undefined
}

/** The scheme that a manifest names; undefined where it is no manifest of ours. */
function statedScheme(manifest: Uint8Array | undefined): string | undefined {
  try {
    const { scheme } = JSON.parse(new TextDecoder().decode(manifest ?? new Uint8Array()))
    return typeof scheme?.id === 'string' ? scheme.id : undefined
  } catch {
    return undefined
  }
}

async function readPeriod(folder: string, period: Period, report: Report): Promise<BookPeriod | undefined> {
  const file = `${period.id}/figures.csv`
  const [bytes, manifest] = await Promise.all([
    readIfThere(join(folder, file)),
    readIfThere(join(folder, period.id, 'manifest.json')),
  ])
  const hash = bytes && sha256(bytes)
  if (!bytes || !hash || statedHash(manifest) !== hash) {
    report('book-changed', { file }, { period: period.id, file: 'figures.csv' })
    return undefined
  }
  return { period, file, sha256: hash, figures: parseFigures(bytes) }
}

/** The hash that a manifest states for figures.csv; undefined where it is no manifest of ours. */
function statedHash(manifest: Uint8Array | undefined): string | undefined {
  if (!manifest) return undefined
  try {
    const { outputs } = JSON.parse(new TextDecoder().decode(manifest))
    return outputs.find(({ file }: { file: string }) => file === 'figures.csv')?.sha256
  } catch {
    return undefined
  }
}

/** The lines of a figures.csv: period, manager_id, figure, value. */
export function parseFigures(bytes: Uint8Array): readonly BookFigure[] {
  const records: string[][] = parse(bytes, { from: 2 })
  return records.map(([, manager = '', figure = '', value = ''], index) => ({
    line: index + 2,
    manager: undefuse(manager),
    figure: undefuse(figure),
    value: undefuse(value),
  }))
}
