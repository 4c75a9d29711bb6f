import { expect, test } from 'vitest'
import { installedDuckDb } from '../../src/engines/duckdb/installed.ts'

const failing = (message: string, code?: string) => () => {
  throw Object.assign(new Error(message), { code })
}

test('DuckDB that is not installed, or not for this machine, is missing; another failure is a defect', () => {
  expect(installedDuckDb(failing('Cannot find package', 'ERR_MODULE_NOT_FOUND'))).toBeUndefined()
  expect(installedDuckDb(failing('Cannot find module', 'MODULE_NOT_FOUND'))).toBeUndefined()
  const unsupported = "Error loading duckdb native binding: unsupported arch 'x' for platform 'y'"
  expect(installedDuckDb(failing(unsupported))).toBeUndefined()
  expect(() => installedDuckDb(failing('disk on fire'))).toThrow('disk on fire')
  expect(installedDuckDb()).toHaveProperty('DuckDBInstance')
})
