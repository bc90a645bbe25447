import type { Community } from '../../model/layers'
import type { Project } from '../../model/project'
import type { Edit } from '../../model/scenario'
import type { LonLat } from '../../model/units'

/** A path is tried between vertices of two streets this far from each other, degrees of latitude: about 10 to 150 m. */
const NEAREST = 1e-4
const FARTHEST = 1.4e-3

/**
 * Edits of each kind that changes who walks where, on records of the project: what somebody who starts to plan is
 * likely to do first. Kinds for which it has no record are left out. Deterministic.
 */
export function rehearsalEdits(project: Project): Edit[] {
  const { streets, communities, gates, facilities } = project.layers
  const edits: Edit[] = []
  const tell = (edit: Edit | null): void => {
    if (edit !== null) edits.push(edit)
  }
  const walled = communities.filter(({ gated }) => gated === true)
  // what streets leave to be asked anew is the most code of all, and differs from place to place
  for (const share of [1 / 3, 2 / 3, 1 / 6, 5 / 6, 1 / 2]) {
    tell(pathFrom(project, share))
    if (walled.length > 0) tell(openingOf(walled[Math.floor(walled.length * share)]))
    if (streets.length > 5)
      tell({ kind: 'remove-path', street: streets[Math.floor(streets.length * share + 1)].id })
  }
  if (gates.length > 0) tell({ kind: 'close-gate', gate: gates[0].id })
  if (gates.length > 0) tell({ kind: 'open-gate', gate: gates[0].id, access: 'public' })
  if (facilities.length > 1) {
    const [{ id }, { geometry }] = facilities
    const [lon, lat] =
      geometry.type === 'Point' ? geometry.coordinates : (streets[0]?.geometry.coordinates[0] ?? [])
    if (lon !== undefined) tell({ kind: 'move-facility', facility: id, to: [lon, lat] })
  }
  return edits
}

function openingOf({ id, geometry: { type, coordinates } }: Community): Edit {
  const [lon, lat] = (type === 'Polygon' ? coordinates : coordinates[0])[0][0]
  return { kind: 'open-wall', community: id, at: [lon, lat], access: 'residents' }
}

/** A path from a street to the vertex of another one that is nearest to it; null: none is near. `share`: which street. */
function pathFrom({ layers: { streets } }: Project, share: number): Edit | null {
  if (streets.length === 0) return null
  const from = streets[Math.floor(streets.length * share)]
  const [begin] = from.geometry.coordinates
  const narrowing = Math.cos((begin[1] * Math.PI) / 180)
  let nearest = FARTHEST
  let found: { readonly id: string; readonly end: LonLat } | null = null
  for (const street of streets) {
    if (street === from) continue
    for (const [lon, lat] of street.geometry.coordinates) {
      const away = Math.hypot((lon - begin[0]) * narrowing, lat - begin[1])
      if (away < NEAREST || away >= nearest) continue
      nearest = away
      found = { id: street.id, end: [lon, lat] }
    }
  }
  if (found === null) return null
  return { kind: 'add-path', line: [[begin[0], begin[1]], found.end], from: from.id, to: found.id }
}
