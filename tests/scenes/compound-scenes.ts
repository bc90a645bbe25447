import { Scene } from '../scene/scene'

/*
 * Small worlds with walls and gates. Drawn in metres, x east and y north; double lines are walls, `g` a gate.
 */

type Access = 'public' | 'residents' | 'closed'

/*
 *   n ────────┬──────── y 200        a compound 100 × 160 between two streets;
 *   │      ╔══g══╗                   one inner street, from (50,30) up to the north gate
 *   │      ║  │  ║
 *   w      ║  in ║
 *   │      ╚═════╝
 *   s ──────────────── y 0
 */
export function walledBlock(access: Access = 'residents'): Scene {
  return new Scene()
    .street('s', [
      [-500, 0],
      [0, 0],
      [50, 0],
      [500, 0],
    ])
    .street('n', [
      [-500, 200],
      [50, 200],
      [500, 200],
    ])
    .street('w', [
      [-500, 0],
      [-500, 200],
    ])
    .street('in', [
      [50, 30],
      [50, 200],
    ])
    .community('c', rectangle(0, 20, 100, 180), { gated: true, residents: 100 })
    .gate('g', [50, 180], { access, community: 'c' })
}

/*
 *   n ────────┬────────
 *   │      ╔══g══╗           the walled block with a second gate in the south, locked,
 *   w      ║  in ║           and a market on the street right behind it
 *   │      ╚south╝
 *   s ────────f────────
 */
export function lockedGate(): Scene {
  return walledBlock()
    .street('in2', [
      [50, 30],
      [50, 0],
    ])
    .gate('south', [50, 20], { access: 'closed', community: 'c' })
    .facility('f', 'MARKET', [50, 0])
}

/*
 *   ┌──────────── 400 ─────────────┐
 *   │          ╔═════════╗         │        a compound across the direct way
 *   ·──────────W─────────E─────────·        and a detour of 1,000 m around it
 * −100         ╚═════════╝        100
 */
export function inTheWay(west: Access, east: Access): Scene {
  return around()
    .gate('west', [-50, 0], { access: west, community: 'z' })
    .gate('east', [50, 0], { access: east, community: 'z' })
}

/** The same with no gate known at all. */
export function around(): Scene {
  return new Scene()
    .street('through', [
      [-100, 0],
      [0, 0],
      [100, 0],
    ])
    .street('around', [
      [-100, 0],
      [-100, 400],
      [0, 400],
      [100, 400],
      [100, 0],
    ])
    .community('z', rectangle(-50, -50, 50, 50), { gated: true, residents: 40 })
}

/*
 *   ┌──────────────────────────────┐
 *   │          ╔═════════╗         │        strangers pass from W to E; the residents' gate
 *   ·──────────W────┬────E─────────·        in the south is not for them
 *   │          ╚════S════╝
 *   └───────────────·
 */
export function mixedGates(): Scene {
  return inTheWay('public', 'public')
    .street('south', [
      [0, 0],
      [0, -100],
    ])
    .gate('south', [0, -50], { access: 'residents', community: 'z' })
    .street('far', [
      [0, -100],
      [-100, -400],
    ])
    .street('back', [
      [-100, -400],
      [-100, 0],
    ])
}

/*
 *   ┌───────────────┬──────────────┐
 *   │          ╔════╪════╗         │        a street crosses the north wall where there is no gate
 *   ·──────────W────┴────E─────────·
 *              ╚═════════╝
 */
export function streetThroughWall(): Scene {
  return inTheWay('residents', 'residents').street('side', [
    [0, 0],
    [0, 400],
  ])
}

/*
 *           ╔════════╦════════╗
 *           ║  ┌─────?─────┐  ║       A and B share the wall x = 0; their streets meet in it
 *           ╚══ga════╩═════gb═╝
 *        ──────┴───────────┴────── y −100
 */
