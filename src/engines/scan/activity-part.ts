import type { ActivityPlan } from '../../core/tables/engine.ts'
import type { TableInput } from '../../core/tables/input-forms.ts'
import type { Range } from '../bytes/range.ts'
import { collecting, type RangeFound } from '../bytes/range-findings.ts'
import { readRecords } from '../bytes/read-records.ts'
import { RecordReader } from '../bytes/record-reader.ts'
import type { ActivityCellsData } from './activity-cells.ts'
import { ActivityFold } from './activity-fold.ts'

/** What reading a part of `activity` takes. Plain data. */
export interface ActivityTask {
  readonly table: 'activity'
  readonly ranges: readonly Range[]
  readonly plan: ActivityPlan
  readonly input: TableInput
  /** Whether there are other parts, against which its rows are to be held. */
  readonly isOneOfMany: boolean
}

/** What reading a part of `activity` came to: plain data that merges with that of other parts. */
export interface ActivityRead extends ActivityCellsData {
  readonly ranges: readonly RangeFound[]
  /** The sums of the columns as the files have them, in ten-thousandths and fen, where their source states them. */
  readonly quantity: bigint
  readonly amount: bigint
  /** Numbers for its refs, and for its rows without one; none where there are no other parts. */
  readonly refs: Float64Array
  readonly rows: Float64Array
}

const NONE = new Float64Array(0)

/** Reads some ranges one after the other; `progress` is told of the bytes read. */
export async function readActivityPart(
  { ranges, plan, input, isOneOfMany }: ActivityTask,
  progress: (bytes: number) => void,
): Promise<ActivityRead> {
  const fold = new ActivityFold(plan, input)
  const found: RangeFound[] = []
  for (const range of ranges) {
    const { file, encoding, layout } = range
    found.push(
      await collecting((told) => {
        const form = { ...layout, file, encoding }
        const records = new RecordReader(form, told.report)
        return readRecords(range, records, fold.begin(form, records, told), progress)
      }),
    )
  }
  return {
    ...{ ranges: found, ...fold.cells.data },
    ...{ quantity: fold.totals.quantity.value, amount: fold.totals.amount.value },
    refs: isOneOfMany ? fold.refs.hashes : NONE,
    rows: isOneOfMany ? fold.rows.hashes : NONE,
  }
}
