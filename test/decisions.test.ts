/** Ladders, the end of a term, and proposals that are decided on later, through a scheme file. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseCsv } from './support/csv.ts'
import { quarter, run, runPeriod, tempFolder } from './support/run.ts'

const SCHEME = `scheme: ladders
version: "1"
effective: { from: 2004-01-01 }
currency: CNY
periods: [quarter]
grades:
  - { id: clerk1, ladder: clerks }
  - { id: expert1, ladder: experts }
  - { id: clerk2, ladder: clerks }
  - { id: expert2, ladder: experts }
measures: { sales: { of: activity, take: sum_of_amount } }
figures:
  up: higher(grade) otherwise "none"
  level_now: level(grade)
  demoted_before: previous(decision) = demote otherwise no
appraisal:
  indicators: [{ id: sales, of: 100, formula: "min(100, sales)" }]
recommendation:
  - { rule: demoted_twice, then: dismiss, when: demoted_before and total < 60, clause: 第十条 }
  - { rule: term_good, at: term_end, then: promote, when: total >= 90 and up <> "none" }
  - { rule: term_over, at: term_end, then: renew }
  - { rule: weak, at: interim, then: demote, when: total < 60 and level_now > 1 }
  - { rule: rest, then: none }
pay: [{ id: bonus, amount: total, round: 0.01 }]
`
const MANAGERS = `manager_id,name,branch,grade,term_from,term_to
A,One,east,clerk1,2003-04-01,2004-03-31
B,Two,east,clerk2,2003-04-01,2004-04-01
C,Three,east,expert2,,
D,Four,east,expert1,2003-01-01,2004-01-01
`
const ACTIVITY = `date,kind,manager_id,amount
2004-01-05,sale,A,95
2004-01-05,sale,B,20
2004-01-05,sale,C,20
2004-01-05,sale,D,70
2004-04-05,sale,A,95
2004-06-30,sale,B,20
2004-06-30,sale,C,20
`

function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = tempFolder()
  const all = { 'scheme.yaml': SCHEME, 'managers.csv': MANAGERS, 'activity.csv': ACTIVITY, ...files }
  for (const [file, text] of Object.entries(all)) writeFileSync(join(folder, file), text)
  return folder
}

const cells = (file: string, ...columns: readonly string[]) => {
  const [header = [], ...rows] = parseCsv(readFileSync(file, 'utf8'))
  return rows.map((row) => columns.map((column) => row[header.indexOf(column)]).join(' '))
}

describe('recommendations', () => {
  it('stay on the ladder, and follow the rules of the end of a term or of the time before', async () => {
    const folder = await quarter(folderWith(), '2004Q1', tempFolder())
    const columns = ['manager_id', 'recommendation', 'to_grade', 'rule', 'basis']
    expect(cells(join(folder, 'recommendations.csv'), ...columns)).toEqual([
      'A promote clerk2 term_good term_end',
      'B demote clerk1 weak interim', // the term ends a day after the quarter
      'C demote expert1 weak interim', // no term
      'D renew  term_over term_end',
    ])
    expect(existsSync(join(folder, 'decisions.csv'))).toBe(false)
    const { out } = await run(['explain', 'B', 'recommendation', '--run', folder])
    expect(out).toContain('case term_over = no  period.is_term_end')
    expect(out).toContain('case weak = yes  not period.is_term_end and (total < 60 and level_now > 1)')
    const { out: first } = await run(['explain', 'A', 'recommendation', '--run', folder])
    expect(first).toContain('case term_good = yes')
  })

  it.each(['scan', 'duckdb'])(
    'what was decided beats what was proposed, and counts next time (%s)',
    async (engine) => {
      const confirmations = `manager_id,period,decision,to_grade,by,on
B,2004Q1,none,,P9,2004-04-12
C,2004Q1,demote,,P9,2004-04-12
`
      const [folder, book] = [folderWith({ 'confirmations.csv': confirmations }), tempFolder()]
      const first = await runPeriod('quarter', folder, '2004Q1', book, '--engine', engine)
      expect(
        readFileSync(join(first, 'decisions.csv'), 'utf8'),
      ).toBe(`manager_id,name,proposed,decision,to_grade,by,on
A,One,promote,promote,clerk2,,
B,Two,demote,none,,P9,2004-04-12
C,Three,demote,demote,expert1,P9,2004-04-12
D,Four,renew,renew,,,
`)
      const told = await run(['explain', 'B', 'decision', '--run', first])
      expect(told.out.split('\n').slice(1, 4)).toEqual([
        '└ confirmation.decision = none',
        '  ├ confirmation.by = P9',
        '  └ confirmation.on = 2004-04-12',
      ])
      const second = await runPeriod('quarter', folder, '2004Q2', book, '--engine', engine)
      expect(cells(join(second, 'recommendations.csv'), 'manager_id', 'recommendation', 'rule')).toEqual([
        'A none rest',
        'B renew term_over', // the demotion was not confirmed
        'C dismiss demoted_twice',
        'D none rest',
      ])
    },
  )
})
