import type { Building, Community } from '../../model/layers'
import type { ModeFacts, ModeGap, ModePrompt } from '../../model/mode'
import type { Project } from '../../model/project'
import { PLAN_SCOPE, type ScopeRule } from '../../model/scope'
import { LocalFrame } from '../geometry/local-frame'
import { areaOfRings, representativePoint, ringsOf } from '../geometry/rings'
import { communityFinder } from '../places/community-finder'

// all of these are judgements (J); docs/method.md says what they stand for
const BUILT_EARLY = 1980
const BUILT_LATE = 1990
const LOW_STOREYS = 3
const MULTI_STOREYS = 6
const MOST = 0.5
const DENSE_PER_HA = 300
const SQUARE_METRES_PER_HA = 10_000

/** What the data say about the renovation mode of every community, in the order of the layer. */
export function gatherModeFacts({ layers }: Project, scope: ScopeRule = PLAN_SCOPE): ModeFacts[] {
  const { communities, buildings } = layers
  if (communities.length === 0) return []
  const [lon, lat] = representativePoint(communities[0].geometry)
  const frame = new LocalFrame(lon, lat)
  const rings = communities.map(({ geometry }) => ringsOf(geometry, frame))
  const ownerOf = communityFinder(communities, rings)
  const own: Building[][] = communities.map(() => [])
  for (const building of buildings) {
    const [x, y] = representativePoint(building.geometry)
    const owner = ownerOf(building.community, frame.x(x), frame.y(y))
    if (owner >= 0) own[owner].push(building)
  }
  return communities.map((community, k) => {
    const area_m2 = Math.abs(areaOfRings(rings[k]))
    const footprints = own[k].map(({ geometry, storeys }) => ({
      storeys: storeys ?? null,
      area_m2: Math.abs(areaOfRings(ringsOf(geometry, frame))),
    }))
    return describe(community, area_m2, footprints, scope)
  })
}

interface Footprint {
  readonly storeys: number | null
  readonly area_m2: number
}

function describe(
  community: Community,
  area_m2: number,
  buildings: readonly Footprint[],
  scope: ScopeRule,
): ModeFacts {
  const { built_year, last_renovated_year, households, resident_will } = community
  const known = buildings.filter(({ storeys }) => storeys !== null)
  const households_per_ha =
    households === undefined || area_m2 <= 0 ? null : households / (area_m2 / SQUARE_METRES_PER_HA)
  const prompts: ModePrompt[] = []
  const add = (
    isSo: boolean,
    code: ModePrompt['code'],
    speaksFor: ModePrompt['speaksFor'],
    value: number,
    threshold: number,
  ) => {
    if (isSo) prompts.push({ code, speaksFor, value, threshold })
  }
  if (built_year !== undefined) {
    add(built_year < BUILT_EARLY, 'built-early', 'rebuild', built_year, BUILT_EARLY)
    add(built_year >= BUILT_LATE, 'built-late', 'comprehensive', built_year, BUILT_LATE)
  }
  // of a few buildings' storeys nothing follows for the rest
  const isStoreysKnown = sumArea(known) > MOST * sumArea(buildings)
  if (isStoreysKnown) {
    const shareOf = (isMeant: (storeys: number) => boolean) =>
      sumArea(known.filter(({ storeys }) => isMeant(storeys ?? 0))) / sumArea(known)
    const low = shareOf((storeys) => storeys <= LOW_STOREYS)
    const multi = shareOf((storeys) => storeys >= MULTI_STOREYS)
    add(low >= MOST, 'low-rise', 'rebuild', low, MOST)
    add(multi >= MOST, 'multi-storey', 'comprehensive', multi, MOST)
  }
  if (households_per_ha !== null)
    add(households_per_ha > DENSE_PER_HA, 'dense', 'rebuild', households_per_ha, DENSE_PER_HA)
  if (last_renovated_year !== undefined)
    add(true, 'renovated-before', 'comprehensive', last_renovated_year, last_renovated_year)
  if (resident_will !== undefined)
    add(resident_will < scope.strong_will, 'weak-will', 'comprehensive', resident_will, scope.strong_will)
  const gaps: ModeGap[] = []
  if (built_year === undefined) gaps.push('built_year')
  if (!isStoreysKnown) gaps.push('storeys')
  if (households === undefined) gaps.push('households')
  if (resident_will === undefined) gaps.push('resident_will')
  return {
    id: community.id,
    area_m2,
    households_per_ha,
    buildings: buildings.length,
    buildings_with_storeys: known.length,
    most_storeys: known.reduce<number | null>((most, { storeys }) => Math.max(most ?? 0, storeys ?? 0), null),
    prompts,
    gaps,
  }
}

function sumArea(footprints: readonly Footprint[]): number {
  return footprints.reduce((sum, { area_m2 }) => sum + area_m2, 0)
}
