import { lineOf } from '../catchment/trace-route'
import { newGateAccess } from '../explain/new-gate-access'
import { listWallPlaces, type WallPlace } from '../explain/wall-places'
import { gateCostOf, type LinkGround } from './link-state'
import type { PossibleLink } from './possible-link'

/** Of places in a wall one is priced in so many metres; where a street is cut by the wall, each (J). */
const EVERY_M = 30

/** New gates in walls: where a street is cut by the edge of a compound, and where streets run near it on both sides. */
export function listWalls(state: LinkGround, isAsked: (community: string) => boolean): PossibleLink[] {
  const { prepared } = state.measured
  const { network, compounds } = prepared
  const links: PossibleLink[] = []
  for (const compound of compounds) {
    // where no gate is known every crossing counts as one: what a new one would do cannot be told
    if (compound.gates.length === 0 || !isAsked(compound.id)) continue
    const access = newGateAccess(compound)
    for (const { x, y, inner, outer, link, link_m } of thin(listWallPlaces(prepared, compound))) {
      const [at] = lineOf(network.frame, [[x, y]])
      links.push({
        id: `wall:${compound.id}@${at.join()}`,
        kind: 'wall',
        edits: [{ kind: 'open-wall', community: compound.id, at, access }],
        zone: compound.zone,
        gates: [],
        streets: [],
        a: inner,
        b: outer,
        // the ways from the streets to the gate are its sides' own connectors
        length_m: link_m,
        cost: gateCostOf(state),
        before_m: null,
        line: link,
      })
    }
  }
  return links
}

function thin(places: readonly WallPlace[]): WallPlace[] {
  const kept: WallPlace[] = []
  for (const place of places) {
    const isCut = place.link_m === 0
    if (isCut || kept.every(({ x, y }) => Math.hypot(x - place.x, y - place.y) >= EVERY_M)) kept.push(place)
  }
  return kept
}
