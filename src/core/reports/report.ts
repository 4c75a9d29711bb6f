import type { Appraisal } from '../appraisal/appraisal.ts'
import type { Table } from './table.ts'

/** One sheet of a run: its file and the table it holds. */
export interface ReportKind {
  readonly file: string
  /** Whether it tells anyone's pay, so that only its owner may read the file. */
  readonly confidential: boolean
  /** Whether a run has such a sheet; it always has where absent. */
  readonly applies?: (appraisal: Appraisal) => boolean
  readonly table: (appraisal: Appraisal) => Table
}

/** Whether a run has anything to do with deferred pay. */
export const hasDeferred = ({ scheme, booking }: Appraisal): boolean =>
  booking.lines.length > 0 || booking.totals.length > 0 || scheme.pay.some(({ defer }) => defer)
