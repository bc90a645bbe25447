import type { AnalysisSettings } from '../../model/analysis'
import { changedZones, openGates } from '../network/open-gates'
import type { PlacedFacilities } from '../places/place-facilities'
import { listAround } from './around-compounds'
import { GraphCache } from './graph-cache'
import { measureClasses } from './measure-reach'
import { keepOpened, openClosed, openedNetwork, type OpenedNetwork } from './opened-network'
import { costsOf, emptyReach, type Reach, type ReachInput, type WalkColumns } from './reach'
import { ReachDraft } from './reach-draft'
import { realignReach } from './realign-reach'
import { remeasureWithin } from './remeasure-reach'
import { limitSpan } from './span'
import { compareStreets, type PlannedNetwork } from './street-difference'

/** People and facilities, and what decides who passes the gates between them. */
export type OpenedInput = ReachInput &
  Pick<PlannedNetwork, 'base' | 'compounds'> & {
    readonly isPlain: boolean
  }

/** The walks there would be if every closed gate let its residents through. */
export interface Opened extends OpenedNetwork {
  /** to the nearest of each class within its limit; see `limitSpan` */
  readonly reach: Reach
  /**
   * Cost of those walks that are not within the limit as things are, by class and point; −1: not
   * within it even so, or within it already. Tells a place that is too far from one that a gate makes far; no
   * verdict rests on it.
   */
  readonly cost: WalkColumns
}

/**
 * What walks would cost if every closed gate let its residents through; null: no gate is closed. Only walks of people of
 * those compounds, and walks into them, can be shorter then: so only facilities around them are searched from, and
 * what is found betters what there is.
 */
export function measureOpened(on: OpenedInput, reach: Reach, settings: AnalysisSettings): Opened | null {
  const network = openedNetwork(on)
  if (network === null) return null
  const { compounds, graphs } = network
  const after = { ...on, graphs }
  const empty = emptyReach(after, settings, false)
  const span = limitSpan(settings)
  const zones = changedZones(on.base, on.compounds, compounds)
  const fit = listAround(after, zones, empty.members.fit, settings, span)
  const classes = fit.flatMap((members, c) => (members.length === 0 ? [] : [c]))
  const around = new ReachDraft({ ...empty, members: { ...empty.members, fit } }, false)
  measureClasses(around, new Set(classes), after, settings, span)
  const cost = keepWithin(reach, settings).cost.map((known, c) =>
    fit[c].length === 0 ? known : lesserOf(known, around.reach.cost[c]),
  )
  const opened = { ...empty, cost }
  return { compounds, graphs, reach: opened, cost: costOf(opened, reach, settings) }
}

/** The lesser cost of each point; −1: none. */
function lesserOf(one: Int32Array, other: Int32Array): Int32Array {
  return one.map((cost, p) => (cost < 0 || (other[p] >= 0 && other[p] < cost) ? other[p] : cost))
}

/** What was measured before of the same people on the same streets. */
export interface MeasuredBefore {
  readonly prepared: OpenedInput & PlannedNetwork
  readonly settings: AnalysisSettings
  readonly reach: Reach
  readonly opened: Opened | null
}

/**
 * What `measureOpened` would give after edits of gates and facilities, or under other rules, from what it gave
 * before. While no gate was closed, the walks were those of opened gates. `facilities`: those there were, on the
 * streets there are.
 */
export function remeasureOpened(
  before: MeasuredBefore,
  on: OpenedInput & PlannedNetwork,
  facilities: PlacedFacilities,
  reach: Reach,
  settings: AnalysisSettings,
): Opened | null {
  const compounds = openClosed(on)
  if (compounds === null) return null
  const last = before.opened ?? {
    compounds: before.prepared.compounds,
    graphs: before.prepared.graphs,
    reach: keepWithin(before.reach, before.settings),
  }
  // the network first, with the facilities there were; then those
  const was = {
    ...before.prepared,
    network: last.graphs.network,
    compounds: last.compounds,
    graphs: last.graphs,
  }
  // closing a gate that only residents pass changes nothing about what it would let through
  const isSame = was.base === on.base && changedZones(on.base, was.compounds, compounds).size === 0
  const graphs = isSame ? last.graphs : new GraphCache(openGates(on.base, compounds), on.isPlain)
  keepOpened(on, { compounds, graphs })
  const after = { ...on, graphs }
  const walked =
    graphs === last.graphs
      ? last.reach
      : remeasureWithin(
          { before: was, after: { ...after, facilities } },
          last.reach,
          {
            before: last.graphs.network,
            after: graphs.network,
            difference: compareStreets(was, { ...on, compounds, network: graphs.network }),
          },
          before.settings,
          limitSpan(before.settings),
        )
  if (walked === null) return measureOpened(on, reach, settings)
  const next = realignReach({ before: { facilities }, after }, walked, before.settings, settings, limitSpan)
  return { compounds, graphs, reach: next, cost: costOf(next, reach, settings, before) }
}

/** The walks within the limit of each class, as `limitSpan` asks for them. */
function keepWithin(reach: Reach, settings: AnalysisSettings): Reach {
  const { lookouts } = limitSpan(settings)
  const cost = reach.cost.map((column, c) => column.map((walk) => (walk > lookouts[c] ? -1 : walk)))
  return { ...costsOf(reach), cost, marks: reach.marks.map(() => ({})) }
}

/** `Opened.cost`. `before`: of a class whose walks are the same columns under the same limit it is the same column. */
function costOf(
  opened: Reach,
  reach: Reach,
  settings: AnalysisSettings,
  before: MeasuredBefore | null = null,
): WalkColumns {
  const { lookouts } = limitSpan(settings)
  const last = before?.opened ? { ...before, opened: before.opened } : null
  const limitsBefore = last && limitSpan(last.settings).lookouts
  return opened.cost.map((column, c) => {
    const isSame =
      last !== null &&
      last.opened.reach.cost[c] === column &&
      last.reach.cost[c] === reach.cost[c] &&
      limitsBefore?.[c] === lookouts[c]
    if (isSame) return last.opened.cost[c]
    const now = reach.cost[c]
    return column.map((walk, p) => (now[p] >= 0 && now[p] <= lookouts[c] ? -1 : walk))
  })
}
