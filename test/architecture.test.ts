import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = join(import.meta.dirname, '../src')

/** Every source file, relative to src/, with the modules it imports: files relative to src/, packages by name. */
const modules = new Map(
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [file, importsOf(file)] as const),
)

interface Import {
  readonly target: string
  readonly typeOnly: boolean
  /** Loaded only when the place is reached. */
  readonly lazy: boolean
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(SRC, file), 'utf8')
  const found = text.matchAll(
    /(?:^|\n)(?:import|export)\s+(type\s)?(?:[^'"]*?from\s+)?['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/g,
  )
  return [...found].map(([, typeOnly, fixed, lazy]) => {
    const target = fixed ?? lazy ?? ''
    const path = target.startsWith('.') ? relative(SRC, normalize(join(SRC, dirname(file), target))) : target
    return { target: path, typeOnly: typeOnly !== undefined, lazy: lazy !== undefined }
  })
}

/** The folders that a folder may import from, besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  commands: ['core', 'engines'],
  engines: ['core'],
  'core/values': [],
  'core/findings': ['core/values'],
  'core/formula': ['core/values', 'core/findings', 'core/functions'],
  'core/functions': ['core/values', 'core/findings', 'core/formula'],
  'core/measures': ['core/values'],
  'core/scheme': ['core/values', 'core/findings', 'core/formula', 'core/functions', 'core/measures'],
  'core/tables': ['core/values', 'core/findings', 'core/scheme'],
  'core/book': ['core/values', 'core/findings', 'core/formula', 'core/tables'],
  'core/appraisal': [
    ...['core/values', 'core/findings', 'core/formula', 'core/measures'],
    ...['core/scheme', 'core/tables', 'core/book'],
  ],
  'core/deferral': [
    ...['core/values', 'core/findings', 'core/formula', 'core/scheme'],
    ...['core/tables', 'core/book', 'core/appraisal'],
  ],
  'core/explain': [
    ...['core/values', 'core/findings', 'core/formula', 'core/measures'],
    ...['core/scheme', 'core/tables', 'core/book', 'core/appraisal', 'core/deferral', 'core/formats'],
  ],
  'core/reports': ['core/values', 'core/scheme', 'core/book', 'core/appraisal'],
  'core/ledger-sheets': ['core/values', 'core/book', 'core/reports'],
  'core/formats': ['core/values', 'core/book', 'core/reports', 'core/findings'],
  core: ['core'],
}

/** Packages that only one file may import. */
const ONE_IMPORTER: Readonly<Record<string, string>> = {
  'fraction.js': 'core/values/exact.ts',
  'fastest-levenshtein': 'core/values/text.ts',
}

const areaOf = (file: string): string => {
  const [first = '', second = ''] = file.split('/')
  return first === 'core' && !second.endsWith('.ts') ? `core/${second}` : first
}

describe('the layering', () => {
  it('is looked at: the source has files, and every area has its rule', () => {
    expect(modules.size).toBeGreaterThan(80)
    const areas = new Set([...modules.keys()].map(areaOf))
    expect([...areas].filter((area) => !(area in MAY_IMPORT))).toEqual([])
    expect(Object.keys(MAY_IMPORT).filter((area) => !areas.has(area))).toEqual([])
  })

  it('goes one way: commands → engines → core, and inside the core from stages to values', () => {
    const wrong = [...modules].flatMap(([file, imports]) =>
      imports
        .filter(({ target }) => modules.has(target))
        .filter(({ target }) => {
          const [from, to] = [areaOf(file), areaOf(target)]
          return (
            from !== to &&
            !(MAY_IMPORT[from] ?? []).some((allowed) => to === allowed || to.startsWith(`${allowed}/`))
          )
        })
        .map(({ target }) => `${file} → ${target}`),
    )
    // The only ways back are types: a missing value names the code of its finding; measures name their filters.
    const values = wrong.filter((arrow) => !arrow.startsWith('core/values/missing.ts → core/findings/'))
    expect(values).toEqual([])
  })

  it('has no cycle of imports that run', () => {
    expect(cycles()).toEqual([])
  })

  it('keeps node, the clock, chance, the locale and the environment out of the core', () => {
    const forbidden =
      /new Date\(\)|Date\.now|Math\.random|localeCompare|toLocale|process\.|from 'node:|parseFloat|Intl\./
    const dates = /\bDate\b[.(]/
    const core = [...modules.keys()].filter((file) => file.startsWith('core/'))
    const textOf = (file: string) => readFileSync(join(SRC, file), 'utf8')
    expect(core.length).toBeGreaterThan(60)
    expect(core.filter((file) => forbidden.test(textOf(file)))).toEqual([])
    // The calendar asks them for parts in UTC, which depend on nothing.
    expect(core.filter((file) => dates.test(textOf(file)))).toEqual(['core/values/calendar.ts'])
    expect(textOf('core/values/calendar.ts')).not.toMatch(
      /\.[gs]et(?!UTC)[A-Z]\w*\(\)|\.to(?!ISOString)[A-Z]\w*String\(/,
    )
  })

  it('imports DuckDB in src/engines/duckdb alone, and loads it only when it is needed', () => {
    const isDuckdb = (file: string) => file.startsWith('engines/duckdb/')
    const importers = [...modules].filter(([, imports]) =>
      imports.some(({ target }) => target.startsWith('@duckdb/')),
    )
    expect(importers.length).toBeGreaterThan(0)
    expect(importers.map(([file]) => file).filter((file) => !isDuckdb(file))).toEqual([])
    const fixed = [...modules].flatMap(([file, imports]) =>
      imports
        .filter(({ typeOnly, lazy }) => !typeOnly && !lazy)
        .filter(({ target }) => target.startsWith('@duckdb/') || (isDuckdb(target) && !isDuckdb(file)))
        .map(({ target }) => `${file} → ${target}`),
    )
    expect(fixed).toEqual([])
  })

  it('imports each numeric package in one file only', () => {
    for (const [name, only] of Object.entries(ONE_IMPORTER)) {
      const importers = [...modules].filter(([, imports]) => imports.some(({ target }) => target === name))
      expect(importers.map(([file]) => file)).toEqual([only])
    }
  })
})

function cycles(): readonly string[] {
  const found: string[] = []
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (done.has(file) || path.includes(file)) return
    for (const { target, typeOnly } of modules.get(file) ?? []) {
      if (!typeOnly && modules.has(target)) visit(target, [...path, file])
    }
    done.add(file)
  }
  for (const file of modules.keys()) visit(file, [])
  return found
}

describe('the lists of extension points', () => {
  for (const folder of ['core/functions', 'core/measures', 'core/reports']) {
    it(`${folder}/index.ts names every file of its folder that offers one`, () => {
      const offered = [...modules.keys()]
        .filter((file) => dirname(file) === folder && offers(file))
        .map((file) => `./${file.slice(folder.length + 1)}`)
      const listed = (modules.get(`${folder}/index.ts`) ?? []).map(
        ({ target }) => `./${target.slice(folder.length + 1)}`,
      )
      expect(listed.length).toBeGreaterThan(3)
      expect([...listed].sort()).toEqual([...offered].sort())
    })
  }
})

/** Whether a file exports a plug-in: a value of its folder's contract. */
const offers = (file: string): boolean =>
  /export const \w+(: (MeasureKind|ReportKind)\b| = (defineFunction|defineGroupFunction|overNumbers)\()/.test(
    readFileSync(join(SRC, file), 'utf8'),
  )
