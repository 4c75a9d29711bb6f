import { LEAVING_KINDS, LOT_EVENT_KINDS } from '../values/event-kinds.ts'
import { ONE, ZERO } from '../values/exact.ts'
import { SIGNING_ROLES } from '../values/sign-off.ts'
import {
  choice,
  day,
  decimal,
  figureValue,
  id,
  money,
  period,
  quantity,
  rate,
  score,
  share,
  text,
  tranche,
  weight,
} from './cells.ts'
import { defaulted, optional, type RowOf, required, shape } from './shape.ts'

const managers = shape(
  'managers',
  {
    manager_id: required(id),
    name: required(text),
    branch: required(id),
    grade: optional(id),
    team: optional(id),
    role: defaulted(id, 'manager'),
    employment: defaulted(id, 'staff'),
    hired_on: optional(day),
    left_on: optional(day),
    grade_since: optional(day),
    term_from: optional(day),
    term_to: optional(day),
    status: defaulted(id, 'active'),
  },
  ['manager_id'],
)

const posts = shape(
  'posts',
  {
    manager_id: required(id),
    from: required(day),
    to: optional(day),
    grade: optional(id),
    branch: optional(id),
    team: optional(id),
    role: optional(id),
    status: optional(id),
  },
  ['manager_id', 'from'],
)

export const balances = shape(
  'balances',
  {
    date: required(day),
    account_id: required(id),
    client_id: required(id),
    product: required(id),
    balance: required(money),
    manager_id: optional(id),
    currency: optional(id),
    branch: optional(id),
  },
  ['date', 'account_id', 'currency'],
)

const assignments = shape(
  'assignments',
  {
    account_id: optional(id),
    client_id: optional(id),
    manager_id: required(id),
    share: defaulted(share, ONE),
    from: required(day),
    to: optional(day),
  },
  ['account_id', 'client_id', 'manager_id', 'share', 'from', 'to'],
)

export const activity = shape(
  'activity',
  {
    date: required(day),
    kind: required(id),
    manager_id: optional(id),
    client_id: optional(id),
    product: optional(text),
    quantity: defaulted(quantity, ONE),
    amount: defaulted(money, ZERO),
    ref: optional(id),
  },
  ['ref'],
)

const targets = shape(
  'targets',
  {
    scope: required(choice('manager', 'grade', 'branch', 'all')),
    scope_id: optional(id),
    target: required(id),
    period: required(period),
    value: required(decimal(4)),
  },
  ['scope', 'scope_id', 'target', 'period'],
)

const assessments = shape(
  'assessments',
  {
    manager_id: required(id),
    item: required(id),
    score: required(score),
    assessor: optional(id),
    weight: defaulted(weight, ONE),
    period: optional(period),
  },
  ['manager_id', 'item', 'assessor', 'period'],
)

const clients = shape(
  'clients',
  {
    client_id: required(id),
    name: optional(text),
    tier: optional(id),
    segment: optional(id),
    branch: optional(id),
    opened_on: optional(day),
  },
  ['client_id'],
)

const fx = shape('fx', { date: required(day), currency: required(id), rate: required(rate) }, [
  'date',
  'currency',
])

const adjustments = shape(
  'adjustments',
  {
    id: required(id),
    manager_id: required(id),
    figure: required(id),
    value: required(decimal(4)),
    mode: defaulted(choice('add', 'set'), 'add' as const),
    reason: required(text),
    requested_by: required(id),
    approved_by: required(id),
    period: optional(period),
    expires_on: optional(day),
    known_on: optional(day),
  },
  ['id'],
)

const history = shape(
  'history',
  {
    period: required(period),
    manager_id: required(id),
    figure: required(id),
    value: required(figureValue),
  },
  ['period', 'manager_id', 'figure'],
)

const setAside = shape(
  'set_aside',
  {
    manager_id: required(id),
    period: required(period),
    reason: required(text),
    approved_by: required(id),
  },
  ['manager_id', 'period'],
)

const confirmations = shape(
  'confirmations',
  {
    manager_id: required(id),
    period: required(period),
    decision: required(choice('renew', 'dismiss', 'promote', 'demote', 'none')),
    to_grade: optional(id),
    by: required(id),
    on: required(day),
  },
  ['manager_id', 'period'],
)

const candidates = shape(
  'candidates',
  {
    candidate_id: required(id),
    name: required(text),
    branch: required(id),
    route: required(choice('recommended', 'competed')),
    existing_staff: required(choice('yes', 'no')),
    deposits: optional(money),
    role: optional(id),
  },
  ['candidate_id'],
)

const events = shape(
  'events',
  {
    id: required(id),
    date: required(day),
    manager_id: required(id),
    kind: required(choice(...LEAVING_KINDS, ...LOT_EVENT_KINDS)),
    scope: optional(choice('lot', 'period', 'component', 'all')),
    scope_id: optional(id),
    share: optional(share),
    amount: optional(decimal(2, { above: 0n })),
    reason: required(text),
    clause: optional(text),
    requested_by: required(id),
    approved_by: required(id),
    known_on: optional(day),
  },
  ['id'],
)

const openingLots = shape(
  'opening_lots',
  {
    manager_id: required(id),
    component: required(id),
    granted_period: required(period),
    tranche: required(tranche),
    due_on: optional(day),
    balance: required(decimal(2, { above: 0n })),
    status: defaulted(choice('open', 'held', 'released'), 'open' as const),
    branch: optional(id),
  },
  ['manager_id', 'component', 'granted_period', 'tranche'],
)

const approvals = shape(
  'approvals',
  {
    what: required(id),
    hash: required(id),
    role: required(choice(...SIGNING_ROLES)),
    by: required(id),
    on: required(day),
  },
  ['what', 'hash', 'role'],
)

/** The tables that an input folder may hold, by name. */
export const SHAPES = {
  managers,
  posts,
  balances,
  assignments,
  activity,
  targets,
  assessments,
  clients,
  fx,
  adjustments,
  history,
  set_aside: setAside,
  confirmations,
  candidates,
  events,
  opening_lots: openingLots,
  approvals,
} as const

export type TableName = keyof typeof SHAPES

/** The tables that an engine sums instead of handing their rows over. */
export type LargeTable = 'balances' | 'activity'
export type SmallTable = Exclude<TableName, LargeTable>
export type RowsOf<T extends TableName> = readonly RowOf<(typeof SHAPES)[T]>[]
