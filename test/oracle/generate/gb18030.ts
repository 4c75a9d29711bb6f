/** Writes text as GB18030, by turning the platform's decoder around. */

/** The text as GB18030 bytes; undefined when it holds a character outside ASCII, the two-byte part and the planes above. */
export function encodeGb18030(text: string): Uint8Array | undefined {
  const codes = twoByteCodes()
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const pair = codes.get(character)
    if (code < 0x80) bytes.push(code)
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff)
    else if (code >= 0x10000) bytes.push(...fourBytes(code))
    else return undefined
  }
  return Uint8Array.from(bytes)
}

const cache = new Map<string, number>()

function twoByteCodes(): ReadonlyMap<string, number> {
  if (cache.size > 0) return cache
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = trail === 0x7f ? '' : decoder.decode(Uint8Array.of(lead, trail))
      if ([...text].length === 1 && text !== '\ufffd') cache.set(text, (lead << 8) | trail)
    }
  }
  return cache
}

/** The planes above the first lie in one row from 90 30 81 30 on. */
function fourBytes(code: number): number[] {
  const place = code - 0x10000
  return [
    0x90 + Math.floor(place / 12600),
    0x30 + (Math.floor(place / 1260) % 10),
    0x81 + (Math.floor(place / 10) % 126),
    0x30 + (place % 10),
  ]
}
