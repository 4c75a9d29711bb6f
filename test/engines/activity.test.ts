import { describe, expect, test } from 'vitest'
import { activityPlan, dayOf, opened, ownerOf, told } from './support.ts'

const HEADER = 'date,kind,manager_id,client_id,product,quantity,amount,ref\n'

async function summed(files: Readonly<Record<string, string>>) {
  const { exports, findings } = await opened(files)
  const { cells } = await exports.sumActivity(activityPlan)
  return { cells, told: told(findings), findings }
}

describe('activity', () => {
  test('is summed by owner, kind, product and month', async () => {
    const { cells, told: found } = await summed({
      'activity/1.csv': `${HEADER}2004-03-01,visit,M1,C1,,,,\n2004-03-02,visit,M1,C1,,2.0001,10.05,r1\n`,
      'activity/2.csv': `kind,date,manager_id\nvisit,2004-03-02,M1\nfee,2004-03-31,M2\n`,
    })
    expect(found).toEqual([])
    expect(cells.map(({ owners, ...cell }) => ({ owner: ownerOf(owners as number), ...cell }))).toEqual([
      {
        owner: 'M1',
        branch: '',
        kind: 'visit',
        product: '',
        group: '',
        band: 0,
        month: 24_050,
        first: dayOf('2004-03-01'),
        last: dayOf('2004-03-31'),
        days: 3,
        rows: 3,
        quantity: 40_001n,
        amount: 1005n,
      },
      {
        owner: 'M2',
        branch: '',
        kind: 'fee',
        product: '',
        group: '',
        band: 0,
        month: 24_050,
        first: dayOf('2004-03-01'),
        last: dayOf('2004-03-31'),
        days: 1 << 30,
        rows: 1,
        quantity: 10_000n,
        amount: 0n,
      },
    ])
  })

  test('without a manager waits for the client, or is unclaimed', async () => {
    const { cells } = await summed({
      'activity.csv': `${HEADER}2004-03-01,visit,,C1,,,,\n2004-03-01,visit,,,,,,\n`,
    })
    expect(
      cells.map(({ owners, branch }) => [typeof owners === 'number' ? ownerOf(owners) : owners, branch]),
    ).toEqual([
      ['', 'branch of '],
      [{ client: 'C1', day: dayOf('2004-03-01') }, 'branch of C1'],
    ])
  })

  test('has each ref once; rows alike without one are warned of', async () => {
    const row = '2004-03-01,visit,M1,C1,p,1,0,'
    const {
      cells,
      told: found,
      findings,
    } = await summed({
      'activity/1.csv': `${HEADER}${row}r1\n${row}\n`,
      'activity/2.csv': `${HEADER}${row}\n2004-03-05,fee,M2,C1,p,1,0,r1\n${row}r2\n`,
      'activity/3.csv': `extra,${HEADER}x,${row}\n`,
    })
    expect(found).toEqual([
      'activity/2.csv:3:28 key-twice',
      'activity/2.csv:2:1 row-twice',
      'activity/3.csv:1:1 column-unknown',
    ])
    expect(findings.sorted.map(({ facts }) => facts.first)).toEqual([
      'activity/1.csv:2',
      'activity/1.csv:3',
      undefined,
    ])
    expect(cells.reduce((rows, cell) => rows + cell.rows, 0)).toBe(5)
  })

  test.each([
    ['2004-03-01,visit,M9,C1,,1,0,', ['activity.csv:2:18 manager-unknown']],
    ['2004-03-01,,M1,C1,,1,0,', ['activity.csv:2:12 cell-empty']],
    [
      '2004-13-01,visit,M1,C1,,1.00001,0.001,',
      ['activity.csv:2:1 cell-day', 'activity.csv:2:25 cell-decimals', 'activity.csv:2:33 cell-decimals'],
    ],
    ['2004-03-01,visit,M1, C1,,1,0,r ', ['activity.csv:2:21 cell-blanks', 'activity.csv:2:30 cell-blanks']],
    ['2004-03-01,visit,M1,C1, free text ,1,0,', []],
  ])('%s', async (row, expected) => {
    expect((await summed({ 'activity.csv': `${HEADER}${row}\n` })).told).toEqual(expected)
  })

  test('of free text as product shares one name', async () => {
    const rows = Array.from({ length: 2100 }, (_, row) => `2004-03-01,visit,M1,C1,text ${row},1,0,r${row}\n`)
    const { cells } = await summed({ 'activity.csv': HEADER + rows.join('') })
    expect(cells.map(({ product, rows: count }) => [product, count])).toEqual([['', 2100]])
  })
})
