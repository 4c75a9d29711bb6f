/** Every template: made by `init` in an empty folder, it checks, runs as its fixture expects, and explains itself. */
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TEMPLATES } from '../src/commands/templates.ts'
import { parsePeriod } from '../src/core/values/period.ts'
import { expectExplained } from './support/explained.ts'
import { filesIn, run, runPeriod, tempFolder } from './support/run.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures')

/** Periods in the order in which they are run: by their last days, the shorter before the longer. */
const inTime = (ids: readonly string[]) =>
  ids.flatMap((id) => parsePeriod(id) ?? []).sort((a, b) => a.last - b.last || b.first - a.first)

/** A folder made from a template. */
async function made(template: string, ...options: string[]): Promise<string> {
  const folder = join(tempFolder(), 'new')
  const { code, err } = await run(['init', '--template', template, folder, ...options])
  expect([code, err]).toEqual([0, ''])
  return folder
}

describe.each(TEMPLATES)('the template $name', ({ name, shows }) => {
  it('says what it shows, in both languages', () => {
    expect(shows.en).toMatch(/^[A-Z].*[^.]$/)
    expect(shows.zh).toMatch(/\p{Script=Han}/u)
  })

  it('has no error, and runs at once', async () => {
    const folder = await made(name, '--lang', 'zh')
    const checked = await run(['check', '--input', folder, '--quiet'])
    expect([checked.code, checked.err]).toEqual([0, ''])
    const ran = await run(['quarter', '--input', folder, '--out', tempFolder(), '--quiet'])
    expect([ran.code, ran.err]).toEqual([0, ''])
  })

  const expected = join(FIXTURES, name, 'expected')
  const periods = existsSync(expected)
    ? inTime(readdirSync(expected).filter((id) => parsePeriod(id) !== undefined))
    : []

  it.each(['scan', 'duckdb'])('comes to what is expected, each figure explained (%s)', async (engine) => {
    expect(periods.length).toBeGreaterThan(1)
    const [folder, book] = [await made(name), tempFolder()]
    for (const { kind, id } of periods) {
      const written = await runPeriod(kind, folder, id, book, '--engine', engine)
      const files = filesIn(written)
      for (const [file, text] of Object.entries(filesIn(join(expected, id))))
        expect(files[file], `${id}/${file}`).toBe(text)
      if (engine === 'scan') await expectExplained(written)
    }
  })

  it('comes to the same whatever the order of rows', async () => {
    const [folder, book] = [await made(name), tempFolder()]
    turnRows(folder)
    for (const { kind, id } of periods) {
      const files = filesIn(await runPeriod(kind, folder, id, book))
      for (const [file, text] of Object.entries(filesIn(join(expected, id))))
        expect(files[file], `${id}/${file}`).toBe(text)
    }
  })
})

/** Puts the rows of every table of a folder into the opposite order. */
function turnRows(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.csv')) continue
    const [header = '', ...rows] = readFileSync(join(folder, entry), 'utf8').trimEnd().split('\n')
    writeFileSync(join(folder, entry), `${[header, ...rows.reverse()].join('\n')}\n`)
  }
}

describe('init', () => {
  it('lists the templates, each once', async () => {
    const names = TEMPLATES.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    const { out } = await run(['init', '--list', '--json', '--lang', 'zh'])
    expect(JSON.parse(out)).toEqual(TEMPLATES.map(({ name, shows }) => ({ name, shows: shows.zh })))
  })

  it('overwrites nothing, and asks for what it needs', async () => {
    const folder = await made('city-bank')
    const before = filesIn(join(folder, 'balances'))
    const again = await run(['init', '--template', 'city-bank', folder])
    expect([again.code, again.err.includes('init-folder')]).toEqual([3, true])
    expect(filesIn(join(folder, 'balances'))).toEqual(before)
    expect((await run(['init'])).code).toBe(2)
    expect((await run(['init', '--template', 'city-bank'])).code).toBe(2)
  })

  it('fills an empty folder that is there, and nothing else', async () => {
    const empty = tempFolder()
    const here = await run(['init', '--template', 'general', '.'], undefined, empty)
    expect([here.code, readdirSync(empty).includes('scheme.yaml')]).toEqual([0, true])
    expect(readdirSync(empty).filter((name) => name.startsWith('.'))).toEqual([])
    const folder = tempFolder()
    writeFileSync(join(folder, 'file'), 'kept')
    symlinkSync(tempFolder(), join(folder, 'link'))
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'))
    for (const name of ['file', 'file/below', 'link', 'dangling']) {
      const { code, err } = await run(['init', '--template', 'general', name], undefined, folder)
      expect([name, code, err.includes('init-folder')]).toEqual([name, 3, true])
    }
    const blank = await run(['init', '--template', 'general', 'two words'], undefined, folder)
    expect(blank.out).toContain('rm-appraise check --input "two words"')
  })

  it('begins with a page in the language asked for, and outputs speak it', async () => {
    const [zh, en] = [await made('city-bank', '--lang', 'zh'), await made('city-bank', '--lang', 'en')]
    const read = (folder: string) => {
      const [page = '', scheme = ''] = ['START.md', 'scheme.yaml'].map((file) =>
        readFileSync(join(folder, file), 'utf8'),
      )
      return [page.includes('改成本行的办法'), /^language: (\w+)/m.exec(scheme)?.[1]]
    }
    expect(read(zh)).toEqual([true, 'zh'])
    expect(read(en)).toEqual([false, 'en'])
  })
})
