import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { Cell, Table } from '../reports/table.ts'
import { contentTypes, escapeXml, relations, STYLES, workbook } from './xlsx-parts.ts'

/** A table as one sheet of a workbook. */
export interface WorkbookSheet {
  readonly name: string
  readonly table: Table
}

/** So that the bytes are the same every time: the first day that a ZIP file can name. */
const MTIME = '1980-01-01T00:00:00'
/** How many rows a spreadsheet takes below the header; what is left goes on in a further sheet. */
const MOST_ROWS = 1_048_575
/** How many rows are compressed at a time. */
const ROWS_AT_ONCE = 4096

/**
 * Tables as an Office Open XML workbook (ECMA-376), one sheet each, headers bold and frozen. Numbers are written digit by digit
 * as they were printed; texts are inline, so that none is ever taken for a formula. A table of more rows than a sheet takes goes
 * on in `<name> (2)` and so on.
 */
export function toXlsx(tables: readonly WorkbookSheet[], mostRows = MOST_ROWS): Uint8Array {
  const sheets = tables.flatMap((table) => inSheets(table, mostRows))
  const numbers = sheets.map((_, index) => index + 1)
  return zipped([
    ['[Content_Types].xml', [contentTypes(numbers)]],
    ['_rels/.rels', [relations([['rId1', 'officeDocument', 'xl/workbook.xml']])]],
    ['xl/workbook.xml', [workbook(sheets.map(({ name }) => name))]],
    [
      'xl/_rels/workbook.xml.rels',
      [
        relations([
          ...numbers.map((number) => [`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`] as const),
          [`rId${numbers.length + 1}`, 'styles', 'styles.xml'] as const,
        ]),
      ],
    ],
    ['xl/styles.xml', [STYLES]],
    ...sheets.map(({ table }, index) => [`xl/worksheets/sheet${index + 1}.xml`, worksheet(table)] as const),
  ])
}

function inSheets({ name, table: { header, rows } }: WorkbookSheet, most: number): readonly WorkbookSheet[] {
  const all = [...rows]
  const count = Math.max(1, Math.ceil(all.length / most))
  return Array.from({ length: count }, (_, index) => ({
    name: index === 0 ? name : `${name} (${index + 1})`,
    table: { header, rows: all.slice(index * most, (index + 1) * most) },
  }))
}

/** Files of text as a ZIP file, each compressed piece by piece. */
function zipped(files: readonly (readonly [path: string, pieces: Iterable<string>])[]): Uint8Array {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  for (const [path, pieces] of files) {
    const file = new ZipDeflate(path, { level: 6 })
    file.mtime = MTIME
    zip.add(file)
    for (const piece of pieces) file.push(strToU8(piece))
    file.push(new Uint8Array(), true)
  }
  zip.end()
  return joined(chunks)
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((size, { length }) => size + length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

/** The first row is the header; it stays in sight. */
function* worksheet({ header, rows }: Table): Iterable<string> {
  const widths = header.map((name, index) => {
    const width = Math.max(10, name.length + 2)
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  })
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  yield [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>`,
    `<cols>${widths.join('')}</cols><sheetData>`,
  ].join('')
  const head = header.map((text) => ({ text, number: false }))
  let lines = [rowOf(head, 1, 1)]
  let number = 2
  for (const row of rows) {
    lines.push(rowOf(row, number++, 0))
    if (lines.length < ROWS_AT_ONCE) continue
    yield lines.join('')
    lines = []
  }
  yield [...lines, '</sheetData></worksheet>'].join('')
}

const rowOf = (cells: readonly Cell[], number: number, style: number): string =>
  `<row r="${number}">${cells.map((cell, column) => cellOf(cell, `${columnName(column)}${number}`, style)).join('')}</row>`

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/
/** More digits than a spreadsheet keeps of a number; longer ones stay texts, so that none is lost in silence. */
const MOST_DIGITS = 15

function cellOf({ text, number }: Cell, place: string, style: number): string {
  if (text === '') return ''
  const isKept = number && PLAIN_NUMBER.test(text) && text.replace(/\D/g, '').length <= MOST_DIGITS
  if (isKept) return `<c r="${place}"><v>${text}</v></c>`
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`
}

/** `A`, `B`, … `Z`, `AA`, … */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}
