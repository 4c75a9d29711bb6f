import type { KeyObject } from 'node:crypto'
import { resolve } from 'node:path'
import type { Findings } from '../../core/findings/finding.ts'
import type { Phrase } from '../../core/findings/sentence.ts'
import { readIfThere } from '../files.ts'
import type { Shell } from '../shell.ts'
import { privateKey, publicKey } from './seal.ts'

/** The private key in a file that an option names, if any; a finding where it is none. */
export const privateKeyOf = (file: string | undefined, findings: Findings, shell: Shell) =>
  keyIn(
    file,
    privateKey,
    { en: 'Ed25519 private key in PEM form', zh: 'PEM 格式的 Ed25519 私钥' },
    findings,
    shell,
  )

/** The public key in a file that an option names, if any; a finding where it is none. */
export const publicKeyOf = (file: string | undefined, findings: Findings, shell: Shell) =>
  keyIn(
    file,
    publicKey,
    { en: 'Ed25519 public key in PEM form', zh: 'PEM 格式的 Ed25519 公钥' },
    findings,
    shell,
  )

async function keyIn(
  file: string | undefined,
  read: (pem: Uint8Array) => KeyObject | undefined,
  wanted: Phrase,
  { report }: Findings,
  shell: Shell,
): Promise<KeyObject | undefined> {
  if (file === undefined) return undefined
  const pem = await readIfThere(resolve(shell.cwd, file))
  const key = pem && read(pem)
  if (!key) report('key-file', { file }, { file, wanted })
  return key
}
