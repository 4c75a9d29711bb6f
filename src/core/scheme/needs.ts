import { partsOf } from '../formula/expression.ts'
import type { Expression } from '../formula/formula.ts'
import { looksAtParts } from '../functions/function.ts'
import type { PeriodKind } from '../values/period.ts'
import type { Draft } from './drafts.ts'
import type { FormulaReading } from './reading.ts'
import type { Measure, Scheme } from './scheme.ts'
import { allReads } from './unread.ts'

/** What the formulas of a scheme need of the folder and of earlier periods: all of them, and by kind of period. */
export function needsOf(
  { formulas }: Pick<FormulaReading, 'formulas'>,
  drafts: readonly Draft[],
  measures: Scheme['measures'],
  kinds: readonly PeriodKind[],
): Scheme['needs'] {
  const tables = new Set([...measures.map(({ kind }) => kind.table), ...measures.flatMap(readsClients)])
  const inKind = (kind: PeriodKind) => {
    const idle = new Set(drafts.filter((draft) => neverIn(kind, draft)).flatMap(({ name }) => ownersOf(name)))
    return readBy(formulas.filter(({ owner }) => !idle.has(owner)))
  }
  const apart = {
    parts: formulas.some(({ expression }) => readsByPart(expression)),
    clients: [...readBy(formulas).clients].length > 0,
  }
  return { ...readBy(formulas), ...apart, tables, byKind: new Map(kinds.map((kind) => [kind, inKind(kind)])) }
}

const readsByPart = (expression: Expression): boolean =>
  (expression.kind === 'call' && looksAtParts(expression.function)) || partsOf(expression).some(readsByPart)

/** The table of clients, for a measure that goes by what it says of them. */
const readsClients = ({ where, weigh }: Measure): readonly 'clients'[] =>
  [...where.keys(), ...weigh.keys()].some((column) => column === 'tier' || column === 'segment')
    ? ['clients']
    : []

/** A figure's own formula, and that of the share deferred of it. */
const ownersOf = (figure: string): readonly string[] => [figure, `${figure} deferred`]

function readBy(formulas: FormulaReading['formulas']) {
  const { facts, earlier } = allReads({ formulas })
  const within = (space: string) =>
    new Set(
      [...facts].flatMap((fact) => (fact.startsWith(`${space}.`) ? [fact.slice(space.length + 1)] : [])),
    )
  return { targets: within('target'), assessments: within('assessment'), clients: within('clients'), earlier }
}

/** Whether a figure concerns nobody in periods of a kind, as its `for` alone tells. */
const neverIn = (kind: PeriodKind, { concerns }: Draft): boolean =>
  concerns !== undefined && holdsIn(kind, concerns) === false

/** Whether a condition holds for everyone in every period of a kind, or for nobody; undefined where it takes more to tell. */
function holdsIn(kind: PeriodKind, condition: Expression): boolean | undefined {
  if (condition.kind === 'prefix') {
    const inner = holdsIn(kind, condition.operand)
    return inner === undefined ? undefined : !inner
  }
  if (condition.kind !== 'operator') return undefined
  const { operator, left, right } = condition
  if (operator.sign === 'and' || operator.sign === 'or') {
    const [sides, decisive] = [[holdsIn(kind, left), holdsIn(kind, right)], operator.sign === 'or']
    if (sides.includes(decisive)) return decisive
    return sides.includes(undefined) ? undefined : !decisive
  }
  const asked = isKind(left) ? right : isKind(right) ? left : undefined
  if (asked?.kind !== 'literal' || (operator.sign !== '=' && operator.sign !== '<>')) return undefined
  return (asked.value === kind) === (operator.sign === '=')
}

const isKind = (part: Expression): boolean =>
  part.kind === 'fact' && part.space === 'period' && part.name === 'kind'
