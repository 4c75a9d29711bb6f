import { near } from '../findings/near.ts'
import type { Expression } from '../formula/formula.ts'
import { type Draft, roleDraft } from './drafts.ts'
import type { AppraisalEntry } from './file-shape.ts'
import { type FormulaReading, formulaAt, labelOf, NUMBER, YESNO } from './reading.ts'
import type { RankKey } from './scheme.ts'
import type { Path } from './yaml.ts'

const KEY = /^(\S+)\s+(asc|desc)$/

/** The figure `rank`: the ranked people numbered by the keys that the scheme lists. */
export function rankingOf(
  reading: FormulaReading,
  { rank, ranked }: AppraisalEntry,
  who: Expression | undefined,
): Draft | undefined {
  const path = ['appraisal', 'rank']
  const among = formulaAt(reading, 'appraisal.ranked', ['appraisal', 'ranked'], ranked, YESNO)
  if (!rank) return undefined
  const keys = rank.by.flatMap((text, index) => keyOf(reading, [...path, 'by', index], text) ?? [])
  const draft = roleDraft(reading, 'rank', path, who, { by: 'ranking', among, keys })
  return { ...draft, label: labelOf(reading, rank.name) }
}

/** One key: the name of a measure or numeric figure, then which way. */
function keyOf(reading: FormulaReading, path: Path, text: string): RankKey | undefined {
  const [, figure, way] = KEY.exec(text) ?? []
  if (!figure) return refuse(reading, path, text)
  const read = formulaAt(reading, 'rank', path, figure, NUMBER)
  if (!read) return undefined
  if (read.kind !== 'figure' && read.kind !== 'unresolved') return refuse(reading, path, text)
  return { figure, descending: way === 'desc' }
}

function refuse({ file, report, names }: FormulaReading, path: Path, text: string): undefined {
  const likeliest = near(text.split(/\s/)[0] ?? text, names.names)
  report('rank-key', file.placeOf(path), { found: text, likeliest })
}
