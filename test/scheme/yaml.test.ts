import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Findings } from '../../src/core/findings/finding.ts'
import { readYaml, type YamlFile } from '../../src/core/scheme/yaml.ts'

function read(text: string): YamlFile {
  const findings = new Findings()
  const file = readYaml(text, 'inputs.yaml', findings.report)
  expect(findings.sorted).toEqual([])
  if (!file) throw new Error('the file was not read')
  return file
}

function refused(text: string): readonly string[] {
  const findings = new Findings()
  expect(readYaml(text, 'inputs.yaml', findings.report)).toBeUndefined()
  return findings.sorted.map(({ code }) => code)
}

/** What stands in the file from where a character of a text is said to be. */
function pointed(source: string, path: readonly string[], offset: number, length: number): string {
  const { line, column } = read(source).textPlaceOf(path).locate?.(offset) ?? { line: 0, column: 0 }
  return [...(source.split('\n')[line - 1] ?? '')].slice(column - 1, column - 1 + length).join('')
}

describe('a YAML file', () => {
  it('keeps every scalar as its text', () => {
    const { value } = read('a: 1.50\nb: yes\nc: 2004-01-01\nd:\ne: 007\nf: [0x1F, ~, null]\n')
    expect(value).toEqual({ a: '1.50', b: 'yes', c: '2004-01-01', d: '', e: '007', f: ['0x1F', '~', 'null'] })
  })

  it('tells where texts, lists, entries and keys stand', () => {
    const file = read('\uFEFFlist:\n  - { 键: 值 }\n  - two\nmore:\n  inner: x\n')
    expect(file.placeOf(['list', 0, '键'])).toMatchObject({
      line: 2,
      column: 10,
      value: '值',
      field: 'list.0.键',
    })
    expect(file.keyPlaceOf(['list', 0, '键'])).toMatchObject({ line: 2, column: 7 })
    expect(file.placeOf(['list', 0])).toMatchObject({ line: 2, column: 5 })
    expect(file.placeOf(['more'])).toMatchObject({ line: 4, column: 1 })
    expect(file.placeOf(['more', 'absent'])).toMatchObject({ line: 4, column: 1 })
  })

  it('counts columns in characters', () => {
    expect(read('{ 𠮷: 𠮷𠮷, b: c }').placeOf(['b'])).toMatchObject({ line: 1, column: 13 })
  })

  it.each([
    ['plain', 'a: one two three'],
    ['plain over lines', 'a: one\n  two\n     three'],
    ['plain over lines with CRLF', 'a: one\r\n  two\r\n     three'],
    ['single quotes', "a: 'one two three'"],
    ['double quotes', 'a: "one\\u0020two\\\n    \\x20three"'],
    ['folded', 'a: >-\n  one\n  two\n\n  three\n'],
    ['folded with a remark', 'a: >- # remark\n   one two\n   three\n'],
    ['literal', 'a: |\n  one\n  two\n    three\n'],
  ])('points into a %s text', (_, source) => {
    const text = String(read(source).valueAt(['a']))
    for (const word of ['one', 'two', 'three']) {
      expect(pointed(source, ['a'], text.indexOf(word), word.length)).toBe(word)
    }
  })

  it('points past doubled quotes and escapes', () => {
    expect(pointed("a: 'x '''' end'", ['a'], 5, 3)).toBe('end')
    expect(pointed('a: "\\"\\u4e07\\t\\n end"', ['a'], 5, 3)).toBe('end')
    expect(pointed('a: x end', ['a'], 8, 1)).toBe('')
  })

  it('finds every character of any text, however it is quoted', () => {
    const word = fc.stringMatching(/^[a-z一-龥]{1,6}$/)
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 5 }),
        fc.constantFrom("'", '"', ''),
        (words, quote) => {
          const source = `key: ${quote}${words.join('\n      ')}${quote}\n`
          const text = words.join(' ')
          expect(read(source).valueAt(['key'])).toBe(text)
          for (const [offset, character] of [...text].entries()) {
            if (character !== ' ') expect(pointed(source, ['key'], offset, 1)).toBe(character)
          }
        },
      ),
    )
  })

  it('takes __proto__ and constructor for ordinary keys', () => {
    const { value } = read('__proto__: { polluted: 1 }\nconstructor: 2\ntoString: 3\n')
    expect(Object.getPrototypeOf(value)).toBeNull()
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor', 'toString'])
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it('repeats what an anchor marks', () => {
    const file = read('a: &x { b: 1 }\nc: *x\n')
    expect(file.valueAt(['c', 'b'])).toBe('1')
    expect(file.placeOf(['c', 'b'])).toMatchObject({ line: 1, column: 12 })
  })
})

describe('a YAML bomb', () => {
  it('of aliases is refused at once', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
    for (let i = 1; i < 40; i++)
      lines.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      )
    expect(refused(lines.join('\n'))).toEqual(['yaml-aliases'])
  })

  it.each([['['], ['{a: '], ['- '], ['? ']])('of %s a hundred thousand deep is refused', (opening) => {
    expect(refused(opening.repeat(100_000))).toEqual(['yaml-deep'])
  })

  it('of size is refused', () => {
    expect(refused('x'.repeat(4_000_001))).toEqual(['yaml-large'])
  })

  it('of twenty thousand keys is read in good time', () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `k${i}: ${i}`).join('\n')
    expect(Object.keys(read(text).value as object)).toHaveLength(20_000)
  })
})
