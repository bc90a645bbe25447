/** Bits of a coordinate read at once. */
const STEP = 4
const SIDE = 2 ** STEP
const STEPS = 4
/** How the curve may lie: its axes swapped, turned half round, or both. */
const SWAPPED = 1
const TURNED = 2

/*
 * How the curve runs through a square of 16 × 16 cells in each of its four positions: entry `position << 8 | x << 4 | y` holds the cell's place on the curve and, above
 * it, the position in which the curve runs through that cell.
 */
const RUNS = tabulateRuns()

/**
 * Position of a cell on a Hilbert curve over 2^16 × 2^16 cells, 0 … 2^32 − 1. Points near on the map get
 * near numbers, so arrays sorted by it stay in cache during a search.
 */
export function hilbertIndex(x: number, y: number): number {
  let index = 0
  let position = 0
  for (let shift = (STEPS - 1) * STEP; shift >= 0; shift -= STEP) {
    const run = RUNS[(position << 8) | (((x >> shift) & (SIDE - 1)) << STEP) | ((y >> shift) & (SIDE - 1))]
    index = (index << (2 * STEP)) | (run & 0xff)
    position = run >> 8
  }
  return index >>> 0
}

function tabulateRuns(): Uint16Array {
  const runs = new Uint16Array(4 * SIDE * SIDE)
  for (let start = 0; start < 4; start++) {
    for (let x = 0; x < SIDE; x++) {
      for (let y = 0; y < SIDE; y++) {
        let position = start
        let index = 0
        for (let bit = STEP - 1; bit >= 0; bit--) {
          let across = (x >> bit) & 1
          let up = (y >> bit) & 1
          // see the quarters as the curve in its first position does
          if ((position & SWAPPED) !== 0) [across, up] = [up, across]
          if ((position & TURNED) !== 0) [across, up] = [1 - across, 1 - up]
          // up the left side, down the right one; the lower quarters are drawn with their axes swapped
          index = index * 4 + (across === 1 ? 3 - up : up)
          if (up === 0) position ^= across === 1 ? SWAPPED | TURNED : SWAPPED
        }
        runs[(start << 8) | (x << STEP) | y] = (position << 8) | index
      }
    }
  }
  return runs
}
