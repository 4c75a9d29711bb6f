import { type Finding, Findings } from '../../src/core/findings/finding.ts'
import { fill } from '../../src/core/findings/sentence.ts'
import { SENTENCES } from '../../src/core/findings/sentences.ts'
import {
  checkFormula,
  type Expression,
  evaluate,
  Groups,
  type Notes,
  parseFormula,
  resolveFormula,
  type TextPlace,
} from '../../src/core/formula/formula.ts'
import type { Scope } from '../../src/core/formula/scope.ts'
import type { Domain, FactSpace, Meaning, TypeInfo, Vocabulary } from '../../src/core/formula/vocabulary.ts'
import { type Day, parseDay } from '../../src/core/values/calendar.ts'
import { exact, parseExact } from '../../src/core/values/exact.ts'
import { absent, isMissing, type Missing } from '../../src/core/values/missing.ts'
import { earlier as before, parsePeriod } from '../../src/core/values/period.ts'
import { printValue, typeOf, type Value } from '../../src/core/values/value.ts'

const domain = (name: string, ...ids: readonly string[]): Domain => ({ name, ids: new Set(ids) })

const GRADES = domain('grades', 'bronze', 'silver_grade', 'golden')
export const RATINGS = domain('ratings', 'excellent', 'competent', 'basic', 'incompetent')
const STATUSES = domain('statuses', 'active', 'leave', 'probation')
const KINDS = domain('period.kind', 'month', 'quarter')
const DOMAINS = [GRADES, RATINGS, STATUSES, KINDS]

const NUMBER: TypeInfo = { type: 'number' }
const figure = (name: string, info: TypeInfo | undefined = NUMBER): Meaning => ({
  kind: 'figure',
  name,
  info,
})
const fact = (space: FactSpace, name: string, info: TypeInfo): Meaning => ({
  kind: 'fact',
  space,
  name,
  info,
})

const MEANINGS: readonly (readonly [string, Meaning])[] = [
  ...['deposits', 'turnover', 'fees', 'total', 'points.fees', '日均存款', '__proto__', 'constructor'].map(
    (name) => [name, figure(name)] as const,
  ),
  ['rating', figure('rating', { type: 'text', domain: RATINGS })],
  ['grade', figure('grade', { type: 'text', domain: GRADES })],
  ['team', figure('team', { type: 'text' })],
  ['absent_twice', figure('absent_twice', { type: 'yesno' })],
  ['faulty', { kind: 'figure', name: 'faulty', info: undefined }],
  ['price', { kind: 'value', name: 'price', info: NUMBER, by: undefined }],
  ['floor_of', { kind: 'value', name: 'floor_of', info: NUMBER, by: { type: 'text', domain: GRADES } }],
  ['tiers', { kind: 'table', name: 'tiers', info: NUMBER }],
  ['target.deposits', fact('target', 'deposits', NUMBER)],
  ['manager.status', fact('manager', 'status', { type: 'text', domain: STATUSES })],
  ['manager.left_on', fact('manager', 'left_on', { type: 'day' })],
  ['part.days', fact('part', 'days', NUMBER)],
  ['lot.balance', fact('lot', 'balance', NUMBER)],
  ['event.dismissal', fact('event', 'dismissal', { type: 'yesno' })],
  ['period.last_day', fact('period', 'last_day', { type: 'day' })],
]

/** The names of a small scheme, and besides it any figures that a test gives. */
function vocabularyWith(figures: ReadonlyMap<string, TypeInfo> = new Map()): Vocabulary {
  const meanings = new Map<string, Meaning>(MEANINGS)
  for (const [name, info] of figures) if (!meanings.has(name)) meanings.set(name, figure(name, info))
  const words = new Map<string, Domain[]>()
  for (const list of DOMAINS) for (const id of list.ids) words.set(id, [...(words.get(id) ?? []), list])
  return {
    meaning: (name) => meanings.get(name),
    names: [...meanings.keys()],
    words,
    grades: GRADES,
    kinds: KINDS,
  }
}

type Record = ReadonlyMap<string, Value>

/** What a test's person has; everything else is absent. */
export interface Person {
  readonly figures?: Record
  readonly earlier?: readonly Record[]
  readonly values?: Record
  readonly facts?: Record
  readonly table?: (argument: Value) => Value
  /** The figures of the other people of the run. */
  readonly others?: readonly Record[]
  /** What shorter periods inside this one ended with, by id. */
  readonly within?: ReadonlyMap<string, Record>
  /** What is read in each part of the period. */
  readonly parts?: readonly Record[]
  readonly period?: string | undefined
}

