import type { EventCells } from '../book/events.ts'
import { Ledger } from '../book/ledger.ts'
import { compareLots, type LedgerLine, Lot, type Movement } from '../book/lot.ts'
import { wholeOf } from '../deferral/look.ts'
import { type Looked, LotScope, looked } from '../deferral/lot-scope.ts'
import type { Deferral } from '../scheme/scheme.ts'
import { type Day, parseDay, printDay } from '../values/calendar.ts'
import { printFen } from '../values/fen.ts'
import { casesOf, evaluated, explainFigure } from './explain.ts'
import type { Explained } from './explained.ts'
import { type Explainer, printed } from './explainer.ts'

/** A line of the ledger with the folder of the run that booked it. */
export interface BookedLine {
  readonly run: string
  readonly line: LedgerLine
}

/** What a book tells of a person's lots, up to the run that is explained. */
export interface Lives {
  /** Run by run in their order, the explained one last; the lines of a lot as they were booked. */
  readonly lines: readonly BookedLine[]
  /** The folder of the explained run. */
  readonly run: string
  readonly events: ReadonlyMap<string, EventCells>
}

/**
 * The life of a lot line by line, up to the end of a run; what that run decided itself is told down to the figures that its
 * rules read. Undefined where the person has no such lot.
 */
export function explainLot(id: string, lives: Lives, by: Explainer): Explained | undefined {
  const own = lives.lines.filter(({ line }) => line.lot.id === id)
  const [first] = own
  if (!first) return undefined
  const lot = new Lot(first.line.lot, first.line.branch)
  const seen = new Set<string>()
  const parts = own.map((booked) => {
    const { movement, amount, branch, event } = booked.line
    const explained = explainLine(booked, lot, lives, by, seen)
    lot.take(movement, amount, branch, event)
    return explained
  })
  const { component, granted, tranche, dueOn } = lot.key
  const due = dueOn === undefined ? undefined : printDay(dueOn)
  const { status } = lot
  return {
    ...{ kind: 'lot', name: id, value: printFen(lot.balance) },
    lot: { component, granted: granted.id, tranche, due, status },
    parts,
  }
}

function explainLine(
  booked: BookedLine,
  lot: Lot,
  lives: Lives,
  by: Explainer,
  seen: Set<string>,
): Explained {
  const { movement, amount, balance, date, origin } = booked.line
  return {
    ...{ kind: 'movement', name: movement, value: printFen(amount) },
    movement: {
      ...{ on: printDay(date), movement, balance: printFen(balance), run: booked.run },
      origin: origin === '' ? undefined : origin,
    },
    parts: causesOf(booked, lot, lives, by, seen),
  }
}

/** Movements that a rule of the scheme, or the lack of one, decides. */
const DECIDED: ReadonlySet<Movement> = new Set(['held', 'released', 'forfeited'])

function causesOf(
  { run, line }: BookedLine,
  lot: Lot,
  lives: Lives,
  by: Explainer,
  seen: Set<string>,
): readonly Explained[] {
  const { date, event, movement, rule, clause } = line
  if (event !== '') return explainEvent(event, lives)
  if (run === lives.run && movement === 'granted')
    return [explainFigure(`pay.${lot.key.component}`, by, seen)]
  // What was taken over from before the book begins was decided elsewhere.
  if (!DECIDED.has(movement) || (run === lives.run && date < by.period.first)) return []
  if (run === lives.run) return explainDecision(line, lot, lives, by, seen)
  if (rule === '') return []
  return [{ kind: 'case', name: rule, value: printed(true), ...clauseOf(clause), parts: [] }]
}

const clauseOf = (clause: string) => (clause === '' ? {} : { clause })

function explainEvent(id: string, { events }: Lives): readonly Explained[] {
  const cells = events.get(id)
  if (!cells) return []
  const { kind, date, share, amount, reason, requested_by, approved_by, clause } = cells
  const event = {
    ...{ event: kind, on: date, reason, requestedBy: requested_by, approvedBy: approved_by },
    ...{ share: share || undefined, amount: amount || undefined },
  }
  return [{ kind: 'event', name: id, value: undefined, ...clauseOf(clause), event, parts: [] }]
}

/** The rules that were tried on a lot, or on the whole balance that it belongs to, and what they read. */
function explainDecision(
  line: LedgerLine,
  lot: Lot,
  lives: Lives,
  by: Explainer,
  seen: Set<string>,
): readonly Explained[] {
  const defer = by.scheme.pay.find(({ id }) => id === lot.key.component)?.defer
  if (!defer) return []
  const { date, movement } = line
  const { dueOn } = lot.key
  const what = dueOn === undefined ? wholeAt(line, lives, defer) : looked(lot)
  const rules = dueOn !== undefined && dueOn > date ? defer.beforeDue : defer.due
  const scope = new LotScope(by.sheet, what, (kind) => happened(kind, line, lives))
  const within = { ...by, scope }
  const tried = casesOf(rules, within, seen)
  if (!defer.whole || movement !== 'released') return tried
  const { found, parts } = evaluated(defer.whole, within, seen)
  return [...tried, { kind: 'call', name: defer.whole.text, value: printed(found), parts }]
}

/** Whether something of a kind had happened to the person before the day of a line. */
const happened = (kind: string, { date, lot }: LedgerLine, { events }: Lives): boolean =>
  [...events.values()].some(
    (event) =>
      event.manager_id === lot.manager && event.kind === kind && (parseDay(event.date) ?? date) < date,
  )

/** A person's whole balance in a component as a line's run found it on the day of the line. */
function wholeAt({ date, lot: { component } }: LedgerLine, { lines }: Lives, defer: Deferral): Looked {
  const ledger = new Ledger()
  for (const { line } of lines)
    if (line.lot.component === component && line.lot.dueOn === undefined && isBefore(line, date))
      ledger.take(line)
  const lots = [...ledger.lots].sort((a, b) => compareLots(a.key, b.key))
  const open = lots.filter((lot) => lot.balance > 0n && !lot.isReleased && lot.heldBy !== 'event')
  const since = lots[0]?.key.granted
  if (!since) throw new Error(`Nothing stands in ${component} on ${printDay(date)}.`)
  return wholeOf(open, since, defer, date)
}

/** Whether a line was booked before what is due on a day is looked at. */
function isBefore({ date, event, movement }: LedgerLine, day: Day): boolean {
  if (date !== day) return date < day
  return event !== '' || movement === 'adjusted' || movement === 'opening'
}
