import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const HOOK = pathToFileURL(join(import.meta.dirname, '../rivals/peak.js')).href

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

/** The command line of a Node program that reports its peak of memory when it ends. */
export const node = (...args) => [process.execPath, '--import', HOOK, ...args]

/** Runs a whole process: its wall seconds, its peak of memory in bytes, and what it printed. */
export function measure([command, ...args]) {
  const peakFile = join(tmpdir(), `rm-appraise-peak-${process.pid}`)
  const env = { ...process.env, BENCH_PEAK: peakFile }
  const begun = performance.now()
  const { status, stdout, stderr } = spawnSync(command, args, { env, encoding: 'utf8' })
  const seconds = (performance.now() - begun) / 1000
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${stderr}`)
  const peak = Number(readFileSync(peakFile, 'utf8'))
  rmSync(peakFile)
  return { seconds, peak, stdout }
}
