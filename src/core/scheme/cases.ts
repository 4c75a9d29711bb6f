import { lineOf, type Reading } from './reading.ts'
import type { Path } from './yaml.ts'

/** Reports cases after one without a condition, and a last case that has one. */
export function checkCases(
  { file, report }: Reading,
  path: Path,
  cases: readonly { readonly when?: string | undefined }[],
): void {
  const open = cases.findIndex(({ when }) => when === undefined)
  if (open < 0) report('case-last', file.placeOf([...path, cases.length - 1]), {})
  const first = lineOf(file.placeOf([...path, open]))
  for (let after = open + 1; open >= 0 && after < cases.length; after++) {
    report('case-unreachable', file.placeOf([...path, after]), { first })
  }
}
