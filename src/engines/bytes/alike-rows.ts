import { readFileSync } from 'node:fs'
import type { Heap } from './heap.ts'

/** Where an array of the heap begins. */
type Address = number

interface Global {
  readonly value: number
}

/** The inner loop, `kernel/alike-rows.ts`, over the arrays of one heap; what it takes and gives is told there. */
export interface AlikeRows {
  readonly takeAlike: (
    ...parameters: [
      ...[from: Address, end: Address, kinds: Address, segments: number],
      ...[delimiter: number, decimals: number, reading: number],
      ...[day: number, bit: number, dayCell: Address, dayLength: number],
      ...[month: Address, sums: Address, counts: Address],
      ...[accounts: Address, slots: Address, quick: Address],
      ...[fileNumber: number, accountBefore: number, firstLine: number],
    ]
  ) => Address
  readonly lastAccount: Global
  readonly line: Global
  readonly otherDay: Global
}

/** Built from `kernel/` beside this file, or beside the program that it is bundled in. */
const KERNEL = new URL('./alike-rows.wasm', import.meta.url)
let module: WebAssembly.Module | undefined

/** The inner loop over a heap; undefined where it cannot work on it: then every row goes the longer way. */
export function alikeRowsIn({ memory }: Heap): AlikeRows | undefined {
  if (!memory) return undefined
  module ??= new WebAssembly.Module(readFileSync(KERNEL))
  return new WebAssembly.Instance(module, { env: { memory } }).exports as AlikeRows
}
