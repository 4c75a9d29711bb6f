import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

/** Reads the file in pieces of 1 MiB and nothing else; with `sha256` it hashes them too. */
const [path = '', how] = process.argv.slice(2)
const hash = how === 'sha256' ? createHash('sha256') : undefined
const piece = Buffer.allocUnsafe(1 << 20)
const file = openSync(path, 'r')
for (let length = readSync(file, piece); length > 0; length = readSync(file, piece)) {
  hash?.update(piece.subarray(0, length))
}
closeSync(file)
process.stdout.write(JSON.stringify({ hash: hash?.digest('hex') }))
