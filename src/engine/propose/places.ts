import type { EditCost } from '../../model/cost'
import type { Measure } from '../../model/proposal'
import type { ExplainContext } from '../explain/class-state'
import type { AccessPoint } from '../places/access-point'
import type { Decision } from '../siting/joint-plan'

/** A measure and the decision that stands for it. */
export interface Option {
  readonly measure: Measure
  readonly decision: Decision
}

/** What may be at a place: one class of facility. Its options differ in use and size. */
export interface Hosted {
  /** index into the planned classes */
  readonly class: number
  readonly options: readonly Option[]
}

/** A decision that takes up no room: to open something. */
export function openingDecision({ default_yuan }: EditCost): Decision {
  return { cost: Math.round(default_yuan), site: -1, area: 0, capacity: Infinity, rule: null }
}

/** Somewhere a facility could serve more people from than now: a space, or a facility reserved to its community. */
export interface Place {
  readonly access: readonly AccessPoint[]
  /** the ways into it where streets were laid besides */
  readonly enter: (on: ExplainContext) => readonly AccessPoint[]
  readonly hosted: readonly Hosted[]
}
