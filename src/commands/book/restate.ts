import { lotDifferences, payDifferences } from '../../core/book/differences.ts'
import type { Report } from '../../core/findings/finding.ts'
import { toCsv } from '../../core/formats/csv.ts'
import { number, text } from '../../core/reports/table.ts'
import { printDay } from '../../core/values/calendar.ts'
import { printFen } from '../../core/values/fen.ts'
import { compareText } from '../../core/values/text.ts'
import type { OutputFile } from '../files.ts'
import { type PeriodFolder, soundFile } from './folders.ts'
import { ledgerLinesIn } from './ledger-file.ts'
import { readRecords } from './own-csv.ts'
import { payIn } from './pay-file.ts'

/** Files of a period's folder that tell of the run and its inputs, not of its results. */
const ABOUT: ReadonlySet<string> = new Set([
  ...['findings.jsonl', 'controls.csv', 'months.csv', 'scheme.yaml', 'inputs.yaml', 'manifest.json'],
  ...['pay_differences.csv', 'lot_differences.csv', 'changed_decisions.csv'],
])

/** Whether the results of a run are those of a version that is in the book. */
export function isSame(
  { manifest }: PeriodFolder,
  files: readonly OutputFile[],
  hashOf: (bytes: Uint8Array) => string,
): boolean {
  const own = files.filter(({ name }) => !ABOUT.has(name))
  const before = (manifest?.outputs ?? []).filter(({ file }) => !ABOUT.has(file))
  return (
    own.length === before.length && own.every(({ name, bytes }) => manifest?.hashOf(name) === hashOf(bytes))
  )
}

/** What a run differs by from the last version of its closed period: in pay, in lots, and in what is proposed. */
export async function differenceFiles(
  last: PeriodFolder,
  files: readonly OutputFile[],
  report: Report,
): Promise<readonly OutputFile[]> {
  const own = new Map(files.map(({ name, bytes }) => [name, bytes]))
  const nothing = new Uint8Array()
  const pairs = ['pay.csv', 'ledger.csv', 'recommendations.csv'].map(async (file) => {
    const isThere = last.manifest?.hashOf(file) !== undefined
    const before = isThere ? await soundFile(last, file, report) : undefined
    return [before?.bytes ?? nothing, own.get(file) ?? nothing] as const
  })
  const [pay, ledger, proposals] = await Promise.all(pairs)
  return [
    fileOf('pay_differences.csv', payTable(...(pay ?? [nothing, nothing]))),
    fileOf('lot_differences.csv', lotTable(...(ledger ?? [nothing, nothing]))),
    fileOf('changed_decisions.csv', decisionTable(...(proposals ?? [nothing, nothing]))),
  ]
}

const fileOf = (name: string, content: string): OutputFile => ({
  name,
  bytes: new TextEncoder().encode(content),
  confidential: true,
})

const money = (fen: bigint) => number(printFen(fen))

const payTable = (before: Uint8Array, after: Uint8Array): string =>
  toCsv({
    header: ['manager_id', 'component', 'amount', 'paid_now', 'deferred'],
    rows: payDifferences(payIn(before), payIn(after)).map(
      ({ manager, component, amount, paidNow, deferred }) => [
        ...[manager, component].map(text),
        ...[amount, paidNow, deferred].map(money),
      ],
    ),
  })

function lotTable(before: Uint8Array, after: Uint8Array): string {
  const differences = lotDifferences(ledgerLinesIn(before) ?? [], ledgerLinesIn(after) ?? [])
  return toCsv({
    header: ['lot_id', 'manager_id', 'component', 'granted_period', 'tranche', 'due_on', 'branch', 'amount'],
    rows: differences.map(({ lot, branch, amount }) => [
      ...[lot.id, lot.manager, lot.component, lot.granted.id].map(text),
      number(`${lot.tranche}`),
      ...[lot.dueOn === undefined ? '' : printDay(lot.dueOn), branch].map(text),
      money(amount),
    ]),
  })
}

/** Proposals that would now be other ones, for people to decide; whoever one of both versions leaves out has an empty one. */
function decisionTable(before: Uint8Array, after: Uint8Array): string {
  const proposals = (bytes: Uint8Array) =>
    new Map(
      readRecords(bytes).map(([id = '', name = '', , , proposal = '', grade = '', rule = '']) => [
        id,
        { name, said: [proposal, grade, rule] },
      ]),
    )
  const [was, is] = [proposals(before), proposals(after)]
  const nobody = { name: '', said: ['', '', ''] }
  const people = [...new Set([...was.keys(), ...is.keys()])].sort(compareText)
  const changed = people.flatMap((id) => {
    const [a, b] = [was.get(id) ?? nobody, is.get(id) ?? nobody]
    const isSame = a.said[0] === b.said[0] && a.said[1] === b.said[1]
    return isSame ? [] : [[id, b.name || a.name, ...a.said, ...b.said].map(text)]
  })
  return toCsv({
    header: [
      ...['manager_id', 'name', 'recommendation_before', 'to_grade_before', 'rule_before'],
      ...['recommendation', 'to_grade', 'rule'],
    ],
    rows: changed,
  })
}
