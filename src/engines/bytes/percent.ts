import type { Progress } from '../files/progress.ts'

/** Takes the bytes read of a table of so many, and tells whenever another hundredth of it is done. */
export function percentOf(table: string, total: number, progress: Progress): (bytes: number) => void {
  let [done, told] = [0, 0]
  return (bytes) => {
    done += bytes
    const percent = Math.floor((done / total) * 100)
    if (percent === told) return
    told = percent
    progress(`${table} ${percent}%`)
  }
}
