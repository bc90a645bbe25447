import type { AnalysisSettings } from '../../model/analysis'
import { type Assessment, VERDICTS } from '../../model/assessment'
import { partsOf, roundPeople } from '../../model/people-parts'
import type { ElderCircle, ElderCircleRow } from '../../model/profile-comparison'
import type { RulePack } from '../../model/rule-pack'
import { assess } from '../assessment/assess'
import { accessEvidence } from '../assessment/collect-evidence'
import { SERVED, UNKNOWN, UNSERVED } from '../assessment/community-judge'
import { describeBasis } from '../assessment/describe-basis'
import { measureReach } from '../catchment/measure-reach'
import type { ReachInput } from '../catchment/reach'
import type { MeasureHelper } from '../catchment/share-measuring'
import { SurveyDoubt } from '../places/survey-doubt'
import type { Run } from '../run'
import { judgePoints } from '../sensitivity/judge-points'

const FIVE_MINUTES_S = 300
/** What the life circle's steps give five minutes, whatever radius a rule has. */
const FIVE_MINUTES_WALK_M = 300

/**
 * The elderly-friendly 5-minute circle of every community: all required classes of the 5-minute tier within
 * five minutes of the elder profile, waiting at roads and gates counted. One class known to be missing makes
 * a place incomplete; where none is but one is not known, it is unknown, never complete.
 */
export async function drawElderCircle(
  on: ReachInput,
  settings: AnalysisSettings,
  run: Run,
  helper: MeasureHelper | null = null,
): Promise<ElderCircle> {
  const asked: AnalysisSettings = { ...settings, profile: 'elder', basis: 'time', judging: 'access' }
  const circle = { ...asked, rules: fiveMinuteRules(settings.rules) }
  const reach = await measureReach(on, circle, run, helper)
  const evidence = accessEvidence({ reach, openedCost: null })
  const assessment = assess(on.project, on.people, evidence, circle, circle.year)
  const doubt = SurveyDoubt.of(on.project, assessment.classes, circle.profile, reach.members)
  const points = judgePoints(reach, assessment.classes, on.people, doubt)
  const shares = shareByVerdict(on, points, assessment.classes.length)
  const communities = assessment.communities.map((community, k): ElderCircleRow => {
    const [unknown, incomplete, complete] = shares.subarray(k * VERDICTS.length, (k + 1) * VERDICTS.length)
    return {
      id: community.id,
      verdict: unknown > 0.5 ? 'unknown' : complete >= incomplete && complete > 0 ? 'complete' : 'incomplete',
      elders: community.elders,
      complete,
      incomplete,
      unknown,
      missing: classesBy(assessment, k, UNSERVED),
      unclear: classesBy(assessment, k, UNKNOWN),
    }
  })
  return {
    // of the whole pack: the circle is a reading of it
    basis: describeBasis(asked, on.project),
    limit_s: FIVE_MINUTES_S,
    classes: assessment.classes,
    totals: assessment.totals,
    communities,
    elders: sumElders(communities),
  }
}

/** Required classes of the 5-minute tier, each with a walk of five minutes. */
function fiveMinuteRules(pack: RulePack): RulePack {
  const rules = pack.rules.filter(({ required, tiers }) => required && tiers.includes('5'))
  return { ...pack, rules: rules.map((rule) => ({ ...rule, radius_m: FIVE_MINUTES_WALK_M })) }
}

/** Shares of each community's people by the verdict of the whole circle, in the order of VERDICTS. */
function shareByVerdict({ people, project }: ReachInput, points: Uint8Array, classes: number): Float64Array {
  const shares = new Float64Array(project.layers.communities.length * VERDICTS.length)
  const count = people.points.length
  people.points.forEach(({ community, share }, point) => {
    // a pack without such classes says nothing about the circle
    let verdict = classes === 0 ? UNKNOWN : SERVED
    for (let c = 0; c < classes; c++) {
      const each = points[c * count + point]
      if (each === UNSERVED) verdict = UNSERVED
      else if (each === UNKNOWN && verdict === SERVED) verdict = UNKNOWN
    }
    shares[community * VERDICTS.length + verdict] += share
  })
  return shares
}

function classesBy({ classes, status }: Assessment, row: number, verdict: number): string[] {
  return classes.flatMap(({ code }, c) => (status[row * classes.length + c] === verdict ? [code] : []))
}

/** Elders live where people live; complete is rounded down, and the three add up. */
function sumElders(rows: readonly ElderCircleRow[]): ElderCircle['elders'] {
  const parts = { served: 0, unserved: 0, unknown: 0 }
  let isKnown = false
  for (const { elders, complete, incomplete, unknown } of rows) {
    if (elders === null) continue
    isKnown = true
    parts.served += partsOf(elders, complete)
    parts.unserved += partsOf(elders, incomplete)
    parts.unknown += partsOf(elders, unknown)
  }
  if (!isKnown) return null
  const { people_served, people_unserved, people_unknown } = roundPeople(parts)
  return { complete: people_served, incomplete: people_unserved, unknown: people_unknown }
}
