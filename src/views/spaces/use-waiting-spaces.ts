import { useMemo } from 'react'
import { type UnplacedSpace, waitingSpaces } from '../../model/unplaced-space'
import { useProject } from '../app-context'

const NONE: readonly UnplacedSpace[] = []

/** Candidate spaces of tables that nobody has said the place of yet. */
export function useWaitingSpaces(): readonly UnplacedSpace[] {
  const unplaced = useProject((project) => project.summary?.unplaced ?? NONE)
  const corrections = useProject((project) => project.summary?.corrections)
  return useMemo(
    () => (unplaced.length === 0 ? NONE : waitingSpaces(unplaced, corrections ?? [])),
    [unplaced, corrections],
  )
}
