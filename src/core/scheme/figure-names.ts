import type { Domain, TypeInfo } from '../formula/vocabulary.ts'
import type { FigureEntry, SchemeFile } from './file-shape.ts'
import type { Domains } from './people.ts'
import { NUMBER, YESNO } from './reading.ts'

type Known = readonly (readonly [name: string, info: TypeInfo | undefined])[]

/** Every measure and figure of a scheme, with what is known of its value before any formula is read. */
export function figureNames(file: SchemeFile, domains: Domains): ReadonlyMap<string, TypeInfo | undefined> {
  const { measures, figures, appraisal, recommendation, pay, checks } = file
  const grade = { type: 'text', domain: domains.grade } as const
  const outcome = { type: 'text', domain: domains.recommendation } as const
  return new Map([
    ...(domains.grade.ids.size > 0 ? [['grade', grade] as const] : []),
    ...[...(measures?.keys() ?? [])].map((name) => [name, NUMBER] as const),
    ...[...(figures ?? [])].map(([name, entry]) => [name, declaredInfo(name, entry)] as const),
    ...(appraisal ? ofAppraisal(appraisal, domains) : []),
    ...(recommendation ? [['recommendation', outcome] as const, ['decision', outcome] as const] : []),
    ...(pay ?? []).map(({ id }) => [`pay.${id}`, NUMBER] as const),
    ...(checks ?? []).map(({ check }) => [`check.${check}`, YESNO] as const),
  ])
}

/** What a figure's entry says of its kind of value; undefined where only its formula tells. */
export function declaredInfo(name: string, { type, round, one_of: ids }: FigureEntry): TypeInfo | undefined {
  if (ids) return { type: 'text', domain: { name, ids: new Set(ids) } }
  const said = type ?? (round && 'number')
  return said && { type: said }
}

/** The closed lists of ids that figures of a scheme declare for themselves. */
export const listsOfFigures = ({ figures }: SchemeFile): readonly Domain[] =>
  [...(figures ?? [])].flatMap(([name, entry]) => declaredInfo(name, entry)?.domain ?? [])

function ofAppraisal(
  { indicators, rating, rank }: NonNullable<SchemeFile['appraisal']>,
  domains: Domains,
): Known {
  return [
    ...indicators.map(({ id }) => [`points.${id}`, NUMBER] as const),
    ['points', NUMBER],
    ['total', NUMBER],
    ...(rating ? [['rating', { type: 'text', domain: domains.rating }] as const] : []),
    ...(rank ? [['rank', NUMBER] as const] : []),
  ]
}
