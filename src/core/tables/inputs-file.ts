import type { Report } from '../findings/finding.ts'
import { reportIssues } from '../scheme/faults.ts'
import { type Path, readYaml, type YamlFile } from '../scheme/yaml.ts'
import { CellFault } from './cell-fault.ts'
import { formsOf } from './column-forms.ts'
import { PLAIN_TABLE, type Stated, type TableInput } from './input-forms.ts'
import { INPUTS_SHAPE, type TableSaid } from './inputs-shape.ts'
import { SHAPES, type TableName } from './shapes.ts'

/** What `inputs.yaml` says of the bank's own exports, by table. */
export type InputsFile = ReadonlyMap<TableName, TableInput>

/** Reads `inputs.yaml`; undefined, with findings, where it says something that is not understood. */
export function readInputsFile(text: string, file: string, report: Report): InputsFile | undefined {
  const yaml = readYaml(text, file, report)
  if (!yaml) return undefined
  const read = INPUTS_SHAPE.safeParse(yaml.value)
  if (!read.success) {
    reportIssues(read.error.issues, yaml, report)
    return undefined
  }
  const tables = Object.entries(read.data) as [TableName, TableSaid | undefined][]
  const sound = tables.map(([table, said = {}]) => checkValues(table, said, yaml, report))
  if (sound.includes(false)) return undefined
  return new Map(tables.map(([table, said = {}]) => [table, tableInput(table, said, yaml)]))
}

function tableInput(table: TableName, said: TableSaid, yaml: YamlFile): TableInput {
  const files = (said.file ?? []).map((pattern, index) => ({
    pattern,
    place: yaml.placeOf([table, 'file', index]),
  }))
  return {
    files,
    encoding: said.encoding,
    delimiter: said.delimiter ?? PLAIN_TABLE.delimiter,
    aliases: said.aliases ?? PLAIN_TABLE.aliases,
    forms: formsOf(SHAPES[table], said),
    products: said.products && new Set(said.products),
    snapshots: said.snapshots ?? PLAIN_TABLE.snapshots,
    expect: statedIn(table, said, yaml),
    endingInZeros: new Set(said.ids_end_in_zeros),
  }
}

function statedIn(table: TableName, { expect }: TableSaid, yaml: YamlFile): readonly Stated[] {
  const at = (...path: Path) => yaml.placeOf([table, 'expect', ...path])
  const sums = Object.entries(expect?.sums ?? {}).flatMap(([column, text]) =>
    text === undefined ? [] : [{ of: { column }, text, place: at('sums', column) }],
  )
  const rows = expect?.rows
  return rows === undefined ? sums : [{ of: 'rows', text: rows, place: at('rows') }, ...sums]
}

/** Reports what a word is said to mean where its column cannot hold it. */
function checkValues(table: TableName, said: TableSaid, yaml: YamlFile, report: Report): boolean {
  const { columns }: (typeof SHAPES)[TableName] = SHAPES[table]
  let sound = true
  for (const [column, words] of Object.entries(said.values ?? {})) {
    const of = Object.entries(columns).find(([name]) => name === column)?.[1]
    for (const [word, found] of words ?? []) {
      const fits = found === '' ? !of?.required : !(of?.kind.read(found) instanceof CellFault)
      if (!of || fits) continue
      sound = false
      const path = [table, 'values', column, word]
      report('inputs-value', yaml.placeOf(path), { column, found, wanted: of.kind.wanted })
    }
  }
  return sound
}
