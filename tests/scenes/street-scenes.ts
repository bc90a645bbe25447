import { Scene } from '../scene/scene'

/*
 * Small worlds without compounds. Drawn in metres, x east and y north; `·` is a vertex.
 */

/*
 *  0 ·───────────· 1000
 */
export function oneStreet(): Scene {
  return new Scene().street('s', [
    [0, 0],
    [1000, 0],
  ])
}

/*
 *  100 ·──────·
 *      │      │        one closed line of 400 m
 *    0 ·──────·
 *      0     100
 */
export function loop(): Scene {
  return new Scene().street('loop', [
    [0, 0],
    [100, 0],
    [100, 100],
    [0, 100],
    [0, 0],
  ])
}

/*
 *  −100 ·──a──· 0 ──b──· 100
 */
export function twoStreets(): Scene {
  return new Scene()
    .street('a', [
      [-100, 0],
      [0, 0],
    ])
    .street('b', [
      [0, 0],
      [100, 0],
    ])
}

/*
 *  0 ·──s──··· 50 ──· 100 ··──t──· 200    the vertices at 50 and 100 are there two and three times
 */
export function repeatedVertices(): Scene {
  return new Scene()
    .street('s', [
      [0, 0],
      [50, 0],
      [50, 0],
      [50, 0],
      [100, 0],
    ])
    .street('t', [
      [100, 0],
      [100, 0],
      [200, 0],
    ])
}

/*
 *  · (a line of no length)
 *  ·──s──· 100 ·· 100.02 ──short──· 200      and a vertex two centimetres behind another
 */
export function noLength(): Scene {
  return new Scene()
    .street('dot', [
      [0, 0],
      [0, 0],
    ])
    .street('s', [
      [0, 0],
      [100, 0],
    ])
    .street('short', [
      [100, 0],
      [100.02, 0],
      [200, 0],
    ])
}

/*
 *        100 ·╲
 *            ║ ╲ link        the bridge (║) crosses the street below without meeting it
 *  ──────────╫──·── 100
 *            ║
 *       −100 ·
 */
export function bridgeOver(): Scene {
  return new Scene()
    .joinsAtCrossings()
    .street('below', [
      [-100, 0],
      [100, 0],
    ])
    .street(
      'bridge',
      [
        [0, -100],
        [0, 100],
      ],
      { bridge: true, layer: 1 },
    )
    .street('link', [
      [0, 100],
      [100, 0],
    ])
}

/*
 *         │ b               office lines: they join where they cross, or where one ends on the other,
 *  ──a────┼────             2 cm short or not
 *         │
 */
export function officeCross(from = -100): Scene {
  return new Scene()
    .joinsAtCrossings()
    .street('a', [
      [-100, 0],
      [100, 0],
    ])
    .street('b', [
      [0, from],
      [0, 100],
    ])
}

/*
 *         │ b
 *         · 2              office lines: two metres short is not joined
 *  ──a───────────
 */
export function nearMiss(): Scene {
  return new Scene()
    .joinsAtCrossings()
    .street('a', [
      [-2000, 0],
      [2000, 0],
    ])
    .street('b', [
      [0, 2],
      [0, 2000],
    ])
}

/*
 *         │ b
 *  ──a────┼────            no vertex where they cross: in OpenStreetMap that is no junction
 *         │
 */
export function crossingWithoutNode(): Scene {
  return new Scene()
    .street('a', [
      [-2000, 0],
      [2000, 0],
    ])
    .street('b', [
      [0, -2000],
      [0, 2000],
    ])
}

/*
 *        ·──island──· 40      y 10
 *  ·──────────s───────────·   y −10, 2 km long
 */
export function islandBeside(): Scene {
  return new Scene()
    .street('island', [
      [0, 10],
      [40, 10],
    ])
    .street('s', [
      [-1000, -10],
      [1000, -10],
    ])
}

/*
 *       ┌──c──┐          400 m north of the only street
 *       └─────┘
 *
 *  ·──────f───────────· 1000
 */
