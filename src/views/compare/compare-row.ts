/** One cell of the table: what is shown, what is exported, and whether it is better or worse than the base. */
export interface CompareCell {
  readonly text: string
  /** a second, smaller line; a sign in it tells gain from loss without color */
  readonly note: string | null
  readonly tone: 'gain' | 'loss' | null
  /** true: the note tells gains and losses both, so that neither color is its own */
  readonly isMixed?: boolean
  readonly value: number | string | null
}

export interface CompareRow {
  readonly key: string
  readonly label: string
  readonly hint?: string
  /** true: the sum of other rows */
  readonly isSum?: boolean
  /** true: one of those counted in the row above */
  readonly isPart?: boolean
  /** null: a heading over the rows below */
  readonly cells: readonly CompareCell[] | null
}

export const DASH: CompareCell = { text: '—', note: null, tone: null, value: null }

/** A number with its sign; a plain zero. */
export function signed(value: number, text: string): string {
  return value > 0 ? `+${text}` : value < 0 ? `−${text}` : text
}
