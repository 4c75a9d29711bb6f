/** The most bytes of one row: a longer one is an open quote or no table at all. */
export const MOST_RECORD = 1024 * 1024

/** The most unpacked bytes of a table whose rows are all kept in memory, which takes some fifteen times as much. */
export const MOST_SMALL_TABLE = 128 * 1024 * 1024

/** The most bytes of a file of a large table that are all looked at before its rows are read. */
export const MOST_GLANCED = 1024 * 1024

/** The most bytes of a large table that one thread reads as fast as several do, which take their time to start. */
export const MOST_ON_ONE_THREAD = 4 * 1024 * 1024

/** The fewest bytes worth a part of their own. */
export const LEAST_PART = 1024 * 1024
