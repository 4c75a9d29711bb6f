import { closeSync, openSync, readSync } from 'node:fs'
import type { Report } from '../../core/findings/finding.ts'
import type { Engine } from '../../core/tables/engine.ts'
import type { TableInput } from '../../core/tables/input-forms.ts'
import { Threads } from '../bytes/threads.ts'
import type { InputFile } from '../files/entries.ts'
import { fileFault, reporting } from '../files/file-fault.ts'
import { checkUnchanged, stampOf } from '../files/inspect.ts'
import type { Limits } from './database.ts'
import { ParquetEngine } from './parquet-engine.ts'

/** A Parquet file whose bytes are hashed while DuckDB reads it; the hash is empty until then. */
interface HashedFile {
  readonly path: string
  sha256: string
}

/** Opens the Parquet files of `balances`; the engine has read them, and hashed every byte, when it has summed them. */
export async function openParquet(
  others: Engine,
  found: { readonly files: readonly InputFile[]; readonly whole: boolean },
  input: TableInput,
  limits: Limits,
  report: Report,
): Promise<{ readonly engine: Engine; readonly files: readonly HashedFile[] }> {
  const sound: Hashing[] = []
  for (const file of found.files) {
    const begun = await reporting(report, async () => beginHash(file))
    if (begun) sound.push(begun)
  }
  const engine = await ParquetEngine.open(others, {
    files: sound.map(({ input }) => input),
    whole: found.whole && sound.length === found.files.length,
    input,
    report,
    limits,
    checked: () => finishAll(sound, report),
  })
  return { engine, files: sound.map(({ file }) => file) }
}

interface Hashing {
  readonly input: InputFile
  readonly file: HashedFile
  readonly done: () => Promise<void>
}

/** Begins to hash a file that has something in it. */
function beginHash(input: InputFile): Hashing {
  const { path } = input
  const stamp = stampOf(input)
  if (!canBeRead(input)) throw fileFault('file-empty', path, { file: path })
  const file: HashedFile = { path, sha256: '' }
  const failures: unknown[] = []
  const hashing = hashed(input).then(
    (sha256) => {
      file.sha256 = sha256
    },
    (error: unknown) => {
      failures.push(error)
    },
  )
  const done = async () => {
    await hashing
    for (const failure of failures) throw failure
    checkUnchanged({ ...input, stamp })
  }
  return { input, file, done }
}

function canBeRead({ path, real }: InputFile): boolean {
  try {
    const opened = openSync(real, 'r')
    const read = readSync(opened, Buffer.alloc(1))
    closeSync(opened)
    return read > 0
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw fileFault('file-unreadable', path, { file: path, reason })
  }
}

/** On a thread of its own, so that the queries go on. */
async function hashed({ path, real }: InputFile): Promise<string> {
  const threads = new Threads(1)
  const sha256 = (await threads.run({ hash: [real] })).get(real)
  threads.close()
  if (sha256 !== undefined) return sha256
  throw fileFault('file-unreadable', path, { file: path, reason: 'EIO' })
}

/** Waits until all files are hashed; false, with findings, where one changed or could not be read. */
async function finishAll(all: readonly Hashing[], report: Report): Promise<boolean> {
  let sound = true
  for (const { done } of all) {
    const finished = await reporting(report, async () => {
      await done()
      return true
    })
    sound &&= finished === true
  }
  return sound
}
