import type { Assessment } from '../../model/assessment'
import { DEFAULT_PROPOSAL } from '../../model/proposal'
import type { ParkingAnswer } from '../../model/supply'
import { UNKNOWN } from '../assessment/community-judge'
import { AskedPoints } from '../propose/asked-points'
import { buildQuestion } from '../propose/build-question'
import { judgeClasses, listClasses, markUncounted, peopleInScope } from '../propose/list-demand'
import type { PlanContext } from '../propose/plan-context'
import type { Run } from '../run'
import { judgeHosting } from '../suitability/judge-hosting'
import { siteSpaces } from '../suitability/space-site'
import type { EvidentSpace, UnitEvidence } from './report-units'

/** Where nobody is counted, a community misses and gets what any of its places to live does: how many is not told. */
const NOMINAL = 1

/**
 * Who misses what in a measured project, and which spaces could serve them as things are: by the rules of hosting,
 * the least areas and the walk, conditions allowed and private spaces included.
 */
export async function gatherUnits(
  context: PlanContext,
  rows: Assessment['communities'],
  parking: ParkingAnswer,
  run: Run,
): Promise<UnitEvidence> {
  const { on, settings, hosting } = context
  const { communities } = on.project.layers
  const asked = {
    ...DEFAULT_PROPOSAL,
    countsCapacity: false,
    allowsPrivate: true,
    opensGates: false,
    opensWalls: false,
    opensSharedWalls: false,
    addsPaths: false,
    sharesFacilities: false,
  }
  const {
    problem,
    measures,
    demand,
    classes: codes,
  } = await buildQuestion(context, asked, layNothing, run, NOMINAL)
  const classes = listClasses(context, new Set(codes), { classes: codes, gaps: null, weighting: 'people' })
  const everybody = Uint8Array.from(communities, () => 1)
  const people = peopleInScope(context, everybody)
  const all = new AskedPoints(new Uint8Array(people.length).fill(1))
  const verdicts = judgeClasses(context, classes, all)
  const uncounted = markUncounted(context)
  const unknown = new Float64Array(classes.length * communities.length)
  const isUnclear = new Uint8Array(unknown.length)
  on.people.points.forEach(({ community }, p) => {
    for (let c = 0; c < classes.length; c++) {
      if (verdicts[c * people.length + p] !== UNKNOWN) continue
      unknown[c * communities.length + community] += people[p]
      isUnclear[c * communities.length + community] = 1
    }
  })
  const holds = new Map<string, Map<number, { least_m2: number; demands: readonly number[] }>>()
  for (const { needs, demands } of problem.covers) {
    const { edit } = measures[needs[0]]
    if (edit.kind !== 'convert-space') continue
    const list = holds.get(edit.space) ?? new Map<number, { least_m2: number; demands: readonly number[] }>()
    holds.set(edit.space, list)
    const c = codes.indexOf(edit.class)
    const least_m2 = Math.min(edit.area_m2 ?? Infinity, list.get(c)?.least_m2 ?? Infinity)
    // uses of one class serve the same people
    list.set(c, { least_m2, demands })
  }
  const spaces = siteSpaces(on.project, on.network.frame).map((site): EvidentSpace => ({
    space: site.space,
    area_m2: site.area_m2,
    hosting: hosting.uses.map((use) => judgeHosting(site, use, hosting, settings.year)),
    holds: holds.get(site.space.id) ?? new Map(),
  }))
  return {
    communities: rows.map(({ id, people: number, people_estimated, eligibility }, k) => ({
      id,
      people: number,
      estimate: people_estimated,
      isCounted: uncounted[k] === 0,
      eligibility: eligibility.verdict,
    })),
    classes: classes.map(({ rule }) => rule),
    demand: { ...demand, need: problem.need ?? problem.weight },
    unknown,
    isUnclear,
    spaces,
    parking,
  }
}

/** Only spaces are asked about: nothing is laid. */
async function layNothing(layings: readonly unknown[]): Promise<void> {
  if (layings.length > 0) throw new Error('spaces change no street')
}
