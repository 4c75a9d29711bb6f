import type { Place, Report } from '../findings/finding.ts'
import { compareText } from '../values/text.ts'

/** Spreadsheets keep so many digits of a number. */
const KEPT = 15
const MOST = 24
/** So few different ids are remembered: enough to tell one id from a habit. */
const REMEMBERED = 4
/** Rounded ids so many times as frequent as chance makes them are no chance. */
const BEYOND_CHANCE = 5

/** What is known of the ids of one length in one column; plain data, so that it can be handed to another thread. */
export interface LongIdCount {
  readonly column: string
  readonly digits: number
  /** Ids noted, and those of them that end in zeros after the 15th digit. */
  readonly noted: number
  readonly rounded: number
  /** A few different ones of those that do, and the place of the first. */
  readonly different: readonly string[]
  readonly place: Place | undefined
}

const isRounded = (id: string): boolean => {
  for (let at = KEPT; at < id.length; at++) if (id.charCodeAt(at) !== 0x30) return false
  return true
}

/** A count while it is made. */
interface OpenCount {
  readonly column: string
  readonly digits: number
  noted: number
  rounded: number
  different: readonly string[]
  place: Place | undefined
}

/**
 * Watches the long numeric ids of a table's columns for the habit of spreadsheets to keep 15 digits and to write zeros for the
 * others. It takes an id once or with each of its rows, in memory that does not grow with the table.
 */
export class LongIds {
  /** Ids of no more digits are never rounded. */
  static readonly KEPT = KEPT
  /** Ids of more digits are no numbers. */
  static readonly MOST = MOST
  /** By column and number of digits. */
  readonly #counts = new Map<string, OpenCount[]>()

  /** Notes an id; its place is asked for only where it is the first of its kind that ends in zeros. */
  note(column: string, id: string, at: () => Place): void {
    if (id.length <= KEPT || id.length > MOST || !/^\d+$/.test(id)) return
    const count = this.#countOf(column, id.length)
    count.noted += 1
    if (!isRounded(id)) return
    count.rounded += 1
    count.place ??= at()
    if (count.different.length < REMEMBERED) count.different = firstOf([...count.different, id])
  }

  /** Counts numeric ids of so many digits that do not end in zeros after the 15th. */
  noteWhole(column: string, digits: number, count: number): void {
    if (digits > KEPT && digits <= MOST) this.#countOf(column, digits).noted += count
  }

  /** Everything noted so far. */
  get counts(): readonly LongIdCount[] {
    return [...this.#counts.values()].flatMap((counts) => Object.values(counts))
  }

  /** Takes in what was noted elsewhere, such as on another part of the table. */
  merge(counts: readonly LongIdCount[]): void {
    for (const other of counts) {
      const count = this.#countOf(other.column, other.digits)
      const isFirst = isAfter(count.place, other.place)
      count.noted += other.noted
      count.rounded += other.rounded
      count.different = firstOf(
        isFirst ? [...other.different, ...count.different] : [...count.different, ...other.different],
      )
      count.place = isFirst ? other.place : count.place
    }
  }

  /** Reports the columns whose ids have lost their last digits; `genuine` ones really end in zeros. */
  close(genuine: ReadonlySet<string>, report: Report): void {
    for (const { column, digits, noted, rounded, different, place } of this.counts) {
      if (!place || genuine.has(column)) continue
      const zeros = digits - KEPT
      const facts = { column, digits, found: different[0] ?? '', zeros }
      const at = { ...place, field: column, value: facts.found }
      if (noted === rounded && different.length > 1 && different.length * zeros >= REMEMBERED) {
        report('ids-rounded', at, facts)
      } else if (different.length * zeros > 1 && isBeyondChance(rounded, noted, zeros)) {
        report('ids-perhaps-rounded', at, facts)
      }
    }
  }

  #countOf(column: string, digits: number): OpenCount {
    const counts = this.#counts.get(column) ?? []
    this.#counts.set(column, counts)
    const count = counts[digits] ?? {
      ...{ column, digits, noted: 0, rounded: 0 },
      ...{ different: [], place: undefined },
    }
    counts[digits] = count
    return count
  }
}

const isBeyondChance = (rounded: number, noted: number, zeros: number): boolean =>
  rounded === noted || rounded * 10 ** zeros > noted * BEYOND_CHANCE

const firstOf = (ids: readonly string[]): readonly string[] => [...new Set(ids)].slice(0, REMEMBERED)

function isAfter(a: Place | undefined, b: Place | undefined): boolean {
  if (!a || !b) return !a && b !== undefined
  return compareText(a.file, b.file) > 0 || (a.file === b.file && (a.line ?? 0) > (b.line ?? 0))
}
