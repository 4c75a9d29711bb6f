import type { Report } from '../../core/findings/finding.ts'
import type { Code, Facts } from '../../core/findings/sentences.ts'

/** Something about a whole file that ends its reading at once; becomes a finding where the reading began. */
export class FileFault extends Error {
  readonly told: (report: Report) => void

  constructor(told: (report: Report) => void) {
    super('a file of the input folder cannot be read')
    this.told = told
  }
}

/** A fault of a file that becomes a finding of this code, at a line where one is known. */
export const fileFault = <C extends Code>(code: C, file: string, facts: Facts<C>, line?: number): FileFault =>
  new FileFault((report) => report(code, line === undefined ? { file } : { file, line, column: 1 }, facts))

/** Runs a reading; a file fault in it is reported and gives undefined. */
export async function reporting<T>(report: Report, reading: () => Promise<T>): Promise<T | undefined> {
  try {
    return await reading()
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    error.told(report)
    return undefined
  }
}
