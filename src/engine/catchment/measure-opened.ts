import type { AnalysisSettings } from '../../model/analysis'
import type { Compound } from '../network/compounds'
import { type NetworkBase, openGates } from '../network/open-gates'
import { GraphCache } from './graph-cache'
import { limitOfClass, measureClass, startMeasuring } from './measure-class'
import { emptyReach, type Reach, type ReachInput } from './reach'

/** People and facilities, and what decides who passes the gates between them. */
export type OpenedInput = ReachInput & {
  readonly base: NetworkBase
  readonly compounds: readonly Compound[]
  readonly isPlain: boolean
}

/**
 * What each walk would cost if every closed gate let its residents through, for walks within the class's
 * limit; entry `class * points + point`, −1: not within the limit even so, or within it as things are. null:
 * no gate is closed. Tells a place that is too far from one that a gate makes far; no verdict rests on it.
 */
export function measureOpened(on: OpenedInput, reach: Reach, settings: AnalysisSettings): Int32Array | null {
  const { compounds, base, isPlain } = on
  const isClosed = compounds.some(({ gates }) => gates.some(({ access }) => access === 'closed'))
  if (isPlain || !isClosed) return null
  const network = openGates(base, compounds.map(withGatesOpen))
  const opened = { ...on, graphs: new GraphCache(network, isPlain) }
  const measuring = startMeasuring(opened, settings)
  const found = { ...emptyReach(opened, settings), members: withoutSmall(reach) }
  for (let c = 0; c < reach.codes.length; c++) {
    const limit = limitOfClass(settings, c)
    const [from, to] = [c * reach.pointCount, (c + 1) * reach.pointCount]
    if (reach.members.fit[c].length === 0 || isAllWithin(reach.cost.subarray(from, to), limit)) continue
    measureClass(found, c, { ...measuring, lookout: limit })
    for (let i = from; i < to; i++) {
      const isWithin = reach.cost[i] >= 0 && reach.cost[i] <= limit
      if (isWithin || found.cost[i] > limit) found.cost[i] = -1
    }
  }
  return found.cost
}

function withGatesOpen(compound: Compound): Compound {
  return {
    ...compound,
    gates: compound.gates.map((gate) =>
      gate.access === 'closed' ? { ...gate, access: 'residents' as const } : gate,
    ),
  }
}

function withoutSmall({ members }: Reach): Reach['members'] {
  return { ...members, small: members.small.map(() => []) }
}

function isAllWithin(cost: Int32Array, limit: number): boolean {
  return cost.every((each) => each >= 0 && each <= limit)
}
