const PAGE = 64 * 1024
/** All that 32 bits can address; it is only reserved. */
const MOST_PAGES = 64 * 1024
/** What the inner loop looks at together begins at a multiple of this. */
const ALIGNMENT = 16
/** The inner loop may look so far beyond the bytes that it was given. */
const BEYOND = 1024

export type Bytes = Uint8Array<SharedArrayBuffer>
export type Ints = Int32Array<SharedArrayBuffer>
export type Floats = Float64Array<SharedArrayBuffer>

/** A heap as another thread may take it over. Plain data. */
export interface HeapData {
  readonly memory: WebAssembly.Memory
  readonly used: number
}

/**
 * The memory of one part's arrays, in which the inner loop, which is WebAssembly, finds them. Arrays are made, filled with
 * zeros, and never given back; what is not touched takes no memory of the machine. They go to other threads without a copy.
 */
export class Heap {
  readonly memory: WebAssembly.Memory
  #used: number

  constructor({ memory, used }: HeapData = emptyHeap()) {
    this.memory = memory
    this.#used = used
  }

  get data(): HeapData {
    return { memory: this.memory, used: this.#used }
  }

  bytes(length: number): Bytes {
    const at = this.#take(length)
    return new Uint8Array(this.memory.buffer, at, length)
  }

  buffer(length: number): Buffer<SharedArrayBuffer> {
    const { buffer, byteOffset } = this.bytes(length)
    return Buffer.from(buffer, byteOffset, length)
  }

  ints(length: number): Ints {
    const at = this.#take(length * Int32Array.BYTES_PER_ELEMENT)
    return new Int32Array(this.memory.buffer, at, length)
  }

  floats(length: number): Floats {
    const at = this.#take(length * Float64Array.BYTES_PER_ELEMENT)
    return new Float64Array(this.memory.buffer, at, length)
  }

  #take(size: number): number {
    const at = Math.ceil(this.#used / ALIGNMENT) * ALIGNMENT
    this.#used = at + size
    const missing = this.#used + BEYOND - this.memory.buffer.byteLength
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE))
    return at
  }
}

const emptyHeap = (): HeapData => ({
  memory: new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: true }),
  // No array begins at 0, which says "nowhere".
  used: ALIGNMENT,
})
