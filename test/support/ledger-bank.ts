import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { parse } from 'yaml'
import { type Ran, run, tempFolder } from './run.ts'

/** A life of deferred lots: how the component defers, what happens, and the lines that each period adds. */
export interface LedgerStory {
  readonly story: string
  /** `defer` of the one component `bonus`. */
  readonly defer: string
  readonly kind?: string
  /** The section `tables` of the scheme, if any. */
  readonly tables?: string
  readonly periods: readonly string[]
  /** `date, kind, person, amount`: kinds `earned` (pay), `weak` (a bad rating) and `bad` (per cent of bad loans). */
  readonly activity: readonly string[]
  /** Cells of events.csv from `id` to `approved_by`. */
  readonly events?: readonly string[]
  readonly opening?: readonly string[]
  /** People with branches and left_on; P1 of branch east where absent. */
  readonly people?: readonly string[]
  readonly posts?: readonly string[]
  /** Lines by period: `lot date movement amount balance [event|rule]`, grants left out, lots as `<period>/<person>/<tranche>`. */
  readonly lines?: Readonly<Record<string, readonly string[]>>
  readonly totals?: Readonly<Record<string, string>>
  /** The sheet of deferred pay of the last period: `lot amount status`. */
  readonly sheet?: readonly string[]
  /** The findings of the last period, which then is refused: `code`. */
  readonly refused?: readonly string[]
  readonly told?: readonly string[]
}

export function storiesIn(file: string): readonly LedgerStory[] {
  return parse(readFileSync(join(import.meta.dirname, '../ledger', file), 'utf8'), { schema: 'failsafe' })
}

const scheme = ({ defer, tables = '', kind = 'year' }: LedgerStory): string => `
scheme: ledger-bank
version: "1"
effective: { from: 1990-01-01 }
currency: CNY
periods: [${kind}]
${tables}
measures:
  earned: { of: activity, take: sum_of_amount, where: { kind: earned } }
  weak: { of: activity, take: count_of_rows, where: { kind: weak } }
  bad: { of: activity, take: sum_of_amount, where: { kind: bad } }
figures:
  is_weak: weak > 0
  bad_share: bad / 100
checks:
  - { check: weak_is_told, holds: is_weak or not is_weak, says: never }
  - { check: bad_is_told, holds: bad_share >= 0, says: never }
pay:
  - id: bonus
    amount: earned
    round: 0.01
    defer:
      ${defer.trim().replaceAll('\n', '\n      ')}
`

/** Writes the input folder of a story, runs its periods into one book, and gives the last run. */
export async function tell(
  story: LedgerStory,
): Promise<{ readonly book: string; readonly input: string; readonly last: Ran }> {
  const input = tempFolder()
  const book = join(tempFolder(), 'book')
  writeStory(story, input)
  let last: Ran = { code: 0, out: '', err: '' }
  for (const period of story.periods) {
    if (last.code !== 0) throw new Error(`${story.story}: exit ${last.code}\n${last.err}`)
    last = await runOne(story, input, period, book)
  }
  return { book, input, last }
}

export const runOne = (
  { kind = 'year' }: LedgerStory,
  input: string,
  period: string,
  book: string,
  ...more: string[]
) => run([kind, '--input', input, '--period', period, '--out', book, ...more])

export function writeStory(story: LedgerStory, input: string): void {
  const put = (file: string, header: string, rows: readonly string[]) =>
    writeFileSync(join(input, file), `${[header, ...rows].join('\n')}\n`)
  mkdirSync(input, { recursive: true })
  writeFileSync(join(input, 'scheme.yaml'), scheme(story))
  put('managers.csv', 'manager_id,name,branch,left_on', story.people ?? ['P1,甲,east,'])
  put(
    'activity.csv',
    'date,kind,manager_id,amount',
    story.activity.map((row) => row.replaceAll(' ', '')),
  )
  if (story.posts) put('posts.csv', 'manager_id,from,to,branch', story.posts)
  if (story.events) {
    const header =
      'id,date,manager_id,kind,scope,scope_id,share,amount,reason,requested_by,approved_by,known_on'
    put('events.csv', header, story.events.map(eventRow))
  }
  if (story.opening) {
    put(
      'opening_lots.csv',
      'manager_id,component,granted_period,tranche,due_on,balance,status',
      story.opening,
    )
    const sum = story.opening.reduce((all, row) => all + Number(row.split(',')[5]) * 100, 0) / 100
    writeFileSync(
      join(input, 'inputs.yaml'),
      `opening_lots: { expect: { sums: { balance: "${sum.toFixed(2)}" } } }\n`,
    )
  }
}

/** `id date person kind [scope[=id]] [share%|amount]` as a row, asked for and approved by two others. */
function eventRow(text: string): string {
  const [id = '', date = '', person = '', kind = '', scope = '', much = '', known = ''] = text.split(' ')
  const [by = '', of = ''] = scope === '-' ? [] : scope.split('=')
  const share = much.startsWith('x') ? much.slice(1) : ''
  const amount = share === '' && much !== '-' ? much : ''
  return [id, date, person, kind, by, of, share, amount, 'so it was', 'hr.one', 'president', known].join(',')
}

/** The lines that a period has added but its grants, in the short form of stories. */
export function linesOf(book: string, period: string): readonly string[] {
  return rowsOf(book, period, 'ledger.csv')
    .filter(({ movement }) => movement !== 'granted')
    .map(({ lot_id: lot = '', date, movement, amount, balance, event_id: event, rule, origin }) =>
      [short(lot), date, movement, amount, balance, event || rule || origin]
        .filter((part) => part !== '')
        .join(' '),
    )
}

export const totalOf = (book: string, period: string): string => {
  const last = rowsOf(book, period, 'deferred_totals.csv').at(-1) ?? {}
  return Object.values(last).slice(2).join(' ')
}

export const sheetOf = (book: string, period: string): readonly string[] =>
  rowsOf(book, period, 'deferred.csv').map(
    ({ lot_id: lot = '', amount, status }) => `${short(lot)} ${amount} ${status}`,
  )

export const rowsOf = (
  book: string,
  period: string,
  file: string,
): readonly Readonly<Record<string, string>>[] =>
  parseCsv(readFileSync(join(book, period, file), 'utf8'), { columns: true })

const short = (lot: string): string => lot.replace('/bonus/', '/')
