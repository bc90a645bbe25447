import type { Edit } from './scenario'
import type { EditOutcome } from './scenario-outcome'

/** What became of edits, and the very list it is of. */
interface Told {
  readonly edits: readonly Edit[]
  readonly outcomes: readonly EditOutcome[]
}

/**
 * What became of each of these edits, as far as an answer about an earlier list tells it: edits work one after the
 * other, so it holds for those that stand before the first other one. null: not known yet.
 */
export function knownOutcomes(told: Told | null, edits: readonly Edit[]): readonly (EditOutcome | null)[] {
  const other = edits.findIndex((edit, i) => told?.edits[i] !== edit)
  return edits.map((_edit, i) => (other < 0 || i < other ? (told?.outcomes[i] ?? null) : null))
}
