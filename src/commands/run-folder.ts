import { join } from 'node:path'
import type { ExplainedAdjustment } from '../core/explain/explained.ts'
import type { PersonRecord, RecordedMeasure } from '../core/explain/record.ts'
import type { Report } from '../core/findings/finding.ts'
import { type Day, parseDay } from '../core/values/calendar.ts'
import type { Period } from '../core/values/period.ts'
import { type Manifest, parseManifest } from './book/manifest.ts'
import { readRecords } from './book/own-csv.ts'
import { parseFigures } from './book/read-book.ts'
import { readIfThere, sha256 } from './files.ts'

/** A period's folder as it was written: its files, checked against its manifest. */
export interface RunFolder {
  readonly path: string
  /** The folder as options name it. */
  readonly shown: string
  readonly manifest: Manifest
  readonly period: Period
  /** The day whose knowledge the run used; undefined where it used all. */
  readonly asOf: Day | undefined
  readonly scheme: string
  readonly figures: Uint8Array
  readonly measures: Uint8Array
  readonly findings: Uint8Array
}

const READ = ['scheme.yaml', 'figures.csv', 'measures.csv', 'findings.jsonl'] as const

/** Opens a period's folder; undefined, with findings, where it is none or a file does not match the manifest. */
export async function openRun(folder: string, shown: string, report: Report): Promise<RunFolder | undefined> {
  const manifest = parseManifest(await readIfThere(join(folder, 'manifest.json')))
  if (!manifest?.period) {
    report('run-folder', { file: shown }, { folder: shown })
    return undefined
  }
  const files = await Promise.all(READ.map((name) => readIfThere(join(folder, name))))
  const [scheme, figures, measures, findings] = files
  const isAsWritten = (file: string, bytes: Uint8Array | undefined) =>
    bytes !== undefined && sha256(bytes) === manifest.hashOf(file)
  const changed = READ.filter((file, index) => !isAsWritten(file, files[index]))
  for (const file of changed) report('run-changed', { file: `${shown}/${file}` }, { file })
  if (changed.length > 0 || !scheme || !figures || !measures || !findings) return undefined
  const asOf = parseDay(manifest.options.as_of ?? '')
  return {
    ...{ path: folder, shown, manifest },
    period: manifest.period,
    asOf,
    scheme: new TextDecoder().decode(scheme),
    figures,
    measures,
    findings,
  }
}

/** Everything that a run's folder tells of each person, by manager. */
export function recordsOf(run: RunFolder): ReadonlyMap<string, PersonRecord> {
  const figures = groupMaps(parseFigures(run.figures), ({ manager, figure, value }) => [
    manager,
    figure,
    value,
  ])
  const measures = groupMaps(
    readRecords(run.measures),
    ([id = '', measure = '', rows = '', sum = '', divisor = '', value = '']) => {
      const recorded: RecordedMeasure = { rows, sum, divisor, value }
      return [id, measure, recorded]
    },
  )
  const adjustments = adjustmentsIn(run.findings)
  return new Map(
    [...figures].map(([manager, own]) => {
      const person = { manager, figures: own, measures: measures.get(manager) ?? new Map() }
      return [manager, { ...person, adjustments: adjustments.get(manager) ?? new Map() }]
    }),
  )
}

function groupMaps<T, V>(items: Iterable<T>, entryOf: (item: T) => readonly [string, string, V]) {
  const groups = new Map<string, Map<string, V>>()
  for (const item of items) {
    const [outer, inner, value] = entryOf(item)
    const group = groups.get(outer) ?? new Map<string, V>()
    groups.set(outer, group.set(inner, value))
  }
  return groups
}

type Adjustment = ExplainedAdjustment & { readonly id: string }

/** The applied adjustments that a run noted, by manager and figure. */
function adjustmentsIn(findings: Uint8Array): ReadonlyMap<string, Map<string, Adjustment[]>> {
  const byManager = new Map<string, Map<string, Adjustment[]>>()
  for (const line of new TextDecoder().decode(findings).split('\n')) {
    const { code, facts } = line === '' ? {} : JSON.parse(line)
    if (code !== 'adjustment-applied') continue
    const { id, manager, figure, mode, value, reason, requested, approved } = facts
    const byFigure = byManager.get(manager) ?? new Map<string, Adjustment[]>()
    const adjustment = { id, mode, value, reason, requestedBy: requested, approvedBy: approved }
    byManager.set(manager, byFigure.set(figure, [...(byFigure.get(figure) ?? []), adjustment]))
  }
  return byManager
}
