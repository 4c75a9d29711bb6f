const decoder = new TextDecoder('gb18030')

/** The two bytes of every character that GB18030 writes with two. */
const PAIRS: ReadonlyMap<string, Buffer> = new Map(
  Array.from({ length: 126 * 191 }, (_, index) => {
    const pair = Buffer.from([0x81 + Math.floor(index / 191), 0x40 + (index % 191)])
    return [decoder.decode(pair), pair] as const
  }),
)

/** Lines as GB18030, of characters that take one byte or two. */
export const GB18030 = (lines: readonly string[]): Buffer =>
  Buffer.concat([...lines.join('\n')].map((character) => PAIRS.get(character) ?? Buffer.from(character)))
