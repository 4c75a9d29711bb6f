import { createRequire } from 'node:module'

/** DuckDB as a program loads it. */
export type DuckDb = typeof import('@duckdb/node-api')

/** Loads DuckDB, which is an optional dependency; undefined where it, or its part for this machine, is not installed. */
export function installedDuckDb(load: () => DuckDb = required): DuckDb | undefined {
  try {
    return load()
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** As the CommonJS that it is: `import` reads all its files beforehand for what they export, and takes twice as long. */
const required = (): DuckDb => createRequire(import.meta.url)('@duckdb/node-api')

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && /^(ERR_)?MODULE_NOT_FOUND$/.test(String(error.code))) ||
    error.message.startsWith('Error loading duckdb native binding'))
