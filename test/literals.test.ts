/** Rules are data: no grade, product, indicator, item, measure or component of a fixture is a text in the code. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'

const PROJECT = join(import.meta.dirname, '..')

/** Words that the contract uses itself: columns, tables, figures with a role, outcomes, statuses and roles. */
const CONTRACT: ReadonlySet<string> = new Set([
  ...['grade', 'points', 'total', 'rating', 'rank', 'recommendation', 'decision', 'adjustment_points'],
  ...[
    'manager',
    'staff',
    'agent',
    'active',
    'leave',
    'probation',
    'renew',
    'dismiss',
    'promote',
    'demote',
    'none',
  ],
  ...['balances', 'activity', 'assessments', 'targets', 'clients', 'history', 'figures', 'measures', 'pay'],
  // Columns of `candidates` and keys of the section `clients`, which a fixture may also use as names.
  ...['deposits', 'visits'],
])

type Entries = Readonly<Record<string, unknown>>
const isEntries = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The ids that a scheme makes up: its grades, ratings, indicators, components, items and measures, and what those choose rows by. */
function idsIn(scheme: Entries): readonly string[] {
  const sections = ['assessments', 'measures'].map((name) => scheme[name])
  const names = sections.flatMap((section) => (isEntries(section) ? Object.keys(section) : []))
  return [...names, ...deepIds(scheme), ...chosen(scheme.measures)]
}

const ID_KEYS = ['id', 'ladder']

function deepIds(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => (typeof each === 'string' ? [] : deepIds(each)))
  if (!isEntries(value)) return []
  const own = ID_KEYS.flatMap((key) => (typeof value[key] === 'string' ? [value[key]] : []))
  const grades = Array.isArray(value.grades) ? value.grades.filter((each) => typeof each === 'string') : []
  return [...own, ...grades, ...Object.values(value).flatMap(deepIds)]
}

/** Products, kinds, tiers and so on that measures name. */
function chosen(measures: unknown): readonly string[] {
  const texts = (value: unknown): readonly string[] => {
    if (typeof value === 'string') return [value]
    if (Array.isArray(value)) return value.flatMap(texts)
    return isEntries(value) ? Object.entries(value).flatMap(([key, each]) => [key, ...texts(each)]) : []
  }
  const all = isEntries(measures) ? Object.values(measures) : []
  const parts = all.flatMap((measure) => (isEntries(measure) ? [measure.where, measure.weigh] : []))
  const columns = ['product', 'kind', 'currency', 'amount', 'tier', 'segment', 'from', 'to', 'above', 'below']
  return parts.flatMap(texts).filter((text) => !columns.includes(text) && !/^[\d.%]+$/.test(text))
}

function fixtureIds(): ReadonlySet<string> {
  const folder = join(PROJECT, 'fixtures')
  const schemes = readdirSync(folder)
    .map((name) => join(folder, name, 'scheme.yaml'))
    .filter((file) => existsSync(file))
  return new Set(schemes.flatMap((file) => idsIn(parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }))))
}

const TEXT = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g

it('no text of the code is an id of a fixture, save words of the contract', () => {
  const ids = fixtureIds()
  expect(ids.size).toBeGreaterThan(50)
  const files = readdirSync(join(PROJECT, 'src'), { recursive: true, encoding: 'utf8' })
  const found = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const text = readFileSync(join(PROJECT, 'src', file), 'utf8')
      const literals = [...text.matchAll(TEXT)].map(([, single, double]) => single ?? double ?? '')
      return literals.filter((each) => ids.has(each) && !CONTRACT.has(each)).map((each) => `${file}: ${each}`)
    })
  expect(found).toEqual([])
})
