import type { ClassTotal } from './assessment'
import type { Change } from './correction'
import type { Issue } from './issue'
import type { LayerName } from './layers'
import type { Basis, ProfileId } from './profile'
import type { LonLat } from './units'

/** What the network doctor looks for, in the order it reports. */
export const FINDING_KINDS = [
  'layer-shifted',
  'island',
  'near-miss',
  'missed-crossing',
  'duplicate-street',
  'zero-length-street',
  'community-not-connected',
  'facility-not-connected',
  'gate-not-connected',
  'suspicious-snap',
  'no-gates',
  'gate-off-edge',
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/**
 * Something the network doctor found, as code and facts. `error`: walks or people are wrong because of it.
 * `warning`: probably wrong. `info`: odd, and without effect on anybody known.
 */
export interface Finding {
  /** `kind:sorted ids`, the same as long as the data are; a repair and an ignored finding refer to it */
  readonly id: string
  readonly kind: FindingKind
  readonly severity: Issue['severity']
  /** where to look */
  readonly at: LonLat
  readonly records: readonly { readonly layer: LayerName; readonly id: string; readonly name?: string }[]
  /** lines that show it on the map: the island's streets, the connector; empty: the place alone */
  readonly lines: readonly (readonly LonLat[])[]
  readonly facts: Readonly<Record<string, string | number>>
  /** what may be done about it, the likeliest first; empty: it has to be looked at by somebody */
  readonly repairs: readonly Repair[]
}

/** One proposal: the change, and how it looks on the map. */
export interface Repair {
  readonly change: Change
  /** drawn dashed: the new link, the way a gate moves; empty: nothing to draw but `places` */
  readonly lines: readonly (readonly LonLat[])[]
  /** new vertices, gates, entrances */
  readonly places: readonly LonLat[]
  readonly facts: Readonly<Record<string, string | number>>
}

/** People served, one class, without and with a repair; only classes where something changes. */
export interface ClassEffect {
  readonly code: string
  readonly before: ClassTotal
  readonly after: ClassTotal
}

/** What a repair does to coverage, and what the numbers rest on. */
export interface RepairEffect {
  readonly profile: ProfileId
  readonly basis: Basis
  /** minute of the day whose open gates count; null: any time */
  readonly hour: number | null
  readonly rule_pack: string
  readonly rule_pack_version: string
  readonly classes: readonly ClassEffect[]
}

/** The doctor's report on a project with its corrections applied. */
export interface CheckUp {
  /** without the ignored ones */
  readonly findings: readonly Finding[]
  readonly ignored: readonly Finding[]
}

/** Network issues that findings tell more about: where both are shown, these are left to the findings. */
export const TOLD_BY_FINDINGS: ReadonlySet<Issue['code']> = new Set([
  'gates-unknown',
  'community-not-connected',
  'facility-not-connected',
  'gate-not-connected',
  'snap-far',
  'on-island',
] as const)
