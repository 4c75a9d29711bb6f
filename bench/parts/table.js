const HEADER = ['rows', 'what', 'seconds', 'rows/s', 'peak MiB', '÷ bare DuckDB', '× csv-parse']

/** The line of a contender at the size of another line. */
export const lineOf = (lines, id, size) => lines.find((line) => line.id === id && line.size === size)

function cells(line, lines) {
  const about = (text) => (line.about ? `≈ ${text}` : text)
  const bare = lineOf(lines, 'bare', line.size)
  const script = lineOf(lines, 'script', line.size)
  return [
    `${line.size} M`,
    line.name,
    about(line.seconds.toFixed(2)),
    about(Math.round(line.rows / line.seconds).toLocaleString('en')),
    about((line.peak / 1024 / 1024).toFixed(0)),
    bare ? (line.seconds / bare.seconds).toFixed(2) : '',
    script ? (script.seconds / line.seconds).toFixed(1) : '',
  ]
}

const padded = (row, widths) =>
  row.map((cell, at) => (at === 1 ? cell.padEnd(widths[at]) : cell.padStart(widths[at])))

/** The one table of all measurements, as text or as Markdown. */
export function table(lines, markdown) {
  const rows = [HEADER, ...lines.map((line) => cells(line, lines))]
  const widths = HEADER.map((_, at) => Math.max(...rows.map((row) => row[at].length)))
  const texts = rows.map((row) => padded(row, widths))
  if (!markdown) return texts.map((row) => row.join('  ')).join('\n')
  const rule = widths.map((width, at) => (at === 1 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [texts[0], rule, ...texts.slice(1)].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
