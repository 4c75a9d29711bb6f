/** Who signs what off before a run counts as final, and what was known on a day. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type LedgerStory, rowsOf, runOne, writeStory } from './support/ledger-bank.ts'
import { run, tempFolder } from './support/run.ts'

const STORY: LedgerStory = {
  story: '',
  defer: '{ share: 40%, round: 0.01, lots: 3, every: year }',
  periods: [],
  activity: ['2001-03-01, earned, P1, 1000'],
}

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

/** A bank whose scheme wants runs and itself signed off. */
function bank() {
  const [input, book] = [tempFolder(), join(tempFolder(), 'book')]
  const write = (story: LedgerStory = STORY) => {
    writeStory(story, input)
    const scheme = join(input, 'scheme.yaml')
    const roles = 'sign_off: { scheme: [approved], run: [prepared, reviewed, approved] }\n'
    writeFileSync(scheme, `${readFileSync(scheme, 'utf8')}${roles}`)
  }
  write()
  const approve = (...rows: string[]) =>
    writeFileSync(
      join(input, 'approvals.csv'),
      `what,hash,role,by,on\n${rows.map((row) => `${row},2002-01-05\n`).join('')}`,
    )
  const runs = (period: string) => runOne(STORY, input, period, book)
  const closes = (period: string) => run(['close', period, '--book', book, '--input', input])
  const manifest = (name: string) => hashOf(join(book, name, 'manifest.json'))
  return { input, book, write, approve, runs, closes, manifest }
}

describe('sign-off', () => {
  it('is told to be missing, and no period is closed without it', async () => {
    const { runs, closes, approve, manifest, input, book } = bank()
    const ran = await runs('2001')
    expect(ran.out).toContain(
      `To be signed off: 2001 (${manifest('2001')}); missing: prepared, reviewed, approved`,
    )
    expect((await closes('2001')).code).toBe(1)
    const [scheme, own] = [hashOf(join(input, 'scheme.yaml')), manifest('2001')]
    approve(
      `scheme,${scheme},approved,president`,
      `2001,${own},prepared,hr.li`,
      `2001,${own},reviewed,hr.wang`,
    )
    const partly = await closes('2001')
    expect([partly.code, partly.err.includes('missing: approved')]).toEqual([1, true])
    approve(
      `scheme,${scheme},approved,president`,
      ...[`2001,${own},prepared,hr.li`, `2001,${own},reviewed,hr.wang`, `2001,${own},approved,president`],
    )
    // Approvals are no part of the run that they are about.
    expect((await runs('2001')).out).toContain(`Signed off: 2001 (${own})`)
    expect((await closes('2001')).code).toBe(0)
    const seal = JSON.parse(readFileSync(join(book, '2001/seal.json'), 'utf8'))
    expect(seal.approvals.map(({ role, by }: Record<string, string>) => `${role} ${by}`)).toEqual([
      'approved president',
      'prepared hr.li',
      'reviewed hr.wang',
      'approved president',
    ])
  })

  it.each([
    ['of another hash', '2001,0000,approved,president', 'another hash'],
    ['by someone whom the run pays', '2001,HASH,approved,P1', 'paid by it'],
    ['by one person in two roles', '2001,HASH,reviewed,hr.li', 'prepared it already'],
  ])('%s does not count', async (_, row, why) => {
    const { runs, approve, manifest } = bank()
    await runs('2001')
    const own = manifest('2001')
    approve(`2001,${own},prepared,hr.li`, row.replace('HASH', own))
    const ran = await runs('2001')
    expect(ran.err).toContain('approval-refused')
    expect(ran.err).toContain(why)
    expect(ran.out).toContain('missing: reviewed, approved')
  })

  it('a corrected version stays a draft until it is signed off and closed', async () => {
    const { input, book, write, approve, runs, closes, manifest } = bank()
    await runs('2001')
    const scheme = `scheme,${hashOf(join(input, 'scheme.yaml'))},approved,president`
    const signed = (name: string) =>
      [
        ['prepared', 'hr.li'],
        ['reviewed', 'hr.wang'],
        ['approved', 'president'],
      ].map(([role, by]) => `${name},${manifest(name)},${role},${by}`)
    approve(scheme, ...signed('2001'))
    expect((await closes('2001')).code).toBe(0)
    write({ ...STORY, activity: ['2001-03-01, earned, P1, 1100'] })
    expect((await runs('2001')).out).toContain('as a draft')
    expect(existsSync(join(book, '2001.r2/seal.json'))).toBe(false)
    const corrected = () =>
      rowsOf(book, '2002', 'pay.csv').filter(({ component = '' }) => component.includes('correction'))
    await runs('2002')
    expect(corrected()).toEqual([])
    approve(scheme, ...signed('2001'), ...signed('2001.r2'))
    expect((await closes('2001.r2')).code).toBe(0)
    await runs('2002')
    expect(corrected()).toHaveLength(1)
  })
})

describe('as of a day', () => {
  it('a run uses the rules in force and the facts known then; the same question asked later has another answer', async () => {
    const [input, book] = [tempFolder(), tempFolder()]
    writeStory(STORY, input)
    const scheme = join(input, 'scheme.yaml')
    const dated = `values:\n  rate: { from: { 2001-01-01: { is: 1 }, 2001-10-01: { is: 2 } } }\n`
    writeFileSync(
      scheme,
      readFileSync(scheme, 'utf8')
        .replace('amount: earned', 'amount: earned * rate')
        .replace('measures:', `${dated}measures:`),
    )
    const header = 'id,manager_id,figure,value,mode,reason,requested_by,approved_by,known_on'
    writeFileSync(
      join(input, 'adjustments.csv'),
      `${header}\nJ1,P1,earned,50,add,Late,hr.li,president,2001-12-15\n`,
    )
    const paid = async (...more: string[]) => {
      const ran = await runOne(STORY, input, '2001', book, '--quiet', ...more)
      expect(ran.code, ran.err).toBe(0)
      return rowsOf(book, '2001', 'pay.csv')[0]?.amount
    }
    expect(await paid('--as-of', '2001-09-30')).toBe('1000.00')
    expect(await paid('--as-of', '2001-12-14')).toBe('2000.00')
    expect(await paid('--as-of', '2001-12-15')).toBe('2100.00')
    expect(await paid()).toBe('2100.00')
    expect(JSON.parse(readFileSync(join(book, '2001/manifest.json'), 'utf8')).options).toEqual({})
  })
})