export function sharedWall(gate: Access | null = null): Scene {
  const scene = new Scene()
    .street('s', [
      [-100, -100],
      [-50, -100],
      [50, -100],
      [100, -100],
    ])
    .street('a', [
      [-50, -100],
      [-50, 0],
      [0, 0],
    ])
    .street('b', [
      [50, -100],
      [50, 0],
      [0, 0],
    ])
    .community('A', rectangle(-100, -50, 0, 50), { gated: true, residents: 30 })
    .community('B', rectangle(0, -50, 100, 50), { gated: true, residents: 50 })
    .gate('ga', [-50, -50], { access: 'residents', community: 'A' })
    .gate('gb', [50, -50], { access: 'residents', community: 'B' })
  return gate === null ? scene : scene.gate('shared', [0, 0], { access: gate, community: 'A' })
}

/*
 *           ╔════════╦════════╗
 *           ║  ┌───────────┐  ║       the same, but of B no gate was surveyed: A's wall stays a wall
 *           ╚══ga════╩═════╪══╝
 *        ──────┴───────────┴──────
 */
export function sharedWallHalfSurveyed(): Scene {
  return sharedWall().without('gates', 'gb')
}

/*
 *   n ────────┬────────
 *   │      ╔══g══╗           day care inside the block; d has no gates and starts from the street beside it
 *   w      ║  f  ║
 *   │ ┌d┐  ╚═════╝
 *   s ──────────────────
 */
export function facilityInside(): Scene {
  return walledBlock()
    .community('d', rectangle(-400, 5, -300, 60), { residents: 50 })
    .facility('f', 'ELDER_DAYCARE', [50, 60])
}

/*
 *     ┌─own─┐  ┌other┐
 *   ──┴─────┴f─┴─────┴──      a sport ground for one's own only, on the street between two communities
 */
export function residentsOnly(access: 'public' | 'residents' = 'residents'): Scene {
  return new Scene()
    .street('s', [
      [-100, 0],
      [100, 0],
    ])
    .community('own', rectangle(-100, 5, -10, 60), { residents: 50 })
    .community('other', rectangle(10, 5, 100, 60), { residents: 50 })
    .facility('court', 'SPORT_S', [0, 0], { access, community: 'own' })
}

/*
 *            ·───yard────·
 *       ╔════g═══╗  ╔════g════╗     one compound in two halves (its streets do not meet inside);
 *       ║  west  ╚══╝  east   ║     from the street below a residents' gate leads into the western half,
 *       ╚════g════════════════╝     the yard joins both halves outside
 *   ─────────┴──────────────────
 */
export function twoHalves(yardGate: 'public' | 'residents'): Scene {
  return new Scene()
    .street('street', [
      [-600, -100],
      [0, -100],
      [600, -100],
    ])
    .street('west', [
      [0, -100],
      [0, 100],
    ])
    .street('yard', [
      [0, 100],
      [200, 100],
    ])
    .street('east', [
      [200, 100],
      [200, -20],
    ])
    .community('c', rectangle(-50, -50, 250, 50), { gated: true, residents: 90 })
    .gate('in', [0, -50], { access: 'residents', community: 'c' })
    .gate('out', [0, 50], { access: yardGate, community: 'c' })
    .gate('in again', [200, 50], { access: 'residents', community: 'c' })
}

/*
 *   ┌──────────────────────────────┐
 *   │          ╔═════════╗         │        the western gate is open to all from 6 to 22, the eastern always:
 *   ·──────────W─────────E─────────·        by night strangers go round
 *              ╚═════════╝
 */
export function gateWithHours(from = '06:00', to = '22:00'): Scene {
  return around()
    .gate('west', [-50, 0], { access: 'public', community: 'z', open_from: from, open_to: to })
    .gate('east', [50, 0], { access: 'public', community: 'z' })
}

/*
 *    y 100 ╔═══════════════════╗
 *          ║ A   ┌───in────┐   ║       a court (the pocket) with a shop, all round which lie A and B: to get
 *          ║ ╔═══g═══════╗ │   ║       there one walks through A, whose inner gate is for residents
 *          ╠═╣  pocket f ╠═g═══╣
 *          ║ ╚═══════════╝     ║
 *    −100  ║ B                 ║
 *          ╚═══════════════════╝
 *        ────────────────────┴──── y −150
 */