const nothing = (name: string): Missing => absent('column-absent', { column: name, table: 'managers' })

export function scopeOf(person: Person): Scope {
  const groups: Groups = new Groups(() => [
    { id: 'p0', scope },
    ...(person.others ?? []).map((figures, index) => ({
      id: `p${index + 1}`,
      scope: scopeIn({ figures }, groups, `p${index + 1}`),
    })),
  ])
  const scope = scopeIn(person, groups, 'p0')
  return scope
}

function scopeIn(person: Person, groups: Groups, id: string): Scope {
  const { figures, earlier = [], values, facts, table, within } = person
  const period = parsePeriod(person.period ?? '2004Q1')
  if (!period) throw new Error('no period')
  const scope: Scope = {
    period,
    ladder: (grade) => (GRADES.ids.has(grade) ? [...GRADES.ids] : []),
    daysInPost: 45,
    figure: (name) => figures?.get(name) ?? nothing(name),
    value: (name, key) => values?.get(key === undefined ? name : `${name}[${key}]`) ?? nothing(name),
    table: (name, argument) => table?.(argument) ?? nothing(name),
    fact: (space, name) => facts?.get(`${space}.${name}`) ?? nothing(name),
    previous: (name, steps) => earlier[steps - 1]?.get(name) ?? nothing(name),
    at: (asked, name) => {
      const steps = earlier.findIndex((_, index) => before(period, index + 1).id === asked.id)
      const of = steps < 0 ? within?.get(asked.id) : earlier[steps]
      return of ? of.get(name) : nothing(name)
    },
    latest: (name) => earlier.find((each) => each.has(name))?.get(name) ?? nothing(name),
    parts: (person.parts ?? []).map((read) => ({
      days: period,
      scope: scopeIn({ figures: read, facts: read, values: read }, groups, id),
    })),
    group: (call) => groups.answer(call, { id, scope }),
  }
  return scope
}

/** A value as figures.csv writes it. */
function valueFrom(text: string): Value {
  if (text === 'yes' || text === 'no') return text === 'yes'
  return parseExact(text) ?? parseDay(text) ?? text
}

export const record = (given: Readonly<{ [name: string]: string }> = {}): Record =>
  new Map(Object.entries(given).map(([name, text]) => [name, valueFrom(text)]))

export const number = (value: number | bigint) => exact(BigInt(value))
export const day = (text: string): Day => parseDay(text) ?? fail(`no day: ${text}`)

function fail(message: string): never {
  throw new Error(message)
}

const AT: TextPlace = { place: { file: 'scheme.yaml', line: 7, column: 11 } }

export interface Read {
  readonly expression: Expression | undefined
  readonly info: TypeInfo | undefined
  readonly findings: readonly Finding[]
}

/** Reads and checks a formula as the scheme reader does. */
export function read(text: string, vocabulary = vocabularyWith(), at = AT, wanted?: TypeInfo): Read {
  const findings = new Findings()
  const syntax = parseFormula(text, at, findings.report)
  const expression = syntax && resolveFormula(syntax, vocabulary)
  const info = expression && checkFormula(expression, at, vocabulary, findings.report, wanted)
  return { expression, info, findings: findings.sorted }
}

/** What a formula gives for a person whose figures also tell the names and kinds of figures. */
export function evaluated(text: string, person: Person = {}, notes?: Notes): Value | Missing {
  const all = [
    ...(person.earlier ?? []),
    ...(person.parts ?? []),
    ...(person.figures ? [person.figures] : []),
  ]
  const infos = all.flatMap((each) =>
    [...each].map(([name, value]) => [name, { type: typeOf(value) }] as const),
  )
  const { expression, findings } = read(text, vocabularyWith(new Map(infos)))
  if (!expression || findings.length > 0) throw new Error(`${text}: ${findings.map(said).join(' ')}`)
  return evaluate(expression, scopeOf(person), notes)
}

/** The value as text, or the code of what is missing between angle brackets. */
export function shown(value: Value | Missing): string {
  return isMissing(value) ? `<${value.missing}>` : printValue(value)
}

const said = ({ code, facts }: Finding): string => fill(SENTENCES[code].en[0], facts, 'en')
