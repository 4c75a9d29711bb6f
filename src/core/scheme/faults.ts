import type * as z from 'zod'
import type { Report } from '../findings/finding.ts'
import { likeliestOf } from '../findings/near.ts'
import { isEntries, type OwnFault } from './forms.ts'
import type { Path, YamlFile } from './yaml.ts'

type Issue = z.core.$ZodIssue

/** Reports every issue that the shape of a file has, each at its place. */
export function reportIssues(issues: readonly Issue[], file: YamlFile, report: Report): void {
  for (const issue of issues) reportIssue(issue, pathOf(issue), file, report)
}

/** The path of an issue in the file; keys of entries and indices are all that YAML has. */
export const pathOf = (issue: Issue): Path =>
  issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))

function reportIssue(issue: Issue, path: Path, file: YamlFile, report: Report): void {
  if (issue.code === 'unrecognized_keys') reportKeys(issue.keys, issue.message, path, file, report)
  else if (issue.code === 'custom') reportOwn(issue.params as OwnFault | undefined, path, file, report)
  else if (isMissing(path, file))
    report('scheme-key-missing', file.placeOf(path), { key: String(path.at(-1)) })
  else if (issue.code === 'invalid_value') reportChoice(issue.values.map(String), path, file, report)
  else report(wantedBy(issue), file.placeOf(path), { field: fieldOf(path) })
}

/**
 * A key with nothing after it is likely a piece of a formula, cut off by a comma between braces, and so are those after
 * it. `known` are the keys of the entry, as `entry` hands them over in the place of zod's own message.
 */
function reportKeys(
  keys: readonly string[],
  known: string,
  path: Path,
  file: YamlFile,
  report: Report,
): void {
  const [piece, ...pieces] = keys.filter((key) => file.valueAt([...path, key]) === '')
  if (piece !== undefined)
    report('scheme-key-comma', file.keyPlaceOf([...path, piece]), { key: piece, wanted: known })
  for (const key of keys) {
    if (key === piece || pieces.includes(key)) continue
    const meant = likeliestOf(key, known.split(', '))
    report('scheme-key-unknown', file.keyPlaceOf([...path, key]), { key, wanted: known, meant })
  }
}

function reportOwn(fault: OwnFault | undefined, path: Path, file: YamlFile, report: Report): void {
  if (!fault) throw new Error('an issue of the shape without a finding')
  const place = fault.ofKey ? file.keyPlaceOf(path) : file.placeOf(path)
  report(fault.finding, place, fault.facts as never)
}

function reportChoice(values: readonly string[], path: Path, file: YamlFile, report: Report): void {
  const found = file.placeOf(path).value ?? ''
  const wanted = values.join(', ')
  report('scheme-choice', file.placeOf(path), { found, wanted, meant: likeliestOf(found, values) })
}

function isMissing(path: Path, file: YamlFile): boolean {
  const holder = file.valueAt(path.slice(0, -1))
  return isEntries(holder) && !(String(path.at(-1)) in holder)
}

function wantedBy(issue: Issue): 'scheme-text-wanted' | 'scheme-list-wanted' | 'scheme-entry-wanted' {
  if (issue.code === 'too_small') return 'scheme-list-wanted'
  if (issue.code !== 'invalid_type') throw new Error(`no finding for the shape's issue ${issue.code}`)
  if (issue.expected === 'array') return 'scheme-list-wanted'
  return issue.expected === 'string' ? 'scheme-text-wanted' : 'scheme-entry-wanted'
}

/** The key that a place goes by: the last name of its path, since numbers only count the entries of a list. */
const fieldOf = (path: Path): string => String(path.findLast((step) => typeof step === 'string') ?? '')
