import type { AnalysisSettings } from '../../model/analysis'
import type { Assessment, PeopleParts } from '../../model/assessment'
import { partsOf, roundPeople } from '../../model/people-parts'
import type { ProfileId } from '../../model/profile'
import type { ClassDifference, ProfileAnswer, ProfileComparison } from '../../model/profile-comparison'
import { assess } from '../assessment/assess'
import { accessEvidence } from '../assessment/collect-evidence'
import { SERVED, UNKNOWN } from '../assessment/community-judge'
import { measureReach } from '../catchment/measure-reach'
import type { ReachInput } from '../catchment/reach'
import type { MeasureHelper } from '../catchment/share-measuring'
import type { PlacedPeople } from '../places/place-people'
import { SurveyDoubt } from '../places/survey-doubt'
import { checkpoint, partOfRun, type Run } from '../run'
import { judgePoints } from '../sensitivity/judge-points'

/**
 * Measures and judges several profiles on one network, with everything else as in `settings`; the first is
 * the one the others are compared with. Each answer is that of an analysis of its own. The graph of each
 * profile is kept with the network.
 */
export async function compareProfiles(
  on: ReachInput,
  settings: AnalysisSettings,
  profiles: readonly ProfileId[],
  run: Run,
  helper: MeasureHelper | null = null,
): Promise<ProfileComparison> {
  const judged: { readonly assessment: Assessment; readonly points: Uint8Array }[] = []
  for (const [i, profile] of profiles.entries()) {
    // by access: who comes within the limit differs by profile, what is there for those who do does not
    const asked = { ...settings, profile, judging: 'access' } as const
    const reach = await measureReach(on, asked, partOfRun(run, i, profiles.length), helper)
    const evidence = accessEvidence({ reach, openedCost: null })
    const assessment = assess(on.project, on.people, evidence, asked, asked.year)
    const doubt = SurveyDoubt.of(on.project, assessment.classes, profile, reach.members)
    judged.push({ assessment, points: judgePoints(reach, assessment.classes, on.people, doubt) })
    await checkpoint(run, 'assess', i + 1, profiles.length)
  }
  const [first] = judged
  const answers = judged.map(({ assessment, points }): ProfileAnswer => {
    const { basis, totals, status, nearest_m, nearest_s } = assessment
    return {
      profile: basis.profile,
      basis,
      totals,
      status,
      nearest: settings.basis === 'distance' ? nearest_m : nearest_s,
      differences: assessment.classes.map(({ code }, c) => ({
        code,
        ...comparePeople(on.people, first.points, points, c),
        ...compareCommunities(first.assessment, assessment, c),
      })),
    }
  })
  return {
    communities: first.assessment.communities.map(({ id }) => id),
    classes: first.assessment.classes,
    answers,
    hasPeople: on.people.people.some((people) => people !== null),
  }
}

type PeopleDifference = Pick<ClassDifference, 'people_losing' | 'people_gaining' | 'people_unclear'>

/** People of places whose verdict on a class is not the same; communities without known people are left out. */
function comparePeople(
  { points, people }: PlacedPeople,
  before: Uint8Array,
  after: Uint8Array,
  classIndex: number,
): PeopleDifference {
  const offset = classIndex * points.length
  // losing, gaining, unclear
  const shares = new Float64Array(people.length * 3)
  points.forEach(({ community, share }, point) => {
    const change = changeOf(before[offset + point], after[offset + point])
    if (change >= 0) shares[community * 3 + change] += share
  })
  const sums = [0, 0, 0]
  people.forEach((residents, community) => {
    if (residents === null) return
    for (let i = 0; i < 3; i++) sums[i] += partsOf(residents, shares[community * 3 + i])
  })
  const [people_losing, people_gaining, people_unclear] = sums.map(wholePeople)
  return { people_losing, people_gaining, people_unclear }
}

/** 0 losing, 1 gaining, 2 known for one of the two only, −1 the same. */
function changeOf(before: number, after: number): number {
  if (before === after) return -1
  if (before === UNKNOWN || after === UNKNOWN) return 2
  return before === SERVED ? 0 : 1
}

function wholePeople(parts: number): number {
  const rounded: PeopleParts = { served: 0, unserved: parts, unknown: 0 }
  return roundPeople(rounded).people_unserved
}

function compareCommunities(
  before: Assessment,
  after: Assessment,
  classIndex: number,
): Pick<ClassDifference, 'communities_losing' | 'communities_gaining' | 'communities_unclear'> {
  const counts = [0, 0, 0]
  const width = before.classes.length
  for (let at = classIndex; at < before.status.length; at += width) {
    const change = changeOf(before.status[at], after.status[at])
    if (change >= 0) counts[change]++
  }
  const [communities_losing, communities_gaining, communities_unclear] = counts
  return { communities_losing, communities_gaining, communities_unclear }
}
