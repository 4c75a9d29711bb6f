import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixtureFiles } from '../scripts/fixtures/files.ts'

const PROJECT = join(import.meta.dirname, '..')

describe('what `npm run fixtures` makes is what lies in fixtures/', () => {
  it.each([...fixtureFiles(PROJECT)])('%s', (file, bytes) => {
    expect(readFileSync(join(PROJECT, file)).equals(bytes)).toBe(true)
  })
})
