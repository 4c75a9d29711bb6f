import { describe, expect, it } from 'vitest'
import { summed } from '../engines/support.ts'
import { GB18030 } from './gb18030.ts'

const PLAIN = [
  'date,account_id,client_id,product,balance,manager_id',
  '2004-03-30,00012,C1,demand,12345000.00,M1',
  '2004-03-30,A|亅,C2,term,-0.50,M2',
  '2004-03-31,00012,C1,demand,12345678.90,M1',
  '2004-03-31,A|亅,C2,term,0.01,M2\n',
]

const INPUTS = `
balances:
  file: exports/CORE_*_余额.txt
  encoding: gb18030
  delimiter: "|"
  aliases: { 户号: account_id, 余额(万元): balance }
  date: YYYY年M月D日
  numbers: { thousands: yes, full_width: yes }
  unit: { balance: 万元 }
  values: { product: { 活期: demand } }
  products: [demand, term]
  expect: { rows: 4, sums: { balance: 2469.067841 } }
`

const DRESSED = [
  '日期|户号|客户号|产品|余额(万元)|客户经理编号',
  '2004年3月30日|００012|C1|活期|1,234.5|M1',
  '2004年03月30日|"A|亅"|C2|term|-0.00005|M2',
  '2004年3月31日|00012|C1|活期|１，２３４.567890|M1',
  '２００４年３月３１日|"A|亅"|C2|term|0.000001|M2\n',
]

/** The rows as a bank of another style writes them, in one file. */
const dressed = (change: (text: string) => string, inputs = INPUTS) =>
  summed({ 'inputs.yaml': inputs, 'exports/CORE_1_余额.txt': GB18030([change(DRESSED.join('\n'))]) })

describe('balances in the style of another bank', () => {
  it('mean the same sums', async () => {
    const plain = await summed({ 'balances.csv': PLAIN.join('\n') })
    const found = await dressed((text) => text)
    expect(plain.told).toEqual([])
    expect(found.told).toEqual([])
    expect([found.sums.rows, found.sums.cells]).toEqual([plain.sums.rows, plain.sums.cells])
  })

  it.each<readonly [from: string, to: string, told: string]>([
    ['2004年3月30日', '2004-03-30', '2:1 cell-day-declared'],
    ['1,234.5|', '12,34.5|', '2:24 cell-groups'],
    ['-0.00005|', '-0.0000005|', '3:27 cell-decimals'],
    ['|term|-', '|定期|-', '3:22 cell-product'],
    ['C1|活期|1,', '1.2E+15|活期|1,', '2:18 cell-id-exponent'],
  ])('%s written %s', async (from, to, told) => {
    const found = await dressed((text) => text.replace(from, to))
    expect(found.told).toEqual([`exports/CORE_1_余额.txt:${told}`])
  })

  it('are held against what the source states', async () => {
    const found = await dressed(
      (text) => text,
      INPUTS.replace('rows: 4', 'rows: 5').replace('67841', '67842'),
    )
    expect(found.findings.sorted.map(({ code, facts }) => [code, `${facts.found}`])).toEqual([
      ['expect-rows', '4'],
      ['expect-sum', '2469.067841'],
    ])
  })

  it('tell of long ids that a spreadsheet has rounded', async () => {
    const found = await dressed((text) =>
      text.replaceAll('C1', '6228480012345670000').replaceAll('C2', '6228480012345680000'),
    )
    expect(found.told).toEqual(['exports/CORE_1_余额.txt:2:18 ids-rounded'])
  })
})
