import type { AnalysisSettings } from '../../model/analysis'
import { PROFILES } from '../../model/profile'
import type { JudgedState } from '../compare/compare-judged'
import type { ExplainContext } from '../explain/class-state'
import type { PlacedFacilities } from '../places/place-facilities'

/** The network links are listed on. */
export interface LinkGround {
  readonly measured: { readonly prepared: ExplainContext; readonly settings: AnalysisSettings }
}

/** The judged state links are looked for in. */
export interface LinkState extends JudgedState {
  readonly measured: JudgedState['measured'] & {
    readonly prepared: ExplainContext & { readonly facilities: PlacedFacilities }
    readonly settings: AnalysisSettings
  }
}

/** What passing a gate costs, in the search's unit: no length, and the delay of opening it. */
export function gateCostOf({ measured: { prepared, settings } }: LinkGround): number {
  if (prepared.isPlain || settings.basis === 'distance') return 0
  return PROFILES[settings.profile].delays_s.gate * 1000
}

/** What a straight metre costs, in the search's unit. */
export function costPerMetre({ measured: { settings } }: LinkGround): number {
  return settings.basis === 'distance' ? 1000 : 1000 / PROFILES[settings.profile].speed_m_s
}
