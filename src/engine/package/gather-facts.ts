import type { Position } from 'geojson'
import type { Verdict } from '../../model/assessment'
import type { Building, Layers } from '../../model/layers'
import { boxOfGeometry, type DegreeBox, doBoxesMeet } from '../geometry/degree-box'
import { isInsideDegrees, representativePoint } from '../geometry/rings'
import type { LocalFrame } from '../geometry/local-frame'
import { isDwelling, measureFloors } from '../places/dwellings'
import type { CommunityFacts } from '../works/community-facts'

/** What is known of some communities, in the order of their layer: their homes, their gates, how they are served. */
export function gatherFacts(
  layers: Pick<Layers, 'communities' | 'buildings' | 'gates'>,
  ids: ReadonlySet<string>,
  verdictOf: (community: string, code: string) => Verdict,
  year: number,
  frame: LocalFrame,
): CommunityFacts[] {
  const communities = layers.communities.filter(({ id }) => ids.has(id))
  const homes = new Map<string, Building[]>(communities.map(({ id }) => [id, []]))
  const areas = communities.map(({ id, geometry }) => ({
    id,
    box: boxOfGeometry(geometry),
    rings: geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
  }))
  for (const building of layers.buildings)
    if (isDwelling(building)) homes.get(communityOf(building, areas) ?? '')?.push(building)
  return communities.map((community) => {
    const dwellings = homes.get(community.id) ?? []
    const floors_m2 = dwellings.length === 0 ? null : measureFloors(dwellings, frame).total_m2
    return {
      community,
      dwellings,
      gates: layers.gates.filter((gate) => gate.community === community.id),
      floor_area_m2: community.floor_area_m2 ?? (floors_m2 === null ? null : Math.round(floors_m2)),
      verdictOf: (code) => verdictOf(community.id, code),
      year,
    }
  })
}

interface Area {
  readonly id: string
  readonly box: DegreeBox
  readonly rings: readonly Position[][]
}

/** The community a building names, else the one it stands in, as everywhere; undefined: none of these. */
function communityOf({ community, geometry }: Building, areas: readonly Area[]): string | undefined {
  if (community !== undefined) return community
  const box = boxOfGeometry(geometry)
  const near = areas.filter((area) => doBoxesMeet(area.box, box))
  if (near.length === 0) return undefined
  const [lon, lat] = representativePoint(geometry)
  return near.find(({ rings }) => isInsideDegrees(rings, lon, lat))?.id
}
