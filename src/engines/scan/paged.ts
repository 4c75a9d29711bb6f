/** Numbers on a page: small enough that a bank of any size wastes little, large enough that pages are few. */
const PAGE_BITS = 10
const PAGE = 1 << PAGE_BITS

/** A whole number of at most 32 bits for each account, 0 at first. It grows by pages, so that nothing is ever copied. */
export class PagedInts {
  readonly #pages: Int32Array[] = []

  get(index: number): number {
    const page = this.#pages[index >>> PAGE_BITS]
    return page === undefined ? 0 : (page[index & (PAGE - 1)] as number)
  }

  set(index: number, value: number): void {
    const page = this.#pages[index >>> PAGE_BITS] ?? this.#add(index >>> PAGE_BITS)
    page[index & (PAGE - 1)] = value
  }

  #add(number: number): Int32Array {
    while (this.#pages.length <= number) this.#pages.push(new Int32Array(PAGE))
    return this.#pages[number] as Int32Array
  }
}
