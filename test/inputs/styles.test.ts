import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { ActivitySums } from '../../src/core/tables/engine.ts'
import type { SmallTable } from '../../src/core/tables/shapes.ts'
import { isExact, printExact } from '../../src/core/values/exact.ts'
import { activityPlan, opened, ownerOf, told } from '../engines/support.ts'
import { GB18030 } from './gb18030.ts'

type Files = Readonly<Record<string, string | Uint8Array>>

const PLAIN: Files = {
  'managers.csv': [
    'manager_id,name,branch,grade,hired_on,left_on',
    '0007,陈国栋,east,senior,2001-09-01,',
    '0008,李|亅梅,west,junior,2003-02-28,2004-12-31\n',
  ].join('\n'),
  'targets.csv': [
    'scope,scope_id,target,period,value',
    'manager,0007,deposits,2004Q1,12345000',
    'all,,deposits,2004Q1,-0.5\n',
  ].join('\n'),
  'fx.csv': 'date,currency,rate\n2004-01-01,USD,8.2767\n2004-03-31,HKD,1.0655\n',
  'adjustments.csv': [
    'id,manager_id,figure,value,reason,requested_by,approved_by,expires_on',
    'J1,0007,total,1234.5,Prize,ops,head,2004-03-31\n',
  ].join('\n'),
  'activity.csv': [
    'date,kind,manager_id,client_id,product,quantity,amount,ref',
    '2004-03-01,visit,M1,C1,demand,1000,1234567.89,r1',
    '2004-03-31,visit,M1,C1,term,,0.5,r2\n',
  ].join('\n'),
}

const INPUTS = `
managers:
  file: 人员.txt
  encoding: gb18030
  delimiter: "|"
  aliases: { 工号: manager_id }
  date: { hired_on: YYYY年M月D日, left_on: YYYYMMDD }
  values: { grade: { 高级: senior, 初级: junior }, left_on: { "99991231": "" } }
targets:
  file: [T_*.csv, more/T-?.csv.gz]
  delimiter: ;
  numbers: { thousands: yes }
  unit: { value: 万元 }
  values: { scope: { 个人: manager, 全行: all } }
  expect: { rows: 2, sums: { value: 1234.49995 } }
fx:
  delimiter: tab
  date: YYYY/M/D
  numbers: { full_width: yes }
  expect: { sums: { rate: 9.3422 } }
adjustments:
  numbers: { full_width: yes, value: { thousands: yes } }
  date: YYYYMMDD
activity:
  file: exports/ACT?2004.csv
  date: YYYY/M/D
  numbers: { thousands: yes }
  unit: { amount: 万元 }
  values: { product: { 活期: demand, 定期: term }, kind: { 拜访: visit } }
  products: [demand, term]
  expect: { rows: 2, sums: { quantity: 1000, amount: 123.456839 } }
`

const DRESSED: Files = {
  'inputs.yaml': INPUTS,
  '人员.txt': GB18030([
    '工号|姓名|支行|职级|入职日期|离职日期',
    '0007|陈国栋|east|高级|2001年9月1日|99991231',
    '0008|"李|亅梅"|west|初级|2003年02月28日|20041231\n',
  ]),
  'T_1.csv': '范围;范围编号;指标;期间;目标值\n个人;0007;deposits;2004Q1;1,234.5\n',
  'more/T-2.csv.gz': gzipSync('scope;target;period;value\n全行;deposits;2004Q1;-0.00005\n'),
  'fx.csv': 'date\tcurrency\trate\n２００４／１／１\tUSD\t８．２７６７\n2004/03/31\tHKD\t1.0655\n',
  'adjustments.csv': [
    'id,manager_id,figure,value,reason,requested_by,approved_by,expires_on',
    'J1,0007,total,"１，２３４．５",Prize,ops,head,２００４０３３１\n',
  ].join('\n'),
  'exports/ACT-2004.csv': [
    'date,kind,manager_id,client_id,product,quantity,amount,ref',
    '2004/3/1,拜访,M1,C1,活期,"1,000",123.456789,r1',
    '2004/03/31,拜访,M1,C1,term,,0.00005,r2\n',
  ].join('\n'),
}

const SMALL: readonly SmallTable[] = ['managers', 'targets', 'fx', 'adjustments']

const shown = (value: unknown) => (isExact(value) ? printExact(value) : value)
const shownActivity = ({ rows, cells }: ActivitySums) => ({
  rows,
  cells: cells.map(({ owners, ...cell }) => ({
    ...cell,
    owner: typeof owners === 'number' ? ownerOf(owners) : owners,
  })),
})

/** Everything that a folder holds, as its rows mean it. */
async function heldBy(files: Files) {
  const { exports, findings } = await opened(files)
  const rows = await Promise.all(
    SMALL.map(async (table) =>
      (await exports.rows(table)).map(({ cells }) =>
        Object.entries(cells).map(([column, value]) => [column, shown(value)]),
      ),
    ),
  )
  const activity = shownActivity(await exports.sumActivity(activityPlan))
  return { rows, activity, told: told(findings) }
}

describe('exports in the styles of other banks', () => {
  it('mean the same rows', async () => {
    const [plain, dressed] = [await heldBy(PLAIN), await heldBy(DRESSED)]
    expect(plain.told).toEqual([])
    expect(plain.rows.map(({ length }) => length)).toEqual([2, 2, 2, 1])
    expect(dressed).toEqual(plain)
  })
})
