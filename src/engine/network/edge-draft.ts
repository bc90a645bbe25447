import type { Project } from '../../model/project'
import { distanceOnSphere } from '../geometry/local-frame'
import type { StreetLine } from './street-lines'
import { delayKindOf, isSteps } from './walkable'

/** Edges while they are collected; plain arrays, because their number is not known yet. */
export class EdgeDraft {
  readonly from: number[] = []
  readonly to: number[] = []
  readonly length_mm: number[] = []
  readonly street: number[] = []
  readonly zone: number[] = []
  readonly isSteps: number[] = []
  readonly hasBarrier: number[] = []
  readonly isOneway: number[] = []
  readonly delay: number[] = []
  readonly delayShare: number[] = []
  readonly shapeStart: number[] = [0]
  readonly shapeX: number[] = []
  readonly shapeY: number[] = []
}

/** One edge per stretch of a line between two junctions. */
export function addLineEdges(
  draft: EdgeDraft,
  line: StreetLine,
  ids: Int32Array,
  isJunction: Uint8Array,
  nodeOf: Int32Array,
  frame: { x(lon: number): number; y(lat: number): number },
  project: Project,
): void {
  const street = line.street < 0 ? undefined : project.layers.streets[line.street]
  const firstEdge = draft.from.length
  const c = line.lonLat
  let lineLength = 0
  let start = 0
  let length = 0
  draft.shapeX.push(frame.x(c[0]))
  draft.shapeY.push(frame.y(c[1]))
  for (let i = 1; i < ids.length; i++) {
    const step = distanceOnSphere(c[2 * i - 2], c[2 * i - 1], c[2 * i], c[2 * i + 1])
    length += step
    lineLength += step
    draft.shapeX.push(frame.x(c[2 * i]))
    draft.shapeY.push(frame.y(c[2 * i + 1]))
    if (isJunction[ids[i]] === 0) continue
    draft.from.push(nodeOf[ids[start]])
    draft.to.push(nodeOf[ids[i]])
    draft.length_mm.push(Math.round(length * 1000))
    draft.street.push(line.street)
    draft.zone.push(line.zone)
    draft.isSteps.push(street !== undefined && isSteps(street) ? 1 : 0)
    draft.hasBarrier.push(street?.step_free === false ? 1 : 0)
    draft.isOneway.push(street?.oneway_foot === true ? 1 : 0)
    draft.delay.push(street === undefined ? 0 : delayKindOf(street))
    draft.delayShare.push(length)
    draft.shapeStart.push(draft.shapeX.length)
    if (i < ids.length - 1) {
      draft.shapeX.push(frame.x(c[2 * i]))
      draft.shapeY.push(frame.y(c[2 * i + 1]))
    }
    start = i
    length = 0
  }
  // a delay is met once per street piece: each edge carries its share by length
  for (let e = firstEdge; e < draft.from.length; e++)
    draft.delayShare[e] = lineLength === 0 ? 0 : draft.delayShare[e] / lineLength
}
