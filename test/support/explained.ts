import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { readLives } from '../../src/commands/book/read-lives.ts'
import { openRun, recordsOf } from '../../src/commands/run-folder.ts'
import { explainFigure } from '../../src/core/explain/explain.ts'
import type { Explained } from '../../src/core/explain/explained.ts'
import { explainLot } from '../../src/core/explain/lot.ts'
import { nobody, recordedSheets } from '../../src/core/explain/record.ts'
import { Findings } from '../../src/core/findings/finding.ts'
import { readScheme } from '../../src/core/scheme/read-scheme.ts'
import { groupBy } from '../../src/core/values/group.ts'
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

/** Explains every lot that a run's ledger has lines of: its lines as they stand there, and the rule that decided each, tried last. */
export async function expectLotsExplained(folder: string): Promise<void> {
  const findings = new Findings()
  const { report } = findings
  const run = await openRun(folder, folder, report)
  const scheme = run && readScheme(run.scheme, 'scheme.yaml', report)
  if (!run || !scheme) throw new Error(`${folder} is no run`)
  const records = recordsOf(run)
  const { sheetOf, groups } = recordedSheets(scheme, run, records)
  const [, ...rows] = parseCsv(readFileSync(join(folder, 'ledger.csv'), 'utf8'))
  for (const [id, own] of groupBy(rows, ([lot = '']) => lot)) {
    const manager = own[0]?.[1] ?? ''
    const record = records.get(manager) ?? nobody(manager)
    const sheet = sheetOf(record)
    const by = { scheme, period: run.period, record, sheet, scope: sheet, part: undefined, groups } as const
    const lives = (await readLives(run, manager, report)) ?? expect.fail(folder)
    const explained = explainLot(id, lives, { ...by, language: 'en' }) ?? expect.fail(id)
    const lines = explained.parts.slice(-own.length)
    expect(explained.value, id).toBe(own.at(-1)?.[10])
    for (const [index, row] of own.entries()) expectLine(lines[index], row, `${folder} ${row.join()}`)
  }
  expect(findings.sorted).toEqual([])
}

/** A line of a lot's life is the ledger's own; its rules were tried until the one that the ledger names. */
function expectLine(step: Explained | undefined, row: readonly string[], where: string): void {
  const [on, movement, amount, balance, event, rule] = row.slice(7)
  expect(step, where).toMatchObject({ kind: 'movement', value: amount, movement: { on, movement, balance } })
  const parts = step?.parts ?? []
  for (const part of parts.flatMap(stepsOf))
    if (part.kind !== 'movement' && part.kind !== 'event') expectStep(part, `${where} ${part.name}`)
  const cases = parts.filter(({ kind }) => kind === 'case')
  if (event !== '') expect(parts, where).toMatchObject([{ kind: 'event', name: event }])
  if (!DECIDED.has(movement ?? '') || event !== '') return
  expect(cases.at(-1)?.name ?? '', where).toBe(rule)
  expect(
    cases.map(({ value }) => value),
    where,
  ).toEqual(cases.map((_, index) => (index === cases.length - 1 ? 'yes' : 'no')))
}

const DECIDED: ReadonlySet<string> = new Set(['held', 'released', 'forfeited'])
