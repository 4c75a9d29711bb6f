/** Lives of deferred lots, each told by the lines that every period adds; and what is refused. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectLotsExplained } from './support/explained.ts'
import { linesOf, sheetOf, storiesIn, tell, totalOf } from './support/ledger-bank.ts'

describe('the ledger of deferred pay', () => {
  it.each(storiesIn('lives.yaml').map((story) => [story.story, story] as const))('%s', async (_, story) => {
    const { book, last } = await tell(story)
    for (const code of story.refused ?? []) expect(last.err).toContain(` ${code} `)
    for (const code of story.told ?? []) expect(last.err).toContain(` ${code} `)
    expect(last.code, last.err).toBe(story.refused ? 1 : 0)
    for (const [period, lines] of Object.entries(story.lines ?? {}))
      expect(linesOf(book, period), period).toEqual(lines)
    for (const [period, total] of Object.entries(story.totals ?? {}))
      expect(totalOf(book, period), period).toBe(total)
    const done = story.refused ? story.periods.slice(0, -1) : story.periods
    for (const period of done) await expectLotsExplained(join(book, period))
    const lastPeriod = story.periods.at(-1) ?? ''
    if (story.sheet)
      expect(sheetOf(book, lastPeriod).filter((line) => !line.includes(' open'))).toEqual(story.sheet)
  })
})
