import type { Domain, TypeInfo } from '../formula/vocabulary.ts'
import { type Exact, exact } from '../values/exact.ts'
import { figureFrom } from './assemble.ts'
import { checkCases } from './cases.ts'
import { dependencyOrder } from './dependencies.ts'
import { type Draft, draftFigures, draftOf, roleDraft } from './drafts.ts'
import { clientFacts } from './fact-names.ts'
import { declaredInfo } from './figure-names.ts'
import type { SchemeFile } from './file-shape.ts'
import { learnKinds } from './kinds.ts'
import { Names } from './names.ts'
import { onlyOnce } from './people.ts'
import {
  type FormulaReading,
  formulaAt,
  formulaFrom,
  labelOf,
  NUMBER,
  originOf,
  type Reading,
  YESNO,
} from './reading.ts'
import type { Case, ClientClass, ClientRules, Measure, TierTable } from './scheme.ts'
import type { UndecidedValue } from './values.ts'

/** What the names of the clients' formulas are collected from. */
interface Around {
  readonly values: ReadonlyMap<string, UndecidedValue>
  readonly tables: ReadonlyMap<string, TierTable>
  readonly measures: readonly Measure[]
}

/** The section about clients, with the formulas in it. */
export interface ClientsPart {
  readonly clients: ClientRules | undefined
  readonly formulas: FormulaReading['formulas']
}

const PATH = ['clients']
/** The figures of every client that the section gives besides those it lists. */
const OWN = ['visits_due', 'visits_done', 'visits_counted', 'load'] as const

/** The names that the managers' formulas read of their clients. */
export const clientFigureNames = ({ clients }: SchemeFile): readonly string[] =>
  clients ? ['count', ...OWN, ...(clients.figures?.keys() ?? [])] : []

/** Reads how clients are classed, what each class is owed, and what is worked out for each of them. */
export function readClients(base: Reading, file: SchemeFile, around: Around): ClientsPart {
  const entry = file.clients
  if (!entry) return { clients: undefined, formulas: [] }
  const ids = entry.classes.map((_, index) => [...PATH, 'classes', index, 'id'])
  onlyOnce(base, ids)
  const names = namesOf(file, entry, around)
  const reading: FormulaReading = { ...base, names, formulas: [] }
  const waiting = learnKinds(names, { figures: entry.figures }, around.values)
  const drafts = [
    ...draftFigures(reading, entry.figures, [...PATH, 'figures']),
    ...draftClass(reading, entry),
    ...draftOwn(reading, entry),
  ]
  const ordered = dependencyOrder(reading, drafts, new Map(), waiting)
  const clients = {
    figures: ordered.flatMap((draft) => figureFrom(reading, draft, new Map()) ?? []),
    listed: [...(entry.figures?.keys() ?? [])],
    classes: entry.classes.map((each, index) => classOf(reading, each, index)),
    visits: entry.visits,
  }
  return { clients, formulas: reading.formulas }
}

type Entry = NonNullable<SchemeFile['clients']>

function namesOf({ periods }: SchemeFile, entry: Entry, { values, tables, measures }: Around): Names {
  const kinds: Domain = { name: 'period.kind', ids: new Set(periods) }
  const classes: Domain = { name: 'class', ids: new Set(entry.classes.map(({ id }) => id)) }
  const listed = [...(entry.figures ?? [])].map(
    ([name, figure]) => [name, declaredInfo(name, figure)] as const,
  )
  const figures = new Map<string, TypeInfo | undefined>([
    ...measures.map(({ name }) => [name, NUMBER] as const),
    ...listed,
    ['class', { type: 'text', domain: classes }],
    ...OWN.map((name) => [name, NUMBER] as const),
  ])
  const lists = [kinds, classes, ...listed.flatMap(([, info]) => info?.domain ?? [])]
  const grades: Domain = { name: 'grade', ids: new Set() }
  return new Names({
    facts: clientFacts(kinds),
    lists,
    grades,
    kinds,
    values,
    tables,
    figures,
    targets: false,
  })
}

/** The figure `class`: the first whose condition holds. */
function draftClass(reading: FormulaReading, { classes }: Entry): readonly Draft[] {
  const path = [...PATH, 'classes']
  checkCases(reading, path, classes)
  const cases = classes.map(
    (each, index): Case => ({
      when: formulaAt(reading, 'class', [...path, index, 'when'], each.when, YESNO),
      gives: each.id,
      ...originOf(reading, [...path, index], each),
    }),
  )
  return [roleDraft(reading, 'class', path, undefined, { by: 'cases', cases })]
}

/** The visits that are due and done, and the weight of a client, by its class. */
function draftOwn(reading: FormulaReading, { classes, visits }: Entry): readonly Draft[] {
  const byClass = (of: (each: Entry['classes'][number]) => number) =>
    classes.reduceRight((rest, each) => `if(class = "${each.id}", ${of(each)}, ${rest})`, '0')
  const texts: Readonly<Record<(typeof OWN)[number], string>> = {
    visits_due: byClass((each) => each.visits ?? 0),
    visits_done: visits ?? '0',
    visits_counted: 'min(visits_due, visits_done)',
    load: byClass((each) => each.load ?? 1),
  }
  return OWN.flatMap((name) => {
    const counted = name === 'visits_done' && visits !== undefined
    const path = [...PATH, counted ? 'visits' : 'classes']
    const formula = counted
      ? formulaAt(reading, name, path, texts[name], NUMBER)
      : formulaFrom(reading, name, path, texts[name])
    const about = { name, path, entry: {}, concerns: undefined, info: NUMBER, hasRole: true }
    return formula ? [draftOf(reading, { ...about, method: { by: 'formula', formula } })] : []
  })
}

function classOf(reading: Reading, entry: Entry['classes'][number], index: number): ClientClass {
  const { id, name, every } = entry
  return {
    id,
    label: labelOf(reading, name),
    every: every === undefined ? undefined : days(every),
    ...originOf(reading, [...PATH, 'classes', index], entry),
  }
}

const days = (count: number): Exact => exact(BigInt(count))
