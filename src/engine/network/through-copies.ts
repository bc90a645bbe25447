import type { CoordinateIndex } from './coordinate-index'
import type { EdgeDraft } from './edge-draft'
import type { Passage } from './portals'

/** One directed arc between zones; see the portal columns of WalkNetwork. */
export interface Portal {
  readonly from: number
  readonly to: number
  readonly gate: number
  readonly onlyZone: number
  readonly stepFree: boolean
}

/**
 * Portals of the home side, and for each zone with at least two public passages and one residents' gate
 * a second copy of its streets for people passing through. Zones whose passages are all public need no
 * copy: their portals are open to everybody in both directions.
 */
export function addThroughCopies(
  draft: EdgeDraft,
  passages: readonly Passage[],
  nodeOf: Int32Array,
  vertices: CoordinateIndex,
  homeNodeCount: number,
  homeEdgeCount: number,
): { nodes: number[]; portals: Portal[] } {
  const counts = new Map<number, { public: number; residents: number }>()
  const open = passages.filter((passage) => passage.access !== 'closed')
  for (const passage of open) {
    for (const zone of [vertices.zone(passage.a), vertices.zone(passage.b)]) {
      if (zone < 0) continue
      const count = counts.get(zone) ?? { public: 0, residents: 0 }
      if (passage.access === 'public') count.public++
      else count.residents++
      counts.set(zone, count)
    }
  }
  const isOpen = (zone: number): boolean => zone < 0 || counts.get(zone)?.residents === 0
  const isMixed = (zone: number): boolean => {
    const count = counts.get(zone)
    return count !== undefined && count.residents > 0 && count.public > 1
  }

  const nodes: number[] = []
  const copyOf = new Map<number, number>()
  const copyNode = (home: number): number => {
    const known = copyOf.get(home)
    if (known !== undefined) return known
    const copy = homeNodeCount + nodes.length
    nodes.push(home)
    copyOf.set(home, copy)
    return copy
  }
  for (let e = 0; e < homeEdgeCount; e++) {
    if (draft.zone[e] < 0 || !isMixed(draft.zone[e])) continue
    draft.from.push(copyNode(draft.from[e]))
    draft.to.push(copyNode(draft.to[e]))
    for (const column of [
      draft.length_mm,
      draft.street,
      draft.zone,
      draft.isSteps,
      draft.hasBarrier,
      draft.isOneway,
      draft.delay,
      draft.delayShare,
    ])
      column.push(column[e])
    for (let s = draft.shapeStart[e]; s < draft.shapeStart[e + 1]; s++) {
      draft.shapeX.push(draft.shapeX[s])
      draft.shapeY.push(draft.shapeY[s])
    }
    draft.shapeStart.push(draft.shapeX.length)
  }

  const portals: Portal[] = []
  for (const { a, b, access, gate, stepFree } of open) {
    const zoneA = vertices.zone(a)
    const zoneB = vertices.zone(b)
    const add = (from: number, to: number, zone: number): void => {
      // entering is free; leaving is for the walks of that zone, unless the zone is open ground
      portals.push({ from, to, gate, stepFree, onlyZone: isOpen(zone) ? -1 : zone })
    }
    add(nodeOf[a], nodeOf[b], zoneA)
    add(nodeOf[b], nodeOf[a], zoneB)
    if (access !== 'public') continue
    const throughA = isMixed(zoneA) ? copyOf.get(nodeOf[a]) : undefined
    const throughB = isMixed(zoneB) ? copyOf.get(nodeOf[b]) : undefined
    const sidesA = throughA === undefined ? [] : [throughA]
    const sidesB = throughB === undefined ? [] : [throughB]
    for (const from of sidesA)
      for (const to of [nodeOf[b], ...sidesB]) portals.push({ from, to, gate, stepFree, onlyZone: -1 })
    for (const from of sidesB)
      for (const to of [nodeOf[a], ...sidesA]) portals.push({ from, to, gate, stepFree, onlyZone: -1 })
    // from the home side of one compound into the through side of the other
    for (const to of sidesB)
      portals.push({ from: nodeOf[a], to, gate, stepFree, onlyZone: isOpen(zoneA) ? -1 : zoneA })
    for (const to of sidesA)
      portals.push({ from: nodeOf[b], to, gate, stepFree, onlyZone: isOpen(zoneB) ? -1 : zoneB })
  }
  return { nodes, portals }
}
