import type { Language, Place, Report } from '../findings/finding.ts'
import { partsOf } from '../formula/ast.ts'
import {
  checkFormula,
  type Expression,
  parseFormula,
  resolveFormula,
  type Syntax,
} from '../formula/formula.ts'
import type { TypeInfo } from '../formula/vocabulary.ts'
import type { Exact, Rounding, RoundingMode } from '../values/exact.ts'
import type { Names } from './names.ts'
import type { Label, Origin } from './scheme.ts'
import type { Path, YamlFile } from './yaml.ts'

/** A scheme file while it is being read: what the steps share. */
export interface Reading {
  readonly file: YamlFile
  readonly report: Report
  readonly language: Language
  /** Values and tables that something wrong was already said about; formulas that read them are left alone. */
  readonly unusable: Set<string>
}

/** A formula of the scheme, and the figure (or other thing) whose value it gives. */
interface Formula {
  readonly owner: string
  readonly expression: Expression
}

/** A scheme file whose names have their meanings, so that its formulas can be read. */
export interface FormulaReading extends Reading {
  readonly names: Names
  /** Every formula met so far. */
  readonly formulas: Formula[]
}

export const NUMBER: TypeInfo = { type: 'number' }
export const YESNO: TypeInfo = { type: 'yesno' }

/** Where an entry comes from. */
export function originOf(
  { file }: Pick<Reading, 'file'>,
  path: Path,
  given: { readonly clause?: string | undefined; readonly source?: string | undefined } = {},
): Origin {
  const { clause, source } = given
  return { ...(clause ? { clause } : {}), ...(source ? { source } : {}), place: file.placeOf(path) }
}

/** A text for people as the scheme gives it; one text alone is in the scheme's own language. */
export function labelOf(
  { language }: Pick<Reading, 'language'>,
  given: string | { readonly [L in Language]?: string | undefined } | undefined,
): Label {
  if (given === undefined) return {}
  if (typeof given === 'string') return { [language]: given }
  const { en, zh } = given
  return { ...(en ? { en } : {}), ...(zh ? { zh } : {}) }
}

/** Reads and checks a formula where one is written; undefined for one that cannot be read. */
export function formulaAt(
  reading: FormulaReading,
  owner: string,
  path: Path,
  text: string | undefined,
  wants?: TypeInfo,
): Expression | undefined {
  if (text === undefined) return undefined
  const { file, report, names, formulas, unusable } = reading
  const at = file.textPlaceOf(path)
  const syntax = parseFormula(text, at, report)
  if (!syntax || mentions(syntax, unusable)) return undefined
  const expression = resolveFormula(syntax, names)
  checkFormula(expression, at, names, report, wants)
  formulas.push({ owner, expression })
  return expression
}

/** A formula that the scheme means without writing it, such as one that an entry stands for. */
export function formulaFrom(
  reading: FormulaReading,
  owner: string,
  path: Path,
  text: string,
): Expression | undefined {
  const syntax = parseFormula(text, { place: reading.file.placeOf(path) }, reading.report)
  if (!syntax) return undefined
  const expression = resolveFormula(syntax, reading.names)
  reading.formulas.push({ owner, expression })
  return expression
}

function mentions(syntax: Syntax, names: ReadonlySet<string>): boolean {
  const named = 'name' in syntax && names.has(syntax.name)
  return named || partsOf(syntax).some((part) => mentions(part, names))
}

/** The rounding an entry declares; half away from zero where it names no mode. */
export function roundingOf(
  { file, report }: Reading,
  path: Path,
  given: { readonly round?: Exact | undefined; readonly mode?: RoundingMode | undefined },
): Rounding | undefined {
  if (given.round) return { step: given.round, mode: given.mode ?? 'half_away' }
  if (given.mode) report('round-missing', file.keyPlaceOf([...path, 'mode']), {})
  return undefined
}

export const lineOf = ({ line }: Place): number => line ?? 1
