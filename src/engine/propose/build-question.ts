import type { Layers } from '../../model/layers'
import type { Impossibility, Measure, ProposalOptions } from '../../model/proposal'
import { lookoutOf } from '../catchment/lookout'
import type { Cover, Decision, JointProblem } from '../siting/joint-plan'
import { UNSERVED } from '../assessment/community-judge'
import { type AskedDemand, listDemand } from './demand-columns'
import { AskedPoints } from './asked-points'
import { askAbout, GroupAtPoints, judgeClasses, listClasses, markScope, peopleInScope } from './list-demand'
import { listGates } from './list-gates'
import type { LayAll } from './lay-apart'
import { listOpenings } from './list-openings'
import { listShared } from './list-shared'
import { listSpaces } from './list-spaces'
import { matches } from './matches'
import { measureWays, type Way } from './measure-ways'
import type { Option, Place } from './places'
import type { PlanContext } from './plan-context'
import type { PlanQuestion } from './plan-question'
import type { Run } from '../run'
import { Rejections } from './rejections'

/**
 * Turns a measured project into a choice of measures: what may be done in which space (and at which gate, in which
 * wall, by which path), what it costs, and who would then have a walk within the class's limit who has none today.
 * Facilities there are stay as they are and serve whom they serve. `nominal`: people taken for each place to live where
 * nobody counted any; a plan takes none. `layAll`: as carrying edits out would.
 */
export async function buildQuestion(
  context: PlanContext,
  options: ProposalOptions,
  layAll: LayAll,
  run: Run,
  nominal = 0,
): Promise<PlanQuestion> {
  const { on, settings } = context
  const { communities } = on.project.layers
  const isByWalk = options.objective === 'nearest'
  const hosted = new Set([
    ...context.hosting.uses.flatMap((use) => use.classes),
    ...on.facilities.services.flatMap(({ access, class: code }) =>
      access === 'residents' && code !== undefined ? [code] : [],
    ),
  ])
  const scope = markScope(communities, options.communities)
  const classes = listClasses(context, hosted, options)
  const { asks, anywhere } = askAbout(communities, classes, scope, options.gaps)
  const inScope = peopleInScope(context, anywhere, options.counts, nominal)
  const points = new AskedPoints(Uint8Array.from(inScope, (number) => (number > 0 ? 1 : 0)))
  const people = Float64Array.from(points.points, (p) => inScope[p])
  const rejections = new Rejections(options.must)
  const verdicts = judgeClasses(context, classes, points)
  // a walk that is only to be shorter has no capacity: everybody goes where it is nearest; and nobody knows how much of
  // one a community takes whose people are not counted
  const asked = isByWalk || options.counts === 'communities' ? { ...options, countsCapacity: false } : options
  const { places: rooms, spaces, area } = listSpaces(context, classes, scope, asked, rejections)
  const shared = listShared(context, classes, scope, options, rejections)
  const places = [...rooms, ...shared]
  const lookout = classes.map(({ limit }) => (isByWalk ? lookoutOf(settings.basis) : limit))
  const { counts } = options
  const { wants, isSought } = listWants({
    context,
    classes,
    points,
    verdicts,
    people,
    counts,
    asks,
    isByWalk,
  })
  const links = { context, classes, places, lookout, points, wants }
  const openings = [
    ...listGates(context, scope, options, rejections),
    ...(await listOpenings({ ...links, scope, options }, rejections, run)),
  ]
  const { ways, unfit } = await measureWays({ ...links, openings, isSought }, layAll, run)
  const listed = listDemand({
    context,
    classes,
    points,
    verdicts,
    people,
    counts,
    asks,
    ways,
    isByWalk,
  })
  const { demand, weight, need, served } = listed

  const decisions: Decision[] = []
  const measures: Measure[] = []
  const covers: Cover[] = []
  const exclusive: number[][] = []
  const numbers = new Map<Option, number>()
  const decide = (option: Option): number => {
    const known = numbers.get(option)
    if (known !== undefined) return known
    const rule = matches(option.measure.key, options.never) ? ('never' as const) : null
    numbers.set(option, decisions.length)
    measures.push(option.measure)
    return decisions.push({ ...option.decision, rule }) - 1
  }
  ways.forEach((way, w) => {
    const demands = served[w]
    if (demands.length === 0) return
    const by = way.openings.map((o) => decide(openings[o]))
    const first = optionsOf(places, way)
    if (first === null) covers.push({ needs: by, demands })
    else for (const option of first) covers.push({ needs: [decide(option), ...by], demands })
  })
  // what must be is decided on though it serves nobody new
  for (const { hosted: list } of places)
    for (const { options: each } of list)
      for (const option of each) if (matches(option.measure.key, options.must)) decide(option)
  for (const opening of openings) {
    if (unfit.has(opening)) rejections.add(opening.measure.key, { kind: 'no-such-measure' })
    else if (!opening.helpsAlone && !numbers.has(opening))
      rejections.add(opening.measure.key, { kind: 'lets-nobody-pass' })
    else if (matches(opening.measure.key, options.must)) decide(opening)
  }
  // sizes and uses of one space for one class: once is enough
  for (const { hosted: list } of places)
    for (const { options: each } of list) {
      const rivals = each.flatMap((option) => numbers.get(option) ?? [])
      if (rivals.length > 1) exclusive.push(rivals)
    }
  const required = options.must.map((key) =>
    measures.flatMap((measure, d) =>
      matches(measure.key, [key]) && decisions[d].rule !== 'never' ? [d] : [],
    ),
  )
  const impossible = options.must.flatMap((key, i) =>
    required[i].length > 0
      ? []
      : [{ key, reasons: reasonsOf(key, { measures, rejections, layers: on.project.layers }) }],
  )
  const problem: JointProblem = {
    weight,
    need,
    decisions,
    covers,
    exclusive,
    required: required.filter(({ length }) => length > 0),
    siteArea: area,
    budget: options.budget_yuan ?? Infinity,
  }
  return {
    options,
    problem,
    measures,
    demand,
    classes: classes.map(({ rule }) => rule.code),
    communities: communities.map(({ id }) => id),
    spaces,
    impossible,
  }
}