export function farFromStreets(): Scene {
  return oneStreet()
    .community('c', square(50, 450, 50), { residents: 10 })
    .facility('f', 'STORE', [50, 0])
}

/*
 *     ┌─c─┐
 *  ·──┴───┴──· 100
 */
export function besideAStreet(): Scene {
  return new Scene()
    .street('s', [
      [0, 0],
      [100, 0],
    ])
    .community(
      'c',
      [
        [0, 5],
        [50, 5],
        [50, 50],
        [0, 50],
      ],
      { residents: 10 },
    )
}

/*
 *          ┌─c─┐ ┊
 *  f·──────┴───┴─·┊         the data ends at 250; f is 900 m to the west
 *  −1000        250
 */
export function endOfData(): Scene {
  return new Scene()
    .street('s', [
      [-1000, 0],
      [250, 0],
    ])
    .endsAt(-2000, -2000, 250, 2000)
    .community(
      'c',
      [
        [0, 5],
        [50, 5],
        [50, 50],
        [0, 50],
      ],
      { residents: 10 },
    )
    .facility('f', 'ELDER_DAYCARE', [-900, 0])
}

/*
 *  c ·────flat────· 500 ≡stairs≡ · 600 f
 */
export function stairs(): Scene {
  return new Scene()
    .street('flat', [
      [0, 0],
      [500, 0],
    ])
    .street(
      'stairs',
      [
        [500, 0],
        [600, 0],
      ],
      { kind: 'steps' },
    )
    .community(
      'c',
      [
        [0, 1],
        [0, -1],
        [-30, -1],
        [-30, 1],
      ],
      { residents: 10 },
    )
    .facility('f', 'MARKET', [600, 0])
}

/*
 *  0 ·──a──· 100 ┄signals┄ · 120 ──b──· 220
 */
export function signalCrossing(): Scene {
  return new Scene()
    .street('a', [
      [0, 0],
      [100, 0],
    ])
    .street(
      'x',
      [
        [100, 0],
        [120, 0],
      ],
      { kind: 'footway', crossing: 'signals' },
    )
    .street('b', [
      [120, 0],
      [220, 0],
    ])
}

/*
 *  500 ·──────·
 *      │      │        a ring of 2 km: from (0,0) 300 m each way leave 1,400 m between two frontiers
 *    0 ·──────·
 *      0     500
 */
export function ring(): Scene {
  return new Scene().street('ring', [
    [0, 0],
    [500, 0],
    [500, 500],
    [0, 500],
    [0, 0],
  ])
}

/*
 *  −400 ·──west──· 0 ⇉one way⇉ · 300 ──east──· 700       the way back is round by the north
 *                └──────────────┘
 */
export function oneWay(): Scene {
  return new Scene()
    .street('west', [
      [-400, 0],
      [0, 0],
    ])
    .street(
      'down',
      [
        [0, 0],
        [300, 0],
      ],
      { oneway_foot: true },
    )
    .street('east', [
      [300, 0],
      [700, 0],
    ])
    .street('round', [
      [0, 0],
      [0, 100],
      [300, 100],
      [300, 0],
    ])
}

/*
 *         · 60           a dead end, a figure of eight over one vertex, two lines between the same corners
 *    ┌─·──┤·─┐
 *    └─┘  └──┘
 */
export function tangles(): Scene {
  return new Scene()
    .street('eight', [
      [0, 0],
      [-80, 0],
      [-80, -60],
      [0, -60],
      [0, 0],
      [80, 0],
      [80, -60],
      [0, -60],
    ])
    .street('dead end', [
      [0, 0],
      [0, 60],
    ])
    .street('short way', [
      [80, 0],
      [300, 0],
    ])
    .street('long way', [
      [80, 0],
      [190, 90],
      [300, 0],
    ])
    .street('self', [
      [300, 0],
      [300, 80],
      [360, 80],
      [300, 0],
    ])
}

function square(x: number, y: number, half: number): [number, number][] {
  return [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
  ]
}
