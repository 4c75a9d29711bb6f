import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { summed } from '../engines/support.ts'
import { GB18030 } from './gb18030.ts'

// Small limits, so that a file is only glanced at before and read in several parts.
vi.mock('../../src/engines/csv/limits.ts', async (original) => ({
  ...(await original<object>()),
  MOST_RECORD: 512,
  MOST_GLANCED: 100,
  LEAST_PART: 40,
}))

/** A row as it is meant. */
interface Meant {
  readonly day: number
  readonly account: string
  readonly client: string
  readonly product: string
  readonly fen: bigint
  readonly manager: string
}

/** A way in which a bank writes its balances. */
interface Style {
  readonly delimiter: ',' | ';' | '|' | '\t'
  readonly encoding: 'utf-8' | 'gb18030'
  readonly date: 'YYYY-MM-DD' | 'YYYY/M/D' | 'YYYYMMDD' | 'YYYY年M月D日'
  readonly thousands: boolean
  readonly fullWidth: boolean
  readonly unit: 'yuan' | '万元'
  readonly words: boolean
  readonly quoted: boolean
  readonly files: number
}

const WORDS: Readonly<Record<string, string>> = { demand: '活期', term: '定期', 亅: '保证金' }
const COLUMNS = 'date,account_id,client_id,product,balance,manager_id'

const wide = (text: string) =>
  text.replace(/[-\d.,/]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

function dayIn(day: number, { date }: Style): string {
  const padded = `${day}`.padStart(2, '0')
  if (date === 'YYYY-MM-DD') return `2004-03-${padded}`
  if (date === 'YYYYMMDD') return `200403${padded}`
  return date === 'YYYY/M/D' ? `2004/3/${day}` : `2004年03月${day}日`
}

function numberIn(fen: bigint, { unit, thousands }: Style): string {
  const places = unit === 'yuan' ? 2 : 6
  const digits = (fen < 0n ? -fen : fen).toString().padStart(places + 1, '0')
  const whole = digits.slice(0, -places)
  const grouped = thousands ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole
  return `${fen < 0n ? '-' : ''}${grouped}.${digits.slice(-places)}`
}

function lineIn({ day, account, client, product, fen, manager }: Meant, index: number, style: Style): string {
  const dressed = (text: string) =>
    style.fullWidth && (index + fen.toString().length) % 3 === 0 ? wide(text) : text
  const cells = [
    dressed(dayIn(day, style)),
    account,
    client,
    style.words ? (WORDS[product] ?? product) : product,
    dressed(numberIn(fen, style)),
    manager,
  ]
  const quote = (cell: string) => (style.quoted || cell.includes(style.delimiter) ? `"${cell}"` : cell)
  return cells.map(quote).join(style.delimiter)
}

function filesIn(rows: readonly Meant[], style: Style): Readonly<Record<string, string | Uint8Array>> {
  const { delimiter, encoding, date, unit } = style
  const said = {
    ...{ file: 'out/*.txt', delimiter, encoding, date, unit: { balance: unit } },
    numbers: { thousands: style.thousands ? 'yes' : 'no', full_width: style.fullWidth ? 'yes' : 'no' },
    values: { product: Object.fromEntries(Object.entries(WORDS).map(([meant, word]) => [word, meant])) },
    products: Object.keys(WORDS),
    expect: { rows: `${rows.length}` },
  }
  const files: Record<string, string | Uint8Array> = { 'inputs.yaml': JSON.stringify({ balances: said }) }
  for (let file = 0; file < style.files; file++) {
    const own = rows.filter((_, index) => index % style.files === file)
    const lines = [
      COLUMNS.replaceAll(',', delimiter),
      ...own.map((row, index) => lineIn(row, index, style)),
      '',
    ]
    files[`out/${file}.txt`] = encoding === 'gb18030' ? GB18030(lines) : lines.join('\n')
  }
  return files
}

const PLAIN: Style = {
  ...{ delimiter: ',', encoding: 'utf-8', date: 'YYYY-MM-DD', unit: 'yuan', files: 1 },
  ...{ thousands: false, fullWidth: false, words: false, quoted: false },
}

const style: fc.Arbitrary<Style> = fc.record({
  delimiter: fc.constantFrom(',', ';', '|', '\t'),
  encoding: fc.constantFrom('utf-8', 'gb18030'),
  date: fc.constantFrom('YYYY-MM-DD', 'YYYY/M/D', 'YYYYMMDD', 'YYYY年M月D日'),
  thousands: fc.boolean(),
  fullWidth: fc.boolean(),
  unit: fc.constantFrom('yuan', '万元'),
  words: fc.boolean(),
  quoted: fc.boolean(),
  files: fc.integer({ min: 1, max: 3 }),
})

/** Accounts that each have a row a day. */
const rows: fc.Arbitrary<readonly Meant[]> = fc
  .record({
    days: fc.integer({ min: 1, max: 6 }),
    accounts: fc.uniqueArray(
      fc.record({
        account: fc.constantFrom('0001', '001', '亅', 'A 亅9', '62284', '行1', 'a,b', 'x;y', 'p|q'),
        client: fc.constantFrom('C1', '亅', '客户2'),
        product: fc.constantFrom('demand', 'term', '亅'),
        manager: fc.constantFrom('M1', 'M2', ''),
        fen: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      }),
      { selector: ({ account }) => account, minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ days, accounts }) =>
    Array.from({ length: days }, (_, day) =>
      accounts.map((row) => ({ ...row, day: day + 1, fen: row.fen * BigInt((day % 3) - 1) + BigInt(day) })),
    ).flat(),
  )

it('balances in any style mean the same sums', async () => {
  await fc.assert(
    fc.asyncProperty(rows, style, async (meant, dress) => {
      const [plain, found] = [await summed(filesIn(meant, PLAIN)), await summed(filesIn(meant, dress))]
      expect(found.told).toEqual(plain.told)
      expect(plain.told).toEqual([])
      expect([found.sums.rows, found.sums.cells]).toEqual([plain.sums.rows, plain.sums.cells])
    }),
    { numRuns: 150 },
  )
})
