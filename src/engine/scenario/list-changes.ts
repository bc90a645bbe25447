import type { Gate, Layers, Street } from '../../model/layers'
import type { FacilityChange, GateChange, PathChange, ScenarioChanges } from '../../model/scenario-outcome'
import type { LonLat } from '../../model/units'
import { SPACE_FIELD } from '../../model/space-parts'

/**
 * What a plan leaves otherwise than it is. Records that no edit touched are the very same ones before and after;
 * a street that only got a vertex where a path joins it is no change.
 */
export function listChanges(before: Layers, after: Layers): ScenarioChanges {
  const spaces = new Set(
    after.facilities.flatMap(({ extra }) =>
      typeof extra?.[SPACE_FIELD] === 'string' ? [extra[SPACE_FIELD]] : [],
    ),
  )
  return {
    facilities: listFacilities(before, after),
    gates: listGates(before, after),
    paths: listPaths(before, after),
    spaces: [...spaces].sort(),
  }
}

function listFacilities(before: Layers, after: Layers): FacilityChange[] {
  if (before.facilities === after.facilities) return []
  const planned = byId(after.facilities)
  const changed = before.facilities.flatMap((facility): FacilityChange[] => {
    const next = planned.get(facility.id)
    if (next === facility) return []
    if (next === undefined) return [{ kind: 'closed', facility, before: facility }]
    const kind = next.geometry === facility.geometry ? 'changed' : 'moved'
    return [{ kind, facility: next, before: facility }]
  })
  const known = byId(before.facilities)
  const added = after.facilities.flatMap((facility): FacilityChange[] =>
    known.has(facility.id) ? [] : [{ kind: 'added', facility, before: null }],
  )
  return [...changed, ...added]
}

function listGates(before: Layers, after: Layers): GateChange[] {
  if (before.gates === after.gates) return []
  const known = byId(before.gates)
  return after.gates.flatMap((gate): GateChange[] => {
    const was = known.get(gate.id)
    if (was === undefined) return [{ kind: 'added', gate }]
    return isSamePassage(was, gate) ? [] : [{ kind: 'changed', gate }]
  })
}

/** Whether two states of a gate let the same people pass at the same hours. */
function isSamePassage(a: Gate, b: Gate): boolean {
  return a === b || (a.access === b.access && a.open_from === b.open_from && a.open_to === b.open_to)
}

function listPaths(before: Layers, after: Layers): PathChange[] {
  if (before.streets === after.streets) return []
  // a plan leaves streets in their order: those that do not follow each other as before are few
  const left: Street[] = []
  let next = 0
  for (const street of before.streets) {
    if (after.streets[next]?.id === street.id) next++
    else left.push(street)
  }
  const rest = after.streets.slice(next)
  const known = byId(left)
  const planned = byId(rest)
  return [
    ...left.filter(({ id }) => !planned.has(id)).map((street) => pathChange('removed', street)),
    ...rest.filter(({ id }) => !known.has(id)).map((street) => pathChange('added', street)),
  ]
}

function pathChange(kind: PathChange['kind'], { id, geometry }: Street): PathChange {
  return { kind, id, line: geometry.coordinates.map(([lon, lat]): LonLat => [lon, lat]) }
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]))
}
