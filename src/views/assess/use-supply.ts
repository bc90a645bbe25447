import { useMemo } from 'react'
import type { SupplyAnswer } from '../../model/supply'
import { useResults, useView } from '../app-context'

/** The supply as far as it belongs to the analysis that is shown. */
export interface ShownSupply {
  readonly isWanted: boolean
  /** null: not asked for, or being worked out */
  readonly answer: SupplyAnswer | null
}

export function useSupply(): ShownSupply {
  const isWanted = useView((view) => view.wantsSupply || view.judging !== 'access')
  const supply = useResults((results) => results.supply)
  // supply of other inputs must not stand beside these numbers
  const isCurrent = useResults((results) => results.supplyKey === results.analysisKey)
  return useMemo(
    () => ({ isWanted, answer: isWanted && isCurrent ? supply : null }),
    [isWanted, isCurrent, supply],
  )
}
