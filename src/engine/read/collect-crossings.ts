import type { Crossing } from '../../model/layers'
import type { OsmElements } from './osm-elements'
import type { Tags } from './osm-keys'
import { placeNode } from './osm-shapes'
import { dropEmpty, isYes, readName } from './osm-values'

/**
 * Points where a walk waits: crossings, signals and elevators mapped as nodes. Most are vertices of the
 * street they stand on; what they cost there is decided when the network is built.
 */
export function collectCrossings(elements: OsmElements): Crossing[] {
  return elements.taggedNodes.flatMap(({ id, index, tags }): Crossing[] => {
    const kind = readKind(tags)
    if (kind === undefined) return []
    return [
      dropEmpty({
        id: `n${id}`,
        name: readName(tags),
        kind,
        geometry: { type: 'Point' as const, coordinates: placeNode(elements, index) },
      }),
    ]
  })
}

function readKind(tags: Tags): Crossing['kind'] {
  if (tags.highway === 'traffic_signals') return 'signals'
  if (tags.highway === 'elevator') return 'elevator'
  if (tags.highway !== 'crossing' || tags.crossing === 'no') return undefined
  return readCrossingKind(tags, tags.crossing)
}

const PAINTED = new Set(['marked', 'zebra', 'uncontrolled', 'island'])

/** The kind a crossing tag names; one that nobody described counts as unmarked, the weakest claim. */
export function readCrossingKind(tags: Tags, value: string | undefined): 'signals' | 'marked' | 'unmarked' {
  if (value?.includes('traffic_signals') === true || tags['crossing:signals'] === 'yes') return 'signals'
  if (value === 'unmarked' || value === 'informal' || value === undefined || value === 'no') return 'unmarked'
  return PAINTED.has(value) || isYes(tags['crossing:markings']) ? 'marked' : 'unmarked'
}
