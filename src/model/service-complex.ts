import type { RuleStatus } from './rule-pack'

/**
 * What the guide to embedded community services (国办函〔2023〕121号 and its 导则) names as a service. Elderly care,
 * childcare from 0 to 3, after-school care and meals are the four of which a complex has at least two.
 */
export const SERVICES = [
  'elder',
  'nursery',
  'child_care',
  'meals',
  'household',
  'health',
  'sport',
  'culture',
  'child_play',
] as const
export type Service = (typeof SERVICES)[number]

export const COMPLEX_RULES = ['EC01', 'EC02', 'EC03', 'EC04', 'EC05', 'EC06'] as const
export type ComplexRuleId = (typeof COMPLEX_RULES)[number]

/** One rule for a complex as people read it; the check is code, `engine/complex`. */
export interface ComplexRule {
  readonly id: ComplexRuleId
  readonly text_zh: string
  readonly text_en: string
  readonly source_zh: string
  readonly source_en: string
  readonly status: RuleStatus
}

/**
 * What one rule says of a complex. `met`: it keeps to it. `warn`: it does not; the guide forbids nothing, so no level
 * blocks. `unknown`: a figure is missing. `info`: worth knowing, or asked for only where possible.
 */
export interface ComplexFinding {
  readonly rule: ComplexRuleId
  readonly level: 'met' | 'warn' | 'unknown' | 'info'
  readonly code: ComplexCode
  /** counts and m² */
  readonly facts: Readonly<Record<string, number>>
}

export type ComplexCode =
  | 'functions'
  | 'core-functions'
  | 'area'
  | 'area-unknown'
  | 'area-better'
  | 'area-not-better'
  | 'care-there'
  | 'care-missing'
  | 'walk-not-given'
  | 'services-by-judgement'

/** One use of a complex, in one of its spaces. */
export interface ComplexPart {
  /** the facility it is */
  readonly facility: string
  readonly space: string
  /** code of the hosted use */
  readonly use: string
  /** null: none that the guide names */
  readonly service: Service | null
  readonly area_m2: number
}

/** Spaces of one site with three uses or more: a complex of embedded services. */
export interface Complex {
  /** ids, in the order of the layer */
  readonly spaces: readonly string[]
  readonly parts: readonly ComplexPart[]
  /** codes, each once */
  readonly uses: readonly string[]
  readonly services: readonly Service[]
  /** floor area of its rooms; null: a building on open land is part of it, and its floor area is not known */
  readonly floor_m2: number | null
  readonly findings: readonly ComplexFinding[]
}
