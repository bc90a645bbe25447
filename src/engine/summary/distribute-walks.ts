import type { AnalysisSettings } from '../../model/analysis'
import { partsOf } from '../../model/people-parts'
import type { Project } from '../../model/project'
import type { WalkBin, WalkDistribution, WalkRest } from '../../model/walk-distribution'
import { accessEvidence } from '../assessment/collect-evidence'
import { listColumns } from '../assessment/class-columns'
import {
  CommunityJudge,
  readReasons,
  SERVED,
  surveyedReason,
  UNKNOWN,
  VERDICT_OF,
} from '../assessment/community-judge'
import { describeBasis } from '../assessment/describe-basis'
import type { Reach } from '../catchment/reach'
import type { PlacedPeople } from '../places/place-people'
import { SurveyDoubt } from '../places/survey-doubt'

const BINS_TO_LIMIT = 5
const BINS = 15
// places of what no bin takes
const BEYOND = BINS
const NONE = BINS + 1
const UNSURE = BINS + 2
const SLOTS = BINS + 3

/** People and communities by slot, served ones apart. */
interface Counts {
  readonly served: Float64Array
  readonly unserved: Float64Array
}

/**
 * The walks of some communities' people to the nearest facility of a class. Five bins reach to the limit,
 * ten more to three times as far; a walk on the edge of two belongs to the nearer one, as the limit itself
 * does. Unknown stands apart whatever the walk. Communities count where their median resident is.
 * `only`: ids; null: all. null: the pack does not know the class.
 */
export function distributeWalks(
  project: Project,
  placed: PlacedPeople,
  reach: Reach,
  settings: AnalysisSettings,
  code: string,
  only: ReadonlySet<string> | null,
): WalkDistribution | null {
  const { communities } = project.layers
  const columns = listColumns(project, reach.members, settings)
  const c = columns.findIndex((each) => each.code === code)
  if (c < 0) return null
  const column = columns[c]
  const width = column.limit / BINS_TO_LIMIT
  const isAsked = communities.map(({ id }) => only === null || only.has(id))
  const slotOf = (point: number, verdict: number): number =>
    verdict === UNKNOWN ? UNSURE : slotOfWalk(reach.cost[c][point] / 1000, width)

  const doubt = SurveyDoubt.of(project, columns, settings.profile, reach.members)
  // walks are of who comes within the limit
  const evidence = accessEvidence({ reach, openedCost: null })
  const reasonOf = readReasons(evidence, c, column)
  const people = emptyCounts()
  placed.points.forEach((demand, point) => {
    const { community, share } = demand
    const residents = placed.people[community]
    if (residents === null || !isAsked[community]) return
    const verdict = VERDICT_OF[surveyedReason(reasonOf(point), doubt, demand, c)]
    count(people, slotOf(point, verdict), verdict, partsOf(residents, share))
  })
  const places = emptyCounts()
  const ids = Array.from({ length: SLOTS }, (): string[] => [])
  const judge = new CommunityJudge(placed, evidence, doubt)
  communities.forEach(({ id }, k) => {
    if (!isAsked[k]) return
    const point = judge.judge(k, c, column)
    const slot = point < 0 ? UNSURE : slotOf(point, judge.verdict)
    count(places, slot, judge.verdict, 1)
    ids[slot].push(id)
  })
  const restAt = (slot: number): WalkRest => ({
    people: (people.served[slot] + people.unserved[slot]) / PARTS,
    ids: ids[slot],
  })
  const known = placed.people.filter((residents, k) => isAsked[k] && residents !== null)
  return {
    basis: describeBasis({ ...settings, judging: 'access' }, project),
    code,
    limit: column.limit,
    limit_unit: column.limit_unit,
    bins: Array.from({ length: BINS }, (_, i): WalkBin => ({
      from: i * width,
      to: (i + 1) * width,
      people_served: people.served[i] / PARTS,
      people_unserved: people.unserved[i] / PARTS,
      communities_served: places.served[i],
      communities_unserved: places.unserved[i],
      ids: ids[i],
    })),
    beyond: restAt(BEYOND),
    none: restAt(NONE),
    unknown: restAt(UNSURE),
    people: known.length === 0 ? null : known.reduce<number>((sum, each) => sum + (each ?? 0), 0),
  }
}

const PARTS = partsOf(1, 1)

function emptyCounts(): Counts {
  return { served: new Float64Array(SLOTS), unserved: new Float64Array(SLOTS) }
}

function count({ served, unserved }: Counts, slot: number, verdict: number, amount: number): void {
  const list = verdict === SERVED ? served : unserved
  list[slot] += amount
}

/** `walk` in metres or seconds; negative: none. */
function slotOfWalk(walk: number, width: number): number {
  if (walk < 0) return NONE
  return Math.min(BEYOND, Math.max(0, Math.ceil(walk / width) - 1))
}
