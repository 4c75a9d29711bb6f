import { type Expression, evaluate, looksAtOthers, outsideReads, readsOf } from '../formula/formula.ts'
import type { Deferral, Figure, Scheme } from '../scheme/scheme.ts'
import type { Sheet } from './sheet.ts'

/** A reading of a person's record, and the figures that need it; conditions of `for` and groups need theirs of everyone. */
interface Reading {
  readonly part: Expression
  readonly figures: Set<string>
  everyone: boolean
}

/**
 * Records on each person's sheet what the formulas of the person's figures may read of facts and earlier periods, whether
 * or not an evaluation got that far, so that the run's folder can answer for every figure without the exports.
 */
export function recordReads(scheme: Scheme, sheets: readonly Sheet[]): void {
  const { readings, groups } = readingsOf(scheme)
  for (const sheet of sheets) {
    // So that everyone is in the folder whom a group may count.
    if (groups) sheet.recording(() => sheet.daysInPost)
    for (const { part, figures, everyone } of readings) {
      if (everyone || [...figures].some((name) => sheet.known(name) !== undefined)) {
        sheet.recording(() => evaluate(part, sheet))
      }
    }
  }
}

function readingsOf(scheme: Scheme): { readonly readings: readonly Reading[]; readonly groups: boolean } {
  const readings = new Map<string, Reading>()
  let groups = false
  const note = (expression: Expression | undefined, figure: string | undefined) => {
    const all = expression ? withKeys(expression, scheme) : []
    const ofGroup = all.some(looksAtOthers)
    groups ||= ofGroup
    const ofEveryone = figure === undefined || ofGroup
    for (const part of all.flatMap(outsideReads).filter(isOfPerson)) {
      const reading = readings.get(part.text) ?? { part, figures: new Set(), everyone: false }
      readings.set(part.text, reading)
      if (ofEveryone) reading.everyone = true
      else reading.figures.add(figure)
    }
  }
  for (const figure of scheme.figures) {
    note(figure.concerns, undefined)
    for (const expression of expressionsOf(figure)) note(expression, figure.name)
  }
  for (const { id, defer } of scheme.pay) {
    note(defer?.share, `pay.${id}`)
    // What rules about lots read of their person is kept when they look; what they ask of a group, of everyone here.
    for (const formula of lotFormulas(defer)) if (looksAtOthers(formula)) note(formula, undefined)
  }
  for (const { to } of scheme.recommendation) note(to, 'recommendation')
  return { readings: [...readings.values()], groups }
}

/** A formula, and the formulas by which the values that it reads go. */
function withKeys(expression: Expression, scheme: Scheme): readonly Expression[] {
  const keys = [...readsOf(expression).ownKeyed].map((name) => scheme.values.get(name)?.by)
  return [expression, ...keys.filter((key) => key !== undefined)]
}

const lotFormulas = (defer: Deferral | undefined): readonly Expression[] =>
  defer
    ? [defer.whole, ...[...defer.due, ...defer.beforeDue].map(({ when }) => when)].flatMap((one) => one ?? [])
    : []

/** Whether a part can be worked out without a lot that is looked at. */
const isOfPerson = (part: Expression): boolean =>
  ![...readsOf(part).facts].some((fact) => fact.startsWith('lot.') || fact.startsWith('event.'))

function expressionsOf({ method }: Figure): readonly Expression[] {
  if (method.by === 'formula') return [method.formula]
  if (method.by === 'ranking') return method.among ? [method.among] : []
  if (method.by === 'choice')
    return method.cases.flatMap(({ when, gives }) => [...(when ? [when] : []), gives])
  return method.cases.flatMap(({ when }) => when ?? [])
}
