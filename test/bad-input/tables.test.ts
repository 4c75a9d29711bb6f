import { describe, expect, it } from 'vitest'
import { checked } from './support.ts'
import { TABLES } from './tables.ts'

const ADJUSTMENTS = 'id,manager_id,figure,value,mode,reason,requested_by,approved_by\n'

const isWritten = (finding: string): boolean => finding.includes(' ')

describe('tables', () => {
  const cases = TABLES.map(([what, files, codes, exit = 1]) => ({ what, files, codes, exit }))
  it.each(cases)('with $what', async ({ files, codes, exit }) => {
    const found = await checked(files)
    const expected = codes.map((code, index) => (isWritten(code) ? code : `${found.marks[index]} ${code}`))
    expect(found.told).toEqual([...expected].sort())
    expect(found.exit).toBe(exit)
  })

  it.each([
    ['approved by who asked for it', 'J1,M1,total,5,,Prize,ops,▸ops\n'],
    ['approved by the manager', 'J1,M1,total,5,,Prize,ops,▸M1\n'],
    ['asked for by the manager', 'J1,M1,total,5,,Prize,M1,▸head\n'],
  ])('with an adjustment %s', async (_, row) => {
    const { exit, told, marks } = await checked({ 'adjustments.csv': ADJUSTMENTS + row })
    expect(told).toContain(`${marks[0]} adjustment-approval`)
    expect(exit).toBe(1)
  })

  it.each(['totl', 'rating', 'recommendation', 'rank', 'grade', 'target.deposits', 'price'])(
    'with an adjustment of %s, which is no numeric figure',
    async (figure) => {
      const row = `J1,M1,▸${figure},5,,Prize,ops,head\n`
      const { exit, told, marks } = await checked({ 'adjustments.csv': ADJUSTMENTS + row })
      expect(told).toContain(`${marks[0]} adjustment-figure`)
      expect(exit).toBe(1)
    },
  )
})
