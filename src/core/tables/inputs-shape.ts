import * as z from 'zod'
import {
  entry,
  formOf,
  ID_FORM,
  isEntries,
  namedBy,
  someOf,
  type TextForm,
  textOf,
  yesno,
} from '../scheme/forms.ts'
import { parseDecimal } from '../values/exact.ts'
import { DAY_FORMS, type DayForm } from './day-forms.ts'
import type { Shape } from './shape.ts'
import { SHAPES, type TableName } from './shapes.ts'

/** How the numbers of a table or column are written, as `inputs.yaml` says it. */
export interface NumbersSaid {
  readonly thousands?: boolean | undefined
  readonly full_width?: boolean | undefined
}

type ByColumn<T> = Readonly<Record<string, T | undefined>>

/** What `inputs.yaml` says of one table, as it is written there. */
export interface TableSaid {
  readonly file?: readonly string[]
  readonly encoding?: 'utf-8' | 'gb18030'
  readonly delimiter?: string
  readonly aliases?: ReadonlyMap<string, string>
  readonly date?: DayForm | ByColumn<DayForm>
  readonly numbers?: NumbersSaid & ByColumn<NumbersSaid | boolean>
  readonly unit?: ByColumn<keyof typeof UNITS>
  readonly values?: ByColumn<ReadonlyMap<string, string>>
  readonly products?: readonly string[]
  readonly expect?: { readonly rows?: string; readonly sums?: ByColumn<string> }
  readonly ids_end_in_zeros?: readonly string[]
  readonly snapshots?: 'daily' | 'changes'
}

/** The units of money columns: by how many places the decimal point moves to give yuan. */
export const UNITS = { yuan: 0, 元: 0, 万元: 4 } as const

const texts = (finding: TextForm<string>['finding'], read: TextForm<string>['read']) => ({ finding, read })
const HEADER = texts('scheme-text-empty', (text) => text.toLowerCase() || undefined)
const WORD = texts('scheme-text-empty', (text) => text || undefined)
/** A path of names inside the input folder; not the folder itself, nothing above it, no path of the system's own. */
const FILE = texts('inputs-file', (text) =>
  text.split('/').every((name) => /^[^\\:\p{C}]+$/u.test(name) && !/^\.+$/.test(name)) ? text : undefined,
)
const DELIMITERS = new Map([...',;|\t'].map((sign) => [sign, sign] as const))
  .set('tab', '\t')
  .set('\\t', '\t')
const DELIMITER = texts('inputs-delimiter', (text) => DELIMITERS.get(text))
const ROWS = texts('inputs-number', (text) => (/^\d{1,15}$/.test(text) ? text : undefined))
const SUM = texts('inputs-number', (text) => (parseDecimal(text) ? text : undefined))

const columnsOf = ({ columns }: Shape, wanted: (name: string) => boolean): readonly string[] =>
  Object.keys(columns).filter(wanted)

/** The same thing for some columns, under their names. */
const byColumn = <T extends z.ZodType>(columns: readonly string[], value: T) =>
  entry(Object.fromEntries(columns.map((column) => [column, value.optional()])))

const dayForm = z.enum(DAY_FORMS)
const numbersForm = { thousands: yesno.optional(), full_width: yesno.optional() }
const MONEY: ReadonlySet<string> = new Set(['balance', 'amount', 'value'])

/** The entries that only some tables have, since they speak of columns of a sort. */
function columnEntries(shape: Shape): z.ZodRawShape {
  const holding = (...sorts: readonly string[]) =>
    columnsOf(shape, (name) => sorts.includes(shape.columns[name]?.kind.holds ?? ''))
  const [days, numbers] = [holding('day'), holding('number')]
  const dressed = [...days, ...numbers, ...holding('period', 'id')]
  const money = numbers.filter((name) => MONEY.has(name))
  // A share or weight that is left out is 1, which no source counts in its sum.
  const sums = numbers.filter((name) => name !== 'share' && name !== 'weight')
  return {
    ...(days.length > 0 && {
      date: formOf<DayForm | ByColumn<DayForm>>((input) =>
        isEntries(input) ? byColumn(days, dayForm) : dayForm,
      ).optional(),
    }),
    ...(dressed.length > 0 && {
      numbers: byColumn(dressed, entry(numbersForm)).extend(numbersForm).optional(),
    }),
    ...(money.length > 0 && { unit: byColumn(money, z.enum(Object.keys(UNITS))).optional() }),
    ...('product' in shape.columns && { products: someOf(textOf(ID_FORM)).optional() }),
    expect: entry({
      rows: textOf(ROWS).optional(),
      ...(sums.length > 0 && { sums: byColumn(sums, textOf(SUM)).optional() }),
    }).optional(),
  }
}

function tableEntry(shape: Shape) {
  const all = columnsOf(shape, () => true)
  const ids = columnsOf(shape, (name) => shape.columns[name]?.kind.holds === 'id')
  return entry({
    file: someOf(textOf(FILE)).optional(),
    encoding: z.enum(['utf-8', 'gb18030']).optional(),
    delimiter: textOf(DELIMITER).optional(),
    aliases: namedBy(HEADER, z.enum(all)).optional(),
    values: byColumn(all, namedBy(WORD, z.string())).optional(),
    ...columnEntries(shape),
    ids_end_in_zeros: someOf(z.enum(ids)).optional(),
    ...(shape.name === 'balances' && { snapshots: z.enum(['daily', 'changes']).optional() }),
  })
}

/** The shape of `inputs.yaml`: an entry for each table, with the keys that its columns give sense to. */
export const INPUTS_SHAPE = entry(
  Object.fromEntries(Object.values(SHAPES).map((shape) => [shape.name, tableEntry(shape).optional()])),
) as unknown as z.ZodType<Readonly<Partial<Record<TableName, TableSaid>>>>
