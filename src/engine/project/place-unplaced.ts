import type { Issue } from '../../model/issue'
import type { Community, Space } from '../../model/layers'
import { isPlacedByCommunity, PLACED_BY_COMMUNITY } from '../../model/placed-by-community'
import { type UnplacedSpace, withoutOrigin } from '../../model/unplaced-space'
import type { LonLat } from '../../model/units'
import { freePlace } from '../geometry/free-place'
import { representativePoint } from '../geometry/rings'
import type { ReadResult } from '../read/read-result'
import { findCommunities, type FindCommunity, type NamedCommunity } from './find-communities'

/**
 * Spaces of tables that do not say where they are stand in the community they name, where that is one and no other:
 * each at a place of its own inside of it, with the mark that nobody said where. The others go on waiting, and are told.
 *
 * @param results files just read, of which spaces may name communities of any other
 * @param communities those that are there already
 * @param spaces those that are there already, whose places are taken
 */
export function placeUnplaced(
  results: readonly ReadResult[],
  communities: readonly Community[],
  spaces: readonly Space[],
): readonly ReadResult[] {
  const all = [...communities, ...results.flatMap(({ layers }) => layers.communities ?? [])]
  const find = findCommunities(all)
  const taken = takenPlaces(
    [...spaces, ...results.flatMap(({ layers }) => layers.spaces ?? [])].filter(isPlacedByCommunity),
    find,
  )
  return results.map((result) => (result.unplaced === undefined ? result : placeOf(result, find, taken)))
}

function placeOf(result: ReadResult, find: FindCommunity, taken: Map<string, LonLat[]>): ReadResult {
  const placed: Space[] = []
  const waiting: UnplacedSpace[] = []
  const issues: Issue[] = []
  for (const space of result.unplaced ?? []) {
    const named = space.community === undefined ? null : find(space.community)
    issues.push(tellPlaced(space, named))
    if (named?.kind !== 'found') {
      waiting.push(space)
      continue
    }
    const { community, written } = named
    const others = taken.get(community.id) ?? []
    const at = freePlace(community.geometry, others)
    taken.set(community.id, [...others, at])
    placed.push({
      ...withoutOrigin(space),
      // ids of this import may change yet; merging finds it again
      community: written,
      extra: { ...space.extra, ...PLACED_BY_COMMUNITY },
      geometry: { type: 'Point', coordinates: [...at] },
    })
  }
  const { unplaced: _all, ...rest } = result
  const spaces = [...(result.layers.spaces ?? []), ...placed]
  return {
    ...rest,
    ...(waiting.length === 0 ? {} : { unplaced: waiting }),
    layers: spaces.length === 0 ? result.layers : { ...result.layers, spaces },
    issues: [...result.issues, ...issues].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)),
  }
}

/** Where spaces stand that communities were given places for, by community. */
function takenPlaces(spaces: readonly Space[], find: FindCommunity): Map<string, LonLat[]> {
  const taken = new Map<string, LonLat[]>()
  for (const { community, geometry } of spaces) {
    const named = community === undefined ? null : find(community)
    if (named?.kind !== 'found') continue
    const { id } = named.community
    taken.set(id, [...(taken.get(id) ?? []), representativePoint(geometry)])
  }
  return taken
}

function tellPlaced({ file, row, id, name, community }: UnplacedSpace, named: NamedCommunity | null): Issue {
  const about = { file, layer: 'spaces', row, id } as const
  const facts = { ...(name === undefined ? {} : { name }), ...(community === undefined ? {} : { community }) }
  if (named?.kind === 'found') return { severity: 'warning', code: 'position-by-community', ...about, facts }
  const why: Record<string, string | number> =
    named === null
      ? { reason: 'community-missing' }
      : named.kind === 'ambiguous'
        ? { reason: 'community-ambiguous', count: named.count }
        : { reason: 'community-unknown' }
  return { severity: 'warning', code: 'position-waiting', ...about, facts: { ...facts, ...why } }
}
