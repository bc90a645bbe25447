/** Lists of a pack whose rows problems are told of; null: the pack as a whole. */
export const PACK_LISTS = ['documents', 'rules', 'indicators', 'parameters'] as const
export type PackList = (typeof PACK_LISTS)[number]

/** What would be right. */
export const EXPECTATIONS = [
  'needed',
  'text',
  'object',
  'list',
  'number',
  'positive-number',
  'share',
  'range',
  'true-or-false',
  'one-of',
  'id',
  'date',
  'unique',
  'known-document',
  'nothing',
  'status-of-walk',
  'content',
  'shorter',
] as const
export type Expectation = (typeof EXPECTATIONS)[number]

/** One thing that keeps a value from being a rule pack: where, what was found, what is expected. */
export interface PackProblem {
  readonly list: PackList | null
  /** 1-based; null: the pack as a whole */
  readonly row: number | null
  /** code or id of the row, where it has one */
  readonly code: string | null
  /** path inside the row, e.g. "building_m2.0"; empty: the row itself */
  readonly field: string
  /** the wrong value, shortened; "nothing" where it is missing */
  readonly found: string
  readonly expected: Expectation
  /** for `one-of`: which */
  readonly options?: readonly string[]
}
