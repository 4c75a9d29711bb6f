import { KINDS } from '../findings/formulas.ts'
import type { Expression } from '../formula/formula.ts'
import type { TypeInfo } from '../formula/vocabulary.ts'
import type { Type } from '../values/value.ts'
import { checkCases } from './cases.ts'
import { declaredInfo } from './figure-names.ts'
import type { FigureEntry } from './file-shape.ts'
import { type FormulaReading, formulaAt, labelOf, NUMBER, originOf, roundingOf, YESNO } from './reading.ts'
import type { Choice, Figure } from './scheme.ts'
import type { Path } from './yaml.ts'

/** A figure before it is known what kind of value its formula gives; `info` is there where the scheme says so. */
export type Draft = Omit<Figure, 'info' | 'looksAtOthers'> & {
  readonly path: Path
  readonly info: TypeInfo | undefined
  /** Whether its place in the scheme uses it, read or not. */
  readonly hasRole: boolean
}

/** Reads the plain figures of the scheme; those whose formula cannot be parsed are left out, their names faulty. */
export function draftFigures(
  reading: FormulaReading,
  entries: ReadonlyMap<string, FigureEntry> = new Map(),
  section: Path = ['figures'],
): readonly Draft[] {
  return [...entries].flatMap(([name, entry]) => draftFigure(reading, [...section, name], name, entry) ?? [])
}

function draftFigure(
  reading: FormulaReading,
  path: Path,
  name: string,
  entry: FigureEntry,
): Draft | undefined {
  const info = declaredInfo(name, entry)
  checkDeclared(reading, path, name, entry)
  const concerns = formulaAt(reading, name, [...path, 'for'], entry.for, YESNO)
  const method = methodOf(reading, path, name, entry, info)
  return method && draftOf(reading, { name, path, entry, concerns, method, info })
}

function methodOf(
  reading: FormulaReading,
  path: Path,
  name: string,
  entry: FigureEntry,
  info: TypeInfo | undefined,
): Figure['method'] | undefined {
  if (entry.cases) return choiceOf(reading, [...path, 'cases'], name, entry.cases, info)
  const formula = formulaAt(reading, name, [...path, 'formula'], entry.formula, info)
  return formula && { by: 'formula', formula }
}

/** The cases of a figure, all of which give one kind of value; undefined where a formula of theirs cannot be parsed. */
function choiceOf(
  reading: FormulaReading,
  path: Path,
  name: string,
  entries: NonNullable<FigureEntry['cases']>,
  info: TypeInfo | undefined,
): Figure['method'] | undefined {
  checkCases(reading, path, entries)
  const learnt = reading.names.info(name)
  const wanted = info ?? (learnt && { type: learnt.type })
  const cases = entries.map((entry, index): Choice | undefined => {
    const at = [...path, index]
    const when = formulaAt(reading, name, [...at, 'when'], entry.when, YESNO)
    const gives = formulaAt(reading, name, [...at, 'gives'], entry.gives, wanted)
    return gives && { when, gives, ...originOf(reading, at, entry) }
  })
  const read = cases.filter((each) => each !== undefined)
  return read.length === cases.length ? { by: 'choice', cases: read } : undefined
}

function checkDeclared(reading: FormulaReading, path: Path, name: string, entry: FigureEntry): void {
  const type = entry.one_of ? 'text' : entry.type
  if (entry.round && type && type !== 'number') reportRounding(reading, path, name, type)
  if (!entry.one_of || (entry.type ?? 'text') === 'text') return
  const { file, report } = reading
  report('one-of-not-text', file.keyPlaceOf([...path, 'one_of']), { name, type: KINDS[entry.type ?? 'text'] })
}

function reportRounding({ file, report }: FormulaReading, path: Path, name: string, type: Type): void {
  report('round-not-number', file.keyPlaceOf([...path, 'round']), { name, type: KINDS[type] })
}

/** The parts that most figures are made of, whatever section of the scheme they stand in. */
export interface DraftParts {
  readonly name: string
  readonly path: Path
  readonly entry: Omit<FigureEntry, 'formula' | 'cases' | 'one_of'>
  readonly concerns: Expression | undefined
  readonly method: Figure['method']
  readonly info: TypeInfo | undefined
  readonly hasRole?: boolean
}

/** A figure as its entry describes it. */
export function draftOf(reading: FormulaReading, parts: DraftParts): Draft {
  const { name, path, entry, concerns, method, info, hasRole = false } = parts
  return {
    name,
    path,
    label: labelOf(reading, entry.name),
    concerns,
    method,
    rounding: roundingOf(reading, path, entry),
    optional: entry.optional ?? false,
    info,
    hasRole,
    ...originOf(reading, path, entry),
  }
}

/** A numeric figure with a role, given by one formula; undefined where that cannot be parsed. */
export function draftNumber(
  reading: FormulaReading,
  parts: Pick<DraftParts, 'name' | 'path' | 'entry' | 'concerns'>,
  key: string,
  text: string,
): Draft | undefined {
  const formula = formulaAt(reading, parts.name, [...parts.path, key], text, NUMBER)
  return (
    formula && draftOf(reading, { ...parts, method: { by: 'formula', formula }, info: NUMBER, hasRole: true })
  )
}

/** A figure with a role that is not given by a formula; what kind of value it has is known from its name. */
export function roleDraft(
  reading: FormulaReading,
  name: string,
  path: readonly string[],
  concerns: Expression | undefined,
  method: Figure['method'],
): Draft {
  const shared = {
    name,
    path,
    concerns,
    method,
    label: {},
    rounding: undefined,
    optional: false,
    hasRole: true,
  }
  return { ...shared, info: reading.names.info(name), ...originOf(reading, path) }
}
