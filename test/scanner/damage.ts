import { encodeGb18030 } from '../oracle/generate/gb18030.ts'
import { numbersFrom } from './support.ts'

type Numbers = (below: number) => number

const PRODUCTS = ['demand', 'term', '活期存款', 'loan']
const WORDS = [
  '"',
  '""',
  ',',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '\u3000',
  '.',
  '-',
  '0',
  '9',
  'x',
  '余额',
  '\u{20000}',
  '\t',
  '\0',
]
const CELLS = [
  ...[
    '2004-02-30',
    '2004/01/05',
    '1e3',
    '+5',
    '1,234.50',
    '"1,234.50"',
    '１２',
    '.5',
    '5.',
    '12.345',
    '',
    ' x',
    'M9',
    '6.22E+15',
    'product',
  ],
  ...[
    'USD',
    'CNY',
    '"say ""hi"""',
    '"two\nlines"',
    '"open',
    'clo"sed',
    '99999999999999999999.99',
    '-0',
    '007',
  ],
]

/** How a bank may write its table, and what its `inputs.yaml` says of that. */
const STYLES = [
  { delimiter: ',', inputs: '' },
  { delimiter: ',', inputs: '' },
  {
    delimiter: ';',
    inputs: `balances:
  delimiter: ";"
  date: YYYY/M/D
  unit: { balance: 万元 }
  numbers: { thousands: yes, full_width: yes }
  values: { product: { 活期存款: demand }, manager_id: { m2: M2 } }
  products: [demand, term, loan]
`,
  },
] as const

type Style = (typeof STYLES)[number]

/** A sound file of a few accounts over a few days, in one of many styles; then damaged, more or less. */
export function damagedFile(seed: number): { readonly bytes: Buffer; readonly inputs: string } {
  const next = numbersFrom(seed)
  const style = pick(next, STYLES)
  return { bytes: damagedBytes(next, style), inputs: style.inputs }
}

function damagedBytes(next: Numbers, style: Style): Buffer {
  const lines = soundLines(next, style)
  const eol = pick(next, ['\n', '\n', '\r\n'])
  for (let times = next(4); times > 0; times--) damageLine(lines, next)
  let text = lines.map((line) => line + (next(30) === 0 ? '\r\n' : eol)).join('')
  if (next(6) === 0) text = text.slice(0, -eol.length)
  for (let times = next(3); times > 0; times--) text = damageText(text, next)
  if (next(8) === 0) text = `\uFEFF${text}`
  const bytes = (next(5) === 0 ? encodeGb18030(text.replace('\uFEFF', '')) : undefined) ?? Buffer.from(text)
  return next(6) === 0 ? damageBytes(bytes, next) : Buffer.from(bytes)
}

const pick = <T>(next: Numbers, items: readonly T[]): T => items[next(items.length)] as T

function soundLines(next: Numbers, { delimiter, inputs }: Style): string[] {
  const columns = ['date', 'account_id', 'client_id', 'product', 'balance', 'manager_id', 'currency', 'note']
  if (next(2) === 0) columns.splice(next(columns.length), 0, ...columns.splice(next(columns.length), 1))
  if (next(40) === 0) columns.push('产品')
  const quoted = next(3) === 0
  const quote = (text: string) => (quoted || next(20) === 0 ? `"${text}"` : text)
  const accounts = Array.from({ length: 1 + next(5) }, (_, index) => ({
    account: `${6222 + index}${pick(next, ['', '行', ' a'])}${index}`,
    product: pick(next, PRODUCTS),
    manager: pick(next, ['M1', 'M2', '__proto__', '']),
    currency: pick(next, ['', '', 'CNY']),
  }))
  const lines = [columns.join(delimiter)]
  for (let day = 25; day < 25 + 3 + next(6); day++) {
    const plain = day <= 31 ? `2004-01-${day}` : `2004-02-0${day - 31}`
    const date = inputs === '' ? plain : `2004/${day <= 31 ? 1 : 2}/${day <= 31 ? day : day - 31}`
    for (const { account, product, manager, currency } of accounts) {
      const balance = `${next(3) === 0 ? '-' : ''}${next(1_000_000)}${pick(next, ['', '.5', '.07', '.10'])}`
      const cells: Record<string, string> = { date, account_id: account, client_id: 'C1', product, balance }
      Object.assign(cells, { manager_id: manager, currency, note: pick(next, ['', 'x', 'a b']) })
      lines.push(columns.map((column) => quote(cells[column] ?? '')).join(delimiter))
    }
  }
  return lines
}

function damageLine(lines: string[], next: Numbers): void {
  const at = next(lines.length)
  const line = lines[at] ?? ''
  const cells = line.split(',')
  switch (next(7)) {
    case 6:
      lines.push(`合计${line.replace(/[^,;]/g, '')}`)
      break
    case 0:
      cells[next(cells.length)] = pick(next, CELLS)
      lines[at] = cells.join(',')
      break
    case 1:
      lines.splice(at, 0, line)
      break
    case 2:
      lines.splice(at, 0, '')
      break
    case 3:
      lines[at] = cells.slice(0, -1).join(',')
      break
    case 4:
      lines[at] = `${line},more`
      break
    default:
      lines.splice(next(lines.length), 0, ...lines.splice(at, 1))
  }
}

function damageText(text: string, next: Numbers): string {
  const at = next(text.length + 1)
  switch (next(4)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1 + next(3))
    case 1:
      return next(10) === 0 ? text.slice(0, at) + 'long'.repeat(200) + text.slice(at) : text
    default:
      return text.slice(0, at) + pick(next, WORDS) + text.slice(at)
  }
}

function damageBytes(bytes: Uint8Array, next: Numbers): Buffer {
  const damaged = Buffer.from(bytes)
  if (next(10) === 0) return Buffer.from(pick(next, ['', '\n', '\n\r\n', '\uFEFF']))
  for (let times = 1 + next(2); times > 0 && damaged.length > 0; times--) {
    damaged[next(damaged.length)] = pick(next, [0xff, 0x80, 0x81, 0xe4, 0x22, 0x0a, 0x0d, 0x2c, 0, next(256)])
  }
  return damaged
}
