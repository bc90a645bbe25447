/** Who walks. Speeds and delays are editable defaults; each has a source and status in docs/method.md. */
export const PROFILE_IDS = ['adult', 'elder', 'elder75', 'child', 'school', 'wheelchair'] as const
export type ProfileId = (typeof PROFILE_IDS)[number]

/** Verdicts and catchments by metres on the network, or by time of the profile. */
export type Basis = 'distance' | 'time'

export interface Profile {
  readonly id: ProfileId
  readonly speed_m_s: number
  /** false: stairs are closed to this profile */
  readonly canUseSteps: boolean
  /** time on stairs as a multiple of the flat walk of the same length */
  readonly stepsFactor: number
  /** seconds lost where a walk crosses or changes level; see docs/method.md for sources */
  readonly delays_s: {
    readonly signals: number
    readonly marked: number
    readonly unmarked: number
    readonly footbridge: number
    readonly gate: number
  }
}

// planning defaults (J): signal 30 s, unsignalled main road 15 s, local 5 s, bridge or underpass 45 s, gate 5 s
const delays_s = { signals: 30, marked: 15, unmarked: 15, footbridge: 45, gate: 5 } as const

export const PROFILES: Readonly<Record<ProfileId, Profile>> = {
  adult: { id: 'adult', speed_m_s: 1.2, canUseSteps: true, stepsFactor: 1.6, delays_s },
  elder: { id: 'elder', speed_m_s: 0.9, canUseSteps: true, stepsFactor: 2, delays_s },
  elder75: { id: 'elder75', speed_m_s: 0.7, canUseSteps: true, stepsFactor: 2.5, delays_s },
  child: { id: 'child', speed_m_s: 0.8, canUseSteps: true, stepsFactor: 2, delays_s },
  school: { id: 'school', speed_m_s: 1, canUseSteps: true, stepsFactor: 1.6, delays_s },
  wheelchair: { id: 'wheelchair', speed_m_s: 0.7, canUseSteps: false, stepsFactor: 1, delays_s },
}
