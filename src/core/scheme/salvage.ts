import type * as z from 'zod'
import type { Report } from '../findings/finding.ts'
import { pathOf, reportIssues } from './faults.ts'
import { type SchemeFile, schemeFile } from './file-shape.ts'
import { isEntries } from './forms.ts'
import type { Path, YamlFile } from './yaml.ts'

/** A scheme file in its right shape, and the names of entries that had to be left out of it. */
export interface Shaped {
  readonly entry: SchemeFile
  /** Left out, and each already reported: values and tables; and measures, figures and assessments. */
  readonly unusable: ReadonlySet<string>
  readonly silent: ReadonlySet<string>
}

/**
 * Takes the file in its shape and reports all faults of that. Where they lie within single entries, the rest is taken
 * without those, so that the faults of all other entries are found in the same run.
 */
export function shapeOf(file: YamlFile, report: Report): Shaped | undefined {
  const [unusable, silent] = [new Set<string>(), new Set<string>()]
  let plain = file.value
  for (;;) {
    const read = schemeFile.safeParse(plain)
    if (read.success) return { entry: read.data, unusable, silent }
    reportIssues(read.error.issues, file, report)
    const cuts = read.error.issues.map(cutFor)
    if (cuts.includes(undefined)) return undefined
    const paths = cuts.flatMap((cut) => cut ?? []).map((path) => pathWithin(file, path))
    for (const path of paths) note(path, file, unusable, silent)
    plain = without(plain, paths)
  }
}

const NAMED = new Set<unknown>(['values', 'tables', 'measures', 'figures', 'assessments'])
const WHOLE = new Set<unknown>(['recommendation', 'pay', 'checks', 'clients', 'entry'])

/** What to leave out because of an issue: unknown keys, a named entry, or a list that nothing else builds on. */
function cutFor(issue: z.core.$ZodIssue): readonly Path[] | undefined {
  const path = pathOf(issue)
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key])
  if (NAMED.has(path[0]) && path.length > 1) return [path.slice(0, 2)]
  return WHOLE.has(path[0]) ? [path.slice(0, 1)] : undefined
}

function note(path: Path, file: YamlFile, unusable: Set<string>, silent: Set<string>): void {
  const [section, name] = path.map(String)
  if (path.length === 1 && section === 'pay') noteAll(file.valueAt(path), 'id', 'pay', silent)
  if (path.length === 1 && section === 'checks') noteAll(file.valueAt(path), 'check', 'check', silent)
  if (path.length === 1 && section === 'recommendation') silent.add('recommendation')
  if (path.length !== 2 || name === undefined) return
  if (section === 'values' || section === 'tables') unusable.add(name)
  else if (NAMED.has(section)) silent.add(section === 'assessments' ? `assessment.${name}` : name)
}

/** Notes the figures that the entries of a list would have been, each named by one of its keys. */
function noteAll(list: unknown, key: string, space: string, silent: Set<string>): void {
  for (const each of Array.isArray(list) ? list : []) {
    if (isEntries(each) && typeof each[key] === 'string') silent.add(`${space}.${each[key]}`)
  }
}

/** The path without the steps that a short form leaves out. */
function pathWithin(file: YamlFile, path: Path): Path {
  return path.filter((step, index) => {
    const holder = file.valueAt(path.slice(0, index))
    return typeof holder === 'object' && holder !== null && step in holder
  })
}

function without(plain: unknown, paths: readonly Path[], here: Path = []): unknown {
  if (Array.isArray(plain)) return plain.map((item, index) => without(item, paths, [...here, index]))
  if (!isEntries(plain)) return plain
  const kept = Object.keys(plain).filter((key) => !paths.some((path) => same(path, [...here, key])))
  const copy: Record<string, unknown> = Object.create(null)
  for (const key of kept) copy[key] = without(plain[key], paths, [...here, key])
  return copy
}

const same = (a: Path, b: Path): boolean =>
  a.length === b.length && a.every((step, index) => String(step) === String(b[index]))
