import type { Report } from '../../core/findings/finding.ts'
import type { TableInput } from '../../core/tables/input-forms.ts'
import { activity } from '../../core/tables/shapes.ts'
import { readableFile } from '../bytes/headers.ts'
import { readRecords } from '../bytes/read-records.ts'
import { RecordReader } from '../bytes/record-reader.ts'
import { reporting } from '../files/file-fault.ts'
import { checkUnchanged, type Glanced } from '../files/inspect.ts'
import { type Progress, progressOf } from '../files/progress.ts'
import type { ActivityFold } from './activity-fold.ts'

/** Has a fold take the rows of all files of `activity`; `report` is told what is no row of it. */
export async function readActivity(
  files: readonly Glanced[],
  input: TableInput,
  fold: ActivityFold,
  report: Report,
  progress: Progress,
): Promise<void> {
  for (const file of files) {
    await reporting(report, () => readFile(file, input, fold, report, progressOf(file, progress)))
  }
}

async function readFile(
  file: Glanced,
  input: TableInput,
  fold: ActivityFold,
  report: Report,
  progress: (bytes: number) => void,
): Promise<void> {
  const readable = await readableFile(file, activity, input, report)
  if (!readable) return
  const { encoding, layout } = readable
  const form = { ...layout, file: file.path, encoding }
  const records = new RecordReader(form, report)
  const taker = fold.begin(form, records)
  await readRecords({ ...readable, from: 0, to: undefined }, records, taker, progress)
  fold.noteRecords(records.records)
  checkUnchanged(file)
}
