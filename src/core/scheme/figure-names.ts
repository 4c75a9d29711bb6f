import type { TypeInfo } from '../formula/vocabulary.ts'
import type { SchemeFile } from './file-shape.ts'
import type { Domains } from './people.ts'
import { NUMBER } from './reading.ts'

type Known = readonly (readonly [name: string, info: TypeInfo | undefined])[]

/** Every measure and figure of a scheme, with what is known of its value before any formula is read. */
export function figureNames(file: SchemeFile, domains: Domains): ReadonlyMap<string, TypeInfo | undefined> {
  const { measures, figures, appraisal, recommendation, pay } = file
  const grade = { type: 'text', domain: domains.grade } as const
  const outcome = { type: 'text', domain: domains.recommendation } as const
  return new Map([
    ...(domains.grade.ids.size > 0 ? [['grade', grade] as const] : []),
    ...[...(measures?.keys() ?? [])].map((name) => [name, NUMBER] as const),
    ...[...(figures ?? [])].map(
      ([name, { type, round }]) => [name, declared(type ?? (round && 'number'))] as const,
    ),
    ...(appraisal ? ofAppraisal(appraisal, domains) : []),
    ...(recommendation ? [['recommendation', outcome] as const] : []),
    ...(pay ?? []).map(({ id }) => [`pay.${id}`, NUMBER] as const),
  ])
}

const declared = (type: TypeInfo['type'] | undefined): TypeInfo | undefined => type && { type }

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
