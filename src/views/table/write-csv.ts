/** A cell that a spreadsheet would take for a formula is led by one more apostrophe and stays text. */
function defuse(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}

function writeCell(cell: string | number | null): string {
  if (cell === null) return ''
  // numbers are ours and stay numbers, negative ones too; only text can carry a formula
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  const safe = defuse(cell)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as CSV text for spreadsheets: byte-order mark (Chinese in Excel), CRLF, formulas defused. */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(writeCell).join(',')).join('\r\n')}\r\n`
}
