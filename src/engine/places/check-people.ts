import { PEOPLE_TOLERANCE } from '../../model/demand'
import type { Issue } from '../../model/issue'
import type { Building, Community } from '../../model/layers'
import { GROUPS } from '../../model/rule-pack'
import { representativePoint } from '../geometry/rings'
import { FIELD_OF_GROUP, sumOf } from './people-counts'

/** Tells every number of a community that its buildings contradict, with both numbers. */
export function checkPeople(community: Community, buildings: readonly Building[]): Issue[] {
  return GROUPS.flatMap((group): Issue[] => {
    const field = FIELD_OF_GROUP[group]
    const total = community[field]
    const sum = sumOf(buildings, field)
    if (total === undefined || sum === null) return []
    const tolerated = Math.max(PEOPLE_TOLERANCE.people, PEOPLE_TOLERANCE.share * total)
    if (Math.abs(total - sum) <= tolerated) return []
    return [
      {
        severity: 'warning',
        code: 'people-mismatch',
        layer: 'communities',
        id: community.id,
        at: representativePoint(community.geometry),
        facts: { field, total, buildings: sum },
      },
    ]
  })
}

/** Tells how many people live in buildings of no community: no number counts them. */
export function tellOutside(outside: readonly Building[]): Issue[] {
  if (outside.length === 0) return []
  const sum = (field: 'residents' | 'households'): number =>
    outside.reduce((all, building) => all + (building[field] ?? 0), 0)
  const facts = { buildings: outside.length, people: sum('residents'), households: sum('households') }
  const at = representativePoint(outside[0].geometry)
  return [{ severity: 'warning', code: 'people-outside', layer: 'buildings', at, facts }]
}
