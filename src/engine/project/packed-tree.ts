import { hilbertIndex } from '../geometry/hilbert'
import type { ByteWriter } from '../read/byte-writer'
import { NODE_BYTES } from './layer-columns'

/** [minX, minY, maxX, maxY] */
export type Box = readonly [number, number, number, number]

const HILBERT_MAX = 2 ** 16 - 1

/** Children per node; the value every FlatGeobuf writer uses. */
export const NODE_SIZE = 16

/** The box around `count` boxes of a column, four numbers each, from the one numbered `first`. */
export function boxAround(boxes: Float64Array, first = 0, count = boxes.length / 4): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 4 * first; at < 4 * (first + count); at += 4) {
    minX = Math.min(minX, boxes[at])
    minY = Math.min(minY, boxes[at + 1])
    maxX = Math.max(maxX, boxes[at + 2])
    maxY = Math.max(maxY, boxes[at + 3])
  }
  return [minX, minY, maxX, maxY]
}

/** Numbers of the boxes along a Hilbert curve through their centers; equal places keep their order. */
export function sortAlongHilbert(boxes: Float64Array, extent: Box): Uint32Array {
  const width = extent[2] - extent[0]
  const height = extent[3] - extent[1]
  const cells = new Uint32Array(boxes.length / 4)
  for (let i = 0; i < cells.length; i++)
    cells[i] = hilbertIndex(
      cellOf((boxes[4 * i] + boxes[4 * i + 2]) / 2 - extent[0], width),
      cellOf((boxes[4 * i + 1] + boxes[4 * i + 3]) / 2 - extent[1], height),
    )
  return cells.map((_, i) => i).sort((a, b) => cells[a] - cells[b] || a - b)
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
 *
 * @param boxes four numbers per feature
 */
export function writeTree(out: ByteWriter, boxes: Float64Array, offsets: ArrayLike<number>): void {
  const levels: { readonly boxes: Float64Array; readonly start: number }[] = []
  const sizes = levelSizes(offsets.length, NODE_SIZE)
  let end = sizes.reduce((sum, size) => sum + size, 0)
  let level = boxes
  for (const size of sizes) {
    end -= size
    levels.push({ boxes: level, start: end })
    level = groupBoxes(level)
  }
  for (let depth = levels.length - 1; depth >= 0; depth--) {
    const { boxes: sides } = levels[depth]
    for (let i = 0; 4 * i < sides.length; i++) {
      for (let side = 4 * i; side < 4 * i + 4; side++) out.f64(sides[side])
      out.u64(depth === 0 ? offsets[i] : levels[depth - 1].start + i * NODE_SIZE)
    }
  }
}

function groupBoxes(boxes: Float64Array): Float64Array {
  const count = boxes.length / 4
  const groups = new Float64Array(4 * Math.ceil(count / NODE_SIZE))
  for (let i = 0; i < count; i += NODE_SIZE)
    groups.set(boxAround(boxes, i, Math.min(NODE_SIZE, count - i)), (4 * i) / NODE_SIZE)
  return groups
}
