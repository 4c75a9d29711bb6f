import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { pagesOf } from '../scripts/docs/pages.ts'

const PROJECT = join(import.meta.dirname, '..')

it.each(Object.entries(pagesOf(PROJECT)))('%s is what `npm run docs` makes', (file, text) => {
  expect(readFileSync(join(PROJECT, file), 'utf8')).toBe(text)
})
