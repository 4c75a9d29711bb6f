/** Activity cut into every number of parts: the same sums, and the same findings at the same places. */
import { describe, expect, it, vi } from 'vitest'
import { Findings } from '../../src/core/findings/finding.ts'
import { openExports } from '../../src/engines/open.ts'
import { activityPlan, folderWith, ownerOf } from '../engines/support.ts'

vi.mock('../../src/engines/csv/limits.ts', async (original) => ({
  ...(await original<object>()),
  LEAST_PART: 0,
  MOST_ON_ONE_THREAD: 0,
}))

async function summed(folder: string, workers: number) {
  const findings = new Findings()
  const exports = await openExports(folder, findings.report, { workers })
  const { rows, cells } = await exports.sumActivity(activityPlan)
  const sums = cells.map(({ owners, kind, product, rows, quantity, amount }) => {
    const owner = typeof owners === 'number' ? ownerOf(owners) || '-' : owners.client
    return [owner, kind, product, rows, quantity, amount].join(' ')
  })
  const told = findings.sorted.map(({ code, place, facts }) =>
    [`${place.file}:${place.line}:${place.column}`, code, ...(facts.first ? [facts.first] : [])].join(' '),
  )
  return { rows, sums: sums.sort(), told }
}

const HEADER = 'date,kind,manager_id,client_id,product,quantity,amount,ref\r\n'
const ROWS = [
  '2004-03-01,visit,M1,C1,,,,\n',
  '2004-03-01,"fee ""x""\nand more",M2,C1,p,2.5,10.05,r1\r\n',
  '2004-03-02,visit,,C2,,,,\n',
  '2004-03-02,visit,M9,C2,,,,r2\n',
  '2004-03-01,visit,M1,C1,,,,\n',
  '2004-03-03,deal,M2,C1,行,1e3,,r3\n',
  '2004-03-03,deal,M2,C1,行,,-0.01,"r,4"\n',
  '2004-03-31,deal,M2,C1,行,3,-0.01,"r,4"\n',
  '2004-03-31,deal,M2,6222000000000000000,行,4,7,\n',
  '2004-03-31,deal,M2,6222000000000010000,行,4,7,\n',
  '2004-03-31,deal,M2,6222000000000010000,行,4,7,',
]

describe('activity in one file', () => {
  const folder = folderWith({ 'activity.csv': HEADER + ROWS.join('') })

  it('has what it is to have', async () => {
    expect(await summed(folder, 1)).toEqual({
      rows: 11,
      sums: [
        'C2 visit  1 10000 0',
        'M1 visit  2 20000 0',
        'M2 deal 行 4 130000 2099',
        'M2 fee "x"\nand more p 1 25000 1005',
      ],
      told: [
        'activity.csv:6:18 manager-unknown',
        'activity.csv:8:25 cell-exponent',
        'activity.csv:10:33 key-twice activity.csv:9',
        'activity.csv:11:20 ids-rounded',
        'activity.csv:7:1 row-twice activity.csv:2',
        'activity.csv:13:1 row-twice activity.csv:12',
      ],
    })
  })

  it('comes to the same in every number of parts', async () => {
    const whole = await summed(folder, 1)
    for (let parts = 2; parts <= 400; parts += parts < 40 ? 1 : 11)
      expect(await summed(folder, parts), `${parts} parts`).toEqual(whole)
  })
})

describe('activity in several files', () => {
  const row = (day: string, ref: string) => `${day},visit,M1,C1,,,1.50,${ref}\n`
  const folder = folderWith({
    'activity/1.csv': `${HEADER}${row('2004-03-01', 'a')}${row('2004-03-02', '')}${row('2004-03-03', 'b')}`,
    'activity/2.csv': `ref,kind,date,manager_id\nb,visit,2004-03-04,M2\nc,visit,2004-03-04,M2\n`,
    'activity/3.csv': `${HEADER}${row('2004-03-05', 'd')}${row('2004-03-02', '')}`,
  })

  it('names the first row of a kind wherever it stands, in every number of parts', async () => {
    const whole = await summed(folder, 1)
    expect(whole.told).toEqual([
      'activity/2.csv:2:1 key-twice activity/1.csv:4',
      'activity/3.csv:3:1 row-twice activity/1.csv:3',
    ])
    expect(whole.sums).toEqual(['M1 visit  5 50000 750', 'M2 visit  1 10000 0'])
    for (let parts = 2; parts <= 60; parts++) expect(await summed(folder, parts)).toEqual(whole)
  })
})
