import { isUtf8 } from 'node:buffer'
import { statSync } from 'node:fs'
import type { Report } from '../../core/findings/finding.ts'
import type { TableInput } from '../../core/tables/input-forms.ts'
import { isInPairs, LF } from '../csv/bytes.ts'
import { MOST_GLANCED } from '../csv/limits.ts'
import { bytesOf } from './bytes.ts'
import { type Encoding, hasUtf8Bom } from './encoding.ts'
import type { InputFile } from './entries.ts'
import { reporting } from './file-fault.ts'
import { type Glanced, inspect, stampOf } from './inspect.ts'
import type { Progress } from './progress.ts'

/**
 * Looks at the beginning of a large file, to tell the encoding that it seems to be in; a small one is inspected, and one
 * whose encoding must be certain to find its cells.
 */
export async function glance(
  file: InputFile,
  report: Report,
  progress: Progress,
  { encoding: stated, delimiter }: Pick<TableInput, 'encoding' | 'delimiter'>,
): Promise<Glanced | undefined> {
  const size = statSync(file.real, { throwIfNoEntry: false })?.size ?? 0
  const glanced = size <= MOST_GLANCED ? undefined : await seemingly(file, size, report, stated)
  const isEnough = glanced && !isInPairs({ encoding: glanced.encoding, delimiter })
  return isEnough ? glanced : inspect(file, report, progress, stated)
}

function seemingly(
  file: InputFile,
  size: number,
  report: Report,
  stated: Encoding | undefined,
): Promise<Glanced | undefined> {
  return reporting(report, async () => {
    const stamp = stampOf(file)
    for await (const beginning of bytesOf(file)) {
      const lines = beginning.subarray(0, beginning.lastIndexOf(LF) + 1)
      const encoding = stated ?? seemingEncoding(lines)
      return { ...file, stamp, size, sha256: undefined, encoding }
    }
    return undefined
  })
}

/** A file that begins with the mark of UTF-8 says that it is nothing else. */
const seemingEncoding = (lines: Buffer): Encoding =>
  hasUtf8Bom(lines) || isUtf8(lines) ? 'utf-8' : 'gb18030'
