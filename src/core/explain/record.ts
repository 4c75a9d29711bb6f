import { partsBetween } from '../appraisal/cuts.ts'
import { notConcerned } from '../appraisal/figures.ts'
import { figureInfos } from '../appraisal/prepare-run.ts'
import { atName, earlierName, leftOutName, partName, partStarts } from '../appraisal/record-names.ts'
import { Sheet } from '../appraisal/sheet.ts'
import { type Sources, worldOf } from '../appraisal/world.ts'
import { Groups } from '../formula/formula.ts'
import type { TypeInfo } from '../formula/vocabulary.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { Person, PersonPart } from '../tables/people.ts'
import type { Day } from '../values/calendar.ts'
import { type Exact, isExact, parseExact } from '../values/exact.ts'
import { absent } from '../values/missing.ts'
import { parseValue } from '../values/parse-value.ts'
import type { Period } from '../values/period.ts'
import { compareText } from '../values/text.ts'
import type { Value } from '../values/value.ts'
import type { ExplainedAdjustment } from './explained.ts'

/** A measure of one person as measures.csv has it. */
export interface RecordedMeasure {
  readonly rows: string
  readonly sum: string
  readonly divisor: string
  readonly value: string
}

/** What a run's folder tells of one person. */
export interface PersonRecord {
  readonly manager: string
  /** figures.csv: text by figure. */
  readonly figures: ReadonlyMap<string, string>
  readonly measures: ReadonlyMap<string, RecordedMeasure>
  /** The applied adjustments by figure, in the order of their ids. */
  readonly adjustments: ReadonlyMap<string, readonly (ExplainedAdjustment & { readonly id: string })[]>
}

/** Someone of whom a run tells nothing: who is in no run any more may still have lots. */
export const nobody = (manager: string): PersonRecord => ({
  manager,
  figures: new Map(),
  measures: new Map(),
  adjustments: new Map(),
})

/** What a run appraised, and the day whose rules it used if not the period's last. */
export interface RecordedRun {
  readonly period: Period
  readonly asOf: Day | undefined
}

/** Sheets as a run left them. */
export interface RecordedSheets {
  sheetOf(record: PersonRecord): Sheet
  readonly groups: Groups
}

/**
 * The sheets of a run's people as it left them, so that their formulas can be evaluated again with every step noted; those of
 * others are made when a formula looks at them.
 */
export function recordedSheets(
  scheme: Scheme,
  { period, asOf }: RecordedRun,
  records: ReadonlyMap<string, PersonRecord>,
): RecordedSheets {
  const infos = figureInfos(scheme)
  const sorted = () =>
    [...records.values()]
      .filter((record) => isInRun(record, infos))
      .sort((a, b) => compareText(a.manager, b.manager))
  const sheetOf = (record: PersonRecord) => recordedSheet(scheme, { period, asOf }, record, infos, groups)
  const groups = new Groups(() => sorted().map((record) => sheetOf(record).peer))
  return { sheetOf, groups }
}

/** Whether the run had the person: of others it keeps only what rules about their lots have read. */
const isInRun = ({ figures }: PersonRecord, infos: ReadonlyMap<string, TypeInfo>): boolean =>
  (figures.get('days_in_post') ?? '0') !== '0' || [...figures.keys()].some((name) => infos.has(name))

function recordedSheet(
  scheme: Scheme,
  { period, asOf }: RecordedRun,
  record: PersonRecord,
  infos: ReadonlyMap<string, TypeInfo>,
  groups: Groups,
): Sheet {
  const { figures } = record
  const numberOf = (name: string): Exact | undefined => parseExact(figures.get(name) ?? '')
  const earlier = (name: string, figure: string): Value | undefined => {
    const [text, info] = [figures.get(name), infos.get(figure)]
    return text === undefined || !info ? undefined : parseValue(text, info)
  }
  const factOf = (name: string): Value | undefined => {
    const [text, info] = [figures.get(name), scheme.vocabulary.meaning(name)?.info]
    return text === undefined || !info ? undefined : parseValue(text, info)
  }
  const sources: Sources = {
    targets: (_, target) => numberOf(`target.${target}`),
    clients: (_, figure) => factOf(`clients.${figure}`),
    confirmations: (_, column) => factOf(`confirmation.${column}`),
    assessments: (_, item) => numberOf(`assessment.${item}`),
    earlier: {
      previous: (_, figure, steps) => earlier(earlierName(figure, steps), figure),
      at: (_, figure, asked) => earlier(atName(asked, figure), figure),
      leftOut: (_, figure, asked) => figures.has(leftOutName(asked, figure)),
      latest: (_, figure) => earlier(`latest.${figure}`, figure),
    },
    measures: (_, measure, part) => {
      const name = partName(measure, part)
      return numberOf(name) ?? notConcerned(name)
    },
    parts: () => partsOf(scheme, period, record),
  }
  const world = worldOf(scheme, period, sources, asOf)
  const sheet = new Sheet(personOf(scheme, record), world, groups)
  const inRun = isInRun(record, infos)
  for (const [name, info] of infos) {
    const text = figures.get(name)
    const none = inRun ? notConcerned(name) : absent('not-in-run', { name, period: period.id })
    sheet.set(name, (text === undefined ? undefined : parseValue(text, info)) ?? none)
  }
  return sheet
}

const COLUMN = 'manager.'

function personOf(scheme: Scheme, { manager, figures }: PersonRecord): Person {
  return personWith(scheme, manager, figures, figures.get('days_in_post'))
}

/** The parts of the period that the record tells of, each with what was read of the person in it. */
function partsOf(scheme: Scheme, period: Period, { manager, figures }: PersonRecord): readonly PersonPart[] {
  return partsBetween(period, partStarts(figures.keys())).map((days) => {
    const prefix = partName('', days)
    const own = [...figures].filter(([name]) => name.startsWith(prefix))
    const read = new Map(own.map(([name, text]) => [name.slice(prefix.length), text]))
    return { days, person: personWith(scheme, manager, read, read.get('days')) }
  })
}

function personWith(
  { vocabulary }: Scheme,
  manager: string,
  figures: PersonRecord['figures'],
  daysText = '0',
): Person {
  const columns = new Map<string, Value>()
  for (const [name, text] of figures) {
    const meaning = name.startsWith(COLUMN) ? vocabulary.meaning(name) : undefined
    const value = meaning?.info && parseValue(text, meaning.info)
    if (value !== undefined) columns.set(name.slice(COLUMN.length), value)
  }
  const days = parseExact(daysText)
  return {
    id: manager,
    name: '',
    branch: '',
    grade: figures.get('grade'),
    columns,
    daysInPost: isExact(days) ? Number(days.n) : 0,
    place: { file: 'managers' },
  }
}
