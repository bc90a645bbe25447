import {
  type Line,
  type OnLine,
  type P,
  beside,
  curveThrough,
  cutOut,
  lengthOf,
  meetings,
  nearestOn,
  pointAt,
} from './plane'

/**
 * The drawn-by-hand bones of the quarter, in metres (x east, y north; the core is about 0…3000 × 0…2500,
 * the halo reaches a kilometre further): arterials that bend with the canal, the canal, the old railway,
 * the elevated road, lake and hill.
 */
export const FRAME = { west: -1000, south: -1000, east: 4000, north: 3500 } as const

export const CORE: Line = [
  [-8, 30],
  [700, -5],
  [1560, -15],
  [2260, -40],
  [2905, -50],
  [2942, 440],
  [2972, 1000],
  [2985, 1700],
  [3035, 2470],
  [2400, 2500],
  [1700, 2508],
  [900, 2525],
  [98, 2540],
  [70, 2255],
  [30, 1680],
  [0, 1095],
  [-25, 540],
]

export const CANAL_HALF_WIDTH = 17
export const PROMENADE_OFFSET = 25

export type ArterialName =
  | 'H0'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'V0'
  | 'V1'
  | 'V2'
  | 'V3'
  | 'V4'
  | 'V5'
  | 'V6'

export const ARTERIAL_NAMES: Readonly<Record<ArterialName, string>> = {
  H0: '北环路',
  H1: '云澜路',
  H2: '映月路',
  H3: '青禾路',
  H4: '山前路',
  H5: '南塘路',
  V0: '西浦路',
  V1: '古木路',
  V2: '杏林路',
  V3: '望湖路',
  V4: '营造路',
  V5: '东环路',
  V6: '新塘河路',
}

const DRAWN: Readonly<Record<ArterialName, Line>> = {
  H0: [
    [-1000, 2790],
    [0, 2742],
    [850, 2690],
    [1700, 2660],
    [2400, 2650],
    [3060, 2590],
    [4000, 2520],
  ],
  H1: [
    [-1000, 2330],
    [-550, 2300],
    [80, 2255],
    [480, 2205],
    [900, 2192],
    [1300, 2175],
    [1680, 2120],
    [2000, 2030],
    [2335, 1930],
  ],
  H2: [
    [905, 1770],
    [1250, 1705],
    [1660, 1585],
    [2000, 1520],
    [2335, 1475],
    [2970, 1425],
    [3580, 1380],
    [4000, 1360],
  ],
  H3: [
    [-1000, 1190],
    [-550, 1160],
    [15, 1095],
    [450, 1065],
    [860, 1010],
    [1250, 960],
    [1618, 880],
    [1950, 770],
    [2312, 640],
    [2955, 450],
    [3580, 330],
    [4000, 290],
  ],
  H4: [
    [-1000, 640],
    [-550, 600],
    [-15, 540],
    [400, 470],
    [830, 390],
    [1590, 290],
    [2290, 165],
    [2935, 40],
    [3580, -60],
    [4000, -110],
  ],
  H5: [
    [780, -380],
    [1540, -430],
    [2235, -520],
    [2910, -600],
    [3580, -680],
    [4000, -720],
  ],
  V0: [
    [-550, 600],
    [-540, 1160],
    [-500, 1700],
    [-480, 2300],
    [-450, 2760],
    [-420, 3500],
  ],
  V1: [
    [-15, 540],
    [-8, 800],
    [15, 1095],
    [58, 1420],
    [50, 1680],
    [62, 1960],
    [80, 2255],
    [110, 2735],
    [150, 3500],
  ],
  V2: [
    [730, -1000],
    [780, -380],
    [812, 60],
    [830, 390],
    [868, 700],
    [860, 1010],
    [893, 1220],
    [880, 1420],
    [905, 1770],
    [915, 1980],
    [900, 2192],
    [932, 2688],
    [980, 3500],
  ],
  V3: [
    [1480, -1000],
    [1540, -430],
    [1560, -40],
    [1590, 290],
    [1580, 590],
    [1618, 880],
    [1655, 1180],
    [1648, 1400],
    [1665, 1585],
    [1700, 1850],
    [1680, 2120],
    [1722, 2660],
    [1780, 3500],
  ],
  V4: [
    [2180, -1000],
    [2235, -520],
    [2290, 165],
    [2335, 400],
    [2318, 640],
    [2300, 900],
    [2318, 1180],
    [2350, 1475],
    [2320, 1700],
    [2330, 1930],
    [2372, 2250],
    [2402, 2650],
    [2480, 3500],
  ],
  V5: [
    [2870, -1000],
    [2910, -600],
    [2935, 40],
    [2955, 450],
    [2968, 1000],
    [2972, 1425],
    [2995, 1700],
    [3022, 2150],
    [3060, 2590],
    [3120, 3500],
  ],
  V6: [
    [3560, -1000],
    [3580, -680],
    [3580, -60],
    [3580, 330],
    [3580, 1380],
    [3600, 1790],
    [3620, 2550],
    [3650, 3500],
  ],
}

/** Ends of arterials that stop at another one. */
const STOPS: readonly [line: ArterialName, end: 'first' | 'last', at: ArterialName][] = [
  ['H1', 'last', 'V4'],
  ['H2', 'first', 'V2'],
  ['H5', 'first', 'V2'],
  ['V0', 'first', 'H4'],
  ['V1', 'first', 'H4'],
]

