import type { AnalysisSettings } from '../../model/analysis'
import {
  type Assessment,
  type ClassColumn,
  type ClassTotal,
  type CommunityRow,
  type Eligibility,
  VERDICTS,
} from '../../model/assessment'
import type { Community } from '../../model/layers'
import type { Completeness, Project } from '../../model/project'
import { scopeOf } from '../../model/rules/parameters'
import type { ScopeRule } from '../../model/scope'
import { representativePoint } from '../geometry/rings'
import type { PlacedPeople } from '../places/place-people'
import { isSameDoubt, SurveyDoubt } from '../places/survey-doubt'
import { describeBasis } from './describe-basis'
import { markChangedWalks } from './changed-walks'
import { listColumns } from './class-columns'
import { DraftColumn } from './draft-column'
import { partsOf, roundPeople } from '../../model/people-parts'
import { CommunityJudge, SERVED, UNKNOWN, UNSERVED } from './community-judge'
import { countGroup } from './count-group'
import type { Evidence } from './evidence'
import { judgeEligibility } from './judge-eligibility'
import { type ReasonsBefore, reasonsOfClass } from './point-reasons'

/** An assessment, and what it was judged on. */
export interface Assessed {
  readonly assessment: Assessment
  readonly evidence: Evidence
  readonly project: Project
  readonly people: PlacedPeople
  readonly year: number
}

/** Whether an assessment differs from one to be made by walks and by what single classes ask for alone. */
function isComparable(
  { assessment, people: peopleBefore }: Assessed,
  people: PlacedPeople,
  classes: readonly ClassColumn[],
  settings: AnalysisSettings,
  completeness: Completeness = {},
): boolean {
  return (
    peopleBefore === people &&
    assessment.basis.basis === settings.basis &&
    assessment.basis.profile === settings.profile &&
    JSON.stringify(assessment.basis.completeness) === JSON.stringify(completeness) &&
    assessment.basis.judging === (settings.judging ?? 'access') &&
    assessment.classes.length === classes.length &&
    assessment.classes.every(({ code }, c) => code === classes[c].code)
  )
}

/**
 * Judges every community against every class of the rule pack. A community speaks by its median resident;
 * people are counted by demand point, each once. What cannot be known is unknown: never served, never zero.
 * `year`: the year of judgement for eligibility. `before`: an assessment of the same people, of which only what
 * has other walks now, or is asked for otherwise, is judged again; the answer is the same.
 */
