import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { fixtureFiles } from '../scripts/fixtures/files.ts'
import { parquetDifferences } from '../scripts/fixtures/styles/parquet.ts'

const PROJECT = join(import.meta.dirname, '..')

/** What a file says; how a text is compressed may differ between versions of the library that does it. */
const content = (file: string, bytes: Buffer): Buffer => (file.endsWith('.gz') ? gunzipSync(bytes) : bytes)

describe('what `npm run fixtures` makes is what lies in fixtures/', () => {
  it.each([...fixtureFiles(PROJECT)])('%s', (file, bytes) => {
    expect(content(file, readFileSync(join(PROJECT, file))).equals(content(file, bytes))).toBe(true)
  })

  it('fixtures/city-bank-parquet/balances.parquet', async () => {
    const { rows, types } = await parquetDifferences(PROJECT)
    expect(rows).toEqual([])
    expect(types).toEqual([
      ['date', 'DATE'],
      ...['account_id', 'client_id', 'product', 'currency'].map((column) => [column, 'VARCHAR']),
      ['balance', 'DECIMAL(18,2)'],
      ['branch', 'VARCHAR'],
    ])
  })
})
