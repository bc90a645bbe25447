import type { AnalysisSettings } from '../../model/analysis'
import { type Assessment, type ClassTotal, type CommunityRow, VERDICTS } from '../../model/assessment'
import type { Community } from '../../model/layers'
import type { Project } from '../../model/project'
import type { Reach } from '../catchment/reach'
import { representativePoint } from '../geometry/rings'
import type { PlacedPeople } from '../places/place-people'
import { describeBasis } from './describe-basis'
import { listColumns } from './class-columns'
import { partsOf, roundPeople } from './class-total'
import { CommunityJudge, SERVED, UNKNOWN, UNSERVED } from './community-judge'
import { judgeEligibility } from './judge-eligibility'

/**
 * Judges every community against every class of the rule pack. A community speaks by its median resident;
 * people are counted by demand point, each once. What cannot be known is unknown: never served, never zero.
 * `year`: the year of judgement for eligibility.
 */
export function assess(
  project: Project,
  people: PlacedPeople,
  reach: Reach,
  settings: AnalysisSettings,
  year: number,
): Assessment {
  const { communities, facilities } = project.layers
  const classes = listColumns(project, settings)
  const size = communities.length * classes.length
  const status = new Uint8Array(size)
  const reason = new Uint8Array(size)
  const nearest_m = new Float32Array(size).fill(NaN)
  const nearest_s = new Float32Array(size).fill(NaN)
  const facility = new Int32Array(size).fill(-1)
  const served_share = new Float32Array(size).fill(NaN)
  const totals: ClassTotal[] = []
  const isDistance = settings.basis === 'distance'
  const judge = new CommunityJudge(people, communities.length, reach)

  classes.forEach((column, c) => {
    const offset = c * reach.pointCount
    const people_parts = { served: 0, unserved: 0, unknown: 0 }
    const count = new Int32Array(VERDICTS.length)
    for (let k = 0; k < communities.length; k++) {
      const at = k * classes.length + c
      const point = judge.judge(k, offset, column)
      status[at] = judge.verdict
      reason[at] = judge.reason
      const { shares } = judge
      if (judge.verdict !== UNKNOWN) served_share[at] = shares[SERVED] / (shares[SERVED] + shares[UNSERVED])
      if (point >= 0 && reach.cost[offset + point] >= 0) {
        const cost = reach.cost[offset + point] / 1000
        const other = reach.other[offset + point] / 1000
        nearest_m[at] = isDistance ? cost : other
        nearest_s[at] = isDistance ? other : cost
        facility[at] = reach.facility[offset + point]
      }
      count[judge.verdict]++
      const residents = people.people[k]
      if (residents === null) continue
      for (const [verdict, name] of VERDICTS.entries())
        people_parts[name] += partsOf(residents, shares[verdict])
    }
    totals.push({
      code: column.code,
      ...roundPeople(people_parts),
      people_parts,
      communities_served: count[SERVED],
      communities_unserved: count[UNSERVED],
      communities_unknown: count[UNKNOWN],
    })
  })

  const gatesUnknown = new Set(people.gatesUnknown)
  const rows = communities.map((community, k): CommunityRow => {
    let missing = 0
    let unknown = 0
    classes.forEach((column, c) => {
      if (!column.required) return
      const verdict = status[k * classes.length + c]
      if (verdict === UNSERVED) missing++
      if (verdict === UNKNOWN) unknown++
    })
    return {
      id: community.id,
      name: community.name ?? '',
      subdistrict: community.subdistrict ?? null,
      at: placeOf(community),
      people: people.people[k],
      elders: people.elders[k],
      built_year: community.built_year ?? null,
      eligibility: judgeEligibility(community, year),
      missing,
      unknown,
      gatesUnknown: gatesUnknown.has(community.id),
    }
  })
  return {
    basis: describeBasis(settings),
    communities: rows,
    classes,
    status,
    reason,
    nearest_m,
    nearest_s,
    facility,
    served_share,
    facility_ids: facilities.map((record) => record.id),
    totals,
  }
}

const places = new WeakMap<Community, [number, number]>()

/** Where a community is shown. Records never change, so it is worked out once for all answers about one. */
function placeOf(community: Community): [number, number] {
  let place = places.get(community)
  if (place === undefined) places.set(community, (place = representativePoint(community.geometry)))
  return place
}
