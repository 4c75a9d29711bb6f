import { type Expression, evaluate, type Note, Notes } from '../formula/formula.ts'
import type { Part } from '../formula/scope.ts'
import type { Case, Choice, Component, Figure } from '../scheme/scheme.ts'
import { type Interval, printDay } from '../values/calendar.ts'
import { type Exact, isExact, parseExact, printExact, type Rounding, round } from '../values/exact.ts'
import { isMissing, type Missing } from '../values/missing.ts'
import type { Value } from '../values/value.ts'
import { explainDifference } from './difference.ts'
import type { Explained, ExplainedAdjustment } from './explained.ts'
import { type Explainer, originOf, printed, textOf } from './explainer.ts'
import { explainGroup } from './group.ts'
import { explainMeasure } from './measure.ts'
import { explainRead } from './reads.ts'
import { EXPLAIN_WORDS } from './words.ts'

/** The tree of a figure: what it is, by which rule, from which steps, down to the measures. */
export function explainFigure(name: string, by: Explainer, seen: Set<string> = new Set()): Explained {
  if (isOfNobody(name, by)) return notInRun(name, by)
  const measure = by.scheme.measures.find((each) => each.name === name)
  const figure = by.scheme.figures.find((each) => each.name === name)
  const again = seen.has(name)
  seen.add(name)
  if (measure) return { ...explainMeasure(measure, by), again, parts: again ? [] : adjusted(name, by) }
  const value = by.record.figures.get(name)
  if (!figure) {
    const difference = explainDifference(name, by, (other) => explainFigure(other, by, seen))
    return difference ?? { kind: 'fact', name, value, parts: [] }
  }
  const head = { kind: 'figure' as const, name, value, ...originOf(figure), label: textOf(figure.label, by) }
  if (again) return { ...head, again, parts: [] }
  const unconcerned = explainUnconcerned(figure, by, seen)
  if (value === undefined && unconcerned) return { ...head, parts: [unconcerned] }
  return { ...head, ...howOf(figure, by, seen) }
}

function isOfNobody(name: string, { sheet }: Explainer): boolean {
  const value = sheet.has(name) ? sheet.figure(name) : undefined
  return isMissing(value) && value.missing === 'not-in-run'
}

/** A figure of someone whom the run does not have. */
function notInRun(name: string, { record, period, language }: Explainer): Explained {
  const why = EXPLAIN_WORDS[language].notInRun(record.manager, period.id)
  return { kind: 'figure', name, value: undefined, why, parts: [] }
}

function howOf(
  figure: Figure,
  by: Explainer,
  seen: Set<string>,
): Partial<Explained> & Pick<Explained, 'parts'> {
  const { method, name } = figure
  if (method.by === 'ranking') {
    const keys = method.keys.map((key) => explainFigure(key.figure, by, seen))
    const formula = method.keys.map((key) => `${key.figure} ${key.descending ? 'desc' : 'asc'}`).join(', ')
    return { kind: 'ranking', formula, parts: keys }
  }
  if (method.by === 'cases') return { parts: casesOf(method.cases, by, seen) }
  if (method.by === 'choice') return chosen(figure, method.cases, by, seen)
  const { found, parts: steps } = evaluated(method.formula, by, seen)
  const parts = steps.flatMap((step) =>
    step.kind === 'call' && step.name === method.formula.text ? step.parts : [step],
  )
  const component = by.scheme.pay.find(({ id }) => name === `pay.${id}`)
  return {
    formula: method.formula.text,
    rounding:
      figure.rounding && isExact(found) ? roundingOf(figure.rounding, found, adjusted(name, by)) : undefined,
    parts: [...parts, ...adjusted(name, by), ...deferralOf(component, by, seen)],
  }
}

/** The cases of a figure as far as they were tried, the last with what it gives. */
function chosen(figure: Figure, cases: readonly Choice[], by: Explainer, seen: Set<string>) {
  const named = cases.map((each) => ({ ...each, gives: each.gives.text }))
  const tried = casesOf(named, by, seen)
  const decided = cases[tried.length - 1]
  const { found, parts } = decided ? evaluated(decided.gives, by, seen) : { found: undefined, parts: [] }
  const steps = tried.map((each, index) =>
    index === tried.length - 1 ? { ...each, parts: [...each.parts, ...parts] } : each,
  )
  const adjustments = adjusted(figure.name, by)
  const rounding =
    figure.rounding && isExact(found) ? roundingOf(figure.rounding, found, adjustments) : undefined
  return { rounding, parts: [...steps, ...adjustments] }
}

/** What a formula comes to, and the steps of it. */
export function evaluated(expression: Expression, by: Explainer, seen: Set<string>) {
  const notes = new Notes()
  const found = evaluate(expression, by.scope, notes)
  return { found, parts: notes.all.flatMap((note) => explainNote(note, by, seen)) }
}

