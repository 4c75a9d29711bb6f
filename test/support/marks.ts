const MARK = '▸'

/** A text without its marks, and the places of the marks as `line:column`, both from 1 and columns in characters. */
export function unmarked(marked: string): { readonly text: string; readonly places: readonly string[] } {
  const places: string[] = []
  const lines = marked.split('\n').map((line, index) => {
    const [first = '', ...rest] = line.split(MARK)
    let before = first
    for (const part of rest) {
      places.push(`${index + 1}:${[...before].length + 1}`)
      before += part
    }
    return before
  })
  return { text: lines.join('\n'), places }
}
