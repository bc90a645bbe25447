import {
  type Line,
  type P,
  along,
  beside,
  centroidOf,
  closed,
  curveThrough,
  dist,
  isInside,
  left,
  nearestOn,
  ringArea,
  sub,
  thinned,
  unit,
} from './plane'
import type { Random } from './random'
import { LAKE } from './skeleton'
import type { StreetDraft } from './streets'

/** Paths around the lake and up the hill, each joined to the street it comes from. */
export function drawParkPaths(drafts: readonly StreetDraft[], random: Random): StreetDraft[] {
  const out: StreetDraft[] = []
  const ring = ringArea(LAKE) > 0 ? LAKE : [...LAKE].reverse()
  const loop = thinned(closed(beside([...ring, ring[0]], -14).slice(0, -1)), 0.8)
  out.push({ line: loop, kind: 'footway', name: '菱湖环湖步道', width_m: 4, step_free: true })
  const c = centroidOf(ring)
  const around = ring.map((p): P => {
    const k = random.between(1.3, 1.4)
    return [c[0] + (p[0] - c[0]) * k, c[1] + (p[1] - c[1]) * k]
  })
  const outer = thinned(curveThrough(closed(around.filter((_, i) => i % 3 === 0)), 25), 0.8)
  out.push({ line: outer, kind: 'footway', name: '菱湖林间路', width_m: 3 })
  // links from the lake to the streets around
  for (let k = 0; k < 9; k++) {
    const p = loop[Math.floor((k / 9) * (loop.length - 1))]
    const end = nearestPublic(p, drafts, 230, (q) => !crossesLake(p, q))
    if (!end) continue
    const middle = along(
      [(p[0] + end[0]) / 2, (p[1] + end[1]) / 2],
      left(unit(sub(end, p))),
      random.between(-14, 14),
    )
    out.push({ line: curveThrough([p, middle, end], 18), kind: 'footway', width_m: 3, step_free: true })
  }
  for (const [name, kind, at] of DRAWN_PATHS) {
    const line = curveThrough(at, 25)
    for (const i of [0, line.length - 1]) {
      const end = nearestPublic(line[i], [...drafts, ...out], 45, () => true)
      if (end) line[i] = end
    }
    out.push({
      line,
      kind,
      name,
      width_m: 2.5,
      ...(kind === 'steps' ? { steps: true, step_free: false } : {}),
    })
  }
  return out
}

/** Drawn paths; their ends are joined to the nearest street or path. */
const DRAWN_PATHS: readonly [name: string, kind: string, at: Line][] = [
  [
    '青坞山环山道',
    'path',
    [
      [20, 505],
      [60, 420],
      [150, 380],
      [240, 330],
      [300, 250],
      [380, 180],
      [470, 120],
      [560, 60],
      [640, 30],
      [705, 140],
    ],
  ],
  [
    '听松径',
    'path',
    [
      [150, 380],
      [170, 290],
      [250, 210],
      [230, 110],
      [330, 50],
      [380, 180],
    ],
  ],
  [
    '望湖台石阶',
    'steps',
    [
      [505, 300],
      [470, 240],
      [400, 225],
      [380, 180],
    ],
  ],
  [
    '茅坞古道',
    'path',
    [
      [560, 60],
      [520, -60],
      [430, -160],
      [380, -320],
      [250, -420],
    ],
  ],
  [
    '望湖桥绿地小径',
    'footway',
    [
      [1672, 1060],
      [1725, 1000],
      [1790, 940],
      [1800, 860],
    ],
  ],
  [
    '望湖桥绿地小径',
    'footway',
    [
      [1790, 940],
      [1850, 965],
      [1885, 960],
    ],
  ],
  [
    '后山小路',
    'path',
    [
      [330, 50],
      [200, -60],
      [60, -80],
      [-120, 40],
      [-220, 220],
      [-160, 400],
      [-60, 520],
    ],
  ],
]

function crossesLake(p: P, q: P): boolean {
  for (let k = 1; k < 20; k++)
    if (isInside([p[0] + ((q[0] - p[0]) * k) / 20, p[1] + ((q[1] - p[1]) * k) / 20], LAKE)) return true
  return false
}

function nearestPublic(
  p: P,
  drafts: readonly StreetDraft[],
  reach: number,
  isGood: (q: P) => boolean,
): P | null {
  let best: P | null = null
  for (const d of drafts) {
    if (d.level || d.foot === 'no' || d.community || d.name?.startsWith('菱湖')) continue
    const on = nearestOn(p, d.line)
    if (on.d < reach && (!best || on.d < dist(p, best)) && isGood(on.p)) best = on.p
  }
  return best
}
