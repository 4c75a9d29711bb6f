import { resolve } from 'node:path'
import { differenceName } from '../core/appraisal/record-names.ts'
import { explainFigure } from '../core/explain/explain.ts'
import type { Explained } from '../core/explain/explained.ts'
import type { Explainer } from '../core/explain/explainer.ts'
import { explainLot } from '../core/explain/lot.ts'
import { printExplained } from '../core/explain/print.ts'
import { nobody, type PersonRecord, recordedSheets } from '../core/explain/record.ts'
import { Findings, type Language, type Report } from '../core/findings/finding.ts'
import { near } from '../core/findings/near.ts'
import { readScheme } from '../core/scheme/read-scheme.ts'
import type { Scheme } from '../core/scheme/scheme.ts'
import { parsePeriod } from '../core/values/period.ts'
import { compareText } from '../core/values/text.ts'
import { readLives } from './book/read-lives.ts'
import { exitCodeOf, presentFindings } from './present-findings.ts'
import { openRun, type RunFolder, recordsOf } from './run-folder.ts'
import type { PrintingOptions } from './run-options.ts'
import { languageOf, type Shell } from './shell.ts'

interface ExplainOptions extends PrintingOptions {
  readonly run: string
}

/** Explains one figure or deferred lot of one person, or the chief figures, from what a run has read and written. */
export async function explain(
  manager: string,
  asked: string | undefined,
  options: ExplainOptions,
  shell: Shell,
): Promise<number> {
  const findings = new Findings()
  const { report } = findings
  const language = languageOf(shell, options.lang)
  const run = await openRun(resolve(shell.cwd, options.run), options.run, report)
  const scheme = run && readScheme(run.scheme, 'scheme.yaml', report)
  const about = run && scheme && { run, scheme, manager, language, report }
  const explained =
    about && (isLotId(asked) ? await explainedLot(asked, about) : explainedFigures(asked, about))
  await presentFindings(findings, { ...options, quiet: true }, shell)
  if (!explained || findings.hasErrors) return exitCodeOf(findings.sorted)
  const text = options.json
    ? JSON.stringify({ period: about.run.period.id, manager, explained }, null, 2)
    : explained.map((each) => printExplained(each, language).join('\n')).join('\n\n')
  shell.out.write(`${text}\n`)
  return 0
}

/** Whose figures or lots are asked for, in which run. */
interface About {
  readonly run: RunFolder
  readonly scheme: Scheme
  readonly manager: string
  readonly language: Language
  readonly report: Report
}

/** Lots are named by the period that granted them: `2004Q1/M01/performance/1`. */
const isLotId = (asked: string | undefined): asked is string =>
  asked?.includes('/') === true && parsePeriod(asked.slice(0, asked.indexOf('/'))) !== undefined

async function explainedLot(lot: string, about: About): Promise<readonly Explained[] | undefined> {
  const { run, manager, report } = about
  const records = recordsOf(run)
  const lives = await readLives(run, manager, report)
  if (!lives) return undefined
  const explained = explainLot(
    lot,
    lives,
    explainerOf(records.get(manager) ?? nobody(manager), records, about),
  )
  if (explained) return [explained]
  const known = lives.lines.map(({ line }) => line.lot.id)
  report(
    'explain-lot',
    { file: `${run.shown}/ledger.csv` },
    { found: lot, manager, likeliest: near(lot, known) },
  )
  return undefined
}

function explainedFigures(figure: string | undefined, about: About): readonly Explained[] | undefined {
  const { run, manager, report } = about
  const records = recordsOf(run)
  const record = records.get(manager)
  if (!record) {
    const likeliest = near(manager, records.keys())
    report('explain-manager', { file: run.shown }, { found: manager, period: run.period.id, likeliest })
    return undefined
  }
  const explainer = explainerOf(record, records, about)
  const seen = new Set<string>()
  return figuresAsked(figure, explainer, run.shown, report)?.map((name) =>
    explainFigure(name, explainer, seen),
  )
}

function explainerOf(
  record: PersonRecord,
  records: ReadonlyMap<string, PersonRecord>,
  { run, scheme, language }: About,
): Explainer {
  const { sheetOf, groups } = recordedSheets(scheme, run, records)
  const sheet = sheetOf(record)
  return { scheme, period: run.period, record, sheet, scope: sheet, part: undefined, groups, language }
}

function figuresAsked(
  figure: string | undefined,
  { record, scheme }: Explainer,
  run: string,
  report: Report,
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
