import type { Edit } from '../../model/scenario'
import type { ProposalOptions } from '../../model/proposal'
import { voteOfEdit } from '../consent/vote-of-edit'
import { costOfEdit } from '../cost/cost-of-edit'
import { keepApart } from '../links/keep-apart'
import { listPaths } from '../links/list-paths'
import { listSharedWalls } from '../links/list-shared-walls'
import { listWalls } from '../links/list-walls'
import { nearestCommunity } from '../links/nearest-community'
import { middleOf, type PossibleLink } from '../links/possible-link'
import type { WalkNetwork } from '../network/walk-network'
import type { Run } from '../run'
import type { AskedPoints } from './asked-points'
import type { PlannedClass } from './list-demand'
import { matches } from './matches'
import type { Opening } from './opening'
import { openingDecision, type Option, type Place } from './places'
import type { PlanContext } from './plan-context'
import { rankLinks } from './rank-links'
import type { Rejections } from './rejections'

/** At most so many of a kind are measured for a plan, the best by estimate (J): one kind takes no room of the other. */
const MEASURED = { wall: 32, shared: 16, path: 16 } as const
const KINDS = ['wall', 'shared', 'path'] as const
/** Of what must be, and may be at many places, so many are thought of. */
const ASKED_FOR = 3

interface Asked {
  readonly context: PlanContext
  readonly scope: Uint8Array
  readonly options: ProposalOptions
  readonly classes: readonly PlannedClass[]
  readonly places: readonly Place[]
  /** see `LinksFor` */
  readonly lookout: readonly number[]
  readonly points: AskedPoints
  readonly wants: Float64Array
}

/** A link of the finder that a plan may have, and what it costs. */
interface Candidate {
  readonly link: PossibleLink
  readonly option: Option
}

/**
 * Gates in walls, openings of shared walls and short paths that a plan may have: what the link finder lists in and near
 * the communities in scope, of that the best by whom they bring within reach, and what must be.
 */
export async function listOpenings(asked: Asked, rejections: Rejections, run: Run): Promise<Opening[]> {
  const { options } = asked
  if (!options.opensWalls) rejections.add('wall', { kind: 'walls-stay' })
  if (!options.opensSharedWalls) rejections.add('shared', { kind: 'shared-walls-stay' })
  if (!options.addsPaths) rejections.add('path', { kind: 'paths-off' })
  const openings: Opening[] = []
  // nobody to walk anywhere, and nothing that must be: looking for places would be in vain
  if (asked.wants.every((want) => want === 0) && options.must.length === 0) return []
  for (const kind of KINDS) {
    const chosen = await choose(await listLinks(kind, asked, run), MEASURED[kind], asked, rejections, run)
    openings.push(...chosen.map(openingOf))
  }
  return openings
}

/** The links that are worth measuring: what must be, and the best by estimate. */
async function choose(
  listed: readonly PossibleLink[],
  most: number,
  asked: Asked,
  rejections: Rejections,
  run: Run,
): Promise<Candidate[]> {
  const { must } = asked.options
  const candidates = listed.flatMap((link): Candidate[] => {
    const option = optionOf(link, asked, rejections)
    return option === null ? [] : [{ link, option }]
  })
  if (candidates.length === 0) return []
  const links = candidates.map(({ link }) => link)
  const keyOf = new Map(candidates.map(({ link, option }) => [link, option.measure.key]))
  const isAsked = (link: PossibleLink): boolean => matches(keyOf.get(link) ?? '', must)
  const worth = await rankLinks(asked, links, isAsked, run)
  const ranked = [...candidates.keys()].sort((i, j) => worth[j] - worth[i] || i - j)
  const chosen = new Set<Candidate>()
  for (const key of must)
    for (const i of ranked
      .filter((each) => matches(candidates[each].option.measure.key, [key]))
      .slice(0, ASKED_FOR))
      chosen.add(candidates[i])
  const useful = ranked.filter((i) => worth[i] > 0).map((i) => candidates[i])
  for (const each of keepApart(useful).slice(0, most)) chosen.add(each)
  return [...chosen]
}