export function assess(
  project: Project,
  people: PlacedPeople,
  evidence: Evidence,
  settings: AnalysisSettings,
  year: number,
  before: Assessed | null = null,
): Assessment {
  const { communities } = project.layers
  const { reach } = evidence
  const classes = listColumns(project, reach.members, settings)
  const known =
    before !== null && isComparable(before, people, classes, settings, project.completeness) ? before : null
  const size = communities.length * classes.length
  const of = known?.assessment
  const status = new DraftColumn(of?.status, () => new Uint8Array(size))
  const reason = new DraftColumn(of?.reason, () => new Uint8Array(size))
  const nearest_m = new DraftColumn(of?.nearest_m, () => new Float32Array(size))
  const nearest_s = new DraftColumn(of?.nearest_s, () => new Float32Array(size))
  const facility = new DraftColumn(of?.facility, () => new Int32Array(size))
  const served_share = new DraftColumn(of?.served_share, () => new Float32Array(size))
  const people_parts = new DraftColumn(of?.people_parts, () =>
    new Float64Array(size * VERDICTS.length).fill(NaN),
  )
  const totals: ClassTotal[] = []
  const isDistance = settings.basis === 'distance'
  const doubt = SurveyDoubt.of(project, classes, settings.profile, reach.members)
  const doubtBefore =
    known &&
    SurveyDoubt.of(known.project, known.assessment.classes, settings.profile, known.evidence.reach.members)
  const judge = new CommunityJudge(people, evidence, doubt)
  const judgeBefore = known === null ? null : new CommunityJudge(people, known.evidence, doubtBefore)
  const changed = known === null ? null : markChangedWalks(known.evidence, evidence, people)
  let isAllAskedAlike = known !== null

  classes.forEach((column, c) => {
    const isAskedAlike =
      known !== null &&
      JSON.stringify(known.assessment.classes[c]) === JSON.stringify(column) &&
      isSameDoubt(doubt, doubtBefore, c)
    if (!isAskedAlike) isAllAskedAlike = false
    const total = isAskedAlike ? known.assessment.totals[c] : undefined
    if (total !== undefined && changed?.inClass[c] === 0) {
      totals.push(total)
      return
    }
    let reasons: Uint8Array | null = null
    const reasonsBefore: ReasonsBefore | null =
      isAskedAlike && changed !== null
        ? {
            evidence: known.evidence,
            column: known.assessment.classes[c],
            doubt: doubtBefore,
            changed: changed.ofClass.subarray(c * communities.length, (c + 1) * communities.length),
          }
        : null
    const reasonsOf = (): Uint8Array =>
      (reasons ??= reasonsOfClass(evidence, c, column, people, doubt, reasonsBefore))
    const { served, unserved, unknown } = total?.people_parts ?? { served: 0, unserved: 0, unknown: 0 }
    const sums = new Float64Array(VERDICTS.length)
    sums[SERVED] = served
    sums[UNSERVED] = unserved
    sums[UNKNOWN] = unknown
    const count = new Int32Array(VERDICTS.length)
    if (total !== undefined) {
      count[SERVED] = total.communities_served
      count[UNSERVED] = total.communities_unserved
      count[UNKNOWN] = total.communities_unknown
    }
    const tally = ({ verdict, shares }: CommunityJudge, k: number, sign: 1 | -1): void => {
      count[verdict] += sign
      const residents = people.people[k]
      const at = (k * classes.length + c) * VERDICTS.length
      if (residents === null) return
      for (let each = 0; each < VERDICTS.length; each++) {
        const parts = partsOf(residents, shares[each])
        people_parts.set(at + each, parts)
        // whole millionths: what is taken away is exactly what was added
        sums[each] += sign * parts
      }
    }
    for (let k = 0; k < communities.length; k++) {
      if (judgeBefore !== null && changed !== null && isAskedAlike) {
        if (changed.ofClass[c * communities.length + k] === 0) continue
        judgeBefore.judge(k, c, column)
        tally(judgeBefore, k, -1)
      }
      const at = k * classes.length + c
      const point = judge.judge(k, c, column, reasonsOf())
      status.set(at, judge.verdict)
      reason.set(at, judge.reason)
      const { shares } = judge
      const told = shares[SERVED] + shares[UNSERVED]
      served_share.set(at, judge.verdict === UNKNOWN ? NaN : shares[SERVED] / told)
      const isReached = point >= 0 && reach.cost[c][point] >= 0
      const cost = isReached ? reach.cost[c][point] / 1000 : NaN
      const other = isReached ? reach.other[c][point] / 1000 : NaN
      nearest_m.set(at, isDistance ? cost : other)
      nearest_s.set(at, isDistance ? other : cost)
      facility.set(at, isReached ? reach.facility[c][point] : -1)
      tally(judge, k, 1)
    }
    const sum = { served: sums[SERVED], unserved: sums[UNSERVED], unknown: sums[UNKNOWN] }
    totals.push({
      code: column.code,
      ...roundPeople(sum),
      people_parts: sum,
      group: countGroup(people, column, reasonsOf),
      communities_served: count[SERVED],
      communities_unserved: count[UNSERVED],
      communities_unknown: count[UNKNOWN],
    })
  })

  const scope = settings.scope ?? scopeOf(settings.rules)
  const gatesUnknown = new Set(people.gatesUnknown)
  const basis = describeBasis(settings, project)
  // what a row says of a community itself goes by its record, the year and the numbers of the clause on scope
  const isSameScope =
    known !== null &&
    known.year === year &&
    JSON.stringify(known.assessment.basis.scope) === JSON.stringify(scope)
  const scopeName = JSON.stringify([year, scope])
  const rows = communities.map((community, k): CommunityRow => {
    if (isSameScope && isAllAskedAlike && changed?.ofCommunity[k] === 0)
      return known.assessment.communities[k]
    let missing = 0
    let unknown = 0
    classes.forEach((column, c) => {
      if (!column.required) return
      const verdict = status.column[k * classes.length + c]
      if (verdict === UNSERVED) missing++
      if (verdict === UNKNOWN) unknown++
    })
    if (isSameScope) return { ...known.assessment.communities[k], missing, unknown }
    return {
      id: community.id,
      name: community.name ?? '',
      subdistrict: community.subdistrict ?? null,
      at: placeOf(community),
      people: people.people[k],
      people_estimated: people.estimates[k].people,
      elders: people.elders[k],
      built_year: community.built_year ?? null,
      eligibility: eligibilityOf(community, year, scope, scopeName),
      missing,
      unknown,
      gatesUnknown: gatesUnknown.has(community.id),
    }
  })
  return {
    basis,
    communities: rows,
    classes,
    status: status.column,
    reason: reason.column,
    nearest_m: nearest_m.column,
    nearest_s: nearest_s.column,
    facility: facility.column,
    served_share: served_share.column,
    people_parts: people_parts.column,
    facility_ids: reach.services.map(({ id }) => id),
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

const eligibilities = new WeakMap<Community, { readonly scopeName: string; readonly answer: Eligibility }>()

/** Whether a community is in the plan's scope; worked out once for a record as long as year and clause stay. */
function eligibilityOf(community: Community, year: number, scope: ScopeRule, scopeName: string): Eligibility {
  const known = eligibilities.get(community)
  if (known?.scopeName === scopeName) return known.answer
  const answer = judgeEligibility(community, year, scope)
  eligibilities.set(community, { scopeName, answer })
  return answer
}
