import { type Day, parseDay, printDay } from '../values/calendar.ts'
import { parseFen, printFen } from '../values/fen.ts'
import { parsePeriod } from '../values/period.ts'
import { type LedgerLine, type LotKey, MOVEMENTS, type Movement } from './lot.ts'

/** The columns of ledger.csv. */
export const LEDGER_COLUMNS = [
  ...['lot_id', 'manager_id', 'component', 'granted_period', 'tranche', 'due_on', 'branch'],
  ...['date', 'movement', 'amount', 'balance', 'event_id', 'rule', 'clause', 'origin'],
] as const

const KNOWN: ReadonlySet<string> = new Set(MOVEMENTS)
/** The cells of a line, in the order of the columns. */
export function cellsOfLine(line: LedgerLine): readonly string[] {
  const { lot, branch, date, movement, amount, balance, event, rule, clause, origin } = line
  const { id, manager, component, granted, tranche, dueOn } = lot
  return [
    ...[id, manager, component, granted.id, `${tranche}`, dueOn === undefined ? '' : printDay(dueOn), branch],
    ...[printDay(date), movement, printFen(amount), printFen(balance), event, rule, clause, origin],
  ]
}

/** Reads lines back; the keys of lots are made once each. */
export class LedgerReader {
  readonly #keys = new Map<string, LotKey>()
  readonly #days = new Map<string, Day | undefined>()

  /** The line of such cells; undefined where they are none of ours. */
  lineOf(cells: readonly string[]): LedgerLine | undefined {
    const [id = '', manager = '', component = '', granted = '', tranche = '', due = '', branch = ''] = cells
    const [, , , , , , , on = '', movement = '', amounts = '', balances = '', event = '', rule = ''] = cells
    const [, , , , , , , , , , , , , clause = '', origin = ''] = cells
    const lot = this.#keys.get(id) ?? this.#keyOf({ id, manager, component }, granted, tranche, due)
    const [date, amount, balance] = [this.#dayOf(on), parseFen(amounts), parseFen(balances)]
    if (!lot || date === undefined || amount === undefined || balance === undefined) return undefined
    if (cells.length !== LEDGER_COLUMNS.length || !KNOWN.has(movement)) return undefined
    return { lot, branch, date, movement: movement as Movement, amount, balance, event, rule, clause, origin }
  }

  #keyOf(
    names: Pick<LotKey, 'id' | 'manager' | 'component'>,
    granted: string,
    tranche: string,
    due: string,
  ): LotKey | undefined {
    const [period, dueOn] = [parsePeriod(granted), due === '' ? undefined : this.#dayOf(due)]
    if (!period || !/^[1-9]\d{0,2}$/.test(tranche) || (due !== '' && dueOn === undefined)) return undefined
    const key = { ...names, granted: period, tranche: Number.parseInt(tranche, 10), dueOn }
    this.#keys.set(names.id, key)
    return key
  }

  #dayOf(text: string): Day | undefined {
    const known = this.#days.get(text)
    if (known !== undefined) return known
    const day = parseDay(text)
    this.#days.set(text, day)
    return day
  }
}
