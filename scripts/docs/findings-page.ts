import { BOOK_SENTENCES } from '../../src/core/findings/book.ts'
import { CELL_SENTENCES } from '../../src/core/findings/cells.ts'
import { FILE_SENTENCES } from '../../src/core/findings/files.ts'
import { FORMULA_SENTENCES } from '../../src/core/findings/formulas.ts'
import { INPUTS_SENTENCES } from '../../src/core/findings/inputs.ts'
import { LEDGER_SENTENCES } from '../../src/core/findings/ledger.ts'
import { PERSON_SENTENCES } from '../../src/core/findings/people.ts'
import { LINT_SENTENCES } from '../../src/core/findings/scheme-lints.ts'
import { RULE_SENTENCES } from '../../src/core/findings/scheme-rules.ts'
import { SHAPE_SENTENCES } from '../../src/core/findings/scheme-shape.ts'
import type { Sentence } from '../../src/core/findings/sentence.ts'
import { SENTENCES } from '../../src/core/findings/sentences.ts'
import { SPREADSHEET_SENTENCES } from '../../src/core/findings/spreadsheets.ts'
import { TABLE_SENTENCES } from '../../src/core/findings/tables.ts'
import { YAML_SENTENCES } from '../../src/core/findings/yaml.ts'
import { codesIn, readBroken } from './broken-folders.ts'
import { exampleOf, printedIn } from './example.ts'
import { GENERATED, inline, page, tableOf } from './markdown.ts'

type Group = readonly [title: string, sentences: Readonly<Record<string, Sentence>>]

const GROUPS: readonly Group[] = [
  ['Files 文件', FILE_SENTENCES],
  ['inputs.yaml', INPUTS_SENTENCES],
  ['Cells 单元格', CELL_SENTENCES],
  ['What spreadsheets do 电子表格造成的问题', SPREADSHEET_SENTENCES],
  ['Tables 表', TABLE_SENTENCES],
  ['People 人员', PERSON_SENTENCES],
  ['Deferred pay 延期支付', LEDGER_SENTENCES],
  ['The book 账簿', BOOK_SENTENCES],
  ['YAML files YAML 文件', YAML_SENTENCES],
  ['The shape of the scheme 方案的写法', SHAPE_SENTENCES],
  ['The rules of the scheme 方案的规则', RULE_SENTENCES],
  ['Tier tables, and what nothing reads 分档表与未使用的条目', LINT_SENTENCES],
  ['Formulas 公式', FORMULA_SENTENCES],
]

const INTRODUCTION = `Everything that \`rm-appraise\` can find in exports, in a scheme or about a person. A finding is printed as
\`file:line:column code what was found, and what to do\`; a notice or a warning never changes the exit code. An error leaves no output
behind and changes nothing that was there: exit code 3 for the scheme, \`inputs.yaml\` or an option, 4 for a table that is missing or cannot be
read, 5 for a book that does not fit, else 1. The column counts characters, from 1.

Each code has its smallest bad input under \`fixtures/broken/<code>/\`. It shows only the files that differ from the sound bank in
\`fixtures/broken/base/\`; to try one, copy the bank to a folder \`input\` and those files over it. Below, only their lines that differ are shown.`

/** The page of all findings, from their sentences and their folders of fixtures/broken. */
export function findingsPage(root: string): string {
  const told = GROUPS.flatMap(([, sentences]) => Object.keys(sentences))
  const untold = Object.keys(SENTENCES).filter((code) => !told.includes(code))
  if (untold.length > 0) throw new Error(`Findings without a group: ${untold.join(', ')}`)
  return page(['# Findings', GENERATED, INTRODUCTION, ...GROUPS.flatMap((group) => groupOf(root, group))])
}

/** The part of one group; of a code that no input reaches nothing is said. */
function groupOf(root: string, [title, sentences]: Group): readonly string[] {
  const reached = codesIn(root)
  const codes = Object.keys(sentences).filter((code) => reached.includes(code))
  const rows = codes.map((code) => rowOf(code, sentences[code] as Sentence))
  const table = tableOf(['code', 'severity', 'exit', 'meaning', '含义'], rows)
  return [`## ${title}`, table, ...codes.flatMap((code) => examplePart(root, code))]
}

const rowOf = (code: string, { severity, exit, en, zh }: Sentence): readonly string[] => [
  `[${inline(code)}](#${code})`,
  severity,
  severity === 'error' ? `${exit}` : '',
  meaningOf(en[0]),
  meaningOf(zh[0]),
]

/** A sentence with its facts in italics, and without what it may add in brackets about the name most likely meant. */
const meaningOf = (text: string): string =>
  text
    .replace(/(?<![：:] ?)\{likeliest\}/g, '')
    .replace(/`([^`]*\{[^`]*)`/g, '“$1”')
    .replace(/\{(\w+)、?\}/g, (_, name: string) => `*${name.replaceAll('_', ' ')}*`)

function examplePart(root: string, code: string): readonly string[] {
  const broken = readBroken(root, code)
  const printed = [printedIn(broken, 'expected.txt'), printedIn(broken, 'expected.zh.txt')]
  return [`### ${code}`, exampleOf(root, broken), ...printed]
}
