/** Candidates appraised by exam, interview and defence, through a scheme file. */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseCsv } from './support/csv.ts'
import { run, tempFolder } from './support/run.ts'

const SCHEME = `scheme: entry
version: "1"
effective: { from: 2004-01-01 }
currency: CNY
periods: [quarter]
people: { roles: [president] }
grades: [junior, middle]
values: { pass_mark: { from: { 2004-01-01: 60, 2004-07-01: 62 } }, brought: 300万 }
assessments:
  exam: { from: 0, to: 100 }
  interview: { from: 0, to: 100 }
  defence: { from: 0, to: 100 }
  conduct: { from: 0, to: 100 }
figures: { conduct: assessment.conduct }
appraisal: { indicators: [{ id: conduct_points, of: 100, formula: conduct }] }
entry:
  figures:
    score:
      cases:
        - { when: candidate.route = recommended, gives: 60% * assessment.exam + 40% * assessment.interview }
        - { gives: 50% * assessment.exam + 50% * assessment.defence }
    brings_enough: candidate.deposits > brought otherwise no
  outcomes:
    - { rule: not_staff, then: reject, when: not candidate.existing_staff, reason: { en: Only staff of the bank., zh: 仅限本行在职人员。 }, clause: 第五条 }
    - { rule: president, then: appoint, grade: middle, when: candidate.role = president otherwise no }
    - { rule: passed, then: appoint, grade: junior, when: score >= pass_mark, reason: Passed., clause: 第八条 }
    - { rule: deposits, then: provisional, grade: junior, when: brings_enough, reason: Failed with more than 300万 brought., clause: 第九条 }
    - { rule: failed, then: reject, reason: Failed., clause: 第八条 }
  filing: { when: outcome = appoint, clause: 第七条 }
`
const CANDIDATES = `candidate_id,name,branch,route,existing_staff,deposits,role
K1,Passed,north,recommended,yes,,
K2,Exactly,north,competed,yes,3000000,
K3,Rich,south,competed,yes,3000000.01,
K4,Stranger,south,competed,no,9000000,
K5,President,south,recommended,yes,,president
K6,Edge,south,recommended,yes,,
`
/** K1: 0.6 × 70 + 0.4 × 60 = 66; K2, K3: 61 (fails from July); K6: exactly 62. M1 is a manager. */
const ASSESSMENTS = `manager_id,item,score
K1,exam,70
K1,interview,60
K2,exam,62
K2,defence,60
K3,exam,62
K3,defence,60
K4,exam,100
K4,defence,100
K5,exam,80
K5,interview,80
K6,exam,62
K6,interview,62
M1,conduct,88
`
const MANAGERS = 'manager_id,name,branch,grade\nM1,One,north,junior\n'

function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = tempFolder()
  const all = {
    'scheme.yaml': SCHEME,
    'candidates.csv': CANDIDATES,
    'assessments.csv': ASSESSMENTS,
    ...files,
  }
  for (const [file, text] of Object.entries({ 'managers.csv': MANAGERS, ...all }))
    if (text !== '') writeFileSync(join(folder, file), text)
  return folder
}

const entry = (folder: string, out: string, ...more: string[]) =>
  run(['entry', '--input', folder, '--out', out, ...more])

