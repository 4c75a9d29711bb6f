/** The expected files of the fixture city-bank against the independent computation, quarter by quarter. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { differences } from './compare.ts'
import { computeQuarter } from './quarter.ts'
import type { Figure } from './sheet.ts'

const FIXTURE = join(import.meta.dirname, '../../fixtures/city-bank')

it('the independent computation gives the expected files of city-bank', () => {
  const earlier: Figure[] = []
  for (const period of readdirSync(join(FIXTURE, 'expected')).sort()) {
    const computed = computeQuarter(FIXTURE, period, earlier)
    earlier.push(...computed.figures)
    expect(differences(computed, join(FIXTURE, 'expected', period)), period).toEqual([])
  }
})
