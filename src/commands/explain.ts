import { resolve } from 'node:path'
import { differenceName } from '../core/appraisal/record-names.ts'
import { explainFigure } from '../core/explain/explain.ts'
import type { Explainer } from '../core/explain/explainer.ts'
import { printExplained } from '../core/explain/print.ts'
import { recordedSheets } from '../core/explain/record.ts'
import { Findings } from '../core/findings/finding.ts'
import { near } from '../core/findings/near.ts'
import { readScheme } from '../core/scheme/read-scheme.ts'
import { compareText } from '../core/values/text.ts'
import { exitCodeOf, presentFindings } from './present-findings.ts'
import { openRun, recordsOf } from './run-folder.ts'
import type { PrintingOptions } from './run-options.ts'
import { languageOf, type Shell } from './shell.ts'

interface ExplainOptions extends PrintingOptions {
  readonly run: string
}

/** Explains one figure of one person, or the chief ones, from a run's folder alone. */
export async function explain(
  manager: string,
  figure: string | undefined,
  options: ExplainOptions,
  shell: Shell,
): Promise<number> {
  const findings = new Findings()
  const explainer = await openExplainer(manager, options, findings, shell)
  const names = explainer && figuresAsked(figure, explainer, options.run, findings)
  await presentFindings(findings, { ...options, quiet: true }, shell)
  if (!explainer || !names || findings.hasErrors) return exitCodeOf(findings.sorted)
  const seen = new Set<string>()
  const explained = names.map((name) => explainFigure(name, explainer, seen))
  const text = options.json
    ? JSON.stringify({ period: explainer.period.id, manager, explained }, null, 2)
    : explained.map((each) => printExplained(each, explainer.language).join('\n')).join('\n\n')
  shell.out.write(`${text}\n`)
  return 0
}

async function openExplainer(
  manager: string,
  options: ExplainOptions,
  { report }: Findings,
  shell: Shell,
): Promise<Explainer | undefined> {
  const run = await openRun(resolve(shell.cwd, options.run), options.run, report)
  const scheme = run && readScheme(run.scheme, 'scheme.yaml', report)
  if (!run || !scheme) return undefined
  const records = recordsOf(run)
  const record = records.get(manager)
  if (!record) {
    report(
      'explain-manager',
      { file: options.run },
      { found: manager, period: run.period.id, likeliest: near(manager, records.keys()) },
    )
    return undefined
  }
  const { period } = run
  const sheets = recordedSheets(scheme, run, records)
  const sheet = sheets.sheetOf(record)
  return {
    scheme,
    period,
    record,
    sheet,
    scope: sheet,
    part: undefined,
    groups: sheets.groups,
    language: languageOf(shell, options.lang),
  }
}

function figuresAsked(
  figure: string | undefined,
  { record, scheme }: Explainer,
  run: string,
  { report }: Findings,
): readonly string[] | undefined {
  const known = [...record.figures.keys()].sort(compareText)
  if (figure === undefined) {
    const paid = scheme.pay.flatMap(({ id }) => [`pay.${id}`, differenceName(`pay.${id}`)])
    const chief = ['total', 'rating', 'rank', 'recommendation', ...paid]
    return chief.filter((name) => record.figures.has(name))
  }
  const named = [...scheme.measures, ...scheme.figures].map(({ name }) => name)
  if (record.figures.has(figure) || named.includes(figure)) return [figure]
  report(
    'explain-figure',
    { file: `${run}/figures.csv` },
    { found: figure, manager: record.manager, likeliest: near(figure, [...known, ...named]) },
  )
  return undefined
}
