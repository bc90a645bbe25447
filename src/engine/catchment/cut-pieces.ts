import type { Metres } from '../../model/units'

/** Straight pieces of street that were walked, in local metres, cost linear along each piece. */
export interface ReachedPieces {
  readonly count: number
  /** x1,y1,x2,y2 per piece */
  readonly xy: Float64Array
  /** cost at both ends per piece, in the unit of the limits */
  readonly cost: Float64Array
}

/** The parts of the pieces that lie within the limits, each in the smallest band that holds it. */
export interface CutPieces {
  count: number
  /** x1,y1,x2,y2 per cut, local metres */
  xy: Float64Array
  /** index of the smallest limit that reaches the cut, one per cut */
  band: Uint8Array
  minX: Metres
  minY: Metres
  maxX: Metres
  maxY: Metres
}

// kept between calls; see service-area.ts on re-entrance
const cuts: CutPieces = {
  count: 0,
  xy: new Float64Array(4096 * 4),
  band: new Uint8Array(4096),
  minX: 0,
  minY: 0,
  maxX: 0,
  maxY: 0,
}

/** Two halves of one straight street meet to rounding, metres. */
const MEETING_M = 1e-6

/**
 * Cuts every piece exactly where its cost passes a limit. `limits` ascend; a cost equal to a limit is
 * within it; a piece with a cost that is not a number is left out. `street_m` gets the metres within each
 * limit, everything within smaller limits included. Where walks from both ends of a straight street meet,
 * the halves become one cut again. The result is reused by the next call.
 */
export function cutPieces(
  pieces: ReachedPieces,
  limits: readonly number[],
  street_m: Float64Array,
): CutPieces {
  reserve(pieces.count * limits.length)
  cuts.count = 0
  cuts.minX = cuts.minY = Infinity
  cuts.maxX = cuts.maxY = -Infinity
  street_m.fill(0)

  let before = -1
  for (let i = 0; i < pieces.count; i++) {
    const first = cuts.count
    cutPiece(pieces, i, limits, street_m)
    const isJoined = before >= 0 && cuts.count > first && joinHalves(before, cuts.count - 1)
    before = cuts.count > first && !isJoined ? cuts.count - 1 : -1
  }

  for (let band = 1; band < limits.length; band++) street_m[band] += street_m[band - 1]
  return cuts
}

/** One more cut in the smallest band: the place of a point that reaches nothing. */
export function addPoint(x: Metres, y: Metres): void {
  reserve(cuts.count + 1)
  pushCut(x, y, x, y, 0)
}

function cutPiece(pieces: ReachedPieces, i: number, limits: readonly number[], street_m: Float64Array): void {
  const { xy, cost } = pieces
  // from the cheaper end to the dearer one
  const isTurned = cost[2 * i] > cost[2 * i + 1]
  const near = isTurned ? 4 * i + 2 : 4 * i
  const far = isTurned ? 4 * i : 4 * i + 2
  const nearCost = cost[isTurned ? 2 * i + 1 : 2 * i]
  const farCost = cost[isTurned ? 2 * i : 2 * i + 1]
  if (Number.isNaN(nearCost) || Number.isNaN(farCost) || nearCost > limits[limits.length - 1]) return

  const ax = xy[near]
  const ay = xy[near + 1]
  const dx = xy[far] - ax
  const dy = xy[far + 1] - ay
  const length = Math.sqrt(dx * dx + dy * dy)
  let from = 0
  let x = ax
  let y = ay
  let isFirst = true
  for (let band = 0; band < limits.length && from < 1; band++) {
    if (limits[band] < nearCost) continue
    const isWhole = farCost <= limits[band]
    const to = isWhole ? 1 : (limits[band] - nearCost) / (farCost - nearCost)
    // two equal limits give nothing new; a place exactly at the limit is still a place
    if (to <= from && !isFirst) continue
    const toX = isWhole ? xy[far] : ax + to * dx
    const toY = isWhole ? xy[far + 1] : ay + to * dy
    pushCut(x, y, toX, toY, band)
    street_m[band] += (to - from) * length
    from = to
    x = toX
    y = toY
    isFirst = false
    if (isWhole) return
  }
}

/**
 * Makes one cut of two in the same band that end in the same place from opposite sides of a straight line;
 * `last` is the last there is. Whether it did.
 */
function joinHalves(other: number, last: number): boolean {
  const { xy, band } = cuts
  if (band[other] !== band[last]) return false
  const mx = xy[4 * last + 2]
  const my = xy[4 * last + 3]
  if (Math.abs(xy[4 * other + 2] - mx) > MEETING_M || Math.abs(xy[4 * other + 3] - my) > MEETING_M)
    return false
  const ax = xy[4 * other]
  const ay = xy[4 * other + 1]
  const dx = xy[4 * last] - ax
  const dy = xy[4 * last + 1] - ay
  const length2 = dx * dx + dy * dy
  const across = dx * (my - ay) - dy * (mx - ax)
  const along = dx * (mx - ax) + dy * (my - ay)
  if (across * across > MEETING_M * MEETING_M * length2 || along < 0 || along > length2) return false
  xy[4 * other + 2] = xy[4 * last]
  xy[4 * other + 3] = xy[4 * last + 1]
  cuts.count--
  return true
}

function pushCut(x1: Metres, y1: Metres, x2: Metres, y2: Metres, band: number): void {
  const i = cuts.count++
  cuts.xy[4 * i] = x1
  cuts.xy[4 * i + 1] = y1
  cuts.xy[4 * i + 2] = x2
  cuts.xy[4 * i + 3] = y2
  cuts.band[i] = band
  if (x1 < cuts.minX) cuts.minX = x1
  if (x2 < cuts.minX) cuts.minX = x2
  if (x1 > cuts.maxX) cuts.maxX = x1
  if (x2 > cuts.maxX) cuts.maxX = x2
  if (y1 < cuts.minY) cuts.minY = y1
  if (y2 < cuts.minY) cuts.minY = y2
  if (y1 > cuts.maxY) cuts.maxY = y1
  if (y2 > cuts.maxY) cuts.maxY = y2
}

/** Room for `count` cuts; what is there is kept. */
function reserve(count: number): void {
  if (count <= cuts.band.length) return
  const room = Math.max(count, cuts.band.length * 2)
  const xy = new Float64Array(room * 4)
  xy.set(cuts.xy)
  cuts.xy = xy
  const band = new Uint8Array(room)
  band.set(cuts.band)
  cuts.band = band
}
