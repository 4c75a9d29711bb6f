import { statSync } from 'node:fs'
import { type Finding, Findings, type Report } from '../../core/findings/finding.ts'
import { matchHeader } from '../../core/tables/header.ts'
import type { TableInput } from '../../core/tables/input-forms.ts'
import type { Shape } from '../../core/tables/shape.ts'
import { balances } from '../../core/tables/shapes.ts'
import { isInPairs } from '../csv/bytes.ts'
import { openCsv } from '../csv/read.ts'
import { bytesOf } from '../files/bytes.ts'
import { reporting } from '../files/file-fault.ts'
import { checkUnchanged, type Glanced, inspect } from '../files/inspect.ts'
import type { Progress } from '../files/progress.ts'
import { layoutOf } from './layout.ts'
import type { ReadableFile } from './split.ts'

/** A file of `balances` whose header was read. */
export interface Headed {
  readonly file: Glanced
  /** How its rows are read; undefined where it was refused. */
  readonly readable: ReadableFile | undefined
  /** Reports what was found so far; called when it is certain that the file is read this way. */
  readonly tell: (report: Report) => void
}

/** Reads a file's header; where it cannot be read, all bytes of the file are looked at first, which may tell why. */
export async function readHeader(file: Glanced, input: TableInput, progress: Progress): Promise<Headed> {
  const headed = await headedAs(file, async () => file, input)
  const isGlanced = file.sha256 === undefined
  return headed.readable || !isGlanced ? headed : readHeaderClosely(file, input, progress)
}

/** Looks at all bytes of a file, which tells its encoding for certain or refuses it, and reads its header. */
export const readHeaderClosely = (file: Glanced, input: TableInput, progress: Progress): Promise<Headed> =>
  headedAs(file, (report) => inspect(file, report, progress, input.encoding), input)

async function headedAs(
  file: Glanced,
  look: (report: Report) => Promise<Glanced | undefined>,
  input: TableInput,
): Promise<Headed> {
  const findings = new Findings()
  const { report } = findings
  const readable = await reporting(report, async () => {
    const looked = await look(report)
    return looked && readableFile(looked, balances as unknown as Shape, input, report)
  })
  return { file, readable, tell: (tell) => retell(findings.sorted, tell) }
}

/** How the rows of a file of a table are read; undefined, with findings, where its header is not the table's. */
export async function readableFile(
  file: Glanced,
  shape: Shape,
  input: TableInput,
  report: Report,
): Promise<ReadableFile | undefined> {
  checkUnchanged(file)
  const { path, real, encoding } = file
  const { delimiter, aliases, forms } = input
  const source = { path, real }
  const csv = await openCsv(path, { encoding, delimiter }, bytesOf(source), report)
  if (!csv) return undefined
  const { cells, at } = csv.header
  const columns = matchHeader(shape, cells, aliases, at, report)
  await csv.blocks.return(undefined)
  const layout = columns && layoutOf(columns, cells.length, delimiter.charCodeAt(0))
  const rewritten = isInPairs({ encoding, delimiter })
  return (
    layout && {
      ...{ file: path, encoding: rewritten ? 'utf-8' : encoding, layout, forms, rewritten },
      ...{ inspected: file.sha256 !== undefined, input: source, size: statSync(real).size },
    }
  )
}

function retell(findings: readonly Finding[], report: Report): void {
  for (const { code, place, facts } of findings) report(code, place, facts as never)
}
