/** The built program reads large tables on threads of its own: the same files and findings as in one piece on one thread. */
import { spawnSync } from 'node:child_process'
import { appendFileSync, copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeExports } from '../bench/parts/folders.js'
import { filesIn, quarter, run, tempFolder } from './support/run.ts'

const ROOT = join(import.meta.dirname, '..')

/** A folder of exports of which both large tables are large enough to be read on threads. */
function largeExports(): string {
  expect(existsSync(join(ROOT, 'dist/main.js')), 'npm run build comes first').toBe(true)
  const folder = join(tempFolder(), 'exports')
  makeExports(folder, { accounts: 1500 })
  copyFileSync(join(ROOT, 'fixtures/city-bank/scheme.yaml'), join(folder, 'scheme.yaml'))
  const visit = (number: number) =>
    `2004-03-0${1 + (number % 9)},visit,M0${100 + (number % 300)},2,0.0${number % 10},x${number}\n`
  appendFileSync(
    join(folder, 'activity.csv'),
    Array.from({ length: 140_000 }, (_, number) => visit(number)).join(''),
  )
  return folder
}

function built(...argv: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'bin/rm-appraise.js'), ...argv],
    {
      encoding: 'utf8',
    },
  )
  return { code: status, out: stdout, err: stderr }
}

it('writes the same bytes on any number of threads', async () => {
  const folder = largeExports()
  const book = tempFolder()
  const expected = filesIn(await quarter(folder, '2004Q1', book))
  expect(expected['controls.csv']).toMatch(/^activity,rows_read,,142500$/m)
  for (const workers of ['1', '2', '3', '5']) {
    const other = tempFolder()
    const argv = ['--input', folder, '--period', '2004Q1', '--out', other, '--quiet', '--workers', workers]
    expect(built('quarter', ...argv)).toEqual({ code: 0, out: '', err: '' })
    expect(filesIn(join(other, '2004Q1'))).toEqual(expected)
  }
})

it('tells the same of faulty rows on any number of threads', async () => {
  const folder = largeExports()
  const path = join(folder, 'balances.csv')
  const lines = readFileSync(path, 'utf8').split('\n')
  const last = lines.length - 2
  lines[9] = lines[9]?.replace(/\.\d\d,/, '.x,') ?? ''
  lines[last - 50] = lines[last - 51] ?? ''
  lines[last] = lines[last]?.replace(/M\d+$/, 'M9999') ?? ''
  writeFileSync(path, lines.join('\n'))
  appendFileSync(join(folder, 'activity.csv'), '2004-03-01,visit,M0100,1,0,x0\n2004-03-01,visit,,1,0,\n')
  const argv = ['check', '--input', folder, '--lang', 'en']
  const expected = await run(argv)
  expect(expected.code, expected.err).toBe(1)
  const places = [...expected.err.matchAll(/^(\S+:\d+:\d+) (\S+)/gm)].map(
    ([, place, code]) => `${place} ${code}`,
  )
  const columnOf = (line: number, cell: string) => (lines[line]?.indexOf(cell) ?? -1) + 1
  for (const place of [
    'activity.csv:142502:28 key-twice',
    `balances.csv:10:${columnOf(9, lines[9]?.split(',')[4] ?? '')} cell-number`,
    `balances.csv:${last - 49}:1 balance-twice`,
    `balances.csv:${last + 1}:${columnOf(last, 'M9999')} manager-unknown`,
  ])
    expect(places).toContain(place)
  for (const workers of ['1', '2', '3']) expect(built(...argv, '--workers', workers)).toEqual(expected)
})
