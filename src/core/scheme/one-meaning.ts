import { FUNCTIONS } from '../formula/formula.ts'
import { listsOfFigures } from './figure-names.ts'
import type { SchemeFile } from './file-shape.ts'
import type { Domains } from './people.ts'
import { wordsOf } from './people.ts'
import { lineOf, type Reading } from './reading.ts'
import type { Path } from './yaml.ts'

/** Words that mean something in every formula, and names that the tool gives. */
const RESERVED: ReadonlySet<string> = new Set([
  ...['yes', 'no', 'and', 'or', 'not', 'otherwise', 'over', 'where'],
  ...['target', 'assessment', 'manager', 'period', 'part', 'confirmation', 'pay', 'check', 'adjustment'],
  ...['points', 'total', 'rating', 'rank', 'recommendation', 'decision', 'grade'],
])

const SECTIONS = ['values', 'tables', 'measures', 'figures'] as const

/** Reports names that already mean something: a name may mean one thing only. */
export function checkOneMeaning(reading: Reading, file: SchemeFile, domains: Domains): void {
  const seen = idLines(reading, file)
  const words = wordsOf([...Object.values(domains), ...listsOfFigures(file)])
  for (const section of SECTIONS) {
    for (const name of file[section]?.keys() ?? []) {
      const place = reading.file.keyPlaceOf([section, name])
      const first = seen.get(name)
      if (RESERVED.has(name) || FUNCTIONS.has(name)) reading.report('scheme-name-reserved', place, { name })
      else if (first !== undefined) reading.report('scheme-name-twice', place, { name, first })
      else if (words.has(name)) reading.report('scheme-name-reserved', place, { name })
      else seen.set(name, lineOf(place))
    }
  }
}

/** The lines of the ids that formulas may write bare. */
function idLines({ file }: Reading, { grades, people, appraisal }: SchemeFile): Map<string, number> {
  const paths: Path[] = [
    ...(grades ?? []).map((_, index) => ['grades', index, 'id']),
    ...Object.entries(people ?? {}).flatMap(([list, ids]) =>
      (ids ?? []).map((_, index) => ['people', list, index]),
    ),
    ...(appraisal?.rating ?? []).map((_, index) => ['appraisal', 'rating', index, 'id']),
  ]
  return new Map(paths.map((path) => [String(file.valueAt(path)), lineOf(file.placeOf(path))]))
}
