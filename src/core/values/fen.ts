const MONEY = /^-?\d+\.\d\d$/

/** Fen as yuan with two decimals. */
export function printFen(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0')
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** The fen of money as `printFen` has printed it; undefined for any other text. */
export const parseFen = (text: string): bigint | undefined =>
  MONEY.test(text) ? BigInt(text.replace('.', '')) : undefined

/** The fen of money in a file that the program has written and whose hash was looked at; throws for any other text. */
export function fenIn(text: string | undefined): bigint {
  const fen = parseFen(text ?? '')
  if (fen === undefined) throw new Error(`"${text}" is no money that was printed here.`)
  return fen
}
