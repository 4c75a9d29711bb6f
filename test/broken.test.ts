import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { type BrokenFolder, codesIn, readBroken, textIfThere } from '../scripts/docs/broken-folders.ts'
import { type Code, SENTENCES } from '../src/core/findings/sentences.ts'
import { BROKEN, brokenBank, contentsOf, runIn, runWriting, soundBank } from './support/broken.ts'

// A table beyond the limit takes long to read; limit and table are made smaller alike.
const [LIMIT, LOWERED] = [128, 2]
vi.mock('../src/engines/csv/limits.ts', async (original) => ({
  ...(await original<object>()),
  MOST_SMALL_TABLE: LOWERED * 1024 * 1024,
}))
const asLimited = (text: string): string => text.replace(`${LOWERED} MiB`, `${LIMIT} MiB`)
const asLowered = ({ grown, ...broken }: BrokenFolder): BrokenFolder => {
  const lines = Math.ceil(((grown?.lines ?? 0) * LOWERED) / LIMIT)
  return { ...broken, grown: grown && broken.code === 'table-too-large' ? { ...grown, lines } : grown }
}

const missing = vi.hoisted(() => ({ package: '' }))
vi.mock('../src/engines/duckdb/installed.ts', async (original) => {
  const real = await original<typeof import('../src/engines/duckdb/installed.ts')>()
  const isMissing = () => missing.package === '@duckdb/node-api'
  return { installedDuckDb: () => (isMissing() ? undefined : real.installedDuckDb()) }
})

const CODES = Object.keys(SENTENCES) as Code[]
const isError = (code: Code): boolean => SENTENCES[code].severity === 'error'

/** Findings about a whole file, table, option or period, which stand on no line. */
const WITHOUT_LINE: ReadonlySet<string> = new Set([
  ...['table-two-forms', 'file-unknown', 'file-unread', 'folder-empty', 'file-outside'],
  ...['file-irregular', 'file-unreadable', 'file-changed', 'file-empty', 'table-too-large', 'yaml-large'],
  ...['parquet-scan', 'parquet-table', 'duckdb-missing', 'parquet-damaged', 'column-type', 'memory-short'],
  ...['gzip-cut', 'gzip-damaged', 'gzip-bomb', 'more-errors', 'more-warnings'],
  ...[
    'scheme-missing',
    'scheme-encoding',
    'inputs-encoding',
    'input-folder',
    'out-unwritable',
    'period-option',
  ],
  ...[
    'opening-unstated',
    'opening-idle',
    'book-format',
    'book-locked',
    'book-stale',
    'seal-chain',
    'seal-broken',
  ],
  ...[
    'seal-signature',
    'book-missing',
    'book-no-period',
    'period-closed',
    'close-order',
    'close-stale',
    'key-file',
  ],
  ...[
    'correction-waits',
    'built-on-restated',
    'book-hole',
    'closed-days-changed',
    'sign-off-missing',
    'day-option',
    'sheet-option',
  ],
  ...['defer-manager', 'book-gap'],
  ...[
    'run-folder',
    'run-changed',
    'explain-manager',
    'explain-figure',
    'explain-lot',
    'run-read',
    'book-changed',
  ],
  ...['period-open', 'period-none', 'period-kind', 'scheme-not-in-force', 'table-missing'],
  ...['file-not-named', 'init-template', 'init-folder', 'clients-section', 'entry-section', 'book-scheme'],
  ...[
    'rows-set-aside',
    'outside-post',
    'assignments-empty',
    'period-before-unknown',
    'days-missing',
    'balance-hole',
    'balance-days-hole',
    'shorter-run-missing',
    'paid-not-due',
  ],
])

/** Runs the folder's command, in a language. */
function runBroken(folder: string, { command, touched, without = '' }: BrokenFolder, language: 'en' | 'zh') {
  missing.package = without
  const asked = `${command} --lang ${language}`
  return touched ? runWriting(folder, asked, touched) : runIn(folder, asked)
}

describe('the error catalogue', () => {
  it('has a folder for every code, and no other', () => {
    expect([...codesIn(BROKEN)].sort()).toEqual([...CODES].sort())
  })

  it('starts from a bank without any finding', async () => {
    const { code, err } = await runIn(soundBank(), 'check --input input')
    expect([code, err]).toEqual([0, ''])
  })

  describe.each(codesIn(BROKEN).map((code) => asLowered(readBroken(BROKEN, code))))('$code', (broken) => {
    const code = broken.code as Code

    it.each([
      ['en', 'expected.txt'],
      ['zh', 'expected.zh.txt'],
    ] as const)('is told in %s', async (language, file) => {
      expect(textIfThere(join(broken.path, file)), 'the expected text is written').toBeDefined()
      const folder = await brokenBank(broken)
      const ran = await runBroken(folder, broken, language)
      expect(ran.code).toBe(broken.exit)
      expect(broken.exit).toBe(isError(code) ? SENTENCES[code].exit : 0)
      await expect(asLimited(ran.err)).toMatchFileSnapshot(join(broken.path, file))
      const place = WITHOUT_LINE.has(code) ? '[^ :]+' : '[^ :]+:\\d+:\\d+'
      expect(ran.err).toMatch(new RegExp(`^${place} ${code} `))
      expect(ran.err).not.toMatch(/\{\w+\}/)
      expect(ran.err).not.toContain(folder)
    })

    if (!isError(code)) return
    it('changes nothing that was there', async () => {
      const folder = await brokenBank(broken)
      mkdirSync(join(folder, 'book/2024Q1'), { recursive: true })
      writeFileSync(join(folder, 'book/2024Q1/notes.txt'), 'kept')
      const before = contentsOf(folder)
      const command = broken.command.replace(/^check(.*)$/, 'quarter$1 --out book')
      const ran = await runBroken(folder, { ...broken, command }, 'en')
      expect(ran.code).not.toBe(0)
      expect(contentsOf(folder)).toEqual(before)
    })
  })
})

describe('the sentences', () => {
  it.each(CODES)('%s end as sentences do', (code) => {
    const { en, zh } = SENTENCES[code]
    for (const text of en) expect(text).toMatch(/[.!?]$/)
    for (const text of zh) expect(text).toMatch(/。$/)
    for (const text of zh) expect(text).not.toMatch(/[\p{Script=Han}][,;:?!()][^\p{ASCII}]?/u)
  })
})
