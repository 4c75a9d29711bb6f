/** A table of Markdown; cells are text, in which a bar would begin a new cell. */
export function tableOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(header), `|${' --- |'.repeat(header.length)}`, ...rows.map(line)].join('\n')
}

/** Text as it is, in a box of its own. */
export const boxed = (text: string): string => `\`\`\`text\n${text.trimEnd()}\n\`\`\``

/** A short piece of code inside a sentence. */
export const inline = (text: string): string => `\`${text}\``

/** The parts of a page, an empty line between them. */
export const page = (parts: readonly string[]): string =>
  `${parts.filter((part) => part !== '').join('\n\n')}\n`

/** What every generated page says of itself. */
export const GENERATED = '<!-- Made by `npm run docs`; changes here are lost. -->'
