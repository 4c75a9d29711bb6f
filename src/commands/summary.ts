import { Chalk, type ChalkInstance } from 'chalk'
import type { Appraisal } from '../core/appraisal/appraisal.ts'
import type { SignedOff } from '../core/book/sign-off.ts'
import type { Findings, Language } from '../core/findings/finding.ts'
import {
  LOT_SUMS,
  type LotTotals,
  type RankedLine,
  type ReconciledPay,
  type Summary,
  summarise,
} from '../core/reports/summary.ts'
import { drawTable } from './draw-table.ts'
import { plural } from './present-findings.ts'
import type { PrintingOptions } from './run-options.ts'
import { languageOf, type Shell } from './shell.ts'

/** The folder that a run was written to, or would have been. */
interface WrittenTo {
  readonly folder: string
  readonly state: 'open' | 'restated' | 'draft' | 'unchanged'
  readonly signed: readonly SignedOff[]
}

const isNone = (money: string): boolean => money === '0.00'

const WORDS = {
  en: {
    period: 'Period',
    people: (s: Summary) => `${s.people} people: ${s.appraised} appraised, ${s.ranked} ranked`,
    ratings: 'Ratings',
    recommendations: 'Recommendations',
    pay: (s: Summary) => `Pay ${s.pay.amount}: ${s.pay.paid_now} paid now, ${s.pay.deferred} deferred`,
    lots: 'Deferred lots',
    lotSums: {
      ...{ opening: 'opening', granted: 'granted', paid: 'paid', forfeited: 'forfeited' },
      ...{ clawed_back: 'clawed back', adjusted: 'adjusted', closing: 'open now' },
    },
    reconciled: ({ amount, paid, outside, difference }: ReconciledPay) =>
      `Monthly pay ${amount} by this period's rules: ${paid} paid by its shorter periods${isNone(outside) ? '' : ` (${outside} of it to people who are not in this run)`}, difference ${difference} paid with this run`,
    head: ['rank', 'manager', 'name', 'branch', 'total', 'rating', 'recommendation'],
    findings: ({ warnings, notices }: Counts, folder: string) =>
      `Findings: ${plural(warnings, 'warning')}, ${plural(notices, 'notice')} (${folder}/findings.jsonl)`,
    files: {
      open: (folder: string) => `Written to ${folder}/`,
      restated: (folder: string) =>
        `The period is closed; what differs is written to ${folder}/ (pay_differences.csv, lot_differences.csv, changed_decisions.csv), and the next run of an open period carries it`,
      draft: (folder: string) =>
        `The period is closed; what differs is written to ${folder}/ as a draft, until it is signed off and closed`,
      unchanged: (folder: string) =>
        `The period is closed and comes out the same as ${folder}/; nothing is written`,
    },
    signed: ({ what, hash, missing }: SignedOff) =>
      missing.length === 0
        ? `Signed off: ${what} (${hash})`
        : `To be signed off: ${what} (${hash}); missing: ${missing.join(', ')}`,
    corrected: (amount: string) => `Corrections of earlier periods: ${amount}`,
    next: (folder: string, who: string) => `Next: rm-appraise explain ${who} --run ${folder}`,
  },
  zh: {
    period: '期间',
    people: (s: Summary) => `共 ${s.people} 人：考核 ${s.appraised} 人，排名 ${s.ranked} 人`,
    ratings: '考核等次',
    recommendations: '建议',
    pay: (s: Summary) => `薪酬 ${s.pay.amount}：本期支付 ${s.pay.paid_now}，延期 ${s.pay.deferred}`,
    lots: '延期批次',
    lotSums: {
      ...{ opening: '期初', granted: '授予', paid: '支付', forfeited: '扣回' },
      ...{ clawed_back: '追索', adjusted: '更正', closing: '期末' },
    },
    reconciled: ({ amount, paid, outside, difference }: ReconciledPay) =>
      `按月薪酬：按本期规则 ${amount}，各短期间已付 ${paid}${isNone(outside) ? '' : `（其中付给不在本期名单者 ${outside}）`}，差额 ${difference} 随本期支付`,
    head: ['名次', '客户经理', '姓名', '支行', '总分', '等次', '建议'],
    findings: ({ warnings, notices }: Counts, folder: string) =>
      `检查结果：${warnings} 个警告，${notices} 个提示（${folder}/findings.jsonl）`,
    files: {
      open: (folder: string) => `已写入 ${folder}/`,
      restated: (folder: string) =>
        `该期间已结账；差异写入 ${folder}/（pay_differences.csv、lot_differences.csv、changed_decisions.csv），并由下一次未结账期间的运行结转`,
      draft: (folder: string) => `该期间已结账；差异写入 ${folder}/，待签批并结账后生效`,
      unchanged: (folder: string) => `该期间已结账，结果与 ${folder}/ 相同，未写入任何内容`,
    },
    signed: ({ what, hash, missing }: SignedOff) =>
      missing.length === 0
        ? `已签批：${what}（${hash}）`
        : `待签批：${what}（${hash}）；缺少：${missing.join('、')}`,
    corrected: (amount: string) => `以前期间更正：${amount}`,
    next: (folder: string, who: string) => `下一步：rm-appraise explain ${who} --run ${folder}`,
  },
} as const

