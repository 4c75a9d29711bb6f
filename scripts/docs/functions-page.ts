import { type Example, type FormulaFunction, usageOf } from '../../src/core/functions/function.ts'
import * as functions from '../../src/core/functions/index.ts'
import { GENERATED, inline, page, tableOf } from './markdown.ts'

const INTRODUCTION = `What formulas of a scheme may call, with worked examples; \`npm test\` runs every one of them. Square brackets around an entry
say that it may be left out, \`…\` that more of them may follow.`

const byName = <T>(name: (item: T) => string, items: readonly T[]): readonly T[] =>
  [...items].sort((a, b) => (name(a) < name(b) ? -1 : 1))

/** The page of all functions, from what they say of themselves. */
export function functionsPage(): string {
  const called = byName<FormulaFunction>(({ name }) => name, Object.values(functions))
  return page([
    '# Functions 函数',
    GENERATED,
    INTRODUCTION,
    tableOf(
      ['function', 'meaning', '含义'],
      called.map((each) => [inline(usageOf(each)), each.meaning.en, each.meaning.zh]),
    ),
    ...called.flatMap(examplesOf),
  ])
}

function examplesOf(called: FormulaFunction): readonly string[] {
  const rows = called.examples.map((example) => [
    inline(example.formula),
    givenIn(example),
    inline(example.gives),
  ])
  return [`## ${called.name}`, tableOf(['formula', 'where', 'gives'], rows)]
}

/** The values that an example starts from. */
function givenIn({
  figures = {},
  facts = {},
  others = [],
  earlier = [],
  within = {},
  parts = [],
  period,
}: Example): string {
  const values = (named: Readonly<Record<string, string>>, when: string) =>
    Object.entries(named).map(([name, value]) => `${inline(`${name} = ${value}`)}${when}`)
  const before = earlier.flatMap((named, index) =>
    values(named, index === 0 ? ' one period before' : ` ${index + 1} periods before`),
  )
  const around = others.flatMap((named, index) => values(named, ` of another (${index + 1})`))
  const inside = Object.entries(within).flatMap(([id, named]) => values(named, ` in ${id}`))
  const apart = parts.flatMap((named, index) => values(named, ` in part ${index + 1}`))
  const when = period ? [`in ${period}`] : []
  return [...when, ...values({ ...facts, ...figures }, ''), ...around, ...before, ...inside, ...apart].join(
    ', ',
  )
}
