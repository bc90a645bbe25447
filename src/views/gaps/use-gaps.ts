import { useMemo } from 'react'
import type { Gap } from '../../model/gap'
import {
  filterGaps,
  type GapOrder,
  type GapSum,
  orderGaps,
  type PeopleOf,
  peopleWithin,
  sumGaps,
} from '../../model/gap-filter'
import { useResults, useView } from '../app-context'

export interface ListedGaps {
  /** filtered, in the order asked for */
  readonly gaps: readonly Gap[]
  readonly sum: GapSum
  /** of a gap those who live in the communities asked for */
  readonly peopleOf: PeopleOf
  /** the rank among all gaps, by id: a filter promotes nothing */
  readonly rankOf: ReadonlyMap<string, number>
}

const NONE: readonly Gap[] = []
const ALL_PEOPLE: PeopleOf = ({ people, uncounted }) => ({ people, uncounted })

/** The gaps that the filter lets through; null: not analysed yet. */
export function useGaps(order: GapOrder): ListedGaps | null {
  const analysis = useResults((results) => results.analysis)
  const filter = useView((view) => view.gapFilter)
  const rules = useView((view) => view.rules)
  const assessment = analysis?.assessment
  const gaps = useMemo(
    () => (analysis === null ? NONE : filterGaps(analysis.gaps, filter, { rules, ...analysis.assessment })),
    [analysis, filter, rules],
  )
  const peopleOf = useMemo(
    () => (assessment === undefined ? ALL_PEOPLE : peopleWithin(filter, assessment)),
    [assessment, filter],
  )
  const ordered = useMemo(() => orderGaps(gaps, order, peopleOf), [gaps, order, peopleOf])
  const sum = useMemo(() => sumGaps(gaps, peopleOf), [gaps, peopleOf])
  const rankOf = useMemo(
    () => new Map((analysis?.gaps ?? NONE).map((gap, index) => [gap.id, index + 1])),
    [analysis],
  )
  return analysis === null ? null : { gaps: ordered, sum, peopleOf, rankOf }
}
