/** Hands a measurement over to the process that started this one, with the memory that it took, in bytes. */
export function report(measured) {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  const peak = process.resourceUsage().maxRSS * 1024
  process.stdout.write(JSON.stringify({ ...measured, peak, kept: heapUsed + arrayBuffers }))
}
