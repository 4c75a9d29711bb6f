/** A book over years: closing, seals, corrected versions of closed periods, and what open periods carry of them. */
import { generateKeyPairSync } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runIn, soundBank } from './support/broken.ts'
import { type LedgerStory, linesOf, rowsOf, runOne, totalOf, writeStory } from './support/ledger-bank.ts'
import { filesIn, run, tempFolder } from './support/run.ts'

const STORY: LedgerStory = {
  story: 'a bonus of 1,000, of which 40% is kept in three lots: 133.33, 133.33, 133.34',
  defer: '{ share: 40%, round: 0.01, lots: 3, every: year }',
  periods: [],
  people: ['P1,甲,east,', 'P2,乙,east,'],
  activity: ['2001-03-01, earned, P1, 1000', '2001-03-01, earned, P2, 500'],
}

/** The same bank with another bonus of P1 in 2001. */
const earning = (amount: string, ...more: string[]): LedgerStory => ({
  ...STORY,
  activity: [`2001-03-01, earned, P1, ${amount}`, '2001-03-01, earned, P2, 500', ...more],
})

class Bank {
  readonly input = tempFolder()
  readonly book = join(tempFolder(), 'book')
  story: LedgerStory

  constructor(story: LedgerStory) {
    this.story = story
    writeStory(story, this.input)
  }

  /** From now on the exports say something else. */
  becomes(story: LedgerStory): void {
    this.story = story
    writeStory(story, this.input)
  }

  async runs(period: string, ...more: string[]): Promise<void> {
    const ran = await runOne(this.story, this.input, period, this.book, '--quiet', ...more)
    expect([ran.code, ran.err]).toEqual([0, ''])
  }

  closes = (period: string, ...more: string[]) => run(['close', period, '--book', this.book, ...more])
}

/** A bank whose 2001 is closed. */
async function closedBank(): Promise<Bank> {
  const bank = new Bank(STORY)
  await bank.runs('2001')
  expect((await bank.closes('2001')).code).toBe(0)
  return bank
}

const corrections = (book: string, period: string): readonly string[] =>
  rowsOf(book, period, 'pay.csv')
    .filter(({ component = '' }) => component.includes('.correction.'))
    .map(({ manager_id, component, amount, paid_now, deferred }) =>
      [manager_id, component, amount, paid_now, deferred].join(' '),
    )

const corrected = (book: string, period: string): readonly string[] =>
  linesOf(book, period).filter((line) => line.includes(' adjusted '))

describe('the list of a book', () => {
  it('tells what each period comes to, and leaves empty what a damaged file would tell', async () => {
    const bank = new Bank(STORY)
    await bank.runs('2001')
    const listed = async () => {
      const { out } = await run(['book', '--book', bank.book, '--json'])
      const [{ people, pay, paid_now, deferred, open_balance, wrong }] = JSON.parse(out).periods
      return [people, pay, paid_now, deferred, open_balance, wrong]
    }
    // Of 1,500 40% are kept.
    expect(await listed()).toEqual([2, '1500.00', '900.00', '600.00', '600.00', []])
    writeFileSync(join(bank.book, '2001', 'pay.csv'), 'manager_id\n')
    expect(await listed()).toEqual([null, null, null, null, '600.00', ['book-changed']])
    rmSync(join(bank.book, '2001', 'deferred_totals.csv'))
    expect(await listed()).toEqual([null, null, null, null, null, ['book-changed']])
  })
})

