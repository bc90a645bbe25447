import { hilbertIndex } from '../geometry/hilbert'

/**
 * The order of points along a Hilbert curve, as their indexes; equal places keep their order. Numbered so,
 * junctions near on the ground lie near in memory: with shuffled numbers a search takes 3 to 4 times as long.
 */
export function orderAlongCurve(x: Float64Array, y: Float64Array): Int32Array {
  let minX = Infinity
  let minY = Infinity
  let maxX = -Infinity
  let maxY = -Infinity
  for (let i = 0; i < x.length; i++) {
    if (x[i] < minX) minX = x[i]
    if (x[i] > maxX) maxX = x[i]
    if (y[i] < minY) minY = y[i]
    if (y[i] > maxY) maxY = y[i]
  }
  const scale = 65535 / Math.max(1e-9, maxX - minX, maxY - minY)
  const keys = new Uint32Array(x.length)
  for (let i = 0; i < x.length; i++)
    keys[i] = hilbertIndex(Math.floor((x[i] - minX) * scale), Math.floor((y[i] - minY) * scale))
  return sortByKey(keys)
}

const DIGIT = 11
const BUCKETS = 2 ** DIGIT

/** Indexes of 32-bit keys in ascending order, equal ones as they stood: a radix sort in three passes. */
function sortByKey(keys: Uint32Array): Int32Array {
  let order = new Int32Array(keys.length)
  for (let i = 0; i < order.length; i++) order[i] = i
  let next = new Int32Array(keys.length)
  for (let shift = 0; shift < 32; shift += DIGIT) {
    const start = new Int32Array(BUCKETS + 1)
    for (let i = 0; i < keys.length; i++) start[((keys[i] >>> shift) & (BUCKETS - 1)) + 1]++
    for (let b = 1; b <= BUCKETS; b++) start[b] += start[b - 1]
    for (let i = 0; i < order.length; i++)
      next[start[(keys[order[i]] >>> shift) & (BUCKETS - 1)]++] = order[i]
    ;[order, next] = [next, order]
  }
  return order
}