export const CANAL: Line = curveThrough(
  [
    [-1100, 2035],
    [-500, 1890],
    [-200, 1800],
    [40, 1745],
    [330, 1700],
    [545, 1590],
    [700, 1470],
    [883, 1418],
    [1090, 1395],
    [1290, 1290],
    [1465, 1200],
    [1645, 1172],
    [1860, 1110],
    [2070, 970],
    [2320, 885],
    [2570, 868],
    [2770, 775],
    [2965, 648],
    [3300, 580],
    [3580, 480],
    [4100, 405],
  ],
  35,
)

export const RAIL: Line = curveThrough(
  [
    [1640, 3500],
    [1830, 2980],
    [1975, 2680],
    [2120, 2450],
    [2350, 2262],
    [2700, 2092],
    [3012, 1985],
    [3600, 1815],
    [4000, 1720],
  ],
  50,
)

/** The lake in the park, an organic outline around its middle. */
export const LAKE: Line = ring([
  [1745, 500],
  [1800, 590],
  [1905, 610],
  [1990, 560],
  [2060, 545],
  [2140, 500],
  [2165, 420],
  [2120, 345],
  [2030, 330],
  [1960, 350],
  [1890, 330],
  [1800, 355],
  [1752, 420],
])

/** Foot of the hill in the south-west: its park begins here. */
export const HILL: Line = ring(
  [
    [-1000, 590],
    [-560, 555],
    [-25, 495],
    [250, 452],
    [345, 425],
    [400, 345],
    [490, 275],
    [590, 205],
    [690, 110],
    [770, 50],
    [758, -180],
    [738, -400],
    [690, -1000],
    [-1000, -1000],
  ],
  0,
)

function ring(points: Line, smooth = 25): P[] {
  if (smooth === 0) return curveThrough(points.slice(0, -1), 60).concat([points.at(-1) as P])
  const around = curveThrough([...points.slice(-2), ...points, ...points.slice(0, 3)], smooth)
  const from = nearestOn(points[0], around)
  const rest = around.slice(from.i + 3)
  const to = nearestOn(points[0], rest)
  return rest.slice(0, to.i + 1)
}

/** Every arterial as a smooth line; ends that stop at another lie exactly on it. */
export function drawArterials(): Record<ArterialName, P[]> {
  const lines = Object.fromEntries(
    Object.entries(DRAWN).map(([name, points]) => [name, curveThrough(points, 55)]),
  ) as Record<ArterialName, P[]>
  for (const [name, end, at] of STOPS) {
    const line = lines[name]
    const i = end === 'first' ? 0 : line.length - 1
    line[i] = nearestOn(line[i], lines[at]).p
  }
  return lines
}

/** The piece of `line` between where `a` and `b` meet it. */
export function between(line: Line, a: Line, b: Line): P[] {
  return cutOut(line, where(line, a), where(line, b))
}

/** Where another line meets this one; an end that stops there counts. */
export function where(line: Line, other: Line): OnLine {
  const m = meetings(line, other)[0]
  if (m) return m
  const ends = [other[0], other[other.length - 1]].map((p) => nearestOn(p, line))
  const own = [line[0], line[line.length - 1]].map((p) => ({ p, d: nearestOn(p, other).d }))
  const best = ends.sort((x, y) => x.d - y.d)[0]
  const mine = own.sort((x, y) => x.d - y.d)[0]
  if (Math.min(best.d, mine.d) > 2)
    throw new Error(`lines do not meet: ${line[0]?.join()} … and ${other[0]?.join()} …`)
  return best.d <= mine.d ? best : nearestOn(mine.p, line)
}

function clipToFrame(line: Line): P[] {
  return cutOut(
    line,
    where(line, [
      [FRAME.west, FRAME.south],
      [FRAME.west, FRAME.north],
    ]),
    where(line, [
      [FRAME.east, FRAME.south],
      [FRAME.east, FRAME.north],
    ]),
  )
}

export function drawPromenades(): { north: P[]; south: P[] } {
  return {
    north: clipToFrame(beside(CANAL, PROMENADE_OFFSET)),
    south: clipToFrame(beside(CANAL, -PROMENADE_OFFSET)),
  }
}

const at = (line: Line, fraction: number): P => pointAt(line, fraction * lengthOf(line)).p

/** A patch spanned by four sides: (s, t) in the unit square, s from west to east, t from south to north. */
export function makePatch(south: Line, east: Line, north: Line, west: Line): (s: number, t: number) => P {
  const [sw, se, ne, nw] = [at(south, 0), at(south, 1), at(north, 1), at(north, 0)]
  return (s, t) => {
    if (t === 0) return at(south, s)
    if (t === 1) return at(north, s)
    if (s === 0) return at(west, t)
    if (s === 1) return at(east, t)
    const [S, N, W, E] = [at(south, s), at(north, s), at(west, t), at(east, t)]
    const c = (k: 0 | 1): number =>
      (1 - t) * S[k] +
      t * N[k] +
      (1 - s) * W[k] +
      s * E[k] -
      ((1 - s) * (1 - t) * sw[k] + s * (1 - t) * se[k] + (1 - s) * t * nw[k] + s * t * ne[k])
    return [c(0), c(1)]
  }
}
