/** What befalls a book from outside: processes that are killed, two at once, folders that cannot be written. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { numbersFrom } from './scanner/support.ts'
import { type LedgerStory, writeStory } from './support/ledger-bank.ts'
import { run, tempFolder } from './support/run.ts'

const PROGRAM = join(import.meta.dirname, '../bin/rm-appraise.js')

const story = (amount: string): LedgerStory => ({
  story: '',
  defer: '{ share: 40%, round: 0.01, lots: 3, every: year }',
  periods: [],
  people: Array.from({ length: 200 }, (_, index) => `P${index + 1},甲,east,`),
  activity: Array.from({ length: 200 }, (_, index) => `2001-03-01, earned, P${index + 1}, ${amount}`),
})

function inputOf(amount: string): string {
  const input = tempFolder()
  writeStory(story(amount), input)
  return input
}

/** The files of a book that anyone sees, by path. */
function contentsOf(book: string): Readonly<Record<string, string>> {
  const files = readdirSync(book, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.startsWith('.') && statSync(join(book, path)).isFile())
    .sort()
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(book, path), 'utf8')]))
}

const begun = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [PROGRAM, ...args], { stdio: 'ignore' })

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
  })

/** Lets a command work on a copy of a book, to the end or until it is killed after so many milliseconds. */
async function worked(
  from: string,
  argsOf: (book: string) => readonly string[],
  killAfter?: number,
): Promise<string> {
  const book = join(tempFolder(), 'book')
  cpSync(from, book, { recursive: true })
  const child = begun(argsOf(book))
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
  await ended(child)
  clearTimeout(timer)
  return book
}

async function prepared(): Promise<{
  readonly inputs: readonly [string, string]
  readonly open: string
  readonly closed: string
}> {
  const inputs = [inputOf('1000'), inputOf('1100')] as const
  const open = join(tempFolder(), 'book')
  expect(await ended(begun(['year', '--input', inputs[0], '--period', '2001', '--out', open]))).toBe(0)
  const closed = await worked(open, (book) => ['close', '2001', '--book', book])
  return { inputs, open, closed }
}

const KILLS = 35

describe('a command that is killed at any moment', () => {
  it('leaves the book as before or as after: run, run again, close, correct', {
    timeout: 240_000,
  }, async () => {
    const { inputs, open, closed } = await prepared()
    const year = (input: string, period: string) => (book: string) => [
      'year',
      '--input',
      input,
      '--period',
      period,
      '--out',
      book,
    ]
    const works = [
      { from: open, args: year(inputs[0], '2002') },
      { from: open, args: year(inputs[1], '2001') },
      { from: open, args: (book: string) => ['close', '2001', '--book', book] },
      { from: closed, args: year(inputs[1], '2001') },
    ]
    const next = numbersFrom(11)
    const seen = new Set<string>()
    for (const { from, args } of works) {
      const start = performance.now()
      const after = contentsOf(await worked(from, args))
      const length = performance.now() - start
      const before = contentsOf(from)
      const killed = async () => worked(from, args, length * (0.5 + next(700) / 1000))
      for (let kill = 0; kill < KILLS; kill++) {
        const book = await killed()
        // Whoever reads it next finds it right.
        expect((await run(['book', '--book', book])).code).toBe(0)
        const now = contentsOf(book)
        expect([before, after]).toContainEqual(now)
        expect(readdirSync(book).filter((name) => /\.(new|old)$/.test(name))).toEqual([])
        seen.add(JSON.stringify(now) === JSON.stringify(before) ? 'before' : 'after')
      }
    }
    expect([...seen].sort()).toEqual(['after', 'before'])
  })

  it('between the two moves of a folder: the former one is put back, or the new one stays', async () => {
    const { open } = await prepared()
    const before = contentsOf(open)
    const period = join(open, '2001')
    const cases = [
      () => renameSync(period, join(open, '.2001.old')),
      () => cpSync(period, join(open, '.2001.old'), { recursive: true }),
      () => cpSync(period, join(open, '.2001.new'), { recursive: true }),
    ]
    for (const cutOff of cases) {
      cutOff()
      expect((await run(['book', '--book', open])).code).toBe(0)
      expect(contentsOf(open)).toEqual(before)
      expect(readdirSync(open)).toEqual(['2001'])
    }
  })
})

