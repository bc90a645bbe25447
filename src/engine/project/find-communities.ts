import type { Community } from '../../model/layers'
import { plainName } from '../../model/plain-name'

/** Where a name leads: to one community, to none, or to several, which is no place. */
export type NamedCommunity =
  /** `written`: as whatever leads there is written, its name or its id */
  | { readonly kind: 'found'; readonly written: string; readonly community: Community }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous'; readonly count: number }

/** Finds a community by its id or its whole name; spaces and full-width letters do not matter. */
export type FindCommunity = (name: string) => NamedCommunity

/** An id counts before a name; a part of a name is no match. */
export function findCommunities(communities: readonly Community[]): FindCommunity {
  const byId = new Map(communities.map((community) => [plainName(community.id), community]))
  const byName = new Map<string, Community[]>()
  for (const community of communities) {
    if (community.name === undefined) continue
    const name = plainName(community.name)
    byName.set(name, [...(byName.get(name) ?? []), community])
  }
  return (written) => {
    const name = plainName(written)
    const own = byId.get(name)
    const found = own === undefined ? (byName.get(name) ?? []) : [own]
    if (found.length === 0) return { kind: 'unknown' }
    if (found.length > 1) return { kind: 'ambiguous', count: found.length }
    const [community] = found
    const { id, name: itsName = id } = community
    return { kind: 'found', written: own === undefined ? itsName : id, community }
  }
}
