// What a spreadsheet program reads in a workbook: opened, calculated and written out by LibreOffice.

import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

import { run } from './processes.js'

/** Every sheet as text, cell by cell, formulas calculated. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'

/**
 * Opens a workbook in LibreOffice.
 *
 * @param {string} file
 * @returns {Promise<Map<string, string[][]>>} the rows of every sheet by its name
 */
export async function readWorkbook(file) {
  const folder = await mkdtemp(join(tmpdir(), 'shopdesk-workbook-'))
  const words = [`-env:UserInstallation=file://${folder}/office`, '--headless', '--convert-to', EVERY_SHEET, '--outdir', folder, file]
  await run('soffice', words)
  const stem = basename(file).replace(/\.xlsx$/, '')
  const sheets = new Map()
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.csv')) continue
    sheets.set(name.slice(stem.length + 1, -4), rowsOf(await readFile(join(folder, name), 'utf8')))
  }
  return sheets
}

/**
 * The records of a table that begins at the row with these headings, by heading; ends at the first
 * empty row.
 *
 * @param {string[][]} rows
 * @param {string[]} headings
 */
export function tableOf(rows, headings) {
  const at = rows.findIndex((row) => headings.every((heading) => row.includes(heading)))
  if (at < 0) throw new Error(`no row has the headings ${headings.join(', ')}`)
  const records = []
  for (const row of rows.slice(at + 1)) {
    if (row.every((cell) => cell === '')) break
    records.push(Object.fromEntries(rows[at].map((heading, column) => [heading, row[column] ?? ''])))
  }
  return records
}

function rowsOf(text) {
  const rows = [[]]
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const here = text[at]
    if (quoted) {
      if (here !== '"') cell += here
      else if (text[at + 1] === '"') { cell += '"'; at += 1 } else quoted = false
    } else if (here === '"') quoted = true
    else if (here === ',' || here === '\n') {
      rows.at(-1).push(cell)
      cell = ''
      if (here === '\n') rows.push([])
    } else if (here !== '\r') cell += here
  }
  rows.at(-1).push(cell)
  return rows
}
