import type { LAYERS } from './layers'

/** How a community is renovated: 综合整治 or 拆改结合. The user decides; the data only prompts. */
export const MODES = [
  'comprehensive',
  'rebuild',
] as const satisfies (typeof LAYERS)['communities']['fields']['mode']['values']
export type Mode = (typeof MODES)[number]

/** What of the data speaks for one of the modes. All thresholds are judgements (J). */
export type ModePromptCode =
  | 'built-early'
  | 'low-rise'
  | 'dense'
  | 'built-late'
  | 'multi-storey'
  | 'renovated-before'
  | 'weak-will'

export interface ModePrompt {
  readonly code: ModePromptCode
  readonly speaksFor: Mode
  /** the fact, and the number it is held against; years, shares 0–1, households per hectare */
  readonly value: number
  readonly threshold: number
}

/** What the decision needs and no layer has a field for. */
export const UNRECORDED = ['structural-safety', 'self-contained', 'repairability'] as const
/** Facts that prompts need and this community's survey lacks. */
export type ModeGap = 'built_year' | 'storeys' | 'households' | 'resident_will'

/** What the data say about the mode of one community. */
export interface ModeFacts {
  readonly id: string
  readonly area_m2: number
  readonly households_per_ha: number | null
  /** buildings on record in it, and those whose storeys are known */
  readonly buildings: number
  readonly buildings_with_storeys: number
  /** highest building whose storeys are known */
  readonly most_storeys: number | null
  readonly prompts: readonly ModePrompt[]
  readonly gaps: readonly ModeGap[]
}
