/** The expected output tables of a run, with the columns that the documents settle. */
import { INDICATORS } from './appraisal.ts'
import { type Bank, cell } from './bank.ts'
import { exact, fixed, minus } from './fraction.ts'
import { amountValue, MEASURES, type Measures } from './measures.ts'
import { lotsOf } from './pay.ts'
import { byCodePoint, managersOf } from './people.ts'
import { basis } from './recommendation.ts'
import { type Figure, number, type Sheet, statedFigures, word } from './sheet.ts'
import type { Outputs, OutputTable, Worked } from './worked.ts'

const PERSON = ['manager_id', 'name', 'branch', 'grade']

/** The output tables of all people of a run. */
export function outputsOf(
  bank: Bank,
  period: string,
  measures: ReadonlyMap<string, Measures>,
  worked: readonly Worked[],
): Outputs {
  const figures = worked.flatMap(({ sheet }) => figuresOf(sheet, period, statedFigures(sheet)))
  const tables = new Map<string, OutputTable>([
    ['ranking', ranking(worked)],
    ['recommendations', recommendations(period, worked)],
    ['pay', pay(worked)],
    ['deferred', deferred(period, worked)],
    ['measures', measureTable(bank, period, measures)],
    ['figures', figureTable(figures)],
  ])
  const optionalFigures = worked.flatMap(({ sheet }) => figuresOf(sheet, period, sheet.optional))
  return { period, tables, figures, optionalFigures }
}

function ranking(worked: readonly Worked[]): OutputTable {
  const place = (sheet: Sheet): number => Number(sheet.numbers.get('rank')?.top ?? worked.length + 1)
  const staff = worked.map(({ sheet }) => sheet).filter((sheet) => sheet.person.staff)
  const sorted = [...staff].sort((a, b) => place(a) - place(b) || byCodePoint(a.person.id, b.person.id))
  const columns = ['rank', ...PERSON, ...INDICATORS, 'adjustment_points', 'total', 'rating', 'recommendation']
  return { columns, key: ['manager_id'], rows: sorted.map(rankingRow) }
}

function rankingRow(sheet: Sheet): string[] {
  const rank = sheet.numbers.get('rank')
  const points = INDICATORS.map((name) => fixed(number(sheet, `points.${name}`)))
  const totals = [fixed(number(sheet, 'adjustment_points')), fixed(number(sheet, 'total'))]
  return [
    rank ? exact(rank) : '',
    ...personCells(sheet),
    ...points,
    ...totals,
    word(sheet, 'rating'),
    word(sheet, 'recommendation'),
  ]
}

function recommendations(period: string, worked: readonly Worked[]): OutputTable {
  const rows = worked.flatMap(({ sheet, recommendation: r }) =>
    r ? [[...personCells(sheet), r.recommendation, r.toGrade, r.rule, basis(sheet, period), 'proposed']] : [],
  )
  return {
    columns: [...PERSON, 'recommendation', 'to_grade', 'rule', 'basis', 'status'],
    key: ['manager_id'],
    rows,
  }
}

function pay(worked: readonly Worked[]): OutputTable {
  const rows = worked.flatMap(({ sheet, pay: lines }) =>
    lines.map((line) => [
      ...personCells(sheet),
      line.component,
      line.schedule,
      fixed(line.amount),
      fixed(minus(line.amount, line.deferred)),
      fixed(line.deferred),
    ]),
  )
  const columns = [...PERSON, 'component', 'schedule', 'amount', 'paid_now', 'deferred']
  return { columns, key: ['manager_id', 'component'], rows }
}

function deferred(period: string, worked: readonly Worked[]): OutputTable {
  const rows = worked.flatMap(({ sheet: { person }, pay: lines }) =>
    lines.flatMap(({ component, deferred: amount }) =>
      lotsOf(amount, period).map((lot) => [
        `${period}/${person.id}/${component}/${lot.tranche}`,
        person.id,
        cell(person.columns, 'name'),
        component,
        period,
        String(lot.tranche),
        lot.dueOn,
        fixed(lot.amount),
        'open',
      ]),
    ),
  )
  const columns = [
    'lot_id',
    'manager_id',
    'name',
    'component',
    'granted_period',
    'tranche',
    'due_on',
    'amount',
    'status',
  ]
  return { columns, key: ['lot_id'], rows }
}

function measureTable(bank: Bank, period: string, measures: ReadonlyMap<string, Measures>): OutputTable {
  const ids = managersOf(bank, period)
    .map((manager) => manager.id)
    .sort(byCodePoint)
  const rows = ids.flatMap((id) =>
    [...MEASURES].sort(byCodePoint).flatMap((name) => {
      const amount = measures.get(id)?.get(name)
      return amount
        ? [
            [
              id,
              name,
              String(amount.rows),
              exact(amount.sum),
              String(amount.divisor),
              exact(amountValue(amount)),
            ],
          ]
        : []
    }),
  )
  return {
    columns: ['manager_id', 'measure', 'rows', 'sum', 'divisor', 'value'],
    key: ['manager_id', 'measure'],
    rows,
  }
}

function figureTable(figures: readonly Figure[]): OutputTable {
  const rows = figures.map((row) => [row.period, row.managerId, row.figure, row.value])
  return { columns: ['period', 'manager_id', 'figure', 'value'], key: ['manager_id', 'figure'], rows }
}

function figuresOf(sheet: Sheet, period: string, values: ReadonlyMap<string, string>): Figure[] {
  const names = [...values.keys()].sort(byCodePoint)
  return names.map((figure) => ({
    period,
    managerId: sheet.person.id,
    figure,
    value: values.get(figure) ?? '',
  }))
}

function personCells(sheet: Sheet): string[] {
  return PERSON.map((column) => cell(sheet.person.columns, column))
}
