import { closeSync, openSync, readSync } from 'node:fs'
import { LF } from '../csv/bytes.ts'
import { LEAST_PART, MOST_RECORD } from '../csv/limits.ts'
import type { InputFile } from '../files/entries.ts'
import type { Stretch } from './byte-source.ts'
import type { Range } from './range.ts'
import type { FileReading } from './row-reader.ts'

/** A file of `balances`, how it is read, and its bytes as they lie. */
export interface ReadableFile extends FileReading, Omit<Stretch, 'from' | 'to'> {}

/** What a packed byte stands for, roughly. */
const PACKED = 10

/** All ranges in one part: each file whole. */
export const wholeFiles = (files: readonly ReadableFile[]): readonly Range[] =>
  files.map((file) => ({ ...file, from: 0, to: undefined }))

/** Cuts the files, in their order, into at most so many parts of about the same size, at line ends. */
export function splitFiles(files: readonly ReadableFile[], most: number): readonly (readonly Range[])[] {
  const total = files.reduce((sum, file) => sum + weightOf(file), 0)
  const parts: Range[][] = [[]]
  let room = total / most
  const next = () => {
    parts.push([])
    room = total / most
  }
  for (const file of files) {
    let from = 0
    let left = weightOf(file)
    while (left > room + LEAST_PART && parts.length < most) {
      const cut = isPacked(file) ? undefined : lineStart(file.input, from + Math.floor(room))
      if (cut === undefined) break
      parts.at(-1)?.push({ ...file, from, to: cut })
      from = cut
      left = file.size - cut
      next()
    }
    parts.at(-1)?.push({ ...file, from, to: undefined })
    room -= left
    if (room < LEAST_PART && parts.length < most && file !== files.at(-1)) next()
  }
  return parts.filter((ranges) => ranges.length > 0)
}

/**
 * The parts, the first of which begins with a range of its own from which the others learn: daily files list all accounts on
 * each day, so that a small part of them shows nearly all there are.
 */
export function splitToLearn(files: readonly ReadableFile[], most: number): readonly (readonly Range[])[] {
  const [[first, ...rest] = [], ...others] = splitFiles(files, most)
  const end = first && (first.to ?? first.size)
  const cut =
    first && others.length > 0 && !isPacked(first) && lineStart(first.input, Math.floor(first.size / LEARNT))
  if (!first || !cut || end === undefined || cut >= end) return splitFiles(files, most)
  return [[{ ...first, to: cut }, { ...first, from: cut }, ...rest], ...others]
}

/** A file of a month has a day in so many parts of it, one of a quarter has two. */
const LEARNT = 40

const isPacked = ({ input }: ReadableFile): boolean => input.path.endsWith('.gz')
const weightOf = (file: ReadableFile): number => file.size * (isPacked(file) ? PACKED : 1)

/** Where the first line at or after an offset begins; undefined where none does. */
function lineStart({ real }: InputFile, offset: number): number | undefined {
  const descriptor = openSync(real, 'r')
  try {
    const bytes = Buffer.alloc(MOST_RECORD)
    const count = readSync(descriptor, bytes, 0, bytes.length, offset)
    const end = bytes.subarray(0, count).indexOf(LF) + 1
    return end > 0 && end < count ? offset + end : undefined
  } finally {
    closeSync(descriptor)
  }
}
