import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeFolders } from './folders.js'
import { measure, median } from './measure.js'

const MILLION = 1_000_000

/** The size at which ownership by assignments is measured. */
const ASSIGNED_AT = 10 * MILLION

/** Beyond so many rows the slow scripts are scaled by rows, unless FULL=1. */
const SLOW_TO = process.env.FULL ? Number.POSITIVE_INFINITY : 3 * MILLION

/** Runs a contender once; stops if it found other rows or another sum than the data hold. */
function once(contender, dir, truth) {
  const folder = join(dir, contender.form)
  const { seconds, peak, stdout } = measure(contender.command(folder))
  const found = contender.found?.(stdout, folder)
  rmSync(join(folder, 'book'), { recursive: true, force: true })
  if (found && (found.rows !== truth.rows || found.fen !== String(truth.fen)))
    throw new Error(`${contender.name} found ${found.rows} rows and ${found.fen} fen`)
  return { seconds, peak }
}

/** The medians of several runs, all contenders in turn. */
function inTurn(contenders, runs, dir, truth) {
  const rounds = Array.from({ length: runs }, () => contenders.map((each) => once(each, dir, truth)))
  const middle = (index, what) => median(rounds.map((round) => round[index][what]))
  return contenders.map(({ id, name, usual }, index) => ({
    ...{ id, name, usual },
    rows: truth.rows,
    seconds: middle(index, 'seconds'),
    peak: middle(index, 'peak'),
  }))
}

/** The slow ones at a size too large for them: the largest measured before, scaled by rows. */
const scaled = (slow, rows, earlier) =>
  slow.flatMap(({ id }) => {
    const last = earlier.findLast((line) => line.id === id && !line.about)
    return last ? [{ ...last, rows, seconds: (last.seconds * rows) / last.rows, about: true }] : []
  })

/** Makes the data of one size, measures all contenders on them, and removes them; `earlier` are the smaller sizes' lines. */
export function measureSize(millions, contenders, runs, earlier) {
  const rows = millions * MILLION
  const dir = mkdtempSync(join(tmpdir(), 'rm-appraise-bench-'))
  try {
    const here = contenders.filter(({ id }) => id !== 'assigned' || rows === ASSIGNED_AT)
    const fast = here.filter(({ slow }) => !slow || rows <= SLOW_TO)
    const truth = makeFolders(dir, rows, new Set(fast.map(({ form }) => form)))
    const late = here.filter((each) => !fast.includes(each))
    const lines = inTurn(fast, runs, dir, truth).concat(scaled(late, truth.rows, earlier))
    return lines.map((line) => ({ ...line, size: millions }))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
