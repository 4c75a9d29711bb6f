import Table from 'cli-table3'

/** A table for a terminal, line by line, without any rules between its cells. */
export function drawTable(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const style = { 'padding-left': 0, 'padding-right': 2, head: [], border: [] }
  const table = new Table({ chars: BARE, style })
  table.push([...head], ...rows.map((row) => [...row]))
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
}

/** A table without any lines between its cells. */
const BARE = Object.fromEntries(
  'top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left left-mid mid mid-mid right right-mid middle'
    .split(' ')
    .map((name) => [name, '']),
)
