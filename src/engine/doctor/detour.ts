import type { Finding } from '../../model/finding'
import type { EdgePlace } from './local-walks'
import type { Patient } from './patient'

/** How far a walk around a gap is looked for, metres. */
const LOOK_M = 300
/** A walk around a gap that is longer than this is felt, metres. */
const FELT_DETOUR_M = 50

/** Two streets that are drawn as if they met, and how one gets from one to the other now. */
export interface StreetMeeting {
  readonly severity: Finding['severity']
  /** Infinity: not within 300 m */
  readonly detour_m: number
}

/**
 * How much it matters that two places do not join. `error`: parts of the network that hang together nowhere.
 * `warning`: the walk around is longer than 50 m.
 */
export function severityOfDetour(patient: Patient, a: EdgePlace, b: EdgePlace): StreetMeeting {
  if (patient.partOf(a.edge) !== patient.partOf(b.edge)) return { severity: 'error', detour_m: Infinity }
  const detour_m = patient.walks.between(a, b, LOOK_M)
  return { severity: detour_m > FELT_DETOUR_M ? 'warning' : 'info', detour_m }
}
