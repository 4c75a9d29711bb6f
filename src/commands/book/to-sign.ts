import type { ToSign } from '../../core/book/sign-off.ts'
import type { Scheme } from '../../core/scheme/scheme.ts'
import type { Manifest } from './manifest.ts'

/** What a scheme wants signed off of a run: itself, the people set aside if there are any, and the run by its manifest. */
export function toSign(
  { signOff }: Pick<Scheme, 'signOff'>,
  name: string,
  { schemeHash, setAsideHash }: Pick<Manifest, 'schemeHash' | 'setAsideHash'>,
  manifestHash: string,
): readonly ToSign[] {
  const hashes = { scheme: schemeHash, set_aside: setAsideHash, run: manifestHash }
  return [...signOff].flatMap(([thing, roles]) => {
    const hash = hashes[thing]
    return hash === undefined ? [] : [{ thing, what: thing === 'run' ? name : thing, hash, roles }]
  })
}