describe('a closed period', () => {
  it('comes out the same: nothing is written', async () => {
    const bank = await closedBank()
    const before = filesIn(join(bank.book, '2001'))
    await bank.runs('2001')
    expect(readdirSync(bank.book)).toEqual(['2001'])
    expect(filesIn(join(bank.book, '2001'))).toEqual(before)
  })

  it('is corrected beside itself; the next open period carries the difference with its origin', async () => {
    const bank = await closedBank()
    const before = filesIn(join(bank.book, '2001'))
    bank.becomes(earning('1100'))
    await bank.runs('2001')
    expect(filesIn(join(bank.book, '2001'))).toEqual(before)
    await bank.runs('2002')
    // 40% of 1,100 is 440: 146.66, 146.67, 146.67.
    expect(corrections(bank.book, '2002')).toEqual(['P1 bonus.correction.2001.r2 100.00 60.00 40.00'])
    expect(linesOf(bank.book, '2002').filter((line) => line.includes('/P1/'))).toEqual([
      '2001/P1/1 2002-01-01 adjusted 13.33 146.66 2001.r2',
      '2001/P1/1 2002-12-31 due 146.66 146.66',
      '2001/P1/1 2002-12-31 released 146.66 146.66',
      '2001/P1/1 2002-12-31 paid 146.66 0.00',
      '2001/P1/2 2002-01-01 adjusted 13.34 146.67 2001.r2',
      '2001/P1/3 2002-01-01 adjusted 13.33 146.67 2001.r2',
    ])
  })

  it('is corrected again by the difference since the last version only, also after it was carried', async () => {
    const bank = await closedBank()
    bank.becomes(earning('1100'))
    await bank.runs('2001')
    await bank.runs('2002')
    expect((await bank.closes('2002')).code).toBe(0)
    bank.becomes(earning('1000'))
    await bank.runs('2001')
    await bank.runs('2003')
    expect(readdirSync(bank.book)).toEqual(['2001', '2001.r2', '2001.r3', '2002', '2003'])
    expect(corrections(bank.book, '2003')).toEqual(['P1 bonus.correction.2001.r3 -100.00 -60.00 -40.00'])
    // The first lot was paid with 13.33 too much, which is owed back.
    expect(corrected(bank.book, '2003')).toEqual([
      '2001/P1/1 2003-01-01 adjusted -13.33 -13.33 2001.r3',
      '2001/P1/2 2003-01-01 adjusted -13.34 133.33 2001.r3',
      '2001/P1/3 2003-01-01 adjusted -13.33 133.34 2001.r3',
    ])
  })

  it('a reversal of a reversal comes to exactly nothing in the period that carries both', async () => {
    const bank = await closedBank()
    for (const amount of ['1100', '1000', '1234.56', '1000']) {
      bank.becomes(earning(amount))
      await bank.runs('2001')
    }
    await bank.runs('2002')
    const fen = (text = '') => BigInt(text.replace('.', ''))
    const carried = rowsOf(bank.book, '2002', 'pay.csv').filter(({ component = '' }) =>
      component.includes('correction'),
    )
    expect(carried).toHaveLength(4)
    for (const column of ['amount', 'paid_now', 'deferred'])
      expect(carried.reduce((sum, row) => sum + fen(row[column]), 0n)).toBe(0n)
    expect(totalOf(bank.book, '2002')).toBe('600.00 0.00 199.99 0.00 0.00 0.00 400.01')
  })

  it('lists the proposals that would now be other ones and changes none', async () => {
    const bank = await closedBank()
    bank.becomes(earning('1100'))
    await bank.runs('2001')
    expect(readFileSync(join(bank.book, '2001.r2/changed_decisions.csv'), 'utf8').split('\n')).toHaveLength(2)
  })

  it('refuses to be closed again, and an event that is dated into it', async () => {
    const bank = await closedBank()
    expect((await bank.closes('2001')).code).toBe(5)
    bank.becomes({ ...STORY, events: ['E1 2001-12-01 P1 malus all x0.5'] })
    const ran = await runOne(bank.story, bank.input, '2002', bank.book)
    expect([ran.code, ran.err.includes('event-closed')]).toEqual([5, true])
    expect(existsSync(join(bank.book, '2002'))).toBe(false)
  })
})

