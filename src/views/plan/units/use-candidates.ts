import { useMemo } from 'react'
import type { CommunityRow } from '../../../model/assessment'
import { candidateOf, type UnitCandidate } from '../../../model/unit-pairing'
import { useResults } from '../../app-context'

const NO_ROWS: readonly CommunityRow[] = []

/** The communities by id, as far as units go. */
export function useCandidates(): ReadonlyMap<string, UnitCandidate> {
  const rows = useResults((results) => results.analysis?.assessment.communities ?? NO_ROWS)
  return useMemo(() => new Map(rows.map((row) => [row.id, candidateOf(row)])), [rows])
}