function openingOf({ link, option }: Candidate): Opening {
  return {
    ...option,
    spots: link.line,
    laysStreets: true,
    over: link,
    isPublic: isPublicEdit(option.measure.edit),
    helpsAlone: true,
  }
}

/** Whether strangers come in by what an edit opens. */
function isPublicEdit(edit: Edit): boolean {
  if (edit.kind === 'open-wall') return edit.access === 'public'
  return edit.kind === 'open-shared-wall' ? edit.sides.every((side) => side === 'public') : true
}

// a network never changes, and nor do the barriers, houses and streets that a path keeps clear of
const knownPaths = new WeakMap<
  WalkNetwork,
  { readonly key: string; readonly paths: readonly PossibleLink[] }
>()

/**
 * All that the link finder lists of a kind: gates in the walls of communities in scope, paths in and near those where
 * somebody wants something. None where the options rule the kind out.
 */
async function listLinks(
  kind: (typeof KINDS)[number],
  { context, scope, options, points, wants }: Asked,
  run: Run,
): Promise<readonly PossibleLink[]> {
  const isAllowed = { wall: options.opensWalls, shared: options.opensSharedWalls, path: options.addsPaths }
  if (!isAllowed[kind]) return []
  const { on: prepared, settings } = context
  const ground = { measured: { prepared, settings } }
  const inScope = new Set(
    prepared.project.layers.communities.flatMap(({ id }, k) => (scope[k] === 1 ? [id] : [])),
  )
  if (kind === 'wall') return listWalls(ground, (id) => inScope.has(id))
  // where only one of the two is in the plan it is told below that it cannot be
  if (kind === 'shared') return listSharedWalls(ground, (id) => inScope.has(id))
  const { communities } = prepared.project.layers
  const wanting = new Set<string>()
  wants.forEach((want, i) => {
    if (!(want > 0)) return
    const { community } = prepared.people.points[points.points[i % points.count]]
    wanting.add(communities[community].id)
  })
  // the longest part of a question, and the same for every question about these communities
  const known = knownPaths.get(prepared.network)
  const key = `${settings.profile} ${settings.basis} ${[...wanting].join(' ')}`
  if (known?.key === key) return known.paths
  const paths = await listPaths(ground, wanting.size === communities.length ? null : wanting, run)
  knownPaths.set(prepared.network, { key, paths })
  return paths
}

/** A link as a measure; null: it is none, and why is noted. */
function optionOf(
  link: PossibleLink,
  { context, scope, options }: Asked,
  rejections: Rejections,
): Option | null {
  const { on, settings, hosting, costs } = context
  const { layers } = on.project
  const [edit] = link.edits
  const key = keyOfEdit(edit)
  const cost = costOfEdit(edit, layers, hosting, costs)
  const vote = voteOfEdit(edit, layers)
  const owners = link.zone >= 0 ? [on.compounds[link.zone].id] : vote.communities
  const isElsewhere = owners.some((id) => scope[layers.communities.findIndex((each) => each.id === id)] !== 1)
  const limit = isElsewhere
    ? 'out-of-scope'
    : vote.type === 'three-quarters' && !options.allowsThreeQuarters
      ? 'needs-three-quarters'
      : null
  if (limit !== null || cost === null) {
    rejections.add(key, { kind: limit ?? 'price-unknown' })
    return null
  }
  return {
    measure: {
      key,
      edit,
      class: null,
      community: owners.length === 1 ? owners[0] : null,
      near:
        edit.kind === 'open-shared-wall'
          ? edit.communities[0]
          : (owners[0] ?? nearestCommunity({ measured: { prepared: on, settings } }, middleOf(link))),
      cost,
      vote,
      hasConditions: false,
    },
    decision: openingDecision(cost),
  }
}

/** The same for the same place, whatever else is found; a part of it, up to a ":", stands for all there. */
function keyOfEdit(edit: Edit): string {
  if (edit.kind === 'open-wall') return `wall:${edit.community}:${edit.at.join()}`
  if (edit.kind === 'open-shared-wall') return `shared:${edit.communities.join('+')}:${edit.at[0].join()}`
  if (edit.kind === 'add-path') return `path:${edit.line.map((place) => place.join()).join('..')}`
  throw new Error(`no opening ${JSON.stringify(edit)}`)
}
