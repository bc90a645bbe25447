import type { Scenario } from '../../model/scenario'
import type { PlanEffect } from '../../store/plan-state'
import type { ResultsState } from '../../store/state'
import { useResults, useView } from '../app-context'

/** What a scenario changes, and whether the numbers are those of its edits as they are. */
export interface ShownEffect {
  /** null: not known yet */
  readonly effect: PlanEffect | null
  /** the next numbers are being computed, or followed while something is dragged */
  readonly isUnderWay: boolean
  /** the numbers are of other edits, or of what was asked before */
  readonly isStale: boolean
}

type Shown = Pick<Scenario, 'id' | 'edits'>

/**
 * What is told of a scenario's effect; null: of none. What is dragged is followed; else numbers of other edits are not those
 * of these, also where nothing is computed any more because it was stopped.
 */
export function effectOf(
  { planEffect, isAnalysing, isMeasuringEffect }: EffectResults,
  scenario: Shown | null,
  isDragged: boolean,
): ShownEffect {
  const effect = scenario !== null && planEffect?.scenario === scenario.id ? planEffect : null
  return {
    effect,
    isUnderWay: isAnalysing || isMeasuringEffect || isDragged,
    isStale: effect !== null && !isDragged && (isMeasuringEffect || effect.edits !== scenario?.edits),
  }
}

type EffectResults = Pick<ResultsState, 'planEffect' | 'isAnalysing' | 'isMeasuringEffect'>

/** `effectOf` the scenario, as it is now. */
export function usePlanEffect(scenario: Shown | null): ShownEffect {
  const planEffect = useResults((results) => results.planEffect)
  const isAnalysing = useResults((results) => results.isAnalysing)
  const isMeasuringEffect = useResults((results) => results.isMeasuringEffect)
  const isDragged = useView((view) => view.dragged !== null)
  return effectOf({ planEffect, isAnalysing, isMeasuringEffect }, scenario, isDragged)
}
