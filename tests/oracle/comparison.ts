/** One line of the oracle's table: the engine held against the slow walk in one setting. */
export interface Comparison {
  readonly what: string
  /** answers compared, how many of them were «no walk» on both sides, and how many were a toss-up */
  compared: number
  none: number
  tossUps: number
  /** toss-ups at which the verdict of a community differs for all that */
  tossUpsApart: number
  /** the largest difference, and in which unit */
  worst: number
  readonly unit: 'm' | 's'
  worstAt: string
}

export function newComparison(what: string, unit: 'm' | 's'): Comparison {
  return { what, compared: 0, none: 0, tossUps: 0, tossUpsApart: 0, worst: 0, unit, worstAt: '' }
}

/** Notes two answers; Infinity on both sides is «no walk». Returns how far they are apart. */
export function note(comparison: Comparison, engine: number, slow: number, where: string): number {
  comparison.compared++
  if (engine === Infinity && slow === Infinity) {
    comparison.none++
    return 0
  }
  const difference = Math.abs(engine - slow)
  if (difference > comparison.worst) {
    comparison.worst = difference
    comparison.worstAt = where
  }
  return difference
}

/** The table that the tests print, one line a comparison. */
export function tableOf(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map(({ what, compared, none, tossUps, worst, unit }) => [
    what,
    String(compared),
    String(none),
    String(tossUps),
    `${worst.toFixed(4)} ${unit}`,
  ])
  const head = ['engine against the slow walk', 'compared', 'no walk', 'toss-ups', 'largest difference']
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i].length)))
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ')
  return [line(head), widths.map((w) => '─'.repeat(w)).join('  '), ...rows.map(line)].join('\n')
}
