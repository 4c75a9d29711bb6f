import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../../core/findings/finding.ts'
import { near } from '../../core/findings/near.ts'
import { SHAPES } from '../../core/tables/shapes.ts'
import { namesIn } from './entries.ts'
import { splitName } from './names.ts'

/** Holds the expected results of a fixture, in files named like tables of results. */
const NOT_INPUT = 'expected'

/**
 * Warns of a name in the input folder that looks like a table but is none, with the table most likely meant; of a folder from
 * which some files are `taken`, of the others.
 */
export function warnOfUnknown(root: string, name: string, taken: ReadonlySet<string>, report: Report): void {
  if ([...taken].some((path) => path.startsWith(`${name}/`))) {
    warnOfOthers(root, name, taken, report)
    return
  }
  const stem = splitName(name)?.stem ?? (holdsTableFiles(join(root, name), name) ? name : undefined)
  if (stem === undefined) return
  report('file-unknown', { file: name }, { file: name, likeliest: near(stem, Object.keys(SHAPES)) })
}

function warnOfOthers(root: string, folder: string, taken: ReadonlySet<string>, report: Report): void {
  for (const name of namesIn(join(root, folder))) {
    const [file, stem] = [`${folder}/${name}`, splitName(name)?.stem]
    if (stem === undefined || taken.has(file)) continue
    report('file-unknown', { file }, { file, likeliest: near(stem, Object.keys(SHAPES)) })
  }
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
