/** Who walks. Speeds and delays are editable defaults; each has a source and status in docs/method.md. */
export const PROFILE_IDS = ['adult', 'elder', 'elder75', 'child', 'school', 'wheelchair'] as const
export type ProfileId = (typeof PROFILE_IDS)[number]

/** Verdicts and catchments by metres on the network, or by time of the profile. */
export type Basis = 'distance' | 'time'

export interface Profile {
  readonly id: ProfileId
  readonly speed_m_s: number
  /** false: stairs, and whatever is not step-free, are closed to this profile */
  readonly canUseSteps: boolean
  /** time on stairs as a multiple of the flat walk of the same length */
  readonly stepsFactor: number
  /** the steepest street this profile takes, rise over run; null: any */
  readonly maxSlope: number | null
  /** seconds lost where a walk waits or changes level; see docs/method.md for sources */
  readonly delays_s: {
    /** a road crossed at a signal */
    readonly signals: number
    /** a main road crossed without */
    readonly unsignalled: number
    /** a footbridge or an underpass, beside its stairs */
    readonly footbridge: number
    readonly elevator: number
    readonly gate: number
  }
}

// planning defaults (J): signal 30 s, unsignalled main road 15 s, bridge or underpass 45 s, elevator 45 s, gate 5 s
const delays_s = { signals: 30, unsignalled: 15, footbridge: 45, elevator: 45, gate: 5 } as const

const onFoot = { canUseSteps: true, maxSlope: null, delays_s } as const
/** ramps of up to 1:12 (M: GB 50763-2012, to be checked against the printed standard) */
const onWheels = { canUseSteps: false, stepsFactor: 1, maxSlope: 1 / 12, delays_s } as const

export const PROFILES: Readonly<Record<ProfileId, Profile>> = {
  adult: { id: 'adult', speed_m_s: 1.2, stepsFactor: 1.6, ...onFoot },
  elder: { id: 'elder', speed_m_s: 0.9, stepsFactor: 2, ...onFoot },
  elder75: { id: 'elder75', speed_m_s: 0.7, stepsFactor: 2.5, ...onFoot },
  child: { id: 'child', speed_m_s: 0.8, stepsFactor: 2, ...onFoot },
  school: { id: 'school', speed_m_s: 1, stepsFactor: 1.6, ...onFoot },
  wheelchair: { id: 'wheelchair', speed_m_s: 0.7, ...onWheels },
}
