import type { LotStatus, Movement } from '../book/lot.ts'
import type { Language } from '../findings/finding.ts'
import type { RoundingMode } from '../values/exact.ts'
import type {
  ExplainedEvent,
  ExplainedLot,
  ExplainedMeasure,
  ExplainedMovement,
  ExplainedRow,
} from './explained.ts'

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
  readonly notInRun: (person: string, period: string) => string
  readonly position: string
  readonly difference: string
  readonly deferred: (component: string) => string
  readonly adjustment: (id: string, mode: string, reason: string, by: string, approved: string) => string
  readonly earlier: (name: string, period: string | undefined) => string
  readonly moreMembers: (count: number) => string
  readonly lot: (lot: ExplainedLot) => string
  readonly movements: Readonly<Record<Movement, string>>
  readonly booked: (movement: ExplainedMovement) => string
  readonly event: (id: string, event: ExplainedEvent) => string
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
  notInRun: (person, period) => `${person} is not in the run of ${period}`,
  position: 'place in the order by',
  difference: "this period's amount less what shorter periods paid",
  deferred: (component) => `deferred part of ${component}`,
  adjustment: (id, mode, reason, by, approved) =>
    `adjustment ${id} (${mode}): ${reason}; requested by ${by}, approved by ${approved}`,
  earlier: (name, period) => `${name} of ${period ?? 'the latest earlier period'}`,
  moreMembers: (count) => `… and ${count} more; --json has all`,
  lot: ({ component, granted, tranche, due, status }) =>
    `part ${tranche} of ${component} of ${granted}${due === undefined ? '' : `, due on ${due}`}; ${status}`,
  movements: {
    opening: 'taken over',
    granted: 'granted',
    due: 'due',
    held: 'held',
    lifted: 'no longer held',
    released: 'released',
    paid: 'paid',
    forfeited: 'forfeited',
    clawed_back: 'clawed back',
    adjusted: 'adjusted',
    transferred: 'moved with the person',
  },
  booked: ({ balance, run, origin }) =>
    `balance ${balance}; booked by ${run}${origin === undefined ? '' : `, from ${origin}`}`,
  event: (id, { event, on, share, amount, reason, requestedBy, approvedBy }) =>
    `event ${id} (${event}${share ? `, share ${share}` : ''}${amount ? `, amount ${amount}` : ''}, ${on}): ${reason}; requested by ${requestedBy}, approved by ${approvedBy}`,
}

const LOT_STATES: Readonly<Record<LotStatus, string>> = {
  open: '未到期或未决定',
  held: '暂缓',
  released: '已释放',
  forfeited: '已扣回',
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
  notInRun: (person, period) => `${person} 不在 ${period} 的运行中`,
  position: '排序依据',
  difference: '本期金额减去各短期间已付金额',
  deferred: (component) => `${component} 的延期部分`,
  adjustment: (id, mode, reason, by, approved) =>
    `调整 ${id}（${mode}）：${reason}；申请人 ${by}，审批人 ${approved}`,
  earlier: (name, period) => `${period ?? '最近较早期间'} 的 ${name}`,
  moreMembers: (count) => `……另有 ${count} 人；--json 列出全部`,
  lot: ({ component, granted, tranche, due, status }) =>
    `${granted} ${component} 第 ${tranche} 份${due === undefined ? '' : `，到期日 ${due}`}；${LOT_STATES[status]}`,
  movements: {
    opening: '期初',
    granted: '授予',
    due: '到期',
    held: '暂缓',
    lifted: '解除暂缓',
    released: '释放',
    paid: '支付',
    forfeited: '扣回',
    clawed_back: '追索',
    adjusted: '更正',
    transferred: '随人划转',
  },
  booked: ({ balance, run, origin }) =>
    `余额 ${balance}；由 ${run} 入账${origin === undefined ? '' : `，来自 ${origin}`}`,
  event: (id, { event, on, share, amount, reason, requestedBy, approvedBy }) =>
    `事件 ${id}（${event}${share ? `，比例 ${share}` : ''}${amount ? `，金额 ${amount}` : ''}，${on}）：${reason}；申请人 ${requestedBy}，审批人 ${approvedBy}`,
}

export const EXPLAIN_WORDS: Readonly<Record<Language, ExplainWords>> = { en: EN, zh: ZH }
