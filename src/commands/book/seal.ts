import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import * as z from 'zod'
import type { OutputFile } from '../files.ts'
import { parseJson } from './manifest.ts'

const shape = z.strictObject({
  format: z.literal(1),
  period: z.string(),
  manifest: z.string(),
  previous: z.strictObject({ period: z.string(), seal: z.string() }).nullable(),
  approvals: z.array(
    z.strictObject({ what: z.string(), hash: z.string(), role: z.string(), by: z.string(), on: z.string() }),
  ),
  signature: z.strictObject({ public_key: z.string(), value: z.string() }).nullable(),
})

/**
 * What closes a period: the hash of its manifest, the seal that was set before it in the book, who signed off, and
 * where wanted an Ed25519 signature of all that.
 */
export type Seal = z.output<typeof shape>

/** Reads a seal; undefined where it is none of ours. */
export function parseSeal(bytes: Uint8Array | undefined): Seal | undefined {
  const read = bytes ? shape.safeParse(parseJson(bytes)) : undefined
  return read?.success ? read.data : undefined
}

/** The seal of a period's version, after the one that was set last. */
export const sealOf = (
  period: string,
  manifest: string,
  before: { readonly name: string; readonly sealHash: string } | undefined,
  approvals: Seal['approvals'] = [],
): Seal => ({
  ...{ format: 1, period, manifest },
  previous: before ? { period: before.name, seal: before.sealHash } : null,
  ...{ approvals, signature: null },
})

const printSeal = (seal: Seal): string => `${JSON.stringify(seal, null, 2)}\n`

/** The file that a seal is written into. */
export const sealFile = (seal: Seal): OutputFile => ({
  name: 'seal.json',
  bytes: new TextEncoder().encode(printSeal(seal)),
  confidential: false,
})

/** What a signature is made over: the seal as it is written, without the signature. */
const signedText = (seal: Seal): Buffer => Buffer.from(printSeal({ ...seal, signature: null }))

/** The seal with a signature by a private key. */
export function signed(seal: Seal, key: KeyObject): Seal {
  const exported = createPublicKey(key).export({ type: 'spki', format: 'pem' })
  const value = sign(null, signedText(seal), key).toString('base64')
  return { ...seal, signature: { public_key: String(exported), value } }
}

/** Whether a seal's signature is by the key, which is its own where none is given. */
export function isSigned(seal: Seal, key?: KeyObject): boolean {
  const { signature } = seal
  if (!signature) return false
  try {
    const by = key ?? createPublicKey(signature.public_key)
    return (
      by.asymmetricKeyType === 'ed25519' &&
      verify(null, signedText(seal), by, Buffer.from(signature.value, 'base64'))
    )
  } catch {
    return false
  }
}

/** The Ed25519 private key in a PEM file; undefined for anything else. */
export function privateKey(pem: Uint8Array): KeyObject | undefined {
  return ofEd25519(() => createPrivateKey(Buffer.from(pem)))
}

/** The Ed25519 public key in a PEM file; undefined for anything else. */
export function publicKey(pem: Uint8Array): KeyObject | undefined {
  return ofEd25519(() => createPublicKey(Buffer.from(pem)))
}

function ofEd25519(make: () => KeyObject): KeyObject | undefined {
  try {
    const key = make()
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    return undefined
  }
}
