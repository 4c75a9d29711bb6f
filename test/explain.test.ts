import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Explained } from '../src/core/explain/explained.ts'
import { expectExplained, figuresIn } from './support/explained.ts'
import { quarter, run, tempFolder } from './support/run.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures')

describe('explain', () => {
  it('every figure of every person has its value and its steps, without a gap', async () => {
    const folder = await quarter(join(FIXTURES, 'river-union'), '2025Q3', tempFolder())
    const figures = figuresIn(folder)
    expect(figures.length).toBeGreaterThan(100)
    for (const [manager, figure, value] of figures) {
      const { code, out, err } = await run(['explain', manager, figure, '--run', folder, '--json'])
      expect({ code, err }, `${manager} ${figure}`).toEqual({ code: 0, err: '' })
      const [explained] = JSON.parse(out).explained as [Explained]
      expect(explained.value, `${manager} ${figure}`).toBe(value)
    }
    await expectExplained(folder)
  })

  it('tells the agent’s fee as the hand computation has it', async () => {
    const folder = await quarter(join(FIXTURES, 'city-bank'), '2004Q1', tempFolder())
    const { out } = await run(['explain', 'M10', '--run', folder])
    // 3,250,150 is 295,763,650 ÷ 91; 3 yuan per 万 of it is 975.045, half a fen rounded away from zero.
    expect(out).toMatch(
      /^pay\.service_fee \(Agent's service fee\) = 975\.05 {2}agent_price \* deposits \/ 1万; /,
    )
    expect(out).toContain('rounded to 0.01, half away from zero, from 975.045')
    expect(out).toContain('├ agent_price = 3  [source: illustrative, scheme line ')
    expect(out).toContain('from 2004-01-01 to 2004-03-31: 182 rows, sum 295763650 ÷ 91; [clause 第九条, ')
  })

  it('tells in Chinese, and which row of a table decided', async () => {
    const folder = await quarter(join(FIXTURES, 'city-bank'), '2004Q1', tempFolder())
    const { out } = await run(['explain', 'M03', 'points.loan_quality', '--run', folder, '--lang', 'zh'])
    // An NPL ratio of exactly 2% belongs to the row up to 2%.
    expect(out).toContain('points.loan_quality（贷款质量） = 5')
    expect(out).toContain('0.02 落在区间 (0.01, 0.02]')
  })

  it('tells of an adjustment who asked for it, who approved it, and why', async () => {
    const folder = await quarter(join(FIXTURES, 'city-bank'), '2004Q1', tempFolder())
    const { out } = await run(['explain', 'M11', 'adjustment_points', '--run', folder])
    expect(out).toMatch(
      /adjustment ADJ-2004-01 \(add\): .* requested by harbour\.xu, approved by president\.gao = 3/,
    )
  })

  it('tells why someone has no rank, and what a name that is none may have meant', async () => {
    const folder = await quarter(join(FIXTURES, 'river-union'), '2025Q3', tempFolder())
    const unranked = await run(['explain', '0203', 'rank', '--run', folder])
    expect(unranked.out).toMatch(/^rank = none[^\n]*\n└ case ranked = no/)
    const misspelt = await run(['explain', '0203', 'totl', '--run', folder])
    expect([misspelt.code, misspelt.out]).toEqual([3, ''])
    expect(misspelt.err).toContain('totl" in this run (total?)')
  })
})
