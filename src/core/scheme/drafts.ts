import { KINDS } from '../findings/formulas.ts'
import type { Expression } from '../formula/formula.ts'
import type { TypeInfo } from '../formula/vocabulary.ts'
import type { Type } from '../values/value.ts'
import type { FigureEntry } from './file-shape.ts'
import { type FormulaReading, formulaAt, labelOf, NUMBER, originOf, roundingOf, YESNO } from './reading.ts'
import type { Figure } from './scheme.ts'
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
): readonly Draft[] {
  return [...entries].flatMap(([name, entry]) => draftFigure(reading, name, entry) ?? [])
}

function draftFigure(reading: FormulaReading, name: string, entry: FigureEntry): Draft | undefined {
  const path = ['figures', name]
  const type = entry.type ?? (entry.round ? 'number' : undefined)
  const info = type && { type }
  if (entry.round && type !== 'number') reportRounding(reading, path, name, type)
  const concerns = formulaAt(reading, name, [...path, 'for'], entry.for, YESNO)
  const formula = formulaAt(reading, name, [...path, 'formula'], entry.formula, info)
  return formula && draftOf(reading, { name, path, entry, concerns, formula, info })
}

function reportRounding(
  { file, report }: FormulaReading,
  path: Path,
  name: string,
  type: Type = 'number',
): void {
  report('round-not-number', file.keyPlaceOf([...path, 'round']), { name, type: KINDS[type] })
}

/** The parts that most figures are made of, whatever section of the scheme they stand in. */
export interface DraftParts {
  readonly name: string
  readonly path: Path
  readonly entry: Omit<FigureEntry, 'formula'>
  readonly concerns: Expression | undefined
  readonly formula: Expression
  readonly info: TypeInfo | undefined
  readonly hasRole?: boolean
}

/** A figure given by one formula. */
export function draftOf(reading: FormulaReading, parts: DraftParts): Draft {
  const { name, path, entry, concerns, formula, info, hasRole = false } = parts
  return {
    name,
    path,
    label: labelOf(reading, entry.name),
    concerns,
    method: { by: 'formula', formula },
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
  return formula && draftOf(reading, { ...parts, formula, info: NUMBER, hasRole: true })
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
