/** A plain text table: columns as wide as their widest cell, CJK characters counted double. */
export function formatTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, c) =>
    Math.max(widthOf(title), ...rows.map((row) => widthOf(row[c] ?? ''))),
  )
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, c) => (c === cells.length - 1 ? cell : cell + ' '.repeat(widths[c] - widthOf(cell))))
      .join('  ')
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n') + '\n'
}

function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += /[\u1100-\u115f\u2e80-\uffe6]/.test(character) ? 2 : 1
  return width
}
