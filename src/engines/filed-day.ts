import { type Bucket, bucketOf, type Cuts, sameBucketUntil } from '../core/values/buckets.ts'
import { type Day, daysOfMonth } from '../core/values/calendar.ts'

/** A day as rows are filed under it: with the bucket that it is summed in. */
export interface FiledDay extends Bucket {
  readonly day: Day
  /** Its bit among the days of the month: bit 0 is the 1st. */
  readonly bit: number
  /** The last of the days that follow it in the bucket without a gap. */
  readonly until: Day
}

export function fileDay(day: Day, cuts: Cuts): FiledDay {
  const bucket = bucketOf(day, cuts)
  const bit = 1 << (day - daysOfMonth(bucket.month).first)
  return { ...bucket, day, bit, until: sameBucketUntil(day, bucket, cuts) }
}
