/** A text as SQL writes it. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** The name of a column or table as SQL writes it. */
export const name = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** Every blank that an id may not have before or after it (the characters of `\s`), and NUL. */
const BLANKS = `chr(0) || ${literal(
  [
    '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006',
    '\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
  ].join(''),
)}`

/** Printable ASCII without a blank before or after it, as most ids are: told faster than by looking for every blank. */
const PLAIN = '[!-~]([ -~]*[!-~])?'

/** Whether a text has a blank before or after it, or a NUL anywhere. */
export const isNoId = (column: string): string =>
  `(case when regexp_full_match(${column}, '${PLAIN}') then false
    else trim(${column}, ${BLANKS}) <> ${column} or contains(${column}, chr(0)) end)`

/** A day as DuckDB counts it: days since 1970-01-01. */
export const dayNumber = (column: string): string => `(${column} - date '1970-01-01')`

/** The bit of a day among those of its month. */
export const dayBit = (column: string): string => `(1::integer << (day(${column}) - 1)::integer)`
