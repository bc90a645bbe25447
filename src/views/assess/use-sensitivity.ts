import { useMemo } from 'react'
import type { ClassSensitivity, Sensitivity } from '../../model/sensitivity'
import { useResults, useView } from '../app-context'

/** The range of people served as far as it belongs to the analysis that is shown. */
export interface ShownSensitivity {
  /** null: not asked for, or being computed */
  readonly answer: Sensitivity | null
  /** what to show beside a class; null: nothing */
  readonly bandOf: (code: string) => ClassSensitivity | 'measuring' | null
}

export function useSensitivity(): ShownSensitivity {
  const isWanted = useView((view) => view.wantsSensitivity)
  const sensitivity = useResults((results) => results.sensitivity)
  // a range of other inputs must not stand beside these numbers
  const isCurrent = useResults((results) => results.sensitivityKey === results.analysisKey)
  const isMeasuring = useResults((results) => results.isMeasuringSensitivity || results.isAnalysing)
  return useMemo(() => {
    const answer = isWanted && isCurrent ? sensitivity : null
    const bands = new Map(answer?.classes.map((band) => [band.code, band]))
    const waiting = isWanted && isMeasuring ? 'measuring' : null
    return { answer, bandOf: (code) => (answer === null ? waiting : (bands.get(code) ?? null)) }
  }, [isWanted, isCurrent, sensitivity, isMeasuring])
}
