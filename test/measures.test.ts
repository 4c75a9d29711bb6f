import { describe, expect, it } from 'vitest'
import { dailyAverage } from '../src/core/measures/daily_average.ts'
import * as KINDS from '../src/core/measures/index.ts'
import { WINDOWS, type WindowName } from '../src/core/measures/window.ts'
import { measured, WAYS } from './support/measure-bank.ts'

const examples = Object.values(KINDS).flatMap((kind) =>
  kind.examples.map((example) => ({
    kind,
    example,
    title: `${kind.id} ${example.says ?? ''} over ${example.period}`,
  })),
)
const windows = (Object.keys(WINDOWS) as WindowName[]).map((name) => ({
  name,
  example: WINDOWS[name].example,
}))

describe('the worked examples of measures, through scheme files and every engine', () => {
  it.each(examples)('$title', async ({ kind, example }) => {
    const ways = kind.table === 'balances' ? WAYS : (['scan', 'duckdb'] as const)
    for (const way of ways) expect([way, await measured(kind, example, way)]).toEqual([way, example.gives])
  })

  it.each(windows)('over $name', async ({ name, example }) => {
    const asked = { ...example, says: `over: ${name}` }
    for (const way of WAYS)
      expect([way, await measured(dailyAverage, asked, way)]).toEqual([way, example.gives])
  })
})
