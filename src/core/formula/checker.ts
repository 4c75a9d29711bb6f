import type { Report } from '../findings/finding.ts'
import { KINDS } from '../findings/formulas.ts'
import { near } from '../findings/near.ts'
import type { Phrase } from '../findings/sentence.ts'
import type { Code, Facts } from '../findings/sentences.ts'
import { type Type, typeOf, type Value } from '../values/value.ts'
import type { Span } from './ast.ts'
import { either, type Known, overlaps } from './known.ts'
import { excerpt, placeOf, type TextPlace } from './place.ts'
import type { Domain, Vocabulary } from './vocabulary.ts'

/** A part with what is known of it; nothing is known of a part that is faulty itself. */
export interface Checked {
  readonly part: Span
  readonly known: Known | undefined
}

/** The one check of a formula: what it may ask of parts, and the count of the faults it has reported. */
export class Checker {
  readonly vocabulary: Vocabulary
  #faults = 0
  readonly #at: TextPlace
  readonly #report: Report

  constructor(at: TextPlace, vocabulary: Vocabulary, report: Report) {
    this.vocabulary = vocabulary
    this.#at = at
    this.#report = report
  }

  get faulty(): boolean {
    return this.#faults > 0
  }

  report<C extends Code>(code: C, part: Span, facts: Facts<C>): undefined {
    this.#faults += 1
    this.#report(code, placeOf(this.#at, part), facts)
  }

  literal(value: Value): Known {
    if (typeof value !== 'string') return { type: typeOf(value), lists: [] }
    return { type: 'text', lists: this.vocabulary.words.get(value) ?? [], text: value }
  }

  /** Asks that a part is of a kind; `reader` is the sign, function, value or table that wants it. */
  wants({ part, known }: Checked, wanted: Type | 'ordered', reader: string): void {
    if (!known || known.type === wanted) return
    if (wanted === 'ordered' && (known.type === 'number' || known.type === 'day')) return
    const [found, text] = [KINDS[known.type], excerpt(part.text)]
    this.report('formula-type', part, { part: text, found, reader, wanted: KINDS[wanted] })
  }

  /** Asks that all parts are of one kind, and gives what is known of whichever of them is taken, as far as they are known. */
  agree(all: readonly Checked[], reader: string): Known | undefined {
    const [first, ...others] = all.filter(({ known }) => known)
    if (!first) return undefined
    const { known: common, part } = first
    for (const { known, part: other } of others) {
      if (!common || !known || common.type === known.type) continue
      const [left, right] = [excerpt(part.text), excerpt(other.text)]
      const kinds = { is_left: KINDS[common.type], is_right: KINDS[known.type] }
      return this.report('formula-types', other, { left, right, ...kinds, reader })
    }
    return others.reduce((one, { known }) => one && known && either(one, known), common)
  }

  /** Asks that two texts can be equal at all. */
  comparable(left: Checked, right: Checked): void {
    const [one, other] = right.known?.text === undefined ? [left, right] : [right, left]
    if (other.known?.text === undefined) this.fromLists(one, other.known?.lists ?? [], other.part.text)
  }

  /** Asks that a text comes from one of some lists; of any lists if there are none. */
  fromLists({ part, known }: Checked, wanted: readonly Domain[], other: string | Phrase): void {
    if (known?.type !== 'text' || wanted.length === 0) return
    const { text, lists } = known
    if (text !== undefined) this.#inLists(text, part, wanted)
    else if (lists.length > 0 && !lists.some((list) => wanted.some((each) => overlaps(list, each)))) {
      const names = { list: namesOf(lists), wanted: namesOf(wanted) }
      this.report('formula-lists', part, {
        part: excerpt(part.text),
        other: typeof other === 'string' ? excerpt(other) : other,
        ...names,
      })
    }
  }

  #inLists(text: string, part: Span, wanted: readonly Domain[]): void {
    const ids = wanted.flatMap((list) => [...list.ids])
    if (ids.includes(text)) return
    const facts = { found: text, list: namesOf(wanted), likeliest: near(text, ids), ids: ids.join(', ') }
    this.report('formula-text', part, facts)
  }
}

const namesOf = (lists: readonly Domain[]): string => lists.map(({ name }) => name).join(' / ')