describe('two commands at once', () => {
  it('work one after the other', { timeout: 60_000 }, async () => {
    const { inputs, open } = await prepared()
    const runs = Array.from({ length: 4 }, (_, index) =>
      ended(begun(['year', '--input', inputs[index % 2] ?? '', '--period', '2002', '--out', open])),
    )
    expect(await Promise.all(runs)).toEqual([0, 0, 0, 0])
    expect((await run(['book', '--book', open])).err).toBe('')
    expect(readdirSync(open)).toEqual(['2001', '2002'])
  })

  it('a lock whose process has ended holds nobody up; one of another machine is told', {
    timeout: 60_000,
  }, async () => {
    const { inputs, open } = await prepared()
    const gone = begun(['--version'])
    await ended(gone)
    writeFileSync(join(open, '.lock'), JSON.stringify({ pid: gone.pid, host: hostname(), does: 'year 2002' }))
    const args = ['year', '--input', inputs[0], '--period', '2002', '--out', open, '--quiet']
    expect((await run(args)).code).toBe(0)
    writeFileSync(join(open, '.lock'), JSON.stringify({ pid: 1, host: 'elsewhere', does: 'close 2001' }))
    const ran = await run([...args, '--wait', '0'])
    expect([ran.code, ran.err.includes('book-locked'), ran.err.includes('close 2001')]).toEqual([
      1,
      true,
      true,
    ])
    writeFileSync(join(open, '.lock'), 'nothing that can be read')
    const unreadable = await run([...args, '--wait', '0'])
    expect([unreadable.code, unreadable.err.includes('book-locked')]).toEqual([1, true])
    rmSync(join(open, '.lock'))
    writeFileSync(join(open, `.lock.${hostname()}.${gone.pid}`), 'left')
    expect((await run(args)).code).toBe(0)
    expect(readdirSync(open)).toEqual(['2001', '2002'])
  })
})

describe('a book that cannot be written', () => {
  it('is told, and nothing has changed', async () => {
    const { inputs, open } = await prepared()
    const before = contentsOf(open)
    // A file in the place of the folder to be made: also for one who may write everywhere.
    writeFileSync(join(open, '.2002.new'), 'in the way')
    chmodSync(open, 0o500)
    const ran = await run([
      'year',
      '--input',
      inputs[0],
      '--period',
      '2002',
      '--out',
      join(open, '2001/pay.csv'),
    ])
    chmodSync(open, 0o700)
    expect([ran.code, ran.err.includes('out-unwritable')]).toEqual([3, true])
    expect(contentsOf(open)).toEqual(before)
  })

  it('a disk that is full, or a limit of its like, is told, and nothing has changed', {
    timeout: 60_000,
  }, async () => {
    const { inputs, open } = await prepared()
    const before = contentsOf(open)
    const args = [PROGRAM, 'year', '--input', inputs[0], '--period', '2002', '--out', open]
    const limited = spawnSync('bash', ['-c', `ulimit -f 2; exec "$0" "$@"`, process.execPath, ...args], {
      encoding: 'utf8',
    })
    expect([limited.status, limited.stderr.includes('out-unwritable')], limited.stderr).toEqual([3, true])
    expect(contentsOf(open)).toEqual(before)
    expect(readdirSync(open)).toEqual(['2001'])
  })

  it('a file of it that has vanished is told, and nothing is written', async () => {
    const { inputs, open } = await prepared()
    rmSync(join(open, '2001/ledger.csv'))
    const ran = await run(['year', '--input', inputs[0], '--period', '2002', '--out', open])
    expect([ran.code, ran.err.includes('2001/ledger.csv book-changed')]).toEqual([5, true])
    expect(existsSync(join(open, '2002'))).toBe(false)
  })

  it('a run that fails leaves no folder behind', async () => {
    const { inputs } = await prepared()
    const book = join(tempFolder(), 'a/b/book')
    const broken = inputs[0]
    writeFileSync(join(broken, 'activity.csv'), 'date,kind,manager_id,amount\n2001-03-01,earned,P999,1\n')
    const ran = await run(['year', '--input', broken, '--period', '2001', '--out', book])
    expect([ran.code, existsSync(join(book, '../..'))]).toEqual([1, false])
  })
})
