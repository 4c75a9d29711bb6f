/** Days of the quarter that the data fill: 2004Q1. */
export const DAYS = 91

/** How many managers own the accounts, unless a shape says otherwise. */
export const MANAGERS = 500

/** Products as exports name them, each with its least and greatest balance in fen. */
const PRODUCTS = [
  ['demand', 100_000, 20_000_000],
  ['term', 1_000_000, 50_000_000],
  ['savings', 50_000, 10_000_000],
  ['margin', 5_000_000, 100_000_000],
  ['loan', 10_000_000, 500_000_000],
]

/** Scrambles a whole number into 32 bits, the same on every machine. */
export function mix(seed) {
  const first = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b)
  const second = Math.imul(first ^ (first >>> 16), 0x45d9f3b)
  return (second ^ (second >>> 16)) >>> 0
}

/** The id of a manager by number, as every table names it. */
export const managerId = (number) => `M${String(number).padStart(4, '0')}`

/** The id of a client by number, as balances and assignments name it. */
export const clientId = (number) => `C${String(100_000_000 + number)}`

/** The number of accounts whose rows over the quarter come nearest to so many rows. */
export const accountsFor = (rows) => Math.round((rows / (98 * DAYS + 2 * 61)) * 100)

/** What one account keeps over the quarter: its owner, its product, its middle balance in fen, its first and last day. */
function accountAt(number, { managers = MANAGERS, clients, recent = 0 }) {
  const [product, least, most] = PRODUCTS[mix(number) % PRODUCTS.length]
  const client = clients === undefined ? number >> 1 : number % clients
  const fresh = recent > 0 && number >= managers
  return {
    head: `${6_222_000_000_000_000_000n + BigInt(number)},${clientId(client)},${product},`,
    tail: `,${managerId(client % managers)}\n`,
    fen: least + (mix(number + 0x9e3779b9) % (most - least)),
    opens: fresh ? DAYS - recent : recent === 0 && number % 100 === 17 ? 30 : 0,
    closes: recent === 0 && number % 100 === 67 ? 60 : DAYS - 1,
  }
}

/**
 * All accounts of a shape, column by column. `clients` shares the accounts out among so many clients (else two accounts a
 * client); `recent` opens every account but one a manager only so many days before the quarter's end.
 */
export function accountsOf(shape) {
  const { accounts } = shape
  const list = Array.from({ length: accounts }, (_, number) => accountAt(number, shape))
  const ends = new Uint32Array(accounts)
  list.forEach(({ head }, number) => {
    ends[number] = (number > 0 ? ends[number - 1] : 0) + head.length
  })
  return {
    heads: Buffer.from(list.map(({ head }) => head).join(''), 'latin1'),
    ends,
    tails: Buffer.from(list.map(({ tail }) => tail).join(''), 'latin1'),
    fen: Int32Array.from(list, ({ fen }) => fen),
    opens: Uint8Array.from(list, ({ opens }) => opens),
    closes: Uint8Array.from(list, ({ closes }) => closes),
  }
}
