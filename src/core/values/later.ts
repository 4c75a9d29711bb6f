/** A promise that somebody will wait for later: until then its failure is not told, as none is lost. */
export function later<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}
