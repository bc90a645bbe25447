import type { RuleStatus } from './rule-pack'

/** A planning figure that is used where nothing was counted, and how sure it is. */
export interface PlanningFigure {
  readonly value: number
  readonly status: RuleStatus
}

/**
 * How people are estimated where nobody counted them. 93 m² of floor area for each household are the totals of
 * the Yuhang programme of 2021 (223,000 m², 2,400 households: D); persons for each household is judgement.
 */
export const DEMAND_FIGURES = {
  floor_area_per_household_m2: { value: 93, status: 'D' },
  people_per_household: { value: 2.5, status: 'J' },
} as const satisfies Record<string, PlanningFigure>

/**
 * Buildings and community may differ by this share of the community's number, and by this many, before it is
 * told: surveys of different dates always differ a little (J).
 */
export const PEOPLE_TOLERANCE = { share: 0.05, people: 10 } as const

/**
 * Cars of old communities, and how far one walks to a bay: 0.7 bays for each household is the middle of the goal
 * of 0.6–0.8 (J); 150 m to the residents' own (GB 50180, edition of 2002: M for that of 2018), 300 m to shared
 * ones (J).
 */
export const PARKING_FIGURES = {
  bays_per_household: { value: 0.7, status: 'J' },
  residents_walk_m: { value: 150, status: 'M' },
  shared_walk_m: { value: 300, status: 'J' },
} as const satisfies Record<string, PlanningFigure>

/** Classes whose capacity is bays. */
export const PARKING_CLASSES = { residents: 'CAR_RES', shared: 'CAR_PARK' } as const
