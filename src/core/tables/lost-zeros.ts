import { near } from '../findings/near.ts'
import type { Phrase } from '../findings/sentence.ts'
import { halfWidth } from './full-width.ts'

/** Ids that a table has, asked one by one. */
export type KnownIds = Pick<ReadonlySet<string>, 'has'>

/** No bank's ids have more digits. */
const MOST_DIGITS = 24
const DIGITS = /^\d+$/

/**
 * The known id that differs from one that is not known only in the zeros before it, as when a spreadsheet took one of them for
 * a number. It needs no list of the known ids, only the question whether one is among them.
 */
export function idWithoutItsZeros(id: string, known: KnownIds): string | undefined {
  if (!DIGITS.test(id)) return undefined
  const bare = id.replace(/^0+(?=\d)/, '')
  for (let digits = bare.length; digits <= MOST_DIGITS; digits++) {
    const other = bare.padStart(digits, '0')
    if (other !== id && known.has(other)) return other
  }
  return undefined
}

/** Which of the two ids has lost its zeros, as the end of a sentence. */
function zerosPhrase(found: string, meant: string): Phrase {
  return meant.length > found.length
    ? { en: ` (${meant} is: leading zeros were lost here)`, zh: `（有 ${meant}：此处丢失了前导零）` }
    : { en: ` (${meant} is: leading zeros were lost there)`, zh: `（有 ${meant}：该处丢失了前导零）` }
}

/** The id that one that is not known may have meant, and by what damage, as the end of a sentence; nothing where none is near. */
export function nearId(found: string, known: KnownIds & Pick<ReadonlyMap<string, unknown>, 'keys'>): Phrase {
  const meant = idWithoutItsZeros(found, known)
  if (meant !== undefined) return zerosPhrase(found, meant)
  const half = halfWidth(found)
  if (half === found || !known.has(half)) return near(found, known.keys())
  return { en: ` (${half} is: this one has full-width digits)`, zh: `（有 ${half}：此处用了全角数字）` }
}
