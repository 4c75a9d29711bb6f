import { z } from 'zod'
import type { Report } from '../findings/finding.ts'
import { reportIssues } from '../scheme/faults.ts'
import { entry, namedBy, type TextForm } from '../scheme/forms.ts'
import { readYaml } from '../scheme/yaml.ts'
import type { Shape } from './shape.ts'
import { SHAPES } from './shapes.ts'

/** What `inputs.yaml` says of the bank's own exports: for each table the bank's headers and the columns they mean. */
export interface InputsFile {
  /** By table; then by header, in small letters. */
  readonly aliases: ReadonlyMap<string, ReadonlyMap<string, string>>
}

/** What holds where there is no `inputs.yaml`. */
export const NO_INPUTS_FILE: InputsFile = { aliases: new Map() }

const HEADER: TextForm<string> = {
  finding: 'scheme-text-empty',
  read: (text) => text.toLowerCase() || undefined,
}

/** The bank's headers of a table, each with the column it means. */
const aliasesOf = ({ columns }: Shape) => namedBy(HEADER, z.enum(Object.keys(columns)))

const { balances, ...others } = SHAPES
const FILE = entry({
  balances: entry({
    aliases: aliasesOf(balances).optional(),
    snapshots: z.enum(['daily']).optional(),
  }).optional(),
  ...Object.fromEntries(
    Object.values(others).map((shape) => [
      shape.name,
      entry({ aliases: aliasesOf(shape).optional() }).optional(),
    ]),
  ),
})

/** Reads `inputs.yaml`; undefined, with findings, where it says something that is not understood. */
export function readInputsFile(text: string, file: string, report: Report): InputsFile | undefined {
  const yaml = readYaml(text, file, report)
  if (!yaml) return undefined
  const read = FILE.safeParse(yaml.value)
  if (!read.success) {
    reportIssues(read.error.issues, yaml, report)
    return undefined
  }
  const tables = Object.entries(read.data).map(
    ([table, said]) => [table, said?.aliases ?? new Map()] as const,
  )
  return { aliases: new Map(tables) }
}
