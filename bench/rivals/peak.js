import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

/** The most memory that this process held, in bytes. Some versions of Node give bytes instead of KiB on macOS. */
function peak() {
  if (existsSync('/proc/self/status')) {
    const [, kib] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'latin1'))
    return Number(kib) * 1024
  }
  const { maxRSS } = process.resourceUsage()
  return maxRSS >= process.memoryUsage.rss() ? maxRSS : maxRSS * 1024
}

/** Loaded with `--import` into a measured program: leaves its peak of memory where the one who measures looks for it. */
if (isMainThread) process.on('exit', () => writeFileSync(process.env.BENCH_PEAK, String(peak())))
