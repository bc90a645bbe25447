import type { Community } from '../../model/layers'
import type { LonLat } from '../../model/units'
import { representativePoint } from '../geometry/rings'

/** Where a name leads: to one community, and how that is written; to none; or to several, which is no place. */
export type CommunityPlace =
  | { readonly kind: 'found'; readonly written: string; readonly point: LonLat }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous'; readonly count: number }

/** Finds a community by its id or its whole name; spaces and full-width letters do not matter. */
export type FindCommunity = (name: string) => CommunityPlace

const TABLE = /\.(?:csv|tsv|txt|xlsx)$/i

/** Whether a file of this name is read after the others: its rows may name communities of theirs. */
export function isTableName(name: string): boolean {
  return TABLE.test(name)
}

/** An id counts before a name; a part of a name is no match. The place is a point inside of the community. */
export function findCommunities(communities: readonly Community[]): FindCommunity {
  const byId = new Map(communities.map((community) => [plain(community.id), community]))
  const byName = new Map<string, Community[]>()
  for (const community of communities) {
    if (community.name === undefined) continue
    const name = plain(community.name)
    byName.set(name, [...(byName.get(name) ?? []), community])
  }
  return (written) => {
    const name = plain(written)
    const own = byId.get(name)
    const found = own === undefined ? (byName.get(name) ?? []) : [own]
    if (found.length === 0) return { kind: 'unknown' }
    if (found.length > 1) return { kind: 'ambiguous', count: found.length }
    const [{ id, name: itsName = id, geometry }] = found
    return { kind: 'found', written: own === undefined ? itsName : id, point: representativePoint(geometry) }
  }
}

function plain(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase()
}