/** The condition that leaves the person out of a figure, or out of a ranking. */
function explainUnconcerned(figure: Figure, by: Explainer, seen: Set<string>): Explained | undefined {
  const among = figure.method.by === 'ranking' ? figure.method.among : undefined
  for (const [name, condition] of [
    ['for', figure.concerns],
    ['ranked', among],
  ] as const) {
    const { found, parts } = condition ? evaluated(condition, by, seen) : { found: true, parts: [] }
    if (found !== true) return { kind: 'case', name, value: printed(found), formula: condition?.text, parts }
  }
  return undefined
}

/** The cases as far as they were tried, each with what its condition read. */
export function casesOf(cases: readonly Case[], by: Explainer, seen: Set<string>): readonly Explained[] {
  const tried: Explained[] = []
  for (const each of cases) {
    const name = 'rule' in each ? String(each.rule) : each.gives
    const { found, parts } = each.when ? evaluated(each.when, by, seen) : { found: true, parts: [] }
    tried.push({
      kind: 'case',
      name,
      value: printed(found),
      ...originOf(each),
      formula: each.when?.text,
      parts,
    })
    if (found === true) break
  }
  return tried
}

function roundingOf({ step, mode }: Rounding, value: Exact, adjustments: readonly Explained[]) {
  const from = adjustments.reduce((sum, { adjustment }) => applied(sum, adjustment), value)
  return { step: printExact(step), mode, from: printExact(from) }
}

function applied(value: Exact, adjustment: ExplainedAdjustment | undefined): Exact {
  const by = parseExact(adjustment?.value ?? '')
  if (!by) return value
  return adjustment?.mode === 'set' ? by : value.add(by)
}

function adjusted(figure: string, { record }: Explainer): readonly Explained[] {
  const all = record.adjustments.get(figure) ?? []
  const sorted = [...all.filter(({ mode }) => mode === 'set'), ...all.filter(({ mode }) => mode !== 'set')]
  return sorted.map(({ id, ...adjustment }) => ({
    kind: 'adjustment',
    name: id,
    value: adjustment.value,
    adjustment,
    parts: [],
  }))
}

function deferralOf(
  component: Component | undefined,
  by: Explainer,
  seen: Set<string>,
): readonly Explained[] {
  if (!component?.defer) return []
  const { share, rounding } = component.defer
  const { found, parts } = evaluated(share, by, seen)
  const amount = parseExact(by.record.figures.get(`pay.${component.id}`) ?? '')
  if (!isExact(found) || !amount || amount.n === 0n || amount.s < 0n) return []
  const exactly = amount.mul(found)
  return [
    {
      kind: 'deferral',
      name: component.id,
      value: printExact(round(exactly, rounding)),
      formula: share.text,
      ...originOf(component.defer),
      rounding: { step: printExact(rounding.step), mode: rounding.mode, from: printExact(exactly) },
      parts,
    },
  ]
}

function explainNote({ asked, found, inner }: Note, by: Explainer, seen: Set<string>): readonly Explained[] {
  const within = () => inner.flatMap((note) => explainNote(note, by, seen))
  if (asked.kind === 'argument') return within()
  if (asked.kind === 'part') return [explainPart(asked.part, found, inner, by, seen)]
  if (asked.kind === 'figure') return [explainFigureRead(asked.name, found, by, seen)]
  if (asked.kind === 'call') {
    const own = inner.length === 1 && inner[0]?.asked.kind !== 'argument' ? [] : within()
    const parts = isEarlier(inner) ? within() : own
    return isEarlier(inner) ? parts : [{ kind: 'call', name: asked.text, value: printed(found), parts }]
  }
  return [asked.kind === 'group' ? explainGroup(asked, found, by) : explainRead(asked, found, by)]
}

/** A part of the period, with what the formula came to in it and what it read there. */
function explainPart(
  { days, scope }: Part,
  found: Value | Missing,
  inner: readonly Note[],
  by: Explainer,
  seen: Set<string>,
): Explained {
  const within = { ...by, scope, part: days }
  const parts = inner.flatMap((note) => explainNote(note, within, seen))
  return { kind: 'part', name: printDays(days), value: printed(found), parts }
}

/** A figure as a formula read it: in a part of the period, a measure or grade of that part. */
function explainFigureRead(
  name: string,
  found: Value | Missing,
  by: Explainer,
  seen: Set<string>,
): Explained {
  const { part, scheme } = by
  const ofPart = part && (name === 'grade' || scheme.measures.some((measure) => measure.name === name))
  if (!ofPart) return explainFigure(name, { ...by, scope: by.sheet, part: undefined }, seen)
  return { kind: 'part', name: `${name} ${printDays(part)}`, value: printed(found), parts: [] }
}

const printDays = ({ first, last }: Interval): string => `${printDay(first)} – ${printDay(last)}`

/** A call that only reads an earlier value is told by that value alone. */
const isEarlier = (inner: readonly Note[]): boolean =>
  inner.some(({ asked }) => asked.kind === 'previous' || asked.kind === 'latest')
