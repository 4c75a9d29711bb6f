/** Formulas that look at parts of a period, at other people and at earlier periods, through a scheme file. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseCsv } from './support/csv.ts'
import { quarter, run, tempFolder } from './support/run.ts'

const HEAD = `scheme: small
version: "1"
effective: { from: 2004-01-01 }
currency: CNY
periods: [quarter]
people: { roles: [head] }
grades: [junior, senior]
`
const MANAGERS = `manager_id,name,branch,team,role,grade
H1,Head,east,red,head,senior
M1,One,east,red,,junior
M2,Two,east,red,,junior
M3,Three,west,,,senior
`
/** M1 sells 100 and 50 before and after 15 February, M2 30 on the day itself, M3 nothing. */
const ACTIVITY = `date,kind,manager_id,amount
2004-01-05,sale,M1,100
2004-02-15,sale,M1,50
2004-02-15,sale,M2,30
`

interface Bank {
  readonly folder: string
  readonly book: string
  readonly run: string
}

async function bank(
  scheme: string,
  files: Readonly<Record<string, string>> = {},
  ...options: string[]
): Promise<Bank> {
  const [folder, book] = [tempFolder(), tempFolder()]
  const all = {
    'scheme.yaml': HEAD + scheme,
    'managers.csv': MANAGERS,
    'activity.csv': ACTIVITY,
    ...files,
  }
  for (const [file, text] of Object.entries(all)) writeFileSync(join(folder, file), text)
  return { folder, book, run: await quarter(folder, '2004Q1', book, ...options) }
}

function figuresOf({ run: folder }: Bank): ReadonlyMap<string, string> {
  const rows = parseCsv(readFileSync(join(folder, 'figures.csv'), 'utf8')).slice(1)
  return new Map(rows.map(([, manager = '', figure = '', value = '']) => [`${manager} ${figure}`, value]))
}

const SALES = 'measures: { sales: { of: activity, take: sum_of_amount, where: { kind: sale } } }\n'

describe('by_part', () => {
  const scheme = `${SALES}values:
  price: { from: { 2004-01-01: 8, 2004-02-15: 6 } }
  base: { by: grade, is: { junior: 910, senior: 1820 } }
figures:
  sales_pay: by_part(price * sales)
  base_pay: by_part(base * part.days / period.days)
  whole: price * sales
pay: [{ id: all, amount: sales_pay + base_pay + whole, round: 0.01 }]
`
  // M1 is senior from 1 March: 60 days of 91 as junior, 31 as senior.
  const posts = 'manager_id,from,to,grade\nM1,2004-03-01,,senior\n'

  it.each(['scan', 'duckdb'])('pays each part by its own price and grade (%s)', async (engine) => {
    const figures = figuresOf(await bank(scheme, { 'posts.csv': posts }, '--engine', engine))
    expect(figures.get('M1 sales_pay')).toBe('1100') // 100 × 8 + 50 × 6
    expect(figures.get('M2 sales_pay')).toBe('180') // 30 × 6
    expect(figures.get('M3 sales_pay')).toBe('0')
    expect(figures.get('M1 whole')).toBe('900') // 150 × 6
    expect(figures.get('M1 base_pay')).toBe('1220') // 910 × 60/91 + 1820 × 31/91
    expect(figures.get('M2 base_pay')).toBe('910')
  })

  it('tells which part came to what, from the folder of the run alone', async () => {
    const { run: folder } = await bank(scheme, { 'posts.csv': posts })
    const sales = await run(['explain', 'M1', 'sales_pay', '--run', folder])
    expect(sales.out.split('\n').slice(0, 4)).toEqual([
      'sales_pay = 1100  by_part(price * sales); [scheme line 13]',
      '├ 2004-01-01 – 2004-02-14 = 800',
      '│ ├ price = 8  since 2004-01-01; [scheme line 10]',
      '│ └ sales 2004-01-01 – 2004-02-14 = 100',
    ])
    expect(sales.out).toContain('price = 6  since 2004-02-15; [scheme line 10]')
    const base = await run(['explain', 'M1', 'base_pay', '--run', folder])
    expect(base.out).toContain('├ base = 1820  for senior; [scheme line 11]')
    expect(base.out).toContain('├ part.days = 31')
  })
})

