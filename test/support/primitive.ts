import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { parsePeriod } from '../../src/core/values/period.ts'

type Texts = Readonly<Record<string, string>>

/** A primitive of real schemes: what it is, the lines of scheme that say it, and an example worked out. */
export interface Primitive {
  readonly id: string
  readonly says: { readonly en: string; readonly zh: string }
  readonly note?: { readonly en: string; readonly zh: string }
  readonly scheme: string
  /** Numbers of the one person P1, and of several people with their columns of `managers`. */
  readonly given?: Texts
  readonly people?: Readonly<Record<string, Texts>>
  /** So many people P1 … Pn, with `{n}` their number and `{odd}` 1 for every other one. */
  readonly generate?: { readonly people: string; readonly given: Texts }
  readonly tables?: Texts
  /** Rows put behind those of a table (`activity`, `activity_2`), so many times. */
  readonly rows?: Readonly<Record<string, { readonly times: string; readonly row: string }>>
  readonly snapshots?: string
  readonly period?: string
  readonly periods?: readonly string[]
  /** What earlier periods ended with: figures of P1, or by person. */
  readonly earlier?: Readonly<Record<string, Texts | Readonly<Record<string, Texts>>>>
  readonly gives?: Texts | Readonly<Record<string, Texts>>
  readonly deferred?: readonly string[]
  readonly controls?: readonly string[]
  readonly refused?: { readonly code: string; readonly at?: string }
}

export interface Chapter {
  readonly title: { readonly en: string; readonly zh: string }
  readonly primitives: readonly Primitive[]
}

/** The chapters of primitives in a project, in their order; every scalar is a text. */
export function chaptersIn(project: string): readonly Chapter[] {
  const folder = join(project, 'test/primitives')
  return readdirSync(folder)
    .sort()
    .map((file) => parse(readFileSync(join(folder, file), 'utf8'), { schema: 'failsafe' }))
}

const COLUMNS = ['branch', 'team', 'role', 'grade', 'employment', 'status', 'hired_on', 'grade_since']

export const periodOf = ({ period = '2004Q1' }: Primitive): string => period
export const kindOf = (primitive: Primitive): string => parsePeriod(periodOf(primitive))?.kind ?? ''

/** What is said of one person alone is said of P1. */
export function byPerson(said: Primitive['gives'] = {}): readonly (readonly [string, Texts])[] {
  const nested = Object.values(said).every((each) => typeof each === 'object')
  return nested ? (Object.entries(said) as [string, Texts][]) : [['P1', said as Texts]]
}

/** Writes the folder of a primitive: its scheme made whole, its tables, and what is given as assessments. */
export function writePrimitive(primitive: Primitive, folder: string): void {
  const people = peopleOf(primitive)
  const names = [...new Set(people.flatMap(([, texts]) => Object.keys(texts).filter(isGiven)))]
  const put = (file: string, text: string) => writeFileSync(join(folder, file), text)
  put('scheme.yaml', schemeOf(primitive, names))
  for (const [table, text] of Object.entries(tablesOf(primitive, people, names))) put(`${table}.csv`, text)
  const { snapshots = 'changes' } = primitive
  if (primitive.tables?.balances) put('inputs.yaml', `balances: { snapshots: ${snapshots} }\n`)
}

const isGiven = (name: string): boolean => !COLUMNS.includes(name)

/** The people of an example with what is given of them; of generated ones only how they are. */
export const shownPeople = (primitive: Primitive): readonly (readonly [string, Texts])[] =>
  primitive.generate
    ? [[`P1 to P${primitive.generate.people}`, primitive.generate.given]]
    : peopleOf(primitive)

function peopleOf({ given, people, generate }: Primitive): readonly (readonly [string, Texts])[] {
  if (people) return Object.entries(people)
  if (!generate) return [['P1', given ?? {}]]
  return Array.from({ length: Number(generate.people) }, (_, index) => {
    const filled = Object.entries(generate.given).map(([name, text]) => [name, numbered(text, index + 1)])
    return [`P${index + 1}`, Object.fromEntries(filled)] as const
  })
}

const numbered = (text: string, number: number): string =>
  text
    .replace('{n}', `${number}`)
    .replace('{nn}', `${number}`.padStart(2, '0'))
    .replace('{odd}', `${number % 2}`)

function schemeOf(primitive: Primitive, names: readonly string[]): string {
  const written = parse(primitive.scheme, { schema: 'failsafe' })
  const range = { from: '-1000000000000', to: '1000000000000' }
  const items = Object.fromEntries(names.map((name) => [name, range]))
  const read = Object.fromEntries(names.map((name) => [name, `assessment.${name}`]))
  const whole = {
    scheme: 'primitive',
    version: '1',
    effective: { from: '1990-01-01' },
    currency: 'CNY',
    periods: primitive.periods ?? [kindOf(primitive)],
    ...written,
    ...(names.length > 0 ? { assessments: { ...items, ...written.assessments } } : {}),
    ...(names.length > 0 ? { figures: { ...read, ...written.figures } } : {}),
  }
  return stringify(whole, { schema: 'failsafe' })
}

function tablesOf(
  primitive: Primitive,
  people: readonly (readonly [string, Texts])[],
  names: readonly string[],
): Texts {
  const columns = COLUMNS.filter(
    (column) => people.some(([, texts]) => column in texts) || column === 'branch',
  )
  const managers = people.map(([id, texts]) =>
    [id, id, ...columns.map((column) => texts[column] ?? (column === 'branch' ? 'north' : ''))].join(),
  )
  const scores = people.flatMap(([id, texts]) =>
    names.flatMap((name) => (texts[name] === undefined ? [] : [`${id},${name},${texts[name]}`])),
  )
  const history = Object.entries(primitive.earlier ?? {}).flatMap(([period, said]) =>
    byPerson(said).flatMap(([id, texts]) =>
      Object.entries(texts).map(([figure, value]) => [period, id, figure, value].join()),
    ),
  )
  return {
    managers: csv(['manager_id', 'name', ...columns].join(), managers),
    ...(scores.length > 0 ? { assessments: csv('manager_id,item,score', scores) } : {}),
    ...(history.length > 0 ? { history: csv('period,manager_id,figure,value', history) } : {}),
    ...withRows(primitive),
  }
}

const csv = (header: string, rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`

function withRows({ tables = {}, rows = {} }: Primitive): Texts {
  const written: Record<string, string> = { ...tables }
  for (const [name, { times, row }] of Object.entries(rows)) {
    const table = name.replace(/_\d$/, '')
    const more = Array.from({ length: Number(times) }, (_, index) => `${numbered(row, index + 1)}\n`)
    written[table] = (written[table] ?? '') + more.join('')
  }
  return written
}
