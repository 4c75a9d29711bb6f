/** Sums stay plain numbers up to here; with one more number of at most 2^50 they are still exact. */
const CARRY = 2 ** 52

/** An exact sum of whole numbers: a JavaScript number while it is small, carried into a BigInt when it grows. */
export class Whole {
  #small = 0
  #large = 0n

  add(value: number | bigint): void {
    if (typeof value === 'bigint') this.#large += value
    else {
      this.#small += value
      if (this.#small > CARRY || this.#small < -CARRY) this.#carry()
    }
  }

  get value(): bigint {
    this.#carry()
    return this.#large
  }

  #carry(): void {
    this.#large += BigInt(this.#small)
    this.#small = 0
  }
}
