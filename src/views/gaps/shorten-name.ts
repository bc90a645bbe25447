/** Room for a name among others, in halves of a Chinese character. */
const MOST = 24
const BEGINNING = 6
const END = 16

/**
 * A name as it stands among others where there is little room. Long names of one district begin with it and differ
 * at their ends, so what is left out is in the middle.
 */
export function shortenName(name: string): string {
  const letters = Array.from(name)
  const widths = letters.map((letter) => (/[ -~]/.test(letter) ? 1 : 2))
  if (sum(widths) <= MOST) return name
  let [first, last] = [0, letters.length]
  for (let room = BEGINNING; widths[first] <= room; first++) room -= widths[first]
  for (let room = END; widths[last - 1] <= room; last--) room -= widths[last - 1]
  return `${letters.slice(0, first).join('')}…${letters.slice(last).join('').trimStart()}`
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0)
}