/** Prints what a run came to: to a person in few lines, with --json as one object. */
export function presentSummary(
  appraisal: Appraisal,
  findings: Findings,
  written: WrittenTo,
  options: PrintingOptions,
  shell: Shell,
): void {
  const summary = summarise(appraisal)
  const { sorted } = findings
  const counts = { warnings: countOf(sorted, 'warning'), notices: countOf(sorted, 'notice') }
  if (options.json) {
    shell.out.write(`${JSON.stringify({ ...summary, findings: counts, ...written }, null, 2)}\n`)
  } else {
    const lines = summaryLines(
      summary,
      counts,
      written,
      languageOf(shell, options.lang),
      colours(options, shell),
    )
    shell.out.write(`${lines.join('\n')}\n`)
  }
}

const countOf = (findings: Findings['sorted'], severity: string): number =>
  findings.filter((finding) => finding.severity === severity).length

/** Colour where a terminal shows it or it is asked for, and NO_COLOR does not forbid it. */
function colours({ color }: PrintingOptions, { env, out }: Shell): ChalkInstance {
  const wanted = color === true || (out.isTerminal && !env.NO_COLOR)
  return new Chalk({ level: wanted ? 1 : 0 })
}

interface Counts {
  readonly warnings: number
  readonly notices: number
}

function summaryLines(
  summary: Summary,
  counts: Counts,
  { folder, state, signed }: WrittenTo,
  language: Language,
  paint: ChalkInstance,
): readonly string[] {
  const words = WORDS[language]
  const someone = summary.someone ?? 'MANAGER'
  return [
    `${paint.bold(`${words.period} ${summary.period}`)} (${summary.scheme})`,
    words.people(summary),
    ...(summary.appraised > 0 ? appraisalLines(summary, words) : []),
    words.pay(summary),
    ...(summary.lots ? [lotLine(summary.lots, words)] : []),
    ...(summary.corrected ? [words.corrected(summary.corrected)] : []),
    ...(summary.reconciled ? [words.reconciled(summary.reconciled)] : []),
    '',
    ...rankingLines(summary, words.head),
    words.findings(counts, folder),
    words.files[state](folder),
    ...signed.map(words.signed),
    paint.dim(words.next(folder, someone)),
  ]
}

/** What became of deferred lots: where they began and ended, and what moved them in between. */
function lotLine(
  lots: LotTotals,
  { lots: title, lotSums }: { readonly lots: string; readonly lotSums: LotTotals },
): string {
  const shown = LOT_SUMS.filter((sum) => sum === 'opening' || sum === 'closing' || !isNone(lots[sum]))
  return `${title}: ${shown.map((sum) => `${lotSums[sum]} ${lots[sum]}`).join(', ')}`
}

const appraisalLines = (
  { ratings, recommendations }: Summary,
  words: { readonly ratings: string; readonly recommendations: string },
): readonly string[] => [
  `${words.ratings}: ${printCounts(ratings)}`,
  `${words.recommendations}: ${printCounts(recommendations)}`,
]

const printCounts = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || '-'

function rankingLines({ top, bottom }: Summary, head: readonly string[]): readonly string[] {
  if (top.length === 0) return []
  const rows = [...top.map(cellsOf), ...(bottom.length > 0 ? [['…'], ...bottom.map(cellsOf)] : [])]
  return [...drawTable(head, rows), '']
}

const cellsOf = (line: RankedLine): string[] => [
  ...[line.rank, line.manager_id, line.name, line.branch],
  ...[line.total, line.rating, line.recommendation],
]
