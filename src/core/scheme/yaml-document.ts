import { Composer, type Document, Lexer, LineCounter, Parser, type YAMLError } from 'yaml'
import type { Place, Report } from '../findings/finding.ts'
import { lineAndColumn } from './yaml-lines.ts'

/** How large (in characters) and how deeply nested a YAML file may be; what people write stays far below. */
const MOST_CHARACTERS = 4_000_000
const MOST_LEVELS = 40

type Token = ReturnType<Parser['parse']> extends Generator<infer T> ? T : never
interface TooDeep {
  readonly tooDeepAt: number
}

/** The one YAML document of a text, free of syntax errors; undefined when any was reported. */
export function parseYaml(text: string, file: string, report: Report): Document | undefined {
  const lines = new LineCounter()
  if (text.length > MOST_CHARACTERS) {
    report('yaml-large', { file }, { size: text.length, most: MOST_CHARACTERS })
    return undefined
  }
  const at = (offset: number): Place => ({ file, ...lineAndColumn(text, lines, offset) })
  const tokens = tokensOf(text, lines)
  if ('tooDeepAt' in tokens) {
    report('yaml-deep', at(tokens.tooDeepAt), { most: MOST_LEVELS })
    return undefined
  }
  return documentOf(tokens, text.length, at, report)
}

/** The depth is checked before composing, because composing calls itself for every level. */
function tokensOf(text: string, lines: LineCounter): readonly Token[] | TooDeep {
  const parser = new Parser(lines.addNewLine)
  lines.addNewLine(0)
  const tokens: Token[] = []
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme))
    if (parser.stack.length > MOST_LEVELS) return { tooDeepAt: parser.offset }
  }
  tokens.push(...parser.end())
  return tokens
}

/** Of each line only the first fault is told; the others there follow from it. */
function documentOf(
  tokens: readonly Token[],
  length: number,
  at: (offset: number) => Place,
  report: Report,
): Document | undefined {
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' })
  const [document, second] = [...composer.compose(tokens, true, length)]
  const faults = [...(document?.errors ?? []), ...(document?.warnings ?? [])]
  const told = new Set<number | undefined>()
  for (const fault of faults) {
    const place = at(fault.pos[0])
    if (!told.has(place.line)) reportFault(fault, place, report)
    told.add(place.line)
  }
  if (second) report('yaml-documents', at(second.range[0]), {})
  return faults.length > 0 || second ? undefined : (document as Document)
}

const UNCLOSED: ReadonlySet<string> = new Set(['MISSING_CHAR', 'KEY_OVER_1024_CHARS'])
const INDENT: ReadonlySet<string> = new Set([
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'MULTILINE_IMPLICIT_KEY',
  'UNEXPECTED_TOKEN',
])

function reportFault({ code, message }: YAMLError, place: Place, report: Report): void {
  if (code === 'TAB_AS_INDENT') report('yaml-tab', place, {})
  else if (code === 'TAG_RESOLVE_FAILED') report('yaml-tag', place, {})
  else if (UNCLOSED.has(code) || message.startsWith('Flow ')) report('yaml-unclosed', place, {})
  else if (INDENT.has(code)) report('yaml-indent', place, {})
  else report('yaml-syntax', place, { problem: message })
}
