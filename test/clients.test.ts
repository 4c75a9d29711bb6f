/** Classes of clients, visits due and done, and the load of managers, through a scheme file. */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseCsv } from './support/csv.ts'
import { quarter, run, tempFolder } from './support/run.ts'

const SCHEME = `scheme: clients
version: "1"
effective: { from: 2024-01-01 }
currency: CNY
periods: [quarter]
values: { rate: { by: client_kind, is: { big: 2%, small: 1% } } }
measures:
  deposits: { of: balances, take: daily_average }
  visits: { of: activity, take: sum_of_quantity, where: { kind: visit, product: reviewed } }
figures:
  client_kind: '"small"'
  coverage: if(clients.visits_due = 0, 100%, clients.visits_counted / clients.visits_due)
  rich: clients.rich
  own_clients: clients.count
appraisal:
  indicators: [{ id: coverage, of: 100, formula: 100 * coverage }]
clients:
  figures:
    rich: deposits >= 100万 or client.tier = "key" otherwise no
    benefit: deposits * rate["big"]
    part: deposits / sum(deposits)
  classes:
    - { id: A, when: rich and benefit > 0, visits: 3, every: 30, load: 3, clause: 第二条 }
    - { id: B, when: deposits > 0, visits: 1, every: 90, load: 2, clause: 第三条 }
    - { id: C }
  visits: visits
`
const FILES = {
  'scheme.yaml': SCHEME,
  'inputs.yaml': 'balances: { snapshots: changes }\n',
  'managers.csv': 'manager_id,name,branch\nM1,One,east\nM2,Two,east\nM3,Three,west\n',
  'clients.csv':
    'client_id,name,tier,branch\nC1,Alpha,,east\nC2,Beta,key,east\nC3,Gamma,,east\nC4,Delta,key,west\n',
  'balances.csv': `date,account_id,client_id,product,balance,manager_id
2024-01-01,A1,C1,demand,1000000,M1
2024-01-01,A2,C2,demand,500000,M1
2024-01-01,A3,C2,demand,499999,M2
2024-01-01,A5,C5,demand,0.99,M2
`,
  'activity.csv': `date,kind,product,manager_id,client_id,quantity
2024-01-10,visit,reviewed,M1,C1,1
2024-02-10,visit,reviewed,M1,C1,1
2024-03-10,visit,reviewed,M1,C1,2
2024-03-20,visit,unreviewed,M1,C1,1
2024-03-05,visit,reviewed,M1,C2,1
`,
  'assignments.csv': '',
}

function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = tempFolder()
  for (const [file, text] of Object.entries({ ...FILES, ...files }))
    if (text !== '') writeFileSync(join(folder, file), text)
  return folder
}

describe('clients', () => {
  it.each(['scan', 'duckdb'])('are classed, and told with their owners and visits (%s)', async (engine) => {
    const [folder, out] = [folderWith(), tempFolder()]
    const ran = await run([
      'clients',
      '--input',
      folder,
      '--period',
      '2024Q1',
      '--out',
      out,
      '--engine',
      engine,
    ])
    expect([ran.code, ran.err.match(/error (?!s)/)]).toEqual([0, null])
    // The parts are of 1,000,000 + 999,999 + 0.99.
    expect(readFileSync(join(out, 'client_report.csv'), 'utf8')).toBe(
      `client_id,name,branch,class,clause,owner,due,done,counted,last_visit,next_visit,rich,benefit,part
C1,Alpha,east,A,第二条,M1,3,4,3,2024-03-10,2024-04-09,yes,20000,100000000/199999999
C2,Beta,east,A,第二条,M1,3,1,1,2024-03-05,2024-04-04,yes,19999.98,99999900/199999999
C3,Gamma,east,C,,,0,0,0,,,no,0,0
C4,Delta,west,C,,,0,0,0,,,yes,0,0
C5,,,B,第三条,M2,1,0,0,,2024-04-01,no,0.0198,99/199999999
`,
    )
    // Loads 6, 2 and 0: the mean is 8/3, and 10/3 of 8 would change hands.
    expect(readFileSync(join(out, 'load.csv'), 'utf8')).toBe(
      `manager_id,name,branch,clients,class_A,class_B,class_C,load,deviation,due,counted,coverage
M1,One,east,2,2,0,0,6,3.3333,6,4,0.6667
M2,Two,east,1,0,1,0,2,-0.6667,1,0,0.0000
M3,Three,west,0,0,0,0,0,-2.6667,0,0,
`,
    )
    expect(ran.out).toContain('5 clients (A 2, B 1, C 2), 2 of them looked after by nobody')
    expect(ran.out).toContain('41.67% of it would have to change hands')
    expect(statSync(join(out, 'client_report.csv')).mode & 0o777).toBe(0o600)
  })

  it('are read by the formulas of their managers', async () => {
    const folder = await quarter(folderWith(), '2024Q1', tempFolder())
    const rows = parseCsv(readFileSync(join(folder, 'figures.csv'), 'utf8')).slice(1)
    const of = (name: string) => rows.filter(([, , figure]) => figure === name).map(([, , , value]) => value)
    expect(of('coverage')).toEqual(['2/3', '0', '1'])
    expect(of('rich')).toEqual(['2', '0', '0'])
    expect(of('own_clients')).toEqual(['2', '1', '0'])
    const { out } = await run(['explain', 'M1', 'coverage', '--run', folder])
    expect(out).toContain('clients.visits_counted = 4')
  })

  it('belong to whom assignments name for them, before all balances', async () => {
    const assignments = `client_id,manager_id,share,from
C1,M3,0.6,2024-01-01
C1,M1,0.4,2024-01-01
C2,M2,,2024-01-01
C4,M1,,2024-02-01
C5,M1,,2024-01-01
`
    const [folder, out] = [folderWith({ 'assignments.csv': assignments }), tempFolder()]
    await run(['clients', '--input', folder, '--period', '2024Q1', '--out', out])
    const rows = parseCsv(readFileSync(join(out, 'client_report.csv'), 'utf8')).slice(1)
    expect(rows.map((row) => `${row[0]} ${row[5]}`)).toEqual(['C1 M3', 'C2 M2', 'C3 ', 'C4 M1', 'C5 M1'])
  })

  it('misspelt names in their section are found, and nothing is written', async () => {
    const scheme = SCHEME.replace('client.tier', 'client.teir').replace('visits: visits', 'visits: vists')
    const [folder, out] = [folderWith({ 'scheme.yaml': scheme }), join(tempFolder(), 'out')]
    const ran = await run(['clients', '--input', folder, '--period', '2024Q1', '--out', out])
    expect(ran.code).toBe(3)
    expect(ran.err).toContain('nothing named `client.teir` (client.tier?)')
    expect(ran.err).toContain('nothing named `vists` (visits?)')
    expect(() => statSync(out)).toThrow()
  })
})
