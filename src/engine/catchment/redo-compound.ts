import { REVERSE } from './walks'
import type { AnalysisSettings } from '../../model/analysis'
import { peopleColumns, readWalk } from './access-columns'
import { BestWalk } from './best-walk'
import { ClassWalks } from './class-walks'
import type { ReachInput } from './reach'
import type { ReachDraft } from './reach-draft'
import { EXIT, type SearchGraph } from './search-graph'
import type { Span } from './span'

/** A way out of a compound for its own people. */
export interface Exit {
  readonly inner: number
  readonly outer: number
  readonly cost: number
  readonly other: number
}

/** The gates by which the people of a compound leave it, as they are open to a profile. */
export function listExits({ network, exitNodes, exitStart, exits }: SearchGraph, zone: number): Exit[] {
  const found: Exit[] = []
  exitNodes.forEach((inner, row) => {
    if (network.nodeZone[inner] !== zone) return
    for (let i = exitStart[row]; i < exitStart[row + 1]; i += EXIT) {
      const [outer, cost, other, only] = exits.subarray(i, i + EXIT)
      // a shortcut ends inside
      if (network.nodeZone[outer] === zone || (only >= 0 && only !== zone)) continue
      found.push({ inner, outer, cost, other })
    }
  })
  return found
}

/**
 * Measures people of a compound against all classes that have no facility in it: whoever walks there leaves it a
 * first time by one of its gates. So one search goes on from each gate for all of them, and one looks back from it
 * through the streets inside. Of all other classes, and of where the data ends inside, this says nothing.
 */
export function redoCompound(
  draft: ReachDraft,
  zone: number,
  points: readonly number[],
  on: ReachInput,
  settings: AnalysisSettings,
  span: Span,
): void {
  const { profile, basis } = settings
  const lookout = Math.max(...span.lookouts)
  const onward = on.graphs.search(profile, basis, false)
  const { communities } = on.project.layers
  const communityOf = (p: number): number => on.people.points[p].community
  const gates = listExits(onward.graph, zone).map((exit) => {
    const { outer: node, cost, other } = exit
    onward.run([{ node, cost, other, source: 0 }], lookout, zone)
    // who is let into reserved facilities depends on the community
    const ofCommunity = new Map<number, ClassWalks>()
    for (const community of new Set(points.map(communityOf))) {
      const walks = new ClassWalks(on, draft.reach, settings, span)
      walks.clear()
      walks.read(onward, null, communities[community].id)
      ofCommunity.set(community, walks)
    }
    return { inner: exit.inner, ofCommunity }
  })
  const back = on.graphs.searchInside(profile, basis, true)
  const columns = peopleColumns(on.people, back.graph, REVERSE)
  const all = points.map(() => new ClassWalks(on, draft.reach, settings, span))
  for (const walks of all) walks.clear()
  const best = new BestWalk()
  for (const { inner, ofCommunity } of gates) {
    back.run([{ node: inner, cost: 0, other: 0, source: 0 }], lookout, -1)
    points.forEach((p, i) => {
      best.clear()
      readWalk(best, back, columns, p, null)
      const there = ofCommunity.get(communityOf(p))
      if (best.source >= 0 && there !== undefined) all[i].goOnFrom(there, best.cost, best.other)
    })
  }
  points.forEach((p, i) => all[i].write(draft, p, lookout))
}
