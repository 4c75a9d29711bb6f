import { lineOf } from './table.js'

const BIG = [10, 18]

/** One line of a figure beside its bar. */
export const bar = (what, value, wanted, held) =>
  `${held ? 'held  ' : 'MISSED'}  ${what}: ${value} (wanted: ${wanted})`

/** The power of rows with which a contender's time grows: the least squares of log seconds over log rows. */
function exponent(lines) {
  const points = lines.map(({ rows, seconds }) => [Math.log(rows), Math.log(seconds)])
  const mean = (at) => points.reduce((sum, point) => sum + point[at], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  return over / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}

function ratios(lines, line) {
  const bare = line.seconds / lineOf(lines, 'bare', line.size).seconds
  const script = lineOf(lines, 'script', line.size)
  const most = line.id === 'parquet' ? 0.5 : 1.3
  const where = `${line.name}, ${line.size} M rows`
  const list = line.usual
    ? [bar(`${where}, against bare DuckDB on CSV`, `${bare.toFixed(2)} ×`, `≤ ${most}`, bare <= most)]
    : []
  if (!script) return list
  const times = script.seconds / line.seconds
  return [...list, bar(`${where}, against csv-parse`, `${times.toFixed(1)} × as fast`, '≥ 15', times >= 15)]
}

function growth(lines, id) {
  const own = lines.filter((line) => line.id === id)
  const power = own.length > 1 ? exponent(own) : undefined
  const peak = lineOf(lines, id, 18)?.peak / 1e6
  return [
    power &&
      bar(`${own[0].name}, time grows with rows to the power`, power.toFixed(2), '≤ 1.05', power <= 1.05),
    peak &&
      id !== 'parquet' &&
      bar(`${own[0].name}, peak at 18 M rows`, `${peak.toFixed(0)} MB`, '≤ 250 MB', peak <= 250),
  ].filter(Boolean)
}

/** Has no bars: it reads everything twice, as `scan` and by SQL, within the memory that `--memory` allows. */
const SECOND_OPINION = 'duckdb'

/** What the table says of each way of appraising, each beside its bar. */
export function bars(lines) {
  const tools = lines.filter(({ id, name }) => name.startsWith('quarter') && id !== SECOND_OPINION)
  const ids = new Set(tools.map(({ id }) => id))
  const big = tools.filter(({ size }) => BIG.includes(size))
  return [...big.flatMap((line) => ratios(lines, line)), ...[...ids].flatMap((id) => growth(lines, id))]
}