describe('figures of other people', () => {
  it.each(['scan', 'duckdb'])(
    'a head is paid from the mean of the team, shares add up (%s)',
    async (engine) => {
      const figures = figuresOf(
        await bank(
          `${SALES}figures:
  reward: { for: manager.role = manager, formula: 10 * sales }
  team_mean: { for: manager.role = head, formula: mean(reward over manager.team) }
  share: "share_out(100, sales over manager.branch where sales > 0) otherwise 0"
  band: ceiling(place(sales) * 2 / count(yes))
pay:
  - { id: head, for: manager.role = head, amount: 70% * team_mean, round: 0.01 }
  - { id: all, amount: share + band, round: 0.01 }
`.replace('  place: { formula: place(sales), type: number }\n', ''),
          {},
          '--engine',
          engine,
        ),
      )
      expect(figures.get('H1 team_mean')).toBe('900') // (1500 + 300) ÷ 2
      expect(figures.get('H1 pay.head')).toBe('630')
      expect(figures.get('M1 share')).toBe('83.33') // 100 × 150/180, rounded down; 16.67 has the greater remainder
      expect(figures.get('M2 share')).toBe('16.67')
      expect(figures.get('M3 share')).toBe('0')
      expect(['M1', 'M2', 'H1', 'M3'].map((id) => figures.get(`${id} band`))).toEqual(['1', '1', '2', '2'])
    },
  )

  it('are told with their names and values', async () => {
    const { run: folder } = await bank(`${SALES}figures:
  reward: { for: manager.role = manager, formula: 10 * sales }
  team_mean: { for: manager.role = head, formula: "mean(reward over manager.team)" }
pay: [{ id: head, for: manager.role = head, amount: team_mean, round: 0.01 }]
`)
    const { out } = await run(['explain', 'H1', 'team_mean', '--run', folder])
    expect(out.split('\n')).toEqual([
      'team_mean = 900  mean(reward over manager.team); [scheme line 11]',
      '└ mean(reward over manager.team) = 900',
      '  ├ M1 = 1500',
      '  └ M2 = 300',
      '',
    ])
  })

  it('what a member lacks is told once, of the member', async () => {
    const folder = tempFolder()
    const scheme = `${SALES}figures: { ratio: sum(sales / target.sales where manager.role = manager) }
pay: [{ id: all, amount: ratio, round: 0.01 }]
`
    const targets =
      'scope,scope_id,target,period,value\nmanager,M1,sales,2004Q1,5\nmanager,M3,sales,2004Q1,5\n'
    const files = { 'scheme.yaml': HEAD + scheme, 'managers.csv': MANAGERS, 'activity.csv': ACTIVITY }
    for (const [file, text] of Object.entries({ ...files, 'targets.csv': targets }))
      writeFileSync(join(folder, file), text)
    const { code, err } = await run(['check', '--input', folder])
    expect(code).toBe(1)
    expect(err.match(/target-missing/g)).toHaveLength(1)
    expect(err).toContain('M2 has no target sales for 2004Q1, which ratio needs.')
  })
})

describe('figures through time', () => {
  const scheme = `measures: { sales: { of: activity, take: sum_of_amount, where: { kind: sale } } }
figures:
  missed: sales < 100
  running: consecutive(missed)
  in_year: times_in_year(missed)
  mean_two: mean_of_last(sales, 2) otherwise 0
pay: [{ id: all, amount: running + in_year + mean_two, round: 0.01 }]
`
  const second = `${ACTIVITY}2004-04-01,sale,M1,20\n2004-06-30,sale,M2,300\n`

  it('count with this period and the book; who came later has nothing left out', async () => {
    const managers = `${MANAGERS.replace('grade\n', 'grade,hired_on\n').replaceAll(/(junior|senior)\n/g, '$1,\n')}M4,Four,west,,,junior,2004-04-01\n`
    const first = await bank(scheme, { 'managers.csv': managers, 'activity.csv': second })
    const folder = await quarter(first.folder, '2004Q2', first.book)
    const figures = figuresOf({ ...first, run: folder })
    const of = (id: string) => ['running', 'in_year', 'mean_two'].map((name) => figures.get(`${id} ${name}`))
    expect(of('M1')).toEqual(['1', '1', '85']) // 150, then 20
    expect(of('M2')).toEqual(['0', '1', '165']) // 30, then 300
    expect(of('M3')).toEqual(['2', '2', '0'])
    expect(of('M4')).toEqual(['1', '1', '0']) // in post from April
    const { out } = await run(['explain', 'M2', 'in_year', '--run', folder])
    expect(out).toContain('missed of 2004Q1 = yes')
    const { out: later } = await run(['explain', 'M4', 'mean_two', '--run', folder])
    expect(later).toMatch(/^mean_two = 0 /)
  })
})

describe('figures by cases', () => {
  it('take the first that holds, and a misspelt text is found', async () => {
    const scheme = (asked: string) => `${SALES}figures:
  star:
    one_of: [five, four, three]
    cases:
      - { when: sales >= 100, gives: five, clause: 第八条 }
      - { when: sales > 0, gives: four }
      - { gives: three }
  price: { cases: [{ when: star = ${asked}, gives: 140.005 }, { gives: 100 }], round: 0.01 }
pay: [{ id: all, amount: price, round: 0.01 }]
`
    const made = await bank(scheme('five'))
    const figures = figuresOf(made)
    expect(['M1', 'M2', 'M3'].map((id) => figures.get(`${id} star`))).toEqual(['five', 'four', 'three'])
    expect(figures.get('M1 price')).toBe('140.01')
    const { out } = await run(['explain', 'M1', 'price', '--run', made.run])
    expect(out).toContain('[clause 第八条, ')
    await expect(bank(scheme('fife'))).rejects.toThrow('nothing named `fife` (five?)')
  })
})
