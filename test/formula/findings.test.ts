import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/core/findings/finding.ts'
import { FORMULA_SENTENCES } from '../../src/core/findings/formulas.ts'
import { fill } from '../../src/core/findings/sentence.ts'
import { SENTENCES } from '../../src/core/findings/sentences.ts'
import type { TypeInfo } from '../../src/core/formula/vocabulary.ts'
import { RATINGS, read } from './support.ts'

/** Formula, and for each finding its code and the offset where it stands. */
type Fault = readonly [code: keyof typeof FORMULA_SENTENCES, offset: number]
const FAULTS: readonly (readonly [text: string, ...faults: readonly Fault[]])[] = [
  ['', ['formula-syntax', 0]],
  ['   ', ['formula-syntax', 3]],
  [`1${' '.repeat(10_000)}`, ['formula-long', 0]],
  ['deposits ？ 2', ['formula-character', 9]],
  [
    'deposits == 2 && fees ≥ 3',
    ['formula-character', 9],
    ['formula-character', 14],
    ['formula-character', 22],
  ],
  ['max（1，2）', ['formula-character', 3], ['formula-character', 5], ['formula-character', 7]],
  ['rating = “basic”', ['formula-character', 9], ['formula-character', 15]],
  ['deposits * 80％', ['formula-character', 13]],
  ['target.', ['formula-character', 6]],
  ['1 + 1e3', ['formula-number', 4]],
  ['1_000', ['formula-number', 0]],
  ['.5 + 5.', ['formula-number', 0], ['formula-number', 5]],
  ['３ * 2', ['formula-number', 0]],
  ['300万元', ['formula-number', 0]],
  ['deposits > 3,000,000', ['formula-number', 13], ['formula-number', 17]],
  ['manager.left_on < 2004-02-30', ['formula-day', 18]],
  ['manager.left_on < 2004-2-3', ['formula-day', 18]],
  ['rating = "basic', ['formula-quote', 9]],
  ['1 +', ['formula-syntax', 3]],
  ['1 2', ['formula-syntax', 2]],
  ['(1 + 2', ['formula-syntax', 6]],
  ['1)', ['formula-syntax', 1]],
  ['max(1, )', ['formula-syntax', 7]],
  ['max(1 2)', ['formula-syntax', 6]],
  ['floor_of[grade', ['formula-syntax', 14]],
  ['absent_twice = not yes', ['formula-syntax', 15]],
  ['total >= 90 AND yes', ['formula-syntax', 12]],
  ['* 2', ['formula-syntax', 0]],
  ['max(1)(2)', ['formula-syntax', 6]],
  ['1 < total < 5', ['formula-chained', 10]],
  ['1 = 1 = yes', ['formula-chained', 6]],
  ['deposit + feees', ['formula-name', 0], ['formula-name', 10]],
  ['rating = excelent', ['formula-name', 9]],
  ['deposits[1]', ['formula-brackets', 0]],
  ['nowhere[1]', ['formula-name', 0]],
  ['price[grade]', ['formula-brackets', 0]],
  ['1 + deposits(3)', ['formula-brackets', 4]],
  ['max[1]', ['formula-brackets', 0]],
  ['1 + tiers', ['formula-no-brackets', 4]],
  ['max', ['formula-no-brackets', 0]],
  ['(clmap(1, 2, oops))', ['formula-function', 1], ['formula-name', 13]],
  ['clamp(1, 2)', ['formula-arguments', 0]],
  ['1 + max()', ['formula-arguments', 4]],
  ['days_in_post(1)', ['formula-arguments', 0]],
  ['previous(total, 1, 2)', ['formula-arguments', 0]],
  ['tiers(1, 2)', ['formula-arguments', 0]],
  ['mean(lot.balance) > lot.balance', ['formula-of-lot', 5]],
  ['count(yes where event.dismissal) > 0', ['formula-of-lot', 16]],
  ['by_part(part.days * lot.balance)', ['formula-of-lot', 20]],
  ['max(1 over team)', ['formula-group', 11]],
  ['tiers(1 where yes)', ['formula-group', 14]],
  ['sum(1 over team, 2)', ['formula-syntax', 15]],
  ['sum(1 where yes over team)', ['formula-syntax', 16]],
  ['count(yes where 1) + sum(rating)', ['formula-type', 16], ['formula-type', 25]],
  ['previous(total * 2)', ['formula-figure-name', 9]],
  ['latest(price)', ['formula-figure-name', 7]],
  ['previous(oops)', ['formula-name', 9]],
  ['rating * 2 + (grade)', ['formula-type', 0], ['formula-type', 14]],
  ['-rating', ['formula-type', 1]],
  ['not deposits', ['formula-type', 4]],
  ['deposits and yes', ['formula-type', 0]],
  ['rating < "z"', ['formula-type', 0], ['formula-type', 9]],
  ['tiers(rating)', ['formula-type', 6]],
  ['if(1, 2, 3)', ['formula-type', 3]],
  ['floor_of[1]', ['formula-type', 9]],
  ['previous(total, rating)', ['formula-type', 16]],
  ['deposits = rating', ['formula-types', 11]],
  ['deposits < period.last_day', ['formula-types', 11]],
  ['if(yes, 1, basic)', ['formula-types', 11]],
  ['previous(rating) otherwise 0', ['formula-types', 27]],
  ['rating = bronze', ['formula-text', 9]],
  ['"excelent" <> rating', ['formula-text', 0]],
  ['floor_of[basic]', ['formula-text', 9]],
  ['higher(active)', ['formula-text', 7]],
  ['rating = grade', ['formula-lists', 0]],
  ['floor_of[rating]', ['formula-lists', 9]],
  ['higher(rating)', ['formula-lists', 7]],
  ['previous(total, 0)', ['formula-whole', 16]],
  ['previous(total, -1)', ['formula-whole', 16]],
  ['previous(total, 1.5)', ['formula-whole', 16]],
  [`${'('.repeat(201)}1${')'.repeat(201)}`, ['formula-deep', 200]],
]

