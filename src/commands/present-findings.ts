import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Finding, Findings, Language } from '../core/findings/finding.ts'
import { fill, printFact } from '../core/findings/sentence.ts'
import { SENTENCES } from '../core/findings/sentences.ts'
import type { PrintingOptions } from './run-options.ts'
import { languageOf, type Shell } from './shell.ts'

const MOST_SHOWN = 20

/** Which exit code the errors ask for; where several apply, the first of these. */
const PRECEDENCE = [3, 4, 5, 1] as const

/** The exit code of a run: 0 where there is no error. */
export function exitCodeOf(findings: readonly Finding[]): number {
  const asked = new Set(findings.filter(isError).map(({ code }) => SENTENCES[code].exit))
  return PRECEDENCE.find((code) => asked.has(code)) ?? 0
}

const isError = ({ severity }: Finding): boolean => severity === 'error'

/** A finding as an object with its sentence, as --findings and --json write it. */
function describeFinding({ code, severity, place, facts }: Finding, language: Language) {
  const [found, remedy] = SENTENCES[code][language]
  const message = fill(found, facts, language)
  return { code, severity, ...place, message, hint: fill(remedy, facts, language) }
}

/** A finding as a run's findings.jsonl keeps it: code, place and facts. */
export function recordFinding({ code, severity, place, facts }: Finding, language: Language) {
  const told = Object.entries(facts).map(([name, fact]) => [name, printFact(fact, language)])
  return { code, severity, ...place, facts: Object.fromEntries(told) }
}

/** Prints the first findings and their numbers to the messages, and all of them to the file asked for. */
export async function presentFindings(
  findings: Findings,
  options: PrintingOptions & { readonly findings?: string },
  shell: Shell,
): Promise<void> {
  const language = languageOf(shell, options.lang)
  const all = findings.sorted
  if (options.findings !== undefined) {
    const lines = all.map((finding) => `${JSON.stringify(describeFinding(finding, language))}\n`)
    await writeFile(resolve(shell.cwd, options.findings), lines.join(''))
  }
  const shown = options.quiet ? all.filter(isError) : all
  for (const finding of shown.slice(0, MOST_SHOWN)) shell.err.write(`${printFinding(finding, language)}\n`)
  if (shown.length > 0) shell.err.write(`${countLine(all, shown.length, language)}\n`)
}

/** Prints all findings as one JSON object, for whoever reads results by program. */
export function printFindingsJson(
  period: string | undefined,
  findings: Findings,
  options: PrintingOptions,
  shell: Shell,
): void {
  const language = languageOf(shell, options.lang)
  const described = findings.sorted.map((finding) => describeFinding(finding, language))
  shell.out.write(`${JSON.stringify({ period: period ?? null, findings: described }, null, 2)}\n`)
}

/** A finding as a person reads it: `file:line:column code message` and what to do. */
function printFinding(finding: Finding, language: Language): string {
  const { file, line, column, message, hint } = describeFinding(finding, language)
  const place = [file, line, column].filter((part) => part !== undefined).join(':')
  return `${place} ${finding.code} ${message}${language === 'zh' ? '' : ' '}${hint}`.trimEnd()
}

/** A count with its word in English: `1 warning`, `2 warnings`. */
export const plural = (count = 0, name: string): string => `${count} ${name}${count === 1 ? '' : 's'}`

function countLine(all: readonly Finding[], shown: number, language: Language): string {
  const count = (severity: string) => all.filter((finding) => finding.severity === severity).length
  const [errors, warnings, notices] = ['error', 'warning', 'notice'].map(count)
  const more = shown > MOST_SHOWN
  if (language === 'zh') {
    return `共 ${errors} 个错误、${warnings} 个警告、${notices} 个提示${more ? `（仅显示前 ${MOST_SHOWN} 条；用 --findings FILE 输出全部）` : ''}。`
  }
  const counts = [plural(errors, 'error'), plural(warnings, 'warning'), plural(notices, 'notice')].join(', ')
  return `${counts}${more ? ` (the first ${MOST_SHOWN} shown; --findings FILE writes all)` : ''}.`
}
