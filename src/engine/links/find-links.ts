import { LINK_KINDS, type LinkCandidate, type LinkKind, type LinkSearch } from '../../model/links'
import { compareEffects, linkEffectOf, servedByLink, worthOfLink } from '../../model/link-effect'
import type { Edit } from '../../model/scenario'
import { lineOf } from '../catchment/trace-route'
import { compareJudged, type JudgedState } from '../compare/compare-judged'
import { checkpoint, type Run } from '../run'
import { keepApart } from './keep-apart'
import { measureDetour } from './measure-detour'
import { nearestCommunity } from './nearest-community'
import { LinkPricer } from './price-links'
import { listGates } from './list-gates'
import { listPaths } from './list-paths'
import { listThrough } from './list-through'
import { listSharedWalls } from './list-shared-walls'
import { listWalls } from './list-walls'
import type { LinkState } from './link-state'
import { middleOf, type PossibleLink } from './possible-link'

/** What is looked for. */
export interface LinkQuestion {
  /** ids; only what opens or touches these. null: everywhere */
  readonly communities: readonly string[] | null
  readonly kinds: readonly LinkKind[]
  /** so many of the best are measured, the others estimated */
  readonly measured: number
}

/** What the project would be with some edits more; the engine's pipeline knows how. */
export type JudgeEdits = (edits: readonly Edit[]) => Promise<JudgedState>

const NONE_PRICED: Readonly<Record<LinkKind, number>> = { gate: 0, through: 0, wall: 0, shared: 0, path: 0 }

/**
 * Gates, ways through, wall openings and short paths that would shorten walks to required classes, ranked by
 * person-minutes saved. All are estimated from walks on the network as it is; the best `measured` of them are then
 * measured and judged with their edits made, and told as the comparison with the state before.
 */
export async function findLinks(
  state: LinkState,
  { communities, kinds, measured }: LinkQuestion,
  judgeEdits: JudgeEdits,
  run: Run,
): Promise<LinkSearch> {
  const hasPeople = state.measured.prepared.people.people.some((people) => people !== null)
  const asked = communities === null ? null : new Set(communities)
  const isAsked = (community: string): boolean => asked === null || asked.has(community)
  const lists: Readonly<Record<LinkKind, () => PossibleLink[] | Promise<PossibleLink[]>>> = {
    gate: () => listGates(state, isAsked),
    through: () => listThrough(state, isAsked),
    wall: () => listWalls(state, isAsked),
    shared: () => listSharedWalls(state, isAsked),
    path: () => listPaths(state, asked, run),
  }
  const priced: Record<LinkKind, number> = { ...NONE_PRICED }
  const possible: PossibleLink[] = []
  for (const kind of LINK_KINDS) {
    if (!kinds.includes(kind)) continue
    await checkpoint(run, 'links', 0, 0)
    const list = await lists[kind]()
    priced[kind] = list.length
    possible.push(...list)
  }
  const effects = await new LinkPricer(state).price(possible, run)
  const ranked = possible
    .map((link, i) => ({ link, effect: effects[i] }))
    .filter(({ effect }) => worthOfLink(effect) > 0 || servedByLink(effect) > 0)
    .sort((a, b) => compareEffects(a.effect, b.effect) || byId(a.link, b.link))
  const best = keepApart(ranked)
  const candidates: LinkCandidate[] = []
  for (const [i, { link, effect }] of best.entries()) {
    const isMeasured = i < measured
    if (isMeasured) await checkpoint(run, 'reach', i, Math.min(measured, best.length))
    candidates.push({
      ...describe(state, link),
      effect: isMeasured
        ? linkEffectOf(compareJudged(state, await judgeEdits(link.edits)), hasPeople)
        : effect,
      isMeasured,
    })
  }
  return {
    basis: state.view.assessment.basis,
    candidates: candidates.sort((a, b) => compareEffects(a.effect, b.effect) || byId(a, b)),
    priced,
    hasPeople,
  }
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function describe(state: LinkState, link: PossibleLink): Omit<LinkCandidate, 'effect' | 'isMeasured'> {
  const { network, compounds, project } = state.measured.prepared
  const { id, kind, edits, zone, between, gates, streets, length_m } = link
  const pair = (between ?? []).map((of) => compounds[of])
  const community = zone < 0 ? null : compounds[zone].id
  const before = link.before_m ?? measureDetour(state, link)
  return {
    id,
    kind,
    edits,
    community,
    communities: pair.map(({ id: of }) => of),
    gates_unknown: pair
      .filter(({ gates: own }) => own.every(({ isPlanned }) => isPlanned === true))
      .map(({ id: of }) => of),
    near: community ?? pair[0]?.id ?? nearestCommunity(state, middleOf(link)),
    gates,
    streets,
    street_names: streets.map(
      (name) => project.layers.streets.find((each) => each.id === name)?.name ?? null,
    ),
    at: lineOf(network.frame, [middleOf(link)])[0],
    line: lineOf(network.frame, link.line),
    detour_before_m: before === null ? null : Math.round(before),
    detour_after_m: Math.round(length_m),
  }
}