const lines = ({ code, place, facts }: Finding): readonly string[] =>
  (['en', 'zh'] as const).map((language) => {
    const [found, remedy] = SENTENCES[code][language].map((text) => fill(text, facts, language))
    return `  ${place.line}:${place.column} ${code} ${found} ${remedy}`
  })

describe('a faulty formula', () => {
  it.each(FAULTS.map(([text, ...faults]) => ({ text, faults, short: text.slice(0, 50) })))(
    '$short',
    ({ text, faults }) => {
      const { findings, info } = read(text)
      const found = findings.map(({ code, place }) => [code, place.line, place.column])
      expect(found).toEqual(faults.map(([code, offset]) => [code, 7, 11 + offset]))
      expect(info).toBeUndefined()
    },
  )

  it('is told of in plain words', async () => {
    const told = FAULTS.map(([text]) => [text.trimEnd().slice(0, 60), ...read(text).findings.flatMap(lines)])
    await expect(`${told.map((each) => each.join('\n')).join('\n\n')}\n`).toMatchFileSnapshot('faults.txt')
  })

  it('is placed by the scheme reader where its text folds', () => {
    const locate = (offset: number) => ({ line: 100 + offset, column: 3 })
    const { findings } = read('1 + oops', undefined, { place: { file: 'a.yaml' }, locate })
    expect(findings.map(({ place }) => place)).toEqual([
      { file: 'a.yaml', line: 104, column: 3, value: 'oops' },
    ])
  })

  it('is told from what its place asks for', () => {
    const wanting = (text: string, wanted: TypeInfo) =>
      read(text, undefined, undefined, wanted).findings.map(({ code, place }) => [code, place.column])
    expect(wanting('total >= 90', { type: 'yesno' })).toEqual([])
    expect(wanting('total', { type: 'yesno' })).toEqual([['formula-gives', 11]])
    expect(wanting('bronze', { type: 'text', domain: RATINGS })).toEqual([['formula-text', 11]])
    expect(wanting('grade', { type: 'text', domain: RATINGS })).toEqual([['formula-lists', 11]])
    expect(wanting('faulty', { type: 'yesno' })).toEqual([])
  })
})

describe('the sentences', () => {
  it('are all shown above, or belong to one person', () => {
    const shown = new Set<string>(FAULTS.flatMap(([, ...faults]) => faults.map(([code]) => code)))
    const missing = Object.entries(FORMULA_SENTENCES).filter(
      ([code, { exit }]) => exit === 3 && !shown.has(code),
    )
    expect(missing.map(([code]) => code)).toEqual(['formula-gives'])
  })

  it('leave no slot open in either language', () => {
    for (const [text] of FAULTS) {
      for (const { code, facts } of read(text).findings) {
        for (const language of ['en', 'zh'] as const) {
          const slots = SENTENCES[code][language].join('').match(/\{(\w+)\}/g) ?? []
          for (const slot of slots) expect(Object.keys(facts)).toContain(slot.slice(1, -1))
          expect(fill(SENTENCES[code][language][0], facts, language)).not.toContain('undefined')
        }
      }
    }
  })
})

describe('what a formula gives', () => {
  it.each([
    ['total', { type: 'number' }],
    ['rating', { type: 'text', domain: RATINGS }],
    ['previous(rating)', { type: 'text', domain: RATINGS }],
    ['if(total > 3, excellent, rating)', { type: 'text', domain: RATINGS }],
    ['if(total > 3, excellent, basic)', { type: 'text', domain: RATINGS }],
    ['rating otherwise "unrated"', { type: 'text' }],
    ['if(yes, rating, team)', { type: 'text' }],
    ['if(yes, rating, grade)', { type: 'text' }],
    ['"free"', { type: 'text' }],
    ['total = 1 or absent_twice', { type: 'yesno' }],
    ['add_months(period.last_day, -3)', { type: 'day' }],
    ['faulty * 2', { type: 'number' }],
    ['faulty', undefined],
    ['if(faulty, 1, 2)', { type: 'number' }],
    ['max(faulty, 1) = faulty', { type: 'yesno' }],
  ])('%s', (text, wanted) => {
    const { info, findings } = read(text)
    expect(findings).toEqual([])
    expect(info).toEqual(wanted)
  })
})
