/** The table `adjustments` of a random bank. */
import { dayText, periodSpan } from '../calendar.ts'
import { type DraftManager, postIn } from './people.ts'
import { type DraftRow, type Plan, tenThousandths } from './plan.ts'

/** Figures that an approved adjustment may change, with values that keep the person's other figures meaningful. */
const ADJUSTABLE: readonly (readonly [figure: string, mode: string, values: readonly string[]])[] = [
  ['deposits', 'add', ['100000', '-20000.5', '0.0001']],
  ['deposits', 'set', ['4200000', '3000000', '0', '-1']],
  ['deposits_ytd', 'set', ['3000000', '2999999.9999', '10000000', '9999999.9999', '30000000', '30000000.01']],
  ['deposits_ytd', 'add', ['30000000']],
  ['fees', 'add', ['0.01', '500']],
  ['visits', 'set', ['30', '29.5']],
  ['complaints', 'set', ['0', '2', '5.5']],
  ['new_clients', 'add', ['1', '0.25']],
  ['major_violations', 'set', ['0', '1', '0.9999']],
  ['demand_avg', 'add', ['123456.7891']],
  ['interest_collected', 'add', ['0.01', '100']],
  ['points.fees', 'set', ['15', '0']],
  ['points.conduct', 'add', ['-1.005', '0.005']],
  ['points.deposits', 'set', ['20.015']],
  ['total', 'add', ['-3', '0.005', '-0.005', '20']],
  ['total', 'set', ['75', '74.995', '74.9949', '90', '59.995', '60']],
  ['adjustment_points', 'add', ['1.5', '-2.25']],
  ['adjustment_points', 'set', ['0', '-4']],
  ['complaint_points', 'add', ['1']],
  ['collection_points', 'set', ['0']],
  ['collection_rate', 'set', ['0.97', '0.995', '0.9949', '0.96']],
  ['npl_ratio', 'set', ['0', '0.005', '0.0051', '0.02']],
  ['coefficient', 'set', ['1', '1.1']],
  ['growth_pay', 'add', ['100', '-0.0051']],
  ['stock_pay', 'set', ['12.3456']],
  ['loan_pay', 'set', ['0', '99.99']],
  ['post_share', 'set', ['0.5', '1']],
  ['pay.base', 'set', ['2000.005', '2400']],
  ['pay.grade', 'add', ['0.005', '-0.005']],
  ['pay.performance', 'add', ['1000.005', '-100']],
  ['pay.performance', 'set', ['-50.005', '0', '1234.5650', '10000.01', '10000.05']],
  ['pay.top_up', 'add', ['300']],
]

/** Approved adjustments: several for one figure, expired ones, ones of another period, of agents too. */
export function adjustmentRows(plan: Plan, managers: readonly DraftManager[]): DraftRow[] {
  if (plan.random.chance(0.3)) return []
  const rows = plan.periods.flatMap((period) =>
    managers
      .filter((manager) => hasDays(manager, period))
      .flatMap((manager) => adjustmentsOf(plan, manager, period)),
  )
  return rows.map((row, i) => ({ id: `J${i + 1}`, ...row }))
}

function hasDays(manager: DraftManager, period: string): boolean {
  const { first, last } = postIn(manager, period)
  return first <= last
}

function adjustmentsOf(plan: Plan, { id, staff }: DraftManager, period: string): DraftRow[] {
  const { random } = plan
  const choices = staff
    ? ADJUSTABLE
    : [['pay.service_fee', 'add', ['0.005', '10']] as const, ['deposits', 'add', ['1000.5']] as const]
  const drawn = Array.from({ length: random.pick([0, 0, 1, 1, 2, 3]) }, () => random.pick(choices))
  const once = drawn.filter(
    ([figure, mode], i) => mode === 'add' || drawn.findIndex((d) => d[0] === figure && d[1] === 'set') === i,
  )
  return once.map(([figure, mode, values]) => ({
    manager_id: id,
    figure,
    value: random.pick(values),
    mode: mode === 'add' && random.chance(0.5) ? '' : mode,
    reason: 'minutes, no. 7',
    requested_by: 'hr01',
    approved_by: 'head01',
    ...timing(plan, period),
  }))
}

function timing({ random, periods }: Plan, period: string): DraftRow {
  const { last } = periodSpan(period)
  const none = periods.length === 1 && random.chance(0.5)
  return {
    period: none ? '' : random.chance(0.1) ? '2003Q4' : period,
    expires_on: random.pick(['', '', dayText(last), dayText(last - 1), dayText(last + 30)]),
  }
}

/** An adjustment that brings a total to a chosen value, in ten-thousandths of a point. */
export function steeringAdjustment(
  index: number,
  managerId: string,
  period: string,
  value: number,
): DraftRow {
  return {
    id: `S${index}`,
    manager_id: managerId,
    figure: 'adjustment_points',
    value: tenThousandths(value),
    mode: 'add',
    reason: 'to the bound',
    requested_by: 'hr01',
    approved_by: 'head01',
    period,
    expires_on: '',
  }
}
