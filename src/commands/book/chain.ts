import type { Report } from '../../core/findings/finding.ts'
import { type PeriodFolder, soundFile } from './folders.ts'
import { isSigned, type Seal } from './seal.ts'

/** A period that is closed. */
export type Sealed = PeriodFolder & { readonly seal: Seal }

export const isSealed = (folder: PeriodFolder): folder is Sealed => folder.seal !== undefined

/** The seals of a book in the order in which they were set; undefined, with findings, where the chain is broken. */
export function chainOf(folders: readonly PeriodFolder[], report: Report): readonly Sealed[] | undefined {
  const sealed = folders.filter(isSealed)
  const next = new Map(sealed.map((each) => [each.seal.previous?.seal ?? '', each]))
  const chain: Sealed[] = []
  for (let each = next.get(''); each; each = next.get(each.sealHash)) {
    if (chain.includes(each)) break
    chain.push(each)
  }
  const faulty = folders.filter(({ sealFaulty }) => sealFaulty)
  const apart = sealed.filter((each) => !chain.includes(each))
  for (const { name } of faulty)
    report('seal-broken', { file: `${name}/seal.json` }, { period: name, file: 'seal.json' })
  const wrong = [...apart, ...chain.filter(({ seal, name }) => seal.period !== name)]
  for (const { name, seal } of wrong) {
    const before = seal?.previous?.period ?? ''
    report('seal-chain', { file: `${name}/seal.json` }, { period: name, before: linkTo(before) })
  }
  const gone = sealsGone(folders)
  for (const { name, after } of gone)
    report('seal-chain', { file: `${after}/manifest.json` }, { period: after, before: linkTo(name) })
  return faulty.length + wrong.length + gone.length === 0 ? chain : undefined
}

/** Seals that were there when later periods were made, and are not there, or are other ones, now. */
function sealsGone(
  folders: readonly PeriodFolder[],
): readonly { readonly name: string; readonly after: string }[] {
  const now = new Map(folders.map(({ name, sealHash }) => [`${name}${SEAL}`, sealHash]))
  return folders.flatMap(({ name: after, manifest }) =>
    (manifest?.book ?? [])
      .filter(({ file, sha256 }) => file.endsWith(SEAL) && now.get(file) !== sha256)
      .map(({ file }) => ({ name: file.slice(0, -SEAL.length), after })),
  )
}

const SEAL = '/seal.json'

const linkTo = (before: string) =>
  before === ''
    ? { en: 'the first seal of the book', zh: '首个封印' }
    : { en: `the seal of ${before}`, zh: ` ${before} 的封印` }

/**
 * Whether every closed period is as it was when it was closed, from the oldest seal on; the first file that differs is
 * told. A signature is looked at where there is one.
 */
export async function isUntouched(
  chain: readonly Sealed[],
  report: Report,
  isLookedAt: (file: string) => boolean = () => true,
): Promise<boolean> {
  for (const folder of chain) {
    const { name, manifest, manifestHash, seal } = folder
    if (seal.manifest !== manifestHash || !manifest) {
      report('seal-broken', { file: `${name}/manifest.json` }, { period: name, file: 'manifest.json' })
      return false
    }
    for (const { file } of manifest.outputs.filter(({ file }) => isLookedAt(file))) {
      const sound = await soundFile(folder, file, () => undefined)
      if (sound) continue
      report('seal-broken', { file: `${name}/${file}` }, { period: name, file })
      return false
    }
    if (seal.signature && !isSigned(seal)) {
      report('seal-signature', { file: `${name}/seal.json` }, { period: name })
      return false
    }
  }
  return true
}
