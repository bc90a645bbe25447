import type { Point, Polygon } from 'geojson'
import type { LayerName } from './layers'
import type { Mode } from './mode'
import type { SpaceFacts } from './space-facts'
import type { LonLat } from './units'

/**
 * A repair of the data, or a decision about it, that the project keeps beside its layers: plain data, applied
 * in order before the network is built. The recorded layers stay as they were surveyed.
 */
export type Correction = Change & {
  /** unique in its project */
  readonly id: string
  /** id of the finding it answers; a decision answers none: '' */
  readonly finding: string
}

/** Written into `source` of records that a correction adds. */
export const CORRECTION_SOURCE = 'correction'

/** An end of a link: on a street, or, with no street, a place off the network. */
export interface LinkEnd {
  readonly street: string | null
  readonly at: LonLat
}

/** What a correction does. A new kind is a member here and a file in engine/correction. */
export type Change =
  /** a straight path between two places; the streets it meets get a vertex there */
  | { readonly kind: 'add-link'; readonly from: LinkEnd; readonly to: LinkEnd }
  /** two streets that cross get a common vertex */
  | { readonly kind: 'share-node'; readonly streets: readonly [string, string]; readonly at: LonLat }
  /** a street that is there twice, or has no length, is left out */
  | { readonly kind: 'drop-street'; readonly street: string }
  /** a facility is entered here */
  | { readonly kind: 'enter-facility'; readonly facility: string; readonly at: LonLat }
  /** a community has residents' gates at these places */
  | { readonly kind: 'add-gates'; readonly community: string; readonly at: readonly LonLat[] }
  | { readonly kind: 'move-gate'; readonly gate: string; readonly at: LonLat }
  /** a whole layer was taken for WGS84 and is not */
  | { readonly kind: 'shift-layer'; readonly layer: LayerName; readonly from: ShiftedCrs }
  /** how communities are renovated, as the user decided; null: not decided. The last decision counts */
  | {
      readonly kind: 'set-mode'
      readonly communities: readonly string[]
      readonly mode: Mode | null
      readonly note: string
    }
  /** whether a community is gated; null: not known. The last that is said of one counts */
  | { readonly kind: 'set-gated'; readonly community: string; readonly gated: boolean | null }
  /** a candidate space that nobody surveyed; without a community it belongs to the one it lies in */
  | { readonly kind: 'add-space'; readonly geometry: Point | Polygon; readonly facts: SpaceFacts }
  /** what is known about a candidate space */
  | { readonly kind: 'set-space'; readonly space: string; readonly facts: SpaceFacts }
  /** where a candidate space is, one that waits for a place or another: there, or somewhere in a community */
  | { readonly kind: 'place-space'; readonly space: string; readonly place: SpacePlace }
  /** a candidate space that is none */
  | { readonly kind: 'drop-space'; readonly space: string }
  /** nothing to repair: the finding is not shown again */
  | { readonly kind: 'ignore' }

export type SpacePlace = { readonly at: LonLat } | { readonly community: string }

/** Chinese map coordinates: GCJ-02 (AMap, Tencent) and BD-09 (Baidu), shifted from WGS84 by up to 1 km. */
export type ShiftedCrs = 'gcj02' | 'bd09'

/** The list with one more correction at its end, under the next free id. */
export function addCorrection(
  corrections: readonly Correction[],
  finding: string,
  change: Change,
): readonly Correction[] {
  const used = corrections.map(({ id }) => Number(/^c(\d+)$/.exec(id)?.[1] ?? 0))
  return [...corrections, { ...change, id: `c${Math.max(0, ...used) + 1}`, finding }]
}

/** The list without one correction; those after it keep their ids and their order. */
export function removeCorrection(corrections: readonly Correction[], id: string): readonly Correction[] {
  return corrections.filter((correction) => correction.id !== id)
}

/** The list with what is known of a community's wall; of one community it is said once. */
export function withGated(
  corrections: readonly Correction[],
  community: string,
  gated: boolean | null,
): readonly Correction[] {
  const rest = corrections.filter((each) => !(each.kind === 'set-gated' && each.community === community))
  return addCorrection(rest, '', { kind: 'set-gated', community, gated })
}

/** The id of the space that a correction adds. */
export function idOfAddedSpace(correction: string): string {
  return `space~${correction}`
}

/**
 * The list with more known about a space: facts about one space stand in one correction, the later ones count. What is
 * said of a space that a correction added is said by that one.
 */
export function withSpaceKnown(
  corrections: readonly Correction[],
  space: string,
  facts: SpaceFacts,
): readonly Correction[] {
  const at = corrections.findLastIndex((each) => speaksOf(each, space))
  const known = corrections[at]
  if (known === undefined || !('facts' in known))
    return addCorrection(corrections, '', { kind: 'set-space', space, facts })
  return corrections.with(at, { ...known, facts: { ...known.facts, ...facts } })
}

/** The list with another place for a space: of several the last counts, in the place of the first. */
export function withSpacePlaced(
  corrections: readonly Correction[],
  space: string,
  place: SpacePlace,
): readonly Correction[] {
  // what was said of it after it was placed needs it there
  const at = corrections.findIndex((each) => each.kind === 'place-space' && each.space === space)
  const known = corrections[at]
  return known === undefined
    ? addCorrection(corrections, '', { kind: 'place-space', space, place })
    : corrections.with(at, { id: known.id, finding: known.finding, kind: 'place-space', space, place })
}

/** The list without a space: one that a correction added was never there, another one is dropped. */
export function withoutSpace(corrections: readonly Correction[], space: string): readonly Correction[] {
  const rest = corrections.filter(
    (each) => !speaksOf(each, space) && !(each.kind === 'place-space' && each.space === space),
  )
  const wasAdded = corrections.some((each) => each.kind === 'add-space' && idOfAddedSpace(each.id) === space)
  return wasAdded ? rest : addCorrection(rest, '', { kind: 'drop-space', space })
}

function speaksOf(correction: Correction, space: string): boolean {
  return (
    (correction.kind === 'add-space' && idOfAddedSpace(correction.id) === space) ||
    (correction.kind === 'set-space' && correction.space === space)
  )
}
