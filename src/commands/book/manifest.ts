import * as z from 'zod'
import { type Period, parsePeriod } from '../../core/values/period.ts'

/** The version of the format of a period's folder. 1 had no ledger; its deferred.csv tells what it granted. */
export const FORMAT = 2

const files = z.array(z.object({ file: z.string(), sha256: z.string() })).default([])
const shape = z.object({
  format: z.number().default(1),
  period: z.string().default(''),
  scheme: z
    .object({ id: z.string(), currency: z.string().optional(), sha256: z.string().optional() })
    .optional(),
  set_aside: z.string().nullable().default(null),
  book: files,
  outputs: files,
  options: z.record(z.string(), z.string()).default({}),
})

/** What a period's folder says it was made from and what it holds, each file by its hash. */
export interface Manifest {
  readonly format: number
  readonly period: Period | undefined
  /** The id of the scheme that made it. */
  readonly scheme: string | undefined
  readonly currency: string | undefined
  readonly schemeHash: string
  /** The hash of what said who was set aside; undefined where nothing did. */
  readonly setAsideHash: string | undefined
  /** The files of the book that it was made from. */
  readonly book: z.output<typeof files>
  readonly outputs: z.output<typeof files>
  /** Options that change results. */
  readonly options: Readonly<Record<string, string>>
  /** The stated hash of a file of the folder. */
  readonly hashOf: (file: string) => string | undefined
}

/** Reads a manifest; undefined where it is none of ours. */
export function parseManifest(bytes: Uint8Array | undefined): Manifest | undefined {
  const read = shape.safeParse(parseJson(bytes))
  if (!read.success) return undefined
  const { period, scheme, set_aside: setAside, ...rest } = read.data
  const hashes = new Map(rest.outputs.map(({ file, sha256 }) => [file, sha256]))
  return {
    ...rest,
    period: parsePeriod(period),
    scheme: scheme?.id,
    currency: scheme?.currency,
    schemeHash: scheme?.sha256 ?? '',
    setAsideHash: setAside ?? undefined,
    hashOf: (name) => hashes.get(name),
  }
}

/** What a JSON file holds; undefined where it is none. */
export function parseJson(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array()))
  } catch {
    return undefined
  }
}
