import type { Project } from '../../model/project'
import type { LocalFrame } from '../geometry/local-frame'

/** How near the border of the data an open end counts as cut off there, metres. */
const CLIP_M = 30

/** Nodes at or beyond the border of the data: what a walk would find behind them is not known. */
export function markClip(
  project: Project,
  frame: LocalFrame,
  nodeX: Float64Array,
  nodeY: Float64Array,
): Uint8Array {
  const isClip = new Uint8Array(nodeX.length)
  if (project.extent === undefined) return isClip
  const [west, south, east, north] = project.extent
  const minX = frame.x(west) + CLIP_M
  const maxX = frame.x(east) - CLIP_M
  const minY = frame.y(south) + CLIP_M
  const maxY = frame.y(north) - CLIP_M
  for (let n = 0; n < isClip.length; n++)
    if (nodeX[n] < minX || nodeX[n] > maxX || nodeY[n] < minY || nodeY[n] > maxY) isClip[n] = 1
  return isClip
}
