import type { Appraisal } from '../core/appraisal/appraisal.ts'
import { cellsOfLine, LEDGER_COLUMNS } from '../core/book/ledger-lines.ts'
import { drawTable } from './draw-table.ts'
import type { PrintingOptions } from './run-options.ts'
import { languageOf, type Shell } from './shell.ts'

const SHOWN = ['lot_id', 'date', 'movement', 'amount', 'balance', 'event_id', 'rule', 'origin'] as const

/** Prints every line that a run would add to the ledger of deferred pay but its grants, which are only counted. */
export function presentEffects({ booking, period }: Appraisal, options: PrintingOptions, shell: Shell): void {
  const effects = booking.lines.filter(({ movement }) => movement !== 'granted')
  const cells = effects.map((line) => {
    const all = cellsOfLine(line)
    return SHOWN.map((column) => all[LEDGER_COLUMNS.indexOf(column)] ?? '')
  })
  const granted = booking.lines.length - effects.length
  if (options.json) {
    const lines = cells.map((row) => Object.fromEntries(SHOWN.map((column, index) => [column, row[index]])))
    shell.out.write(`${JSON.stringify({ period: period.id, dry_run: true, granted, lines }, null, 2)}\n`)
    return
  }
  const said =
    languageOf(shell, options.lang) === 'zh'
      ? `试运行 ${period.id}：授予 ${granted} 份，另有 ${effects.length} 笔变动；未写入任何内容。`
      : `Dry run of ${period.id}: ${granted} lots granted, ${effects.length} other movements; nothing is written.`
  const table = effects.length > 0 ? [...drawTable(SHOWN, cells), ''] : []
  shell.out.write(`${[...table, said].join('\n')}\n`)
}
