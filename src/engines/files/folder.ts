import { readdirSync, realpathSync } from 'node:fs'
import type { Report } from '../../core/findings/finding.ts'
import { follow, type InputFile, namesIn, reasonOf } from './entries.ts'

/** An input folder that can be read: where it really lies, and the names in it. */
export interface InputFolder {
  readonly root: string
  readonly names: readonly string[]
}

const INPUTS = 'inputs.yaml'

/** Opens a folder of exports; undefined, with a finding, where it cannot be read. */
export function openFolder(dir: string, report: Report): InputFolder | undefined {
  try {
    const root = realpathSync(dir)
    readdirSync(root)
    return { root, names: namesIn(root) }
  } catch (error) {
    report('file-unreadable', { file: '.' }, { file: '.', reason: reasonOf(error) })
    return undefined
  }
}

/** The folder's `inputs.yaml`, if it has one. */
export function inputsYamlIn({ root, names }: InputFolder, report: Report): InputFile | undefined {
  if (!names.includes(INPUTS)) return undefined
  const entry = follow(root, '', INPUTS, report)
  if (entry && entry.kind !== 'file') report('file-irregular', { file: INPUTS }, { file: INPUTS })
  return entry?.kind === 'file' ? entry : undefined
}