export function pocket(outer: Access, inner: Access): Scene {
  return new Scene()
    .street('s', [
      [-600, -150],
      [200, -150],
      [600, -150],
    ])
    .street('up', [
      [200, -150],
      [200, 0],
      [120, 0],
    ])
    .street('in', [
      [120, 0],
      [80, 80],
      [0, 80],
      [0, 20],
    ])
    .street('court', [
      [0, 20],
      [0, 0],
      [20, 0],
    ])
    .community(
      'A',
      [
        [-150, 0],
        [-50, 0],
        [-50, 50],
        [50, 50],
        [50, -20],
        [150, -20],
        [150, 100],
        [-150, 100],
      ],
      { gated: true, residents: 60 },
    )
    .community(
      'B',
      [
        [-150, 0],
        [-50, 0],
        [-50, -50],
        [50, -50],
        [50, -20],
        [150, -20],
        [150, -100],
        [-150, -100],
      ],
      { gated: true, residents: 60 },
    )
    .gate('outer', [150, 0], { access: outer, community: 'A' })
    .gate('inner', [0, 50], { access: inner, community: 'A' })
    .gate('b', [-100, -100], { access: 'residents', community: 'B' })
    .facility('f', 'STORE', [20, 0])
}

/*
 *        ╔══════════════════╗
 *        ║ outer  ╔═══════╗ ║       a compound with its own wall and gate inside another one;
 *   ·────G────────g inner ║ ║       nobody comes into the inner one but through both gates
 *        ║        ╚═══════╝ ║
 *        ╚══════════════════╝
 */
export function oneInside(
  isOuterFirst: boolean,
  outer: Access = 'public',
  inner: Access = 'residents',
): Scene {
  const scene = new Scene().street('way', [
    [-1200, 0],
    [0, 0],
    [60, 0],
    [180, 0],
  ])
  const drawOuter = (): Scene =>
    scene.community('outer', rectangle(-50, -100, 250, 100), { gated: true, residents: 80 })
  const drawInner = (): Scene =>
    scene.community('inner', rectangle(90, -50, 200, 50), { gated: true, residents: 20 })
  if (isOuterFirst) drawOuter()
  drawInner()
  if (!isOuterFirst) drawOuter()
  return scene
    .gate('G', [-50, 0], { access: outer, community: 'outer' })
    .gate('g', [90, 0], { access: inner, community: 'inner' })
    .street('beyond', [
      [60, 0],
      [60, 60],
    ])
    .facility('shop', 'STORE', [170, 0])
}

/*
 *      ╔════g════╗ 40
 *      ║    h    ║           no street inside: whoever lives there goes straight to a gate
 *      ╚═════════╝
 *   ───────────────── y −30
 *   ───────────────── y 60
 */
export function noStreetsInside(): Scene {
  return new Scene()
    .street('south', [
      [-500, -30],
      [-200, -30],
      [500, -30],
    ])
    .street('north', [
      [-500, 60],
      [500, 60],
    ])
    .street('join', [
      [-500, -30],
      [-500, 60],
    ])
    .community('c', rectangle(-40, 0, 40, 40), { gated: true, residents: 40 })
    .building('h', rectangle(-3, 10, 3, 16), { community: 'c', residents: 40 })
    .gate('g', [0, 40], { access: 'residents', community: 'c' })
    .facility('f', 'STORE', [0, -30])
}

/*
 *              ╔═════════╗
 *   ·──────────╫╌╌╌╌╌╌╌╌╌╫─────────·      one footbridge over a compound, cut at both of its walls: it is
 *              ╚═════════╝                 crossed once and costs its delay once
 */
export function bridgeThroughCompound(): Scene {
  return new Scene()
    .street('before', [
      [-600, 0],
      [-100, 0],
    ])
    .street(
      'bridge',
      [
        [-100, 0],
        [100, 0],
      ],
      { kind: 'footway', bridge: true, layer: 1 },
    )
    .street(
      'below',
      [
        [-80, -40],
        [-80, 40],
      ],
      { kind: 'primary' },
    )
    .street('after', [
      [100, 0],
      [600, 0],
    ])
    .community('z', rectangle(-50, -50, 50, 50), { gated: true, residents: 10 })
    .gate('west', [-50, 0], { access: 'public', community: 'z' })
    .gate('east', [50, 0], { access: 'public', community: 'z' })
}

function rectangle(west: number, south: number, east: number, north: number): [number, number][] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]
}
