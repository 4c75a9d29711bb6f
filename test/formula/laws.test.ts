import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Findings } from '../../src/core/findings/finding.ts'
import { evaluate, parseFormula } from '../../src/core/formula/formula.ts'
import { parseExact } from '../../src/core/values/exact.ts'
import { type Fraction, minus, over, parse, plus, exact as print, times, ZERO } from '../oracle/fraction.ts'
import { evaluated, type Person, read, scopeOf, shown } from './support.ts'

/** Arithmetic as a tree, printed with as few brackets as the precedence allows and calculated apart from the tool. */
type Tree =
  | { readonly number: string }
  | { readonly sign: '-'; readonly of: Tree }
  | { readonly sign: '+' | '-' | '*' | '/'; readonly left: Tree; readonly right: Tree }

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc
      .tuple(fc.bigInt(0n, 10n ** 12n), fc.integer({ min: 0, max: 4 }))
      .map(([digits, places]) => ({ number: decimal(digits, places) })),
    fc.record({ sign: fc.constant('-' as const), of: tie('tree') }),
    fc.record({ sign: fc.constantFrom('+', '-', '*', '/'), left: tie('tree'), right: tie('tree') }),
  ),
}))

function decimal(digits: bigint, places: number): string {
  const text = digits.toString().padStart(places + 1, '0')
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
}

const strength = (each: Tree): number => {
  if ('number' in each) return 4
  if ('of' in each) return 3
  return each.sign === '*' || each.sign === '/' ? 2 : 1
}

function written(each: Tree, least = 0): string {
  const text = bare(each)
  return strength(each) < least ? `(${text})` : text
}

function bare(each: Tree): string {
  if ('number' in each) return each.number
  if ('of' in each) return `-${written(each.of, 3)}`
  const own = strength(each)
  return `${written(each.left, own)} ${each.sign} ${written(each.right, own + 1)}`
}

const WORK = { '+': plus, '-': minus, '*': times, '/': over }

/** The value, or undefined after a division by zero. */
function worth(each: Tree): Fraction | undefined {
  if ('number' in each) return parse(each.number)
  if ('of' in each) {
    const value = worth(each.of)
    return value && minus(ZERO, value)
  }
  const [left, right] = [worth(each.left), worth(each.right)]
  if (!left || !right || (each.sign === '/' && right.top === 0n)) return undefined
  return WORK[each.sign](left, right)
}

describe('arithmetic', () => {
  it('is exact and binds as it is written', () => {
    fc.assert(
      fc.property(tree, (each) => {
        const value = worth(each)
        const wanted = value ? print(value) : '<division-by-zero>'
        expect(shown(evaluated(written(each)))).toBe(wanted)
      }),
      { numRuns: 500 },
    )
  })

  it('reads any number that figures.csv can hold as a plain decimal', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 40n), fc.integer({ min: 0, max: 30 }), (digits, places) => {
        const text = decimal(digits, places)
        expect(evaluated(text)).toEqual(parseExact(text))
      }),
    )
  })
})

describe('whatever is written', () => {
  const signs = [
    '(',
    ')',
    '[',
    ']',
    ',',
    '+',
    '-',
    '*',
    '/',
    '=',
    '<',
    'and',
    'or',
    'not',
    'otherwise',
    'if',
    'max',
  ]
  const words = [
    ...signs,
    'previous',
    'total',
    'rating',
    'tiers',
    'floor_of',
    'basic',
    '1',
    '"x"',
    '2004-01-01',
    ' ',
    '？',
  ]

  it('is a formula or a finding inside the text, never a crash', () => {
    const soup = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((each) => each.join(' '))
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), (text) => {
        const { info, findings, expression } = read(text)
        expect(info === undefined).toBe(findings.length > 0)
        for (const { place } of findings) expect(place.column).toBeLessThanOrEqual(11 + text.length)
        if (info && expression) evaluate(expression, scopeOf({}))
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['brackets', '('.repeat(5_000)],
    ['minus signs', `${'-'.repeat(9_000)}1`],
    ['nots', `${'not '.repeat(2_400)}yes`],
    ['calls', 'max('.repeat(2_400)],
    ['lookups', 'floor_of['.repeat(1_000)],
    ['a sum', `1${'+1'.repeat(4_900)}`],
    ['alternatives', `1${' otherwise 1'.repeat(800)}`],
    ['the last entry of each call', 'if(yes, 1, '.repeat(900)],
  ])('is refused where it is too deep: %s', (_, text) => {
    expect(read(text).findings.map(({ code }) => code)).toEqual(['formula-deep'])
  })

  it('may be as deep as the limit says', () => {
    expect(shown(evaluated(`1${'+1'.repeat(199)}`))).toBe('200')
    expect(shown(evaluated(`${'('.repeat(199)}1${')'.repeat(199)}`))).toBe('1')
  })

  it('is refused where it is too long, without being read', () => {
    const findings = new Findings()
    expect(parseFormula('('.repeat(5_000_000), { place: { file: 'x' } }, findings.report)).toBeUndefined()
    expect(findings.sorted.map(({ code, place }) => [code, place.value?.length])).toEqual([
      ['formula-long', 61],
    ])
  })

  it('may have very many entries in one call', () => {
    expect(shown(evaluated(`max(${Array.from({ length: 2_000 }, (_, i) => i + 1).join(',')})`))).toBe('2000')
  })
})

it('gives the same with and without notes, however often', () => {
  const person: Person = {}
  const { expression } = read('if(1 < 2, max(1, 2 / 3), previous(total))')
  if (!expression) throw new Error('no formula')
  const scope = scopeOf(person)
  expect([1, 2, 3].map(() => shown(evaluate(expression, scope)))).toEqual(['1', '1', '1'])
})
