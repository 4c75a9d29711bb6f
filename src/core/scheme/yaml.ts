import { isCollection, isScalar, LineCounter, type Node } from 'yaml'
import type { Place, Report } from '../findings/finding.ts'
import type { TextPlace } from '../formula/formula.ts'
import { parseYaml } from './yaml-document.ts'
import { lineAndColumn } from './yaml-lines.ts'
import { offsetInSource } from './yaml-offsets.ts'
import { MOST_VALUES, Plainer, type Spot } from './yaml-plain.ts'

/** The way to a value inside a YAML file: keys of entries and indices of lists, from the outside in. */
export type Path = readonly (string | number)[]

/** A YAML file as plain values (every scalar its text, entries without prototype), and where each of them stands. */
export interface YamlFile {
  readonly value: unknown
  /** The plain value at a path; undefined where the file has none. */
  valueAt(path: Path): unknown
  /** Where the value begins: a text itself, entries and lists at the key that names them. */
  placeOf(path: Path): Place
  /** Where the key of an entry stands. */
  keyPlaceOf(path: Path): Place
  /** The place of a text, to the character. */
  textPlaceOf(path: Path): TextPlace
}

/** Reads a YAML file that people write; undefined when it cannot be read, with a finding for every reason. */
export function readYaml(text: string, file: string, report: Report): YamlFile | undefined {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  const document = parseYaml(source, file, report)
  if (!document) return undefined
  if (!document.contents) {
    report('yaml-empty', { file, line: 1, column: 1 }, {})
    return undefined
  }
  return plainFile(document.contents as Node, new Lines(source, file), report)
}

function plainFile(root: Node, lines: Lines, report: Report): YamlFile | undefined {
  let faults = 0
  const plainer = new Plainer(
    (code, node, facts) => {
      faults += 1
      report(code, lines.placeOf(node), facts)
    },
    (node) => lines.placeOf(node).line ?? 1,
  )
  const { value, spot, count } = plainer.plain(root)
  if (count > MOST_VALUES) {
    report('yaml-aliases', lines.placeOf(root), { most: MOST_VALUES })
    return undefined
  }
  return faults > 0 ? undefined : fileOf(value, spot, lines)
}

function fileOf(value: unknown, root: Spot, lines: Lines): YamlFile {
  const placeOf = (path: Path): Place => {
    const { node, key } = spotAt(root, path)
    return lines.placeOf(isCollection(node) ? (key ?? node) : (node ?? key ?? null), path)
  }
  return {
    value,
    valueAt: (path) => valueAt(value, path),
    placeOf,
    keyPlaceOf: (path) => {
      const { node, key } = spotAt(root, path)
      return lines.placeOf(key ?? node, path)
    },
    textPlaceOf: (path) => {
      const { node } = spotAt(root, path)
      const place = placeOf(path)
      return isScalar(node)
        ? { place, locate: (offset) => lines.at(offsetInSource(lines.source, node, offset)) }
        : { place }
    },
  }
}

/** The spot at the end of a path; steps that the file does not have, as where an entry is written short, are passed over. */
function spotAt(root: Spot, path: Path): Spot {
  return path.reduce((spot, step) => spot.parts.get(String(step)) ?? spot, root)
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce((value, step) => (isObject(value) && step in value ? value[step] : value), root)
}

const isObject = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null

/** The lines of a file, and the places of its nodes. */
class Lines {
  readonly source: string
  readonly #file: string
  readonly #counter = new LineCounter()

  constructor(source: string, file: string) {
    this.source = source
    this.#file = file
    for (let end = -1; ; ) {
      this.#counter.addNewLine(end + 1)
      end = source.indexOf('\n', end + 1)
      if (end < 0) break
    }
  }

  at(offset: number): { readonly line: number; readonly column: number } {
    return lineAndColumn(this.source, this.#counter, offset)
  }

  placeOf(node: Node | null, path: Path = []): Place {
    const place = { file: this.#file, ...this.at(node?.range?.[0] ?? 0) }
    const value = isScalar(node) && typeof node.value === 'string' ? { value: node.value } : {}
    return path.length === 0 ? { ...place, ...value } : { ...place, field: path.join('.'), ...value }
  }
}
