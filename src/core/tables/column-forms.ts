import type { CellKind } from './cells.ts'
import type { ColumnForm, ColumnForms } from './input-forms.ts'
import { type NumbersSaid, type TableSaid, UNITS } from './inputs-shape.ts'
import type { Shape } from './shape.ts'

/** The forms of a table's columns that `inputs.yaml` says, what it says of one column before what it says of all. */
export function formsOf({ columns }: Shape, said: TableSaid): ColumnForms {
  const forms = Object.entries(columns).map(
    ([column, { kind }]) => [column, formOf(column, kind.holds, said)] as const,
  )
  return new Map(forms.filter(([, form]) => Object.keys(form).length > 0))
}

function formOf(column: string, holds: CellKind<unknown>['holds'], said: TableSaid): ColumnForm {
  const date = typeof said.date === 'string' ? said.date : said.date?.[column]
  const { thousands, full_width: fullWidth } = numbersOf(column, said)
  const unit = said.unit?.[column]
  const values = said.values?.[column]
  return {
    ...(holds === 'day' && date && { date }),
    ...(holds === 'number' && thousands && { thousands }),
    ...(holds !== 'text' && fullWidth && { fullWidth }),
    ...(unit && UNITS[unit] > 0 && { shift: UNITS[unit] }),
    ...(values && { values }),
    ...(column === 'product' && said.products && { known: new Set(said.products) }),
  }
}

function numbersOf(column: string, { numbers = {} }: TableSaid): NumbersSaid {
  const own = numbers[column]
  const { thousands, full_width } = typeof own === 'object' ? own : {}
  return {
    thousands: thousands ?? numbers.thousands,
    full_width: full_width ?? numbers.full_width,
  }
}
