import { isUtf8 } from 'node:buffer'
import { lstatSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { BASE, type BrokenFolder, textIfThere } from './broken-folders.ts'
import { boxed, inline } from './markdown.ts'

const LONGEST = 160
const MOST_LINES = 14

/** How the input of a broken folder differs from the sound bank, for people to read. */
export function exampleOf(root: string, broken: BrokenFolder): string {
  const { absent, before, command, grown, touched, without, files } = broken
  const said = [
    before.length > 0 &&
      `First, on the sound bank: ${before.map((each) => inline(`rm-appraise ${each}`)).join(', then ')}`,
    absent.length > 0 && `Without ${absent.map(inline).join(', ')}.`,
    ...files.map((file) => changeIn(root, broken, file)),
    grown && `In ${inline(grown.file)} the last line is repeated until there are ${grown.lines} lines.`,
    touched && `${inline(touched)} is written to while it is read.`,
    without && `The package ${inline(without)} is not installed.`,
    `${inline(`rm-appraise ${command}`)} says, and ends with exit code ${broken.exit}:`,
  ]
  return said.filter((part) => part).join('\n\n')
}

/** One file of a broken folder: what kind of file it is, or the lines that the sound bank does not have. */
function changeIn(root: string, { path }: BrokenFolder, file: string): string {
  const full = join(path, file)
  if (lstatSync(full).isSymbolicLink()) return `${inline(file)} is a link to ${inline(readlinkSync(full))}.`
  const bytes = readFileSync(full)
  if (bytes.length === 0) return `${inline(file)} is empty.`
  if (file.endsWith('.gz') || file.endsWith('.parquet')) return `${inline(file)} has ${bytes.length} bytes.`
  return `${inline(file)}:\n\n${boxed(shownLines(bytes, textIfThere(join(root, BASE, file))))}`
}

/** The numbered lines that differ from those of the sound bank; all lines where it has no such file, or where none does. */
function shownLines(bytes: Buffer, sound: string | undefined): string {
  const known = new Set(sound?.split('\n') ?? [])
  const lines = printable(bytes).replace(/\n$/, '').split('\n')
  const numbered = lines.map((line, index) => ({ line, number: index + 1 }))
  const differing = numbered.filter(({ line }) => !known.has(line))
  const shown = (differing.length > 0 ? differing : numbered).slice(0, MOST_LINES)
  return shown.map(({ line, number }) => `${number}: ${cut(line)}`).join('\n')
}

/** Text in which bytes that are no text, and characters that nobody sees, are written out. */
function printable(bytes: Buffer): string {
  const text = isUtf8(bytes) ? bytes.toString() : bytes.toString('latin1').replace(/\P{ASCII}/gu, writtenOut)
  return text.replace(/[^\P{Cc}\t\n]/gu, writtenOut)
}

const writtenOut = (character: string): string =>
  `‹${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}›`

const cut = (line: string): string => (line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line)

/** What the program prints; of many lines the first ones and the last. */
export function printedIn({ path }: BrokenFolder, file: string): string {
  const lines = (textIfThere(join(path, file)) ?? '').trimEnd().split('\n')
  return boxed(lines.length > 5 ? [...lines.slice(0, 3), '…', lines.at(-1)].join('\n') : lines.join('\n'))
}
