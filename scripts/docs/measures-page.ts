import * as kinds from '../../src/core/measures/index.ts'
import type { MeasureExample, MeasureKind } from '../../src/core/measures/kind.ts'
import { WINDOWS } from '../../src/core/measures/window.ts'
import { printDay } from '../../src/core/values/calendar.ts'
import { parsePeriod } from '../../src/core/values/period.ts'
import { GENERATED, inline, page, tableOf } from './markdown.ts'

const INTRODUCTION = `A measure of the scheme is an exact number made of the rows of \`balances\` or \`activity\`, for each manager and a window of days; how
it is written stands in [the scheme file](scheme.md#measures-度量-sums-over-the-exports). Every example here is run by \`npm test\`, with each engine, and those of
balances also from Parquet and from rows that tell changes.`

const EXAMPLES = `Rows of balances are given as \`date,product,balance,client_id\`: each holds every day until the next one of its product and client, and
an empty balance ends it. Rows of activity are \`date,kind,product,quantity,amount,client_id\`, rows of clients \`client_id,tier,segment\`.`

const COVERED = `Every day that a measure of balances looks at must have a row of some account in the export; else the run stops and names the days
(\`days-missing\`). That also holds for the months of a \`mean_of_months\`, for the days after the period in \`whole_year\`, and for the year before in \`last_year\`. An account or manager without
rows on a day, or in a month, counts 0 there.`

/** The page of all windows and measure kinds, from what they say of themselves. */
export function measuresPage(): string {
  const sorted = Object.values<MeasureKind>(kinds).sort((a, b) => (a.id < b.id ? -1 : 1))
  const rows = sorted.map(({ id, table, settings, meaning }) => [
    inline(id),
    inline(table),
    settings.map(inline).join(', '),
    meaning.en,
    meaning.zh,
  ])
  return page([
    '# Measures',
    GENERATED,
    INTRODUCTION,
    '## Windows 时间窗口 (`over`)',
    tableOf(['over', 'meaning', '含义', 'in a run of', 'from', 'to'], windowRows()),
    COVERED,
    `The daily averages of one account over them, of the rows ${rowsOf(WINDOWS.period.example)}:`,
    tableOf(
      ['measure', 'period', 'gives'],
      Object.entries(WINDOWS).map(([name, { example }]) => [
        inline(`{ of: balances, take: daily_average, over: ${name} }`),
        example.period,
        inline(example.gives),
      ]),
    ),
    '## Kinds 算法 (`take`)',
    tableOf(['take', 'of', 'needs', 'meaning', '含义'], rows),
    EXAMPLES,
    ...sorted.flatMap(examplesOf),
  ])
}

const windowRows = (): readonly (readonly string[])[] =>
  Object.entries(WINDOWS).map(([name, { meaning, days, example }]) => {
    const period = parsePeriod(example.period)
    if (!period) throw new Error(`${example.period} is no period`)
    const { first, last } = days(period)
    return [inline(name), meaning.en, meaning.zh, example.period, printDay(first), printDay(last)]
  })

const rowsOf = ({ rows }: Pick<MeasureExample, 'rows'>): string => rows.map(inline).join(' ')

function examplesOf({ id, table, examples }: MeasureKind): readonly string[] {
  const shown = examples.map((example) => {
    const { says, tables, clients = [], period, gives } = example
    const measure = inline(`{ of: ${table}, take: ${id}${says ? `, ${says}` : ''} }`)
    const from = [
      rowsOf(example),
      ...(clients.length > 0 ? [`clients ${clients.map(inline).join(' ')}`] : []),
    ]
    return [tables ? `${measure} with ${inline(tables)}` : measure, period, from.join('; '), inline(gives)]
  })
  return [`### ${id}`, tableOf(['measure', 'period', 'rows', 'gives'], shown)]
}
