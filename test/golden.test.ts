import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parsePeriod } from '../src/core/values/period.ts'
import { filesIn, runPeriod, tempFolder } from './support/run.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures')

const withExpected = readdirSync(FIXTURES).filter((name) => existsSync(join(FIXTURES, name, 'expected')))

/** Periods in the order in which they are run: by their last days, the shorter before the longer. */
const inTime = (ids: readonly string[]) =>
  ids.flatMap((id) => parsePeriod(id) ?? []).sort((a, b) => a.last - b.last || b.first - a.first)

describe('every fixture gives its expected files, byte for byte', () => {
  it('finds the fixtures', () => expect(withExpected).toContain('city-bank'))

  for (const name of withExpected) {
    const input = join(FIXTURES, name)
    const ids = readdirSync(join(input, 'expected'))
    const periods = inTime(ids)
    it(`${name}: ${periods.map(({ id }) => id).join(', ')}`, async () => {
      expect(periods, 'every folder is a period').toHaveLength(ids.length)
      const book = tempFolder()
      for (const { kind, id: period } of periods) {
        const written = filesIn(await runPeriod(kind, input, period, book))
        const expected = filesIn(join(input, 'expected', period))
        expect(Object.keys(expected).length).toBeGreaterThan(2)
        for (const [file, text] of Object.entries(expected))
          expect(written[file], `${period}/${file}`).toBe(text)
      }
    })
  }
})
