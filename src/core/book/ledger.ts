import { type LedgerLine, Lot, type LotKey } from './lot.ts'

/** All lots that a book has granted or taken over, as the lines of its ledger have left them. */
export class Ledger {
  readonly #lots = new Map<string, Lot>()

  constructor(lines: Iterable<LedgerLine> = []) {
    for (const line of lines) this.take(line)
  }

  get lots(): Iterable<Lot> {
    return this.#lots.values()
  }

  get(id: string): Lot | undefined {
    return this.#lots.get(id)
  }

  /** The lot with such a key, opened if there is none yet. */
  open(key: LotKey, branch: string): Lot {
    const lot = this.#lots.get(key.id) ?? new Lot(key, branch)
    this.#lots.set(key.id, lot)
    return lot
  }

  /** Takes one more line into account. */
  take(line: LedgerLine): void {
    this.open(line.lot, line.branch).take(line)
  }
}
