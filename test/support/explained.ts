import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openRun, recordsOf } from '../../src/commands/run-folder.ts'
import { explainFigure } from '../../src/core/explain/explain.ts'
import type { Explained } from '../../src/core/explain/explained.ts'
import { recordedSheets } from '../../src/core/explain/record.ts'
import { Findings } from '../../src/core/findings/finding.ts'
import { readScheme } from '../../src/core/scheme/read-scheme.ts'
import { parseCsv } from './csv.ts'

/** Names in figures.csv that are records of what was read, not figures of the scheme. */
const RECORD =
  /^(target|assessment|manager|confirmation|previous|latest|at|left_out|part|adjustment|paid)\.|^(days_in_post|grade)$/

/** The figures of a run's folder as `manager figure value`. */
export const figuresIn = (folder: string): readonly (readonly [string, string, string])[] =>
  parseCsv(readFileSync(join(folder, 'figures.csv'), 'utf8'))
    .slice(1)
    .flatMap(([, manager = '', figure = '', value = '']) =>
      RECORD.test(figure) ? [] : [[manager, figure, value] as const],
    )

/** Explains every figure of every person from a run's folder alone: each has its value and its steps, without a gap. */
export async function expectExplained(folder: string): Promise<void> {
  const { report } = new Findings()
  const run = await openRun(folder, folder, report)
  const scheme = run && readScheme(run.scheme, 'scheme.yaml', report)
  if (!run || !scheme) throw new Error(`${folder} is no run`)
  const records = recordsOf(run)
  const { sheetOf, groups } = recordedSheets(scheme, run, records)
  for (const [manager, figure, value] of figuresIn(folder)) {
    const record = records.get(manager)
    if (!record) throw new Error(`${manager} has no record`)
    const sheet = sheetOf(record)
    const by = { scheme, period: run.period, record, sheet, scope: sheet, part: undefined, groups } as const
    const explained = explainFigure(figure, { ...by, language: 'en' })
    expect(explained.value, `${manager} ${figure}`).toBe(value)
    for (const step of stepsOf(explained)) expectStep(step, `${manager} ${figure} ${step.name}`)
  }
}

const stepsOf = (step: Explained): readonly Explained[] => [step, ...step.parts.flatMap(stepsOf)]

/** A step has a value or says why not; a figure has its formula, its cases or its order; a measure its rows, sum and divisor. */
function expectStep(step: Explained, where: string): void {
  const { kind, value, why, measure, row, again, parts } = step
  const absent =
    parts.some(({ kind }) => kind === 'case') || why !== undefined || kind === 'figure' || kind === 'call'
  if (value === undefined && !absent) expect.fail(`${where} has no value`)
  if (kind === 'measure') expect(measure?.divisor, where).toMatch(/^\d+$/)
  if (kind === 'table') expect(row?.argument, where).toBeDefined()
  if (kind === 'ranking') expect(again || step.formula !== undefined || parts.length > 0, where).toBe(true)
}