describe('entry', () => {
  it('proposes a grade, a provisional one, or none, with the rule that decided', async () => {
    const out = tempFolder()
    const ran = await entry(folderWith(), out)
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out).toContain('6 candidates: 3 appointed, 1 provisionally, 2 rejected; 3 to be filed')
    expect(readFileSync(join(out, 'entry.csv'), 'utf8')).toBe(
      `candidate_id,name,branch,route,existing_staff,outcome,grade,rule,clause,reason,score,brings_enough
K1,Passed,north,recommended,yes,appoint,junior,passed,第八条,Passed.,66,no
K2,Exactly,north,competed,yes,reject,,failed,第八条,Failed.,61,no
K3,Rich,south,competed,yes,provisional,junior,deposits,第九条,Failed with more than 300万 brought.,61,yes
K4,Stranger,south,competed,no,reject,,not_staff,第五条,Only staff of the bank.,100,yes
K5,President,south,recommended,yes,appoint,middle,president,,,80,no
K6,Edge,south,recommended,yes,appoint,junior,passed,第八条,Passed.,62,no
`,
    )
    expect(readFileSync(join(out, 'filing.csv'), 'utf8')).toBe(
      `candidate_id,name,branch,route,outcome,grade,clause
K1,Passed,north,recommended,appoint,junior,第七条
K5,President,south,recommended,appoint,middle,第七条
K6,Edge,south,recommended,appoint,junior,第七条
`,
    )
    expect(statSync(join(out, 'entry.csv')).mode & 0o777).toBe(0o600)
  })

  it('goes by the rules in force in the period asked for', async () => {
    const out = tempFolder()
    const { code } = await entry(folderWith(), out, '--period', '2004Q2', '--quiet')
    expect(code).toBe(0)
    expect(readFileSync(join(out, 'entry.csv'), 'utf8')).toContain(
      'K2,Exactly,north,competed,yes,appoint,junior,',
    )
  })

  it('needs no other table; a missing score is an error of the candidate, a stranger in the scores too', async () => {
    const scores = ASSESSMENTS.replace('M1,conduct,88\n', '').replace(
      'K1,interview,60\n',
      'K9,interview,101\n',
    )
    const out = join(tempFolder(), 'out')
    const ran = await entry(folderWith({ 'managers.csv': '', 'assessments.csv': scores }), out)
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('manager-unknown')
    expect(ran.err).toContain('score-range')
    expect(() => statSync(out)).toThrow()
    const missing = ASSESSMENTS.replace('M1,conduct,88\n', '').replace('K1,interview,60\n', '')
    const again = await entry(folderWith({ 'managers.csv': '', 'assessments.csv': missing }), out)
    expect(again.code).toBe(1)
    expect(again.err).toContain('K1 has no assessment of interview')
    expect(again.err).toContain('candidates.csv:2:1')
  })

  it('lies in one folder with the managers’ appraisal, and neither disturbs the other', async () => {
    const book = tempFolder()
    const activity = 'date,kind,manager_id\n2004-09-30,visit,M1\n'
    const ran = await run([
      'quarter',
      '--input',
      folderWith({ 'activity.csv': activity }),
      '--out',
      book,
      '--quiet',
    ])
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(readFileSync(join(book, '2004Q3/controls.csv'), 'utf8')).toContain('candidates,rows_read,,6')
  })
})

describe('entry of the fixtures', () => {
  it('city-bank: more than 300万 in 2003 gives a provisional junior, exactly 300万 does not', async () => {
    for (const fixture of ['city-bank', 'city-bank-gb18030']) {
      const out = tempFolder()
      const { code } = await entry(join(import.meta.dirname, '../fixtures', fixture), out, '--quiet')
      expect(code).toBe(0)
      // 60% of the examination and 40% of the interview: 86; 54; 57.8; 52; 99; 60.
      const rows = parseCsv(readFileSync(join(out, 'entry.csv'), 'utf8')).slice(1)
      expect(rows.map((row) => [row[0], row[5], row[6], row[10]].join(' '))).toEqual([
        'E01 appoint intermediate 86',
        'E02 provisional junior 54',
        'E03 reject  57.8',
        'E04 provisional junior 52',
        'E05 reject  99',
        'E06 appoint junior 60',
      ])
      const filed = parseCsv(readFileSync(join(out, 'filing.csv'), 'utf8')).slice(1)
      expect(filed.map(([id]) => id)).toEqual(['E01', 'E02', 'E04', 'E06'])
    }
  })

  it('abc-2001: by recommendation or competition, from the bank’s own staff only', async () => {
    const out = tempFolder()
    await entry(join(import.meta.dirname, '../fixtures/abc-2001'), out, '--quiet')
    const rows = parseCsv(readFileSync(join(out, 'entry.csv'), 'utf8')).slice(1)
    expect(rows.map((row) => [row[0], row[5], row[6], row[7], row[10]].join(' '))).toEqual([
      'K1 appoint manager_1 recommended ',
      'K2 appoint manager_1 won 80',
      'K3 appoint assistant_1 passed 60',
      'K4 reject  own_staff_only 99',
      'K5 reject  lost 59.75',
    ])
  })
})
