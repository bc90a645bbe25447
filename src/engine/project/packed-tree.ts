import { hilbertIndex } from '../geometry/hilbert'
import type { ByteWriter } from './byte-writer'
import { NODE_BYTES } from './layer-columns'

/** [minX, minY, maxX, maxY] */
export type Box = readonly [number, number, number, number]

const HILBERT_MAX = 2 ** 16 - 1

/** Children per node; the value every FlatGeobuf writer uses. */
export const NODE_SIZE = 16

/** The box around all boxes. */
export function boxAround(boxes: readonly Box[]): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const box of boxes) {
    minX = Math.min(minX, box[0])
    minY = Math.min(minY, box[1])
    maxX = Math.max(maxX, box[2])
    maxY = Math.max(maxY, box[3])
  }
  return [minX, minY, maxX, maxY]
}

/** Indices of the boxes along a Hilbert curve through their centers; equal places keep their order. */
export function sortAlongHilbert(boxes: readonly Box[], extent: Box): number[] {
  const width = extent[2] - extent[0]
  const height = extent[3] - extent[1]
  const cells = boxes.map((box) =>
    hilbertIndex(
      cellOf((box[0] + box[2]) / 2 - extent[0], width),
      cellOf((box[1] + box[3]) / 2 - extent[1], height),
    ),
  )
  return boxes.map((_, i) => i).sort((a, b) => cells[a] - cells[b] || a - b)
}

function cellOf(distance: number, size: number): number {
  return size === 0 ? 0 : Math.min(HILBERT_MAX, Math.floor(HILBERT_MAX * (distance / size)))
}

/**
 * Nodes per level of a tree over `count` items, from the leaves up to the single root. One item still has
 * a root above it.
 */
export function levelSizes(count: number, nodeSize: number): number[] {
  const sizes = [count]
  do sizes.push(Math.ceil(sizes[sizes.length - 1] / nodeSize))
  while (sizes[sizes.length - 1] > 1)
  return sizes
}

/** Bytes of the index over `count` items; 0: no index. */
export function treeBytes(count: number, nodeSize: number): number {
  if (count === 0 || nodeSize === 0) return 0
  return NODE_BYTES * levelSizes(count, Math.max(nodeSize, 2)).reduce((sum, size) => sum + size, 0)
}

/**
 * Appends the packed R-tree of FlatGeobuf: root first, leaves last, each level in the order of the features.
 * A leaf carries the byte offset of its feature, an inner node the index of its first child.
 */
export function writeTree(out: ByteWriter, boxes: readonly Box[], offsets: readonly number[]): void {
  const levels: { readonly boxes: readonly Box[]; readonly start: number }[] = []
  const sizes = levelSizes(boxes.length, NODE_SIZE)
  let end = sizes.reduce((sum, size) => sum + size, 0)
  let level = boxes
  for (const size of sizes) {
    end -= size
    levels.push({ boxes: level, start: end })
    level = groupBoxes(level)
  }
  for (let depth = levels.length - 1; depth >= 0; depth--) {
    levels[depth].boxes.forEach((box, i) => {
      for (const side of box) out.f64(side)
      out.u64(depth === 0 ? offsets[i] : levels[depth - 1].start + i * NODE_SIZE)
    })
  }
}

function groupBoxes(boxes: readonly Box[]): Box[] {
  const groups: Box[] = []
  for (let i = 0; i < boxes.length; i += NODE_SIZE) groups.push(boxAround(boxes.slice(i, i + NODE_SIZE)))
  return groups
}
