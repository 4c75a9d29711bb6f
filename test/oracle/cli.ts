/**
 * Writes the expected CSV files of one quarter: `INPUT PERIOD OUT [EARLIER_FIGURES_CSV...]`.
 * With plain Node 20: `npx esbuild test/oracle/cli.ts --bundle --platform=node --format=esm --outfile=CLI.mjs`, then
 * `node CLI.mjs INPUT PERIOD OUT [EARLIER_FIGURES_CSV...]`.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { csvText, guard, readFile, unguard } from './csv.ts'
import { computeQuarter } from './quarter.ts'
import type { Figure } from './sheet.ts'
import type { Outputs } from './worked.ts'

/** The figures of an earlier run as its `figures.csv` holds them. */
export function readFigures(path: string): Figure[] {
  return readFile(path).map((row) => ({
    period: row.period ?? '',
    managerId: unguard(row.manager_id ?? ''),
    figure: row.figure ?? '',
    value: unguard(row.value ?? ''),
  }))
}

/** Writes every expected table into a folder, which is made when it is not there. */
export function writeOutputs(outputs: Outputs, folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, table] of outputs.tables) {
    writeFileSync(
      join(folder, `${name}.csv`),
      csvText([table.columns, ...table.rows.map((row) => row.map(guard))]),
    )
  }
}

function run([input, period, out, ...earlier]: readonly string[]): void {
  if (!input || !period || !out) throw new Error('usage: INPUT PERIOD OUT [EARLIER_FIGURES_CSV...]')
  writeOutputs(computeQuarter(input, period, earlier.flatMap(readFigures)), out)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) run(process.argv.slice(2))