/**
 * Who wants which class, weighted, at `class * count + number`, and by class whether anybody does; where walks count,
 * whoever lives there.
 */
function listWants({
  context,
  classes,
  points: { points, count },
  verdicts,
  people,
  counts,
  asks,
  isByWalk,
}: Pick<
  AskedDemand,
  'context' | 'classes' | 'points' | 'verdicts' | 'people' | 'counts' | 'asks' | 'isByWalk'
>): { readonly wants: Float64Array; readonly isSought: readonly boolean[] } {
  const groups = new GroupAtPoints(context, counts)
  const wants = new Float64Array(classes.length * count)
  const isSought = classes.map(() => false)
  classes.forEach(({ weighed, weight }, c) =>
    points.forEach((p, n) => {
      const i = c * count + n
      const { community } = context.on.people.points[p]
      if (!asks(c, community) || (!isByWalk && verdicts[i] !== UNSERVED)) return
      wants[i] = groups.at(weighed, p, people[n]) * weight
      isSought[c] = true
    }),
  )
  return { wants, isSought }
}

function optionsOf(places: readonly Place[], { place, class: c }: Way): readonly Option[] | null {
  if (place === null) return null
  return places[place].hosted.find((each) => each.class === c)?.options ?? []
}

/** Why no measure of a key can be in a plan. */
function reasonsOf(
  key: string,
  on: {
    readonly measures: readonly Measure[]
    readonly rejections: Rejections
    readonly layers: Layers
  },
): Impossibility[] {
  // there are such measures, and each was ruled out by the same wishes
  if (on.measures.some((measure) => matches(measure.key, [key]))) return [{ kind: 'never' }]
  const reasons = on.rejections.of(key)
  if (reasons.length > 0) return reasons
  const { spaces, gates, facilities, communities } = on.layers
  const [kind, place = ''] = key.split(':')
  // of a shared wall the first of its two communities
  const id = kind === 'shared' ? place.split('+')[0] : place
  const layer =
    kind === 'space'
      ? spaces
      : kind === 'gate'
        ? gates
        : kind === 'share'
          ? facilities
          : kind === 'wall' || kind === 'shared'
            ? communities
            : []
  if (!layer.some((record) => record.id === id)) return [{ kind: 'not-there' }]
  const possible = on.measures.flatMap((each) => (matches(each.key, [`${kind}:${place}`]) ? [each.key] : []))
  return [{ kind: 'no-such-measure', ...(possible.length === 0 ? {} : { possible }) }]
}
