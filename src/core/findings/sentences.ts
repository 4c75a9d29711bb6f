import { BOOK_SENTENCES } from './book.ts'
import { CELL_SENTENCES } from './cells.ts'
import { FILE_SENTENCES } from './files.ts'
import { FORMULA_SENTENCES } from './formulas.ts'
import { INPUTS_SENTENCES } from './inputs.ts'
import { LEDGER_SENTENCES } from './ledger.ts'
import { PERSON_SENTENCES } from './people.ts'
import { SCHEME_SENTENCES } from './schemes.ts'
import type { Fact, Sentence, Slots } from './sentence.ts'
import { SPREADSHEET_SENTENCES } from './spreadsheets.ts'
import { TABLE_SENTENCES } from './tables.ts'

const ALL = {
  ...FILE_SENTENCES,
  ...INPUTS_SENTENCES,
  ...CELL_SENTENCES,
  ...SPREADSHEET_SENTENCES,
  ...TABLE_SENTENCES,
  ...SCHEME_SENTENCES,
  ...FORMULA_SENTENCES,
  ...PERSON_SENTENCES,
  ...LEDGER_SENTENCES,
  ...BOOK_SENTENCES,
}

/** Every kind of finding that the tool can make. */
export type Code = keyof typeof ALL

/** The facts that a finding of a code must carry: those its sentences mention. */
export type Facts<C extends Code> = Readonly<Record<Slots<(typeof ALL)[C]['en' | 'zh'][number]>, Fact>>

export const SENTENCES: Readonly<Record<Code, Sentence>> = ALL
