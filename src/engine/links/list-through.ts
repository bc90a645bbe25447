import type { Edit } from '../../model/scenario'
import { UNREACHED } from '../catchment/bounded-search'
import { lookoutOf } from '../catchment/lookout'
import { decidePassage } from '../network/portals'
import type { AccessPoint } from '../places/access-point'
import { sideOf } from './list-gates'
import { gateCostOf, type LinkState } from './link-state'
import type { PossibleLink } from './possible-link'

/** A way through that saves less than this against the way around is none, metres (J). */
const LEAST_SAVED_M = 50

/** A gate of a compound that leads onto public ground and is not closed. */
interface OuterGate {
  readonly id: string
  readonly isPublic: boolean
  readonly inner: number
  readonly outer: AccessPoint
}

/**
 * Ways through a compound for everybody: two of its gates, of which at least one lets only residents pass, opened
 * to the public. Only where the way through is shorter than the way around it.
 */
export function listThrough(state: LinkState, isAsked: (community: string) => boolean): PossibleLink[] {
  const { prepared, settings } = state.measured
  const { network, compounds } = prepared
  const links: PossibleLink[] = []
  for (const [zone, gates] of listOuterGates(state)) {
    if (!isAsked(compounds[zone].id) || gates.every(({ isPublic }) => isPublic)) continue
    gates.forEach((from, i) => {
      const later = gates.slice(i + 1).filter((to) => !(from.isPublic && to.isPublic))
      if (later.length === 0) return
      const inside = readNodes(
        state,
        from.inner,
        later.map(({ inner }) => inner),
        settings.basis,
      )
      const metres = readNodes(
        state,
        from.inner,
        later.map(({ inner }) => inner),
        'distance',
      )
      const around = readNodes(
        state,
        from.outer.node,
        later.map(({ outer }) => outer.node),
        'distance',
      )
      later.forEach((to, k) => {
        const length_m = metres[k] / 1000
        if (!(length_m + LEAST_SAVED_M <= around[k] / 1000)) return
        const opened = [from, to].filter(({ isPublic }) => !isPublic)
        const line = [from, to].map(
          ({ outer }) => [network.nodeX[outer.node], network.nodeY[outer.node]] as const,
        )
        links.push({
          id: `through:${[from.id, to.id].sort().join('+')}`,
          kind: 'through',
          edits: opened.map(({ id }): Edit => ({ kind: 'open-gate', gate: id, access: 'public' })),
          zone,
          gates: opened.map(({ id }) => id),
          streets: [],
          a: from.outer,
          b: to.outer,
          length_m,
          cost: inside[k] + 2 * gateCostOf(state),
          before_m: Number.isFinite(around[k]) ? around[k] / 1000 : null,
          line,
        })
      })
    })
  }
  return links
}

/** The gates of each compound, the first meeting of each. */
function listOuterGates({ measured: { prepared } }: LinkState): Map<number, OuterGate[]> {
  const { base, compounds, project } = prepared
  const byZone = new Map<number, OuterGate[]>()
  for (const meeting of base.meetings) {
    const { zoneA, zoneB, a, b } = meeting
    // public ground comes first in a meeting
    if (zoneA >= 0 || zoneB < 0) continue
    const passage = decidePassage(compounds, meeting)
    if (passage === null || passage.gate < 0 || passage.accessB === 'closed') continue
    const gate = project.layers.gates[passage.gate]
    const list = byZone.get(zoneB) ?? []
    byZone.set(zoneB, list)
    if (list.some(({ id }) => id === gate.id)) continue
    list.push({ id: gate.id, isPublic: passage.accessB === 'public', inner: b, outer: sideOf(a, -1) })
  }
  return byZone
}

/** What it costs from a node to others as a stranger to every compound but the one the node lies in; Infinity: too much. */
function readNodes(
  { measured: { prepared, settings } }: LinkState,
  from: number,
  to: readonly number[],
  basis: 'distance' | 'time',
): number[] {
  const search = prepared.graphs.search(settings.profile, basis, false)
  search.run([{ node: from, cost: 0, other: 0, source: 0 }], lookoutOf(basis), -1)
  return to.map((node) => (search.cost[node] === UNREACHED ? Infinity : search.cost[node]))
}
