import type { Report } from '../../core/findings/finding.ts'

/** What DuckDB says of files that it cannot make sense of. */
const DAMAGED = /^(Invalid Input|IO|Serialization|Not implemented) Error|Thrift/
const MOST_SAID = 120

/** Reads something of a Parquet file; what DuckDB cannot read becomes a finding and gives undefined. */
export async function ofParquet<T>(
  file: string,
  report: Report,
  read: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    if (!DAMAGED.test(said) || isShortOfMemory(error)) throw error
    const reason = said
      .replace(/\n\s*(LINE|\^)[\s\S]*$|^[\w ]+ Error: /g, '')
      .replace(/\s+/g, ' ')
      .trim()
      .replaceAll(/['"]?\/[^\s'"]*['"]?/g, '…')
    report('parquet-damaged', { file }, { file, reason: reason.slice(0, MOST_SAID) })
    return undefined
  }
}

/** Whether DuckDB ended because the memory or the disk it may use was not enough. */
export const isShortOfMemory = (error: unknown): boolean =>
  error instanceof Error && /^Out of Memory Error|No space left on device/.test(error.message)
