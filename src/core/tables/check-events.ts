import type { Report } from '../findings/finding.ts'
import { near } from '../findings/near.ts'
import type { Phrase } from '../findings/sentence.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { LEAVING_KINDS } from '../values/event-kinds.ts'
import { parsePeriod } from '../values/period.ts'
import type { RowsOf } from './shapes.ts'

type EventRow = RowsOf<'events'>[number]

const LEAVING: ReadonlySet<string> = new Set(LEAVING_KINDS)
/** Events that take money away by a share or an amount; the others, if they do, by an amount alone or all there is. */
const BY_SHARE: ReadonlySet<string> = new Set(['malus', 'clawback'])

/** Checks events each by itself: four eyes, whom and what they are about, and how much they say. */
export function checkEvents(rows: RowsOf<'events'>, report: Report): void {
  for (const row of rows) {
    checkApproval(row, report)
    checkScope(row, report)
    checkAmount(row, report)
  }
}

function checkApproval({ cells, at }: EventRow, report: Report): void {
  const { id, requested_by: requested, approved_by: approved, manager_id: manager } = cells
  if (new Set([requested, approved, manager]).size < 3)
    report('event-approval', at('approved_by'), { id, requested, approved, manager })
}

/** Chosen lots only: whoever means all of a person's says so. */
function checkScope({ cells, at }: EventRow, report: Report): void {
  const { id, kind, scope, scope_id: of } = cells
  const said = [scope, of].filter((part) => part !== undefined).join(' ')
  const found = said
    ? { en: `the scope "${said}"`, zh: `的范围为“${said}”` }
    : { en: 'no scope', zh: '未填写范围' }
  const wanted = wantedScope(kind, scope)
  const fits = LEAVING.has(kind)
    ? scope === undefined && of === undefined
    : scope !== undefined && (scope === 'all') === (of === undefined) && isPeriodWhereAsked(scope, of)
  const onlyPeriod = kind === 'accountability' && scope !== 'period'
  if (!fits || onlyPeriod) report('event-scope', at('scope'), { id, kind, found, wanted })
}

const isPeriodWhereAsked = (scope: string, id: string | undefined): boolean =>
  scope !== 'period' || parsePeriod(id ?? '') !== undefined

function wantedScope(kind: string, scope: string | undefined): Phrase {
  if (LEAVING.has(kind)) return { en: 'neither scope nor scope_id', zh: 'scope 与 scope_id 均为空' }
  if (kind === 'accountability' || scope === 'period')
    return {
      en: 'the scope period, and the granted period as scope_id',
      zh: 'scope 为 period，scope_id 为授予期间',
    }
  if (scope === 'all') return { en: 'the scope all, without a scope_id', zh: 'scope 为 all，scope_id 为空' }
  return {
    en: 'the scope lot, period or component with its id, or all',
    zh: 'scope 为 lot、period、component 之一并填写编号，或为 all',
  }
}

const NOTHING: Phrase = { en: 'neither a share nor an amount', zh: '未填写 share 与 amount' }
const FOUND: Readonly<Record<string, Phrase>> = {
  share: { en: 'a share', zh: '填写了 share' },
  amount: { en: 'an amount', zh: '填写了 amount' },
  'share, amount': { en: 'both a share and an amount', zh: '同时填写了 share 与 amount' },
}

function checkAmount({ cells, at }: EventRow, report: Report): void {
  const { id, kind, share, amount } = cells
  const given = [share && 'share', amount && 'amount'].filter((part) => part !== undefined).join(', ')
  const found = FOUND[given] ?? NOTHING
  if (BY_SHARE.has(kind)) {
    const wanted = { en: 'either a share or an amount', zh: 'share 与 amount 之一' }
    if ((share === undefined) === (amount === undefined))
      report('event-amount', at('amount'), { id, kind, found, wanted })
    return
  }
  const asked = kind === 'accountability' ? 'amount' : ''
  const wanted = asked
    ? { en: 'an amount alone', zh: '仅 amount' }
    : { en: 'neither share nor amount', zh: 'share 与 amount 均为空' }
  if (given !== asked) report('event-amount', at('amount'), { id, kind, found, wanted })
}

/** Checks lots that were granted before the book begins against the components that defer. */
export function checkOpeningLots(
  rows: RowsOf<'opening_lots'>,
  { pay }: Pick<Scheme, 'pay'>,
  report: Report,
): void {
  const deferring = new Map(pay.flatMap(({ id, defer }) => (defer ? [[id, defer] as const] : [])))
  for (const { cells, at } of rows) {
    const { component, due_on: due } = cells
    const defer = deferring.get(component)
    if (!defer) {
      const likeliest = near(component, deferring.keys())
      report('lot-component', at('component'), { found: component, likeliest })
    } else if ((defer.whole === undefined) === (due === undefined)) {
      const [has, lacks] = [
        { en: 'a due day', zh: '有到期日' },
        { en: 'no due day', zh: '无到期日' },
      ]
      const [found, wanted] = due === undefined ? [lacks, has] : [has, lacks]
      report('opening-due', at('due_on'), { component, found, wanted, way: defer.whole ? 'whole' : 'lots' })
    }
  }
}
