import { grownFrom } from '../network/grown-from'
import type { ReachInput } from './reach'

/** Whether the data ends at a place that only one of two networks has. */
export function endsElsewhere(on: { readonly before: ReachInput; readonly after: ReachInput }): boolean {
  return [on.before, on.after].some(({ graphs: { network } }) =>
    grownFrom(network)?.changed.some((node) => network.nodeIsClip[node] === 1),
  )
}

/** Whether the data ends inside some compounds. */
export function endsInside({ graphs }: ReachInput, zones: ReadonlySet<number>): boolean {
  const { nodeIsClip, nodeZone } = graphs.network
  if (zones.size > 0)
    for (let node = 0; node < nodeIsClip.length; node++)
      if (nodeIsClip[node] === 1 && zones.has(nodeZone[node])) return true
  return false
}
