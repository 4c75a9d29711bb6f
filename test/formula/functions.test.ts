import { describe, expect, it } from 'vitest'
import { FUNCTIONS } from '../../src/core/formula/formula.ts'
import { evaluated, record, shown } from './support.ts'

describe.each([...FUNCTIONS.values()])('$name', ({ name, examples, meaning }) => {
  it('says what it gives, with examples that call it', () => {
    expect(meaning.en).toMatch(/\.$/)
    expect(meaning.zh).toMatch(/。$/)
    expect(examples.length).toBeGreaterThan(0)
    for (const { formula } of examples) expect(formula).toContain(`${name}(`)
  })

  it.each(examples)(
    '$formula gives $gives',
    ({ formula, figures, others, earlier, within, period, facts, parts, gives }) => {
      const records = { earlier: (earlier ?? []).map(record), others: (others ?? []).map(record) }
      const inside = Object.entries(within ?? {}).map(([id, each]) => [id, record(each)] as const)
      const person = {
        figures: record(figures),
        ...records,
        within: new Map(inside),
        period,
        facts: record(facts),
        parts: (parts ?? []).map(record),
      }
      expect(shown(evaluated(formula, person))).toBe(gives)
    },
  )
})

it('knows every function by its own name', () => {
  for (const [name, { name: own }] of FUNCTIONS) expect(own).toBe(name)
  expect(FUNCTIONS.size).toBe(38)
})
