/** What real schemes ask of the rule language: each primitive is said by lines of scheme and comes to its worked example. */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseCsv } from './support/csv.ts'
import {
  byPerson,
  chaptersIn,
  kindOf,
  type Primitive,
  periodOf,
  writePrimitive,
} from './support/primitive.ts'
import { run, tempFolder } from './support/run.ts'

const numbered = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`)

/** Measuring, counting points, grades, pay, deferral, technique. */
const IDS = [
  ...numbered('M', 17),
  ...numbered('C', 20),
  ...numbered('G', 16),
  ...numbered('Y', 26),
  ...numbered('F', 6),
  ...numbered('T', 8),
]

const ALL = chaptersIn(join(import.meta.dirname, '..')).flatMap(({ primitives }) => primitives)

async function runPrimitive(primitive: Primitive, engine: string) {
  const [folder, kind, period] = [tempFolder(), kindOf(primitive), periodOf(primitive)]
  const book = join(folder, 'book')
  mkdirSync(book)
  writePrimitive(primitive, folder)
  const ran = await run([
    ...[kind, '--input', folder, '--period', period, '--out', book, '--quiet', '--engine', engine],
  ])
  const file = (name: string) => readFileSync(join(book, period, name), 'utf8')
  return { ...ran, file }
}

it('all of them, and no other', () => {
  expect(ALL.map(({ id }) => id).sort()).toEqual([...IDS].sort())
})

describe.each(ALL)('$id $says.en', (primitive) => {
  it.each(['scan', 'duckdb'])('comes to its example (%s)', async (engine) => {
    const { code, err, file } = await runPrimitive(primitive, engine)
    if (primitive.refused) {
      const { code: finding, at = '' } = primitive.refused
      expect(code).toBeGreaterThan(0)
      expect(err).toContain(`${at} ${finding} `)
      return
    }
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' })
    const rows = parseCsv(file('figures.csv')).slice(1)
    const found = new Map(rows.map(([, id = '', figure = '', value = '']) => [`${id} ${figure}`, value]))
    const wanted = byPerson(primitive.gives).flatMap(([id, texts]) =>
      Object.entries(texts).map(([figure, value]) => [`${id} ${figure}`, value] as const),
    )
    expect(wanted.length).toBeGreaterThan(0)
    expect(wanted.map(([name]) => [name, found.get(name)])).toEqual(wanted)
    if (primitive.deferred) {
      const [header = [], ...lots] = parseCsv(file('deferred.csv'))
      expect(lots.map((row) => row[header.indexOf('amount')])).toEqual(primitive.deferred)
    }
    for (const control of primitive.controls ?? []) expect(file('controls.csv')).toContain(control)
  })
})
