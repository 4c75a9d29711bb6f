import { isUtf8 } from 'node:buffer'
import { statSync } from 'node:fs'
import type { Report } from '../../core/findings/finding.ts'
import { LF } from '../csv/bytes.ts'
import { MOST_GLANCED } from '../csv/limits.ts'
import { bytesOf } from './bytes.ts'
import { type Encoding, hasUtf8Bom } from './encoding.ts'
import type { InputFile } from './entries.ts'
import { reporting } from './file-fault.ts'
import { type Glanced, inspect, stampOf } from './inspect.ts'
import type { Progress } from './progress.ts'

/** Looks at the beginning of a large file, to tell the encoding that it seems to be in; a small one is inspected. */
export async function glance(
  file: InputFile,
  report: Report,
  progress: Progress,
  stated?: Encoding,
): Promise<Glanced | undefined> {
  const size = statSync(file.real, { throwIfNoEntry: false })?.size ?? 0
  if (size <= MOST_GLANCED) return inspect(file, report, progress, stated)
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
