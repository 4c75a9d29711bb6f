import { type LedgerLine, Lot, type LotKey } from './lot.ts'

/** All lots that a book has granted or taken over, as the lines of its ledger have left them. */
export class Ledger {
  readonly #lots = new Map<string, Lot>()

  get lots(): Iterable<Lot> {
    return this.#lots.values()
  }

  get(id: string): Lot | undefined {
    return this.#lots.get(id)
  }

  /** The lot with such a key, opened if there is none yet. */
  open(key: LotKey, branch: string): Lot {
    const known = this.#lots.get(key.id)
    if (known) return known
    const lot = new Lot(key, branch)
    this.#lots.set(key.id, lot)
    return lot
  }

  /** Takes one more line into account. */
  take({ lot, branch, movement, amount, event }: LedgerLine): void {
    this.open(lot, branch).take(movement, amount, branch, event)
  }
}