/** A new pair of keys, each in a file of its own. */
function keyFiles(): { readonly secret: string; readonly open: string } {
  const folder = tempFolder()
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const [secret, open] = [join(folder, 'secret.pem'), join(folder, 'public.pem')]
  writeFileSync(secret, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  writeFileSync(open, publicKey.export({ type: 'spki', format: 'pem' }))
  return { secret, open }
}

describe('the seals', () => {
  it('stand in one chain, of which the first file that differs is told', async () => {
    const bank = await closedBank()
    await bank.runs('2002')
    expect((await bank.closes('2002')).code).toBe(0)
    for (const file of ['2001/pay.csv', '2001/seal.json', '2002/manifest.json']) {
      const broken = tempFolder()
      cpSync(bank.book, broken, { recursive: true })
      const text = readFileSync(join(broken, file), 'utf8')
      writeFileSync(join(broken, file), text.replace('1', '2'))
      const ran = await runOne(STORY, bank.input, '2003', broken)
      expect(ran.code, file).toBe(5)
      expect(ran.err).toContain(`${file} seal-broken`)
      expect(readdirSync(broken)).toEqual(['2001', '2002'])
    }
  })

  it('of a period that has gone are missed', async () => {
    const bank = await closedBank()
    await bank.runs('2002')
    await bank.closes('2002')
    rmSync(join(bank.book, '2001'), { recursive: true })
    const ran = await run(['book', '--book', bank.book])
    expect([ran.code, ran.err.includes('seal-chain')]).toEqual([5, true])
  })

  it('that are taken away are missed by what was made after them', async () => {
    const bank = await closedBank()
    await bank.runs('2002')
    rmSync(join(bank.book, '2001/seal.json'))
    const ran = await runOne(STORY, bank.input, '2001', bank.book)
    expect([ran.code, ran.err.includes('seal-chain')]).toEqual([5, true])
  })

  it('are set in time: not before an earlier period is closed', async () => {
    const bank = new Bank(STORY)
    await bank.runs('2001')
    await bank.runs('2002')
    expect((await bank.closes('2002')).code).toBe(1)
    expect((await bank.closes('2001')).code).toBe(0)
    expect((await bank.closes('2002')).code).toBe(0)
  })

  it('can be signed, which anyone checks with the public key', async () => {
    const { secret, open } = keyFiles()
    const bank = new Bank(STORY)
    await bank.runs('2001')
    expect((await bank.closes('2001', '--key', secret)).code).toBe(0)
    expect((await run(['book', '--book', bank.book, '--key', open])).code).toBe(0)
    const ran = await run(['book', '--book', bank.book, '--key', keyFiles().open])
    expect([ran.code, ran.err.includes('seal-signature')]).toEqual([5, true])
    const seal = JSON.parse(readFileSync(join(bank.book, '2001/seal.json'), 'utf8'))
    seal.approvals.push({ what: 'scheme', hash: '0', role: 'approved', by: 'nobody', on: '2001-01-01' })
    writeFileSync(join(bank.book, '2001/seal.json'), JSON.stringify(seal))
    expect((await run(['book', '--book', bank.book])).code).toBe(5)
  })
})

describe('a book of the first format', () => {
  it('is read: what its sheets of deferred pay granted is looked at when due; one of a later format is refused', async () => {
    const bank = new Bank(STORY)
    await bank.runs('2001')
    const path = join(bank.book, '2001/manifest.json')
    const manifest = JSON.parse(readFileSync(path, 'utf8'))
    for (const file of ['ledger.csv', 'deferred_totals.csv', 'months.csv'])
      rmSync(join(bank.book, '2001', file))
    const outputs = manifest.outputs.filter(({ file }: { file: string }) =>
      existsSync(join(bank.book, '2001', file)),
    )
    writeFileSync(path, JSON.stringify({ ...manifest, format: 1, outputs }))
    await bank.runs('2002')
    expect(linesOf(bank.book, '2002').filter((line) => line.startsWith('2001/P1/1'))).toEqual([
      '2001/P1/1 2002-12-31 due 133.33 133.33',
      '2001/P1/1 2002-12-31 released 133.33 133.33',
      '2001/P1/1 2002-12-31 paid 133.33 0.00',
    ])
    writeFileSync(path, JSON.stringify({ ...manifest, format: 99, outputs }))
    const ran = await runOne(STORY, bank.input, '2002', bank.book)
    expect([ran.code, ran.err.includes('book-format')]).toEqual([3, true])
  })
})

describe('an open period', () => {
  it('is made anew whole; what was made from it is told to be out of date', async () => {
    const bank = new Bank(STORY)
    await bank.runs('2001')
    await bank.runs('2002')
    bank.becomes(earning('1100'))
    await bank.runs('2001')
    const ran = await run(['book', '--book', bank.book])
    expect([ran.code, ran.err.includes('book-stale')]).toEqual([0, true])
    const closing = await bank.closes('2001')
    expect(closing.code).toBe(0)
    const refused = await bank.closes('2002')
    expect([refused.code, refused.err.includes('close-stale')]).toEqual([1, true])
  })

  it('cannot be run over a gap while lots stand open', async () => {
    const bank = new Bank(STORY)
    await bank.runs('2001')
    const ran = await runOne(STORY, bank.input, '2003', bank.book)
    expect([ran.code, ran.err.includes('book-gap')]).toEqual([1, true])
  })

  it('goes on with lots of people whom the exports do not name any more', async () => {
    const bank = new Bank(STORY)
    await bank.runs('2001')
    bank.becomes({
      ...STORY,
      people: ['P1,甲,east,'],
      activity: ['2002-03-01, earned, P1, 100'],
      events: ['E1 2002-03-01 P2 malus all 0.03'],
    })
    await bank.runs('2002')
    // 40% of 500: 66.66, 66.67, 66.67; of 3 fen each lot gives one.
    expect(linesOf(bank.book, '2002').filter((line) => line.includes('/P2/1'))).toEqual([
      '2001/P2/1 2002-03-01 forfeited 0.01 66.65 E1',
      '2001/P2/1 2002-12-31 due 66.65 66.65',
      '2001/P2/1 2002-12-31 released 66.65 66.65',
      '2001/P2/1 2002-12-31 paid 66.65 0.00',
    ])
  })

  it('shows with a dry run what an event would do, and writes nothing', async () => {
    const bank = new Bank({ ...STORY, events: ['E1 2002-03-01 P1 malus all x0.5'] })
    await bank.runs('2001')
    const ran = await runOne(bank.story, bank.input, '2002', bank.book, '--dry-run')
    expect(ran.code).toBe(0)
    expect(ran.out).toMatch(/2001\/P1\/bonus\/1\s+2002-03-01\s+forfeited\s+66\.67\s+66\.66\s+E1/)
    expect(readdirSync(bank.book)).toEqual(['2001'])
  })
})

describe('days of a closed period in a later export', () => {
  const header = 'date,account_id,client_id,product,balance,manager_id'
  const balances = (...days: readonly (readonly [day: string, balance: string])[]): string =>
    [header, ...days.map(([day, balance]) => `${day},A1,C1,demand,${balance},M1`)].join('\n')

  it.each([
    ['the same', ['2024-03-30', '5'], ['2024-03-31', '7'], false],
    ['the last one alone, as a base', undefined, ['2024-03-31', '8'], false],
    ['the same, with another sum', ['2024-03-30', '5'], ['2024-03-31', '8'], true],
  ] as const)('%s', async (_, first, last, warns) => {
    const folder = soundBank()
    const put = (file: string, content: string) => writeFileSync(join(folder, 'input', file), `${content}\n`)
    put('balances.csv', balances(['2024-03-30', '5'], ['2024-03-31', '7']))
    expect((await runIn(folder, 'quarter --input input --out book')).code).toBe(0)
    expect((await runIn(folder, 'close 2024Q1 --book book')).code).toBe(0)
    put('inputs.yaml', 'balances: { snapshots: changes }')
    put('activity.csv', 'date,kind,manager_id,quantity\n2024-06-30,visit,M1,3')
    put('targets.csv', 'scope,target,period,value\nall,deposits,2024Q2,1000')
    put('balances.csv', balances(...(first ? [first] : []), last, ['2024-06-30', '9']))
    const ran = await runIn(folder, 'quarter --input input --out book')
    expect([ran.code, ran.err.includes('closed-days-changed')]).toEqual([0, warns])
  })
})
