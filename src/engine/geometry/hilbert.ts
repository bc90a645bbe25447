const ORDER = 16

/**
 * Position of a cell on a Hilbert curve over 2^16 × 2^16 cells, 0 … 2^32 − 1. Points near on the map get
 * near numbers, so arrays sorted by it stay in cache during a search.
 */
export function hilbertIndex(x: number, y: number): number {
  let index = 0
  for (let bit = ORDER - 1; bit >= 0; bit--) {
    const right = (x >> bit) & 1
    const top = (y >> bit) & 1
    // the four quarters in the order the curve visits them
    index = index * 4 + (right === 1 ? 3 - top : top)
    if (top === 1) continue
    // the two lower quarters are drawn turned: swap the axes, mirrored on the right
    const mask = (1 << bit) - 1
    const lowX = x & mask
    const lowY = y & mask
    x = right === 1 ? mask - lowY : lowY
    y = right === 1 ? mask - lowX : lowX
  }
  return index
}
