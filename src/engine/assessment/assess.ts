import type { AnalysisSettings } from '../../model/analysis'
import {
  type Assessment,
  type ClassColumn,
  type ClassTotal,
  type CommunityRow,
  REASONS,
  type Reason,
  VERDICTS,
  type Verdict,
} from '../../model/assessment'
import type { Project } from '../../model/project'
import type { Reach } from '../catchment/measure-reach'
import { representativePoint } from '../geometry/rings'
import type { PlacedPeople } from '../places/place-people'
import { limitOf } from '../../model/class-limit'
import { partsOf, roundPeople } from './class-total'
import { hashText } from './hash-text'
import { judgeEligibility } from './judge-eligibility'

/** Verdict of one demand point about one class. */
interface PointVerdict {
  readonly verdict: Verdict
  readonly reason: Reason
}

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
  const classes = settings.rules.rules.map((rule): ClassColumn => {
    const { limit, unit, status, from } = limitOf(settings.rules, rule, settings.basis)
    const count = facilities.filter((facility) => facility.class === rule.code).length
    return {
      code: rule.code,
      limit,
      limit_unit: unit,
      limit_basis: from,
      status,
      required: rule.required,
      surveyed: project.surveyed[rule.code] ?? count > 0,
      facilities: count,
    }
  })
  const pointsOf: number[][] = communities.map(() => [])
  people.points.forEach((point, i) => pointsOf[point.community].push(i))

  const size = communities.length * classes.length
  const status = new Uint8Array(size)
  const reason = new Uint8Array(size)
  const nearest_m = new Float32Array(size).fill(NaN)
  const nearest_s = new Float32Array(size).fill(NaN)
  const facility = new Int32Array(size).fill(-1)
  const served_share = new Float32Array(size).fill(NaN)
  const totals: ClassTotal[] = []
  const isDistance = settings.basis === 'distance'

  classes.forEach((column, c) => {
    const offset = c * reach.pointCount
    const people_parts = { served: 0, unserved: 0, unknown: 0 }
    const count = { served: 0, unserved: 0, unknown: 0 }
    communities.forEach((_, k) => {
      const verdicts = pointsOf[k].map((p) => judgePoint(reach, offset, p, column))
      const shares = { served: 0, unserved: 0, unknown: 0 }
      verdicts.forEach(({ verdict }, i) => (shares[verdict] += people.points[pointsOf[k][i]].share))
      const median = medianPoint(pointsOf[k], verdicts, reach, offset, people)
      const at = k * classes.length + c
      const spoken = verdicts[median] ?? { verdict: 'unknown', reason: 'not-connected' }
      status[at] = VERDICTS.indexOf(spoken.verdict)
      reason[at] = REASONS.indexOf(spoken.reason)
      if (spoken.verdict !== 'unknown') served_share[at] = shares.served / (shares.served + shares.unserved)
      const point = pointsOf[k][median]
      if (point !== undefined && reach.cost[offset + point] >= 0) {
        const cost = reach.cost[offset + point] / 1000
        const other = reach.other[offset + point] / 1000
        nearest_m[at] = isDistance ? cost : other
        nearest_s[at] = isDistance ? other : cost
        facility[at] = reach.facility[offset + point]
      }
      count[spoken.verdict]++
      const residents = people.people[k]
      if (residents !== null)
        for (const verdict of VERDICTS) people_parts[verdict] += partsOf(residents, shares[verdict])
    })
    totals.push({
      code: column.code,
      ...roundPeople(people_parts),
      people_parts,
      communities_served: count.served,
      communities_unserved: count.unserved,
      communities_unknown: count.unknown,
    })
  })

  const gatesUnknown = new Set(people.gatesUnknown)
  const rows = communities.map((community, k): CommunityRow => {
    let missing = 0
    let unknown = 0
    classes.forEach((column, c) => {
      if (!column.required) return
      const verdict = VERDICTS[status[k * classes.length + c]]
      if (verdict === 'unserved') missing++
      if (verdict === 'unknown') unknown++
    })
    return {
      id: community.id,
      name: community.name ?? '',
      subdistrict: community.subdistrict ?? null,
      at: representativePoint(community.geometry),
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
    basis: {
      profile: settings.profile,
      basis: settings.basis,
      rule_pack: settings.rules.id,
      rule_pack_version: settings.rules.version,
      rule_pack_hash: hashText(JSON.stringify(settings.rules)),
      scenario: settings.scenario,
    },
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

function judgePoint(reach: Reach, offset: number, point: number, column: ClassColumn): PointVerdict {
  if (reach.isConnected[point] === 0) return { verdict: 'unknown', reason: 'not-connected' }
  const limit = column.limit * 1000
  const cost = reach.cost[offset + point]
  if (cost >= 0 && cost <= limit) return { verdict: 'served', reason: 'within-limit' }
  if (!column.surveyed) return { verdict: 'unknown', reason: 'not-surveyed' }
  const clip = reach.clipCost[point]
  if (clip >= 0 && clip <= limit) return { verdict: 'unknown', reason: 'edge-of-data' }
  const own = reach.residentsOnlyCost[offset + point]
  return { verdict: 'unserved', reason: own >= 0 && own <= limit ? 'residents-only' : 'too-far' }
}

/**
 * Which of a community's points speaks for it. More than half of the people unknown: the first unknown
 * one. Else, of the known ones ordered by their walk, the one at which half of the known people are passed.
 * −1: the community has no points.
 */
function medianPoint(
  points: readonly number[],
  verdicts: readonly PointVerdict[],
  reach: Reach,
  offset: number,
  people: PlacedPeople,
): number {
  const share = (i: number): number => people.points[points[i]].share
  const all = points.map((_, i) => i)
  const unknown = all.filter((i) => verdicts[i].verdict === 'unknown')
  const unknownShare = unknown.reduce((sum, i) => sum + share(i), 0)
  if (unknown.length > 0 && unknownShare > 0.5) return unknown[0]
  const walkOf = (i: number): number => {
    const cost = reach.cost[offset + points[i]]
    return cost < 0 ? Infinity : cost
  }
  const known = all
    .filter((i) => verdicts[i].verdict !== 'unknown')
    .sort((i, j) => walkOf(i) - walkOf(j) || i - j)
  const half = (1 - unknownShare) / 2
  let passed = 0
  for (const i of known) {
    passed += share(i)
    if (passed >= half - 1e-9) return i
  }
  return known.at(-1) ?? -1
}
