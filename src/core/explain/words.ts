import type { Language } from '../findings/finding.ts'
import type { RoundingMode } from '../values/exact.ts'
import type { ExplainedMeasure, ExplainedRow } from './explained.ts'

/** The words in which an explanation is told. */
export interface ExplainWords {
  readonly none: string
  /** Between the parts of a line, and between the entries of a list in it. */
  readonly join: string
  readonly comma: string
  readonly brackets: (text: string) => string
  readonly again: string
  readonly clause: (clause: string) => string
  readonly source: (source: string) => string
  readonly line: (line: number) => string
  readonly since: (day: string) => string
  readonly forKey: (key: string) => string
  readonly rounded: (from: string, step: string, mode: string) => string
  readonly modes: Readonly<Record<RoundingMode, string>>
  readonly row: (row: ExplainedRow, bounds: string) => string
  readonly part: (amount: string, rate: string, gives: string) => string
  readonly measure: (measure: ExplainedMeasure, filters: string) => string
  readonly rule: (name: string) => string
  readonly position: string
  readonly difference: string
  readonly deferred: (component: string) => string
  readonly adjustment: (id: string, mode: string, reason: string, by: string, approved: string) => string
  readonly earlier: (name: string, period: string | undefined) => string
  readonly moreMembers: (count: number) => string
}

const EN: ExplainWords = {
  none: 'none',
  join: '; ',
  comma: ', ',
  brackets: (text) => ` (${text})`,
  again: 'explained above',
  clause: (clause) => `clause ${clause}`,
  source: (source) => `source: ${source}`,
  line: (line) => `scheme line ${line}`,
  since: (day) => `since ${day}`,
  forKey: (key) => `for ${key}`,
  rounded: (from, step, mode) => `rounded to ${step}, ${mode}, from ${from}`,
  modes: {
    half_away: 'half away from zero',
    half_even: 'half to even',
    up: 'away from zero',
    down: 'towards zero',
    floor: 'down',
    ceiling: 'up',
  },
  row: ({ argument }, bounds) => `${argument} lies in the row ${bounds}`,
  part: (amount, rate, gives) => `${amount} × ${rate} = ${gives}`,
  measure: ({ take, of, first, last, rows, sum, divisor }, filters) =>
    `${take} of ${of}${filters} ${first === last ? `on ${last}` : `from ${first} to ${last}`}: ${rows} rows, sum ${sum} ÷ ${divisor}`,
  rule: (name) => `case ${name}`,
  position: 'place in the order by',
  difference: "this period's amount less what shorter periods paid",
  deferred: (component) => `deferred part of ${component}`,
  adjustment: (id, mode, reason, by, approved) =>
    `adjustment ${id} (${mode}): ${reason}; requested by ${by}, approved by ${approved}`,
  earlier: (name, period) => `${name} of ${period ?? 'the latest earlier period'}`,
  moreMembers: (count) => `… and ${count} more; --json has all`,
}

const ZH: ExplainWords = {
  none: '无',
  join: '；',
  comma: '，',
  brackets: (text) => `（${text}）`,
  again: '见上文',
  clause: (clause) => `依据${clause}`,
  source: (source) => `来源：${source}`,
  line: (line) => `方案第 ${line} 行`,
  since: (day) => `自 ${day} 起`,
  forKey: (key) => `适用于 ${key}`,
  rounded: (from, step, mode) => `由 ${from} 舍入到 ${step}（${mode}）`,
  modes: {
    half_away: '四舍五入（远离零）',
    half_even: '四舍六入五成双',
    up: '远离零进位',
    down: '向零舍去',
    floor: '向下',
    ceiling: '向上',
  },
  row: ({ argument }, bounds) => `${argument} 落在区间 ${bounds}`,
  part: (amount, rate, gives) => `${amount} × ${rate} = ${gives}`,
  measure: ({ take, of, first, last, rows, sum, divisor }, filters) =>
    `${of} 的${take}${filters}，${first === last ? last : `${first} 至 ${last}`}：${rows} 行，合计 ${sum} ÷ ${divisor}`,
  rule: (name) => `情形 ${name}`,
  position: '排序依据',
  difference: '本期金额减去各短期间已付金额',
  deferred: (component) => `${component} 的延期部分`,
  adjustment: (id, mode, reason, by, approved) =>
    `调整 ${id}（${mode}）：${reason}；申请人 ${by}，审批人 ${approved}`,
  earlier: (name, period) => `${period ?? '最近较早期间'} 的 ${name}`,
  moreMembers: (count) => `……另有 ${count} 人；--json 列出全部`,
}

export const EXPLAIN_WORDS: Readonly<Record<Language, ExplainWords>> = { en: EN, zh: ZH }
