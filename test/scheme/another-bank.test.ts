import { describe, expect, it } from 'vitest'
import { Findings } from '../../src/core/findings/finding.ts'
import { readScheme } from '../../src/core/scheme/read-scheme.ts'

/** A scheme without grades, rating, ranking or recommendation, in Chinese names throughout. */
const PRICE_LIST = `
scheme: 农商行-计价
version: "2026"
name: 计价办法
language: zh
effective: { from: 2026-01-01, to: 2026-12-31 }
currency: CNY
periods: [month, quarter]
people: { roles: [团队长], employments: [派遣], statuses: [试用] }
values:
  底薪: { by: manager.role, is: { manager: 800, 团队长: 1200 }, clause: 第三条 }
  计划单价: { is: 3 }
tables:
  放款计价: { kind: marginal, includes: upper, rows: [{ from: 0, to: 4, gives: 0 }, { to: 5, gives: 20 }, { to: 9, gives: 70 }, { gives: 120 }] }
  完成档: { kind: whole, includes: lower, rows: [{ to: 80%, gives: 未达标 }, { to: 100%, gives: 接近 }, { gives: 达标 }] }
measures:
  放款笔数: { of: activity, take: count_of_rows, where: { kind: 放款 } }
  存款日均: { of: balances, take: daily_average, weigh: { product: { 保证金: 30% } } }
figures:
  完成率: 存款日均 / target.存款
  档次: 完成档(完成率)
  上期达标: { formula: previous(档次) = "达标" otherwise no, type: yesno }
pay:
  - { id: 底薪, amount: 底薪, round: 1, schedule: monthly }
  - { id: 计价, for: period.kind = quarter and manager.status <> 试用, amount: '放款计价(放款笔数) + if(上期达标 and 档次 = "达标", 计划单价, 0)', round: 0.01 }
`

describe('the scheme of quite another bank', () => {
  it('reads with its own names, grades and parts', () => {
    const findings = new Findings()
    const scheme = readScheme(PRICE_LIST, 'scheme.yaml', findings.report)
    expect(findings.sorted.map(({ code, place, facts }) => ({ code, line: place.line, ...facts }))).toEqual(
      [],
    )
    expect(scheme?.name).toEqual({ zh: '计价办法' })
    expect(scheme?.figures.map(({ name, info }) => `${name} ${info.type}`).sort()).toEqual(
      ['完成率 number', '档次 text', '上期达标 yesno', 'pay.底薪 number', 'pay.计价 number'].sort(),
    )
    expect(scheme?.appraisal).toBeUndefined()
    expect([...(scheme?.people.ungraded ?? [])]).toEqual(['staff', 'agent', '派遣'])
    expect([...(scheme?.needs.targets ?? [])]).toEqual(['存款'])
  })
})
