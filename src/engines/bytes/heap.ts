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
  readonly memory: WebAssembly.Memory | undefined
  readonly used: number
}

/**
 * The memory of one part's arrays, in which the inner loop, which is WebAssembly, finds them. Arrays are made, filled with
 * zeros, and never given back; what is not touched takes no memory of the machine. They go to other threads without a copy.
 */
export class Heap {
  /** Undefined where the machine does not let it be reserved: then each array has a memory of its own, and no loop finds it. */
  readonly memory: WebAssembly.Memory | undefined
  #used: number

  constructor({ memory, used }: HeapData = emptyHeap()) {
    this.memory = memory
    this.#used = used
  }

  get data(): HeapData {
    return { memory: this.memory, used: this.#used }
  }

  bytes(length: number): Bytes {
    const { buffer, at } = this.#room(length)
    return new Uint8Array(buffer, at, length)
  }

  buffer(length: number): Buffer<SharedArrayBuffer> {
    const { buffer, at } = this.#room(length)
    return Buffer.from(buffer, at, length)
  }

  ints(length: number): Ints {
    const { buffer, at } = this.#room(length * Int32Array.BYTES_PER_ELEMENT)
    return new Int32Array(buffer, at, length)
  }

  floats(length: number): Floats {
    const { buffer, at } = this.#room(length * Float64Array.BYTES_PER_ELEMENT)
    return new Float64Array(buffer, at, length)
  }

  #room(size: number): { readonly buffer: SharedArrayBuffer; readonly at: number } {
    const { memory } = this
    if (!memory) return { buffer: new SharedArrayBuffer(size), at: 0 }
    const at = Math.ceil(this.#used / ALIGNMENT) * ALIGNMENT
    this.#used = at + size
    const missing = this.#used + BEYOND - memory.buffer.byteLength
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE))
    return { buffer: memory.buffer, at }
  }
}

// No array begins at 0, which says "nowhere".
const emptyHeap = (): HeapData => ({ memory: reserved(), used: ALIGNMENT })

function reserved(): WebAssembly.Memory | undefined {
  try {
    return new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: true })
  } catch {
    // Under a limit on addresses, such as that of `ulimit -v`.
    return undefined
  }
}
