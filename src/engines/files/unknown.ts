import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../../core/findings/finding.ts'
import { SHAPES } from '../../core/tables/shapes.ts'
import { likeliest } from '../../core/values/text.ts'
import { namesIn } from './entries.ts'
import { splitName } from './names.ts'

/** Holds the expected results of a fixture, in files named like tables of results. */
const NOT_INPUT = 'expected'

/** Warns of a name in the input folder that looks like a table but is none, with the table most likely meant. */
export function warnOfUnknown(root: string, name: string, report: Report): void {
  const stem = splitName(name)?.stem ?? (holdsTableFiles(join(root, name), name) ? name : undefined)
  if (stem === undefined) return
  const meant = likeliest(stem, Object.keys(SHAPES)) ?? '-'
  report('file-unknown', { file: name }, { file: name, likeliest: meant })
}

function holdsTableFiles(folder: string, name: string): boolean {
  if (name === NOT_INPUT || name.startsWith('.')) return false
  try {
    return (
      lstatSync(folder).isDirectory() && namesIn(folder).some((inside) => splitName(inside) !== undefined)
    )
  } catch {
    return false
  }
}
