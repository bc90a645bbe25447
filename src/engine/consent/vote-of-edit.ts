import type { ConsentType, EditVote, VoteType } from '../../model/consent'
import type { Layers, Space } from '../../model/layers'
import type { Edit } from '../../model/scenario'
import type { LonLat } from '../../model/units'
import { distanceOnSphere } from '../geometry/local-frame'
import { outlinesAt } from '../geometry/outlines-at'
import { representativePoint } from '../geometry/rings'
import { dwellingOf } from './dwelling-of-space'

/**
 * Which vote an edit needs: the mapping of renovation decisions to Civil Code art. 278 and 279 is a judgement (J), to be
 * checked for each project. `layers`: before the scenario.
 */
export function voteOfEdit(edit: Edit, layers: Layers): EditVote {
  switch (edit.kind) {
    case 'open-gate':
    case 'close-gate': {
      const gate = layers.gates.find(({ id }) => id === edit.gate)
      return inCommunity('simple', 'shared-matter', gate?.community)
    }
    case 'open-wall':
      return inCommunity('three-quarters', 'alters-facilities', edit.community)
    case 'open-shared-wall':
      // the wall, and the ground of the way through, belong to the owners of both: each community votes by itself
      return {
        type: 'three-quarters',
        ground: 'alters-facilities',
        communities: [...edit.communities].sort(),
      }
    case 'convert-space':
      return voteOfSpace(
        layers.spaces.find(({ id }) => id === edit.space),
        layers,
      )
    case 'share-facility':
    case 'close-facility':
    case 'resize-facility': {
      const facility = layers.facilities.find(({ id }) => id === edit.facility)
      const type = edit.kind === 'close-facility' ? 'simple' : 'three-quarters'
      const ground = edit.kind === 'close-facility' ? 'shared-matter' : 'changes-common-use'
      return inCommunity(type, ground, facility?.community)
    }
    case 'add-facility':
      return onGround([edit.at], layers)
    case 'move-facility':
      return onGround([edit.to], layers)
    case 'add-path':
      return onGround(edit.line, layers)
    case 'remove-path': {
      const street = layers.streets.find(({ id }) => id === edit.street)
      return onGround((street?.geometry.coordinates ?? []) as unknown as LonLat[], layers)
    }
    default:
      throw new Error(`unknown edit ${JSON.stringify(edit satisfies never)}`)
  }
}

/** The strictest vote of a community, by the rule that one item of three quarters makes all of it so. */
export function strictestVote(votes: readonly { readonly type: VoteType }[]): VoteType {
  const order: readonly VoteType[] = ['none', 'simple', 'unknown', 'three-quarters']
  return votes.reduce<VoteType>(
    (worst, { type }) => (order.indexOf(type) > order.indexOf(worst) ? type : worst),
    'none',
  )
}

function inCommunity(type: ConsentType, ground: EditVote['ground'], community: string | undefined): EditVote {
  return community === undefined
    ? { type: 'none', ground: 'outside-communities', communities: [] }
    : { type, ground, communities: [community] }
}

/** A space is of the community it names; one that names none is of the one it lies in: surveys often give places alone. */
function voteOfSpace(space: Space | undefined, layers: Layers): EditVote {
  const communities =
    space === undefined
      ? []
      : space.community === undefined
        ? communitiesAt([representativePoint(space.geometry)], layers)
        : [space.community]
  switch (space?.ownership) {
    case 'government':
    case 'state_enterprise':
      return { type: 'none', ground: 'public-or-unit-owned', communities: [] }
    case 'private':
      return voteOfPrivate(space)
    // turning an air-raid room into service is among the three-quarter decisions of the mapping
    case 'owners':
    case 'civil_defense':
      return { type: 'three-quarters', ground: 'changes-common-use', communities }
    case undefined:
      return { type: 'unknown', ground: 'ownership-unknown', communities }
    default:
      throw new Error(`unknown ownership ${JSON.stringify(space?.ownership satisfies undefined)}`)
  }
}

/**
 * Who runs a service, and for money or not, no plan says: every use of a dwelling is taken for business (J), the
 * stricter, and so is every private room that may be one.
 */
function voteOfPrivate(space: Space): EditVote {
  const dwelling = dwellingOf(space)
  if (dwelling === 'other') return { type: 'none', ground: 'private-owner', communities: [] }
  const ground = dwelling === 'dwelling' ? 'dwelling-to-business' : 'may-be-dwelling'
  return { type: 'all-affected', ground, communities: [] }
}

/** Common ground of a community is changed; on public ground nobody votes. */
function onGround(places: readonly LonLat[], layers: Layers): EditVote {
  const communities = communitiesAt(sampleLine(places), layers)
  return communities.length === 0
    ? { type: 'none', ground: 'outside-communities', communities }
    : { type: 'three-quarters', ground: 'changes-common-use', communities }
}

/** The communities that one of the places lies in, by their ids. */
function communitiesAt(places: readonly LonLat[], { communities }: Layers): readonly string[] {
  const touched = places.flatMap((at) => outlinesAt(communities, at))
  return [...new Set(touched.map(({ id }) => id))].sort()
}

/** Metres between the samples of a line: a path may cross a community without a vertex in it. */
const SAMPLE_M = 5

function sampleLine(line: readonly LonLat[]): LonLat[] {
  return line.flatMap((at, i): LonLat[] => {
    if (i === 0) return [at]
    const [lon, lat] = line[i - 1]
    const steps = Math.max(1, Math.ceil(distanceOnSphere(lon, lat, at[0], at[1]) / SAMPLE_M))
    return Array.from({ length: steps }, (_, s) => [
      lon + ((at[0] - lon) * (s + 1)) / steps,
      lat + ((at[1] - lat) * (s + 1)) / steps,
    ])
  })
}
