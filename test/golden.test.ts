import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesIn, quarter, tempFolder } from './support/run.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures')

const withExpected = readdirSync(FIXTURES).filter((name) => existsSync(join(FIXTURES, name, 'expected')))

describe('every fixture gives its expected files, byte for byte', () => {
  it('finds the fixtures', () => expect(withExpected).toContain('city-bank'))

  for (const name of withExpected) {
    const input = join(FIXTURES, name)
    const periods = readdirSync(join(input, 'expected')).sort()
    it(`${name}: ${periods.join(', ')}`, async () => {
      const book = tempFolder()
      for (const period of periods) {
        const written = filesIn(await quarter(input, period, book))
        const expected = filesIn(join(input, 'expected', period))
        expect(Object.keys(expected).length).toBeGreaterThan(5)
        for (const [file, text] of Object.entries(expected))
          expect(written[file], `${period}/${file}`).toBe(text)
      }
    })
  }
})
