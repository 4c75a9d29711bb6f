import { distance } from 'fastest-levenshtein'

/** Orders texts by Unicode code point: the one order of every list that the tool writes. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (x !== y) return rankOfUnit(x) - rankOfUnit(y)
  }
  return a.length - b.length
}

/** Surrogate units stand for code points above all others, so they sort after the units from U+E000. */
const rankOfUnit = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)

/** The name most like the one written, if any is near enough to have been meant. */
export function likeliest(written: string, known: Iterable<string>): string | undefined {
  let [best, least] = [undefined as string | undefined, Math.max(1, Math.floor(written.length / 2)) + 1]
  for (const name of [...known].sort(compareText)) {
    const far = distance(written.toLowerCase(), name.toLowerCase())
    if (far < least) [best, least] = [name, far]
  }
  return best
}
