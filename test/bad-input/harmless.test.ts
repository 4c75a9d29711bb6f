import { describe, expect, it } from 'vitest'
import { checked, type Files, sound } from './support.ts'

describe('harmless oddities', () => {
  const crlf = (text: string) => text.replaceAll('\n', '\r\n')
  const renamed = (text: string) => text.replaceAll('M1', '__proto__').replaceAll('M2', 'constructor')
  const TABLE_FILES = [
    'managers.csv',
    'balances.csv',
    'activity.csv',
    'targets.csv',
    'assessments.csv',
  ] as const
  const all = (change: (text: string) => string): Files =>
    Object.fromEntries(TABLE_FILES.map((name) => [name, change(sound(name))]))

  it.each<readonly [string, Files]>([
    ['CRLF', all(crlf)],
    ['CRLF and LF mixed', all((text) => text.replace('\n', '\r\n'))],
    ['no line end at the end', all((text) => text.trimEnd())],
    ['a byte order mark', all((text) => `\uFEFF${text}`)],
    ['a scheme with a byte order mark and CRLF', { 'scheme.yaml': `\uFEFF${crlf(sound('scheme.yaml'))}` }],
    ['__proto__ and constructor as ids of managers', all(renamed)],
    [
      '__proto__ and constructor as other ids',
      all((text) =>
        text.replaceAll('A1', '__proto__').replaceAll('C1', 'constructor').replaceAll('B1', 'toString'),
      ),
    ],
    ['every cell in quotes', all((text) => text.replace(/[^,\n]+/g, '"$&"'))],
    [
      'a monster of a cell, with quotes, commas and line ends',
      { 'clients.csv': `client_id,name\nC1,"${'a ""b"", c\n'.repeat(80_000)}"\nC2,Li\n` },
    ],
    [
      'GB18030',
      { 'managers.csv': Buffer.from(`${sound('managers.csv')}`.replace('Zhao', '\xb2\xe2'), 'latin1') },
    ],
    [
      'columns in another order, headers in capitals and in Chinese',
      { 'assessments.csv': '得分,ITEM,客户经理编号\n90,conduct,M1\n80,conduct,M2\n' },
    ],
    [
      'blanks inside ids',
      all((text) =>
        text.replaceAll('M1', 'M 1 a').replaceAll('A1', 'A　1').replaceAll('demand', 'on demand'),
      ),
    ],
    ['a table without rows', { 'clients.csv': 'client_id,name\n', 'fx.csv': 'date,currency,rate' }],
  ])('%s', async (_, files) => {
    const { exit, told } = await checked(files)
    expect([exit, told]).toEqual([0, []])
  })
})
