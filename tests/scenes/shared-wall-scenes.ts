import { Scene } from '../scene/scene'

/** How two neighbours are drawn; see `backToBack`. */
export interface Drawn {
  /** metres between the two outlines; below 0 they overlap */
  readonly gap?: number
  readonly access?: 'public' | 'residents'
  /** metres from the shared wall to the street inside, on each side */
  readonly inset?: number
}

/*
 *   ╔═══════╦═══════╗ y 410     two compounds wall to wall, each 100 wide, 甲 in the west, 乙 in the east; one street
 *   ║ home  ║ market║ y 400     inside each, `inset` from the wall between them, from the gate in the south up to 400
 *   ║   │   ║   │   ║
 *   ╚═══g═══╩═══g═══╝ y 10
 *   ────┴───────┴──── y 0       home to market: 400 + 2 × inset + gap + 400 by the gates, else straight over the wall
 */
export function backToBack({ gap = 0, access = 'residents', inset = 20 }: Drawn = {}): Scene {
  const east = gap
  return new Scene()
    .street('s', [
      [-500, 0],
      [-inset, 0],
      [east + inset, 0],
      [500, 0],
    ])
    .street('in-甲', [
      [-inset, 0],
      [-inset, 400],
    ])
    .street('in-乙', [
      [east + inset, 0],
      [east + inset, 400],
    ])
    .community('甲', rectangle(-100, 10, 0, 410), { gated: true, residents: 100 })
    .community('乙', rectangle(east, 10, east + 100, 410), { gated: true, residents: 60 })
    .gate('g-甲', [-inset, 10], { access, community: '甲' })
    .gate('g-乙', [east + inset, 10], { access, community: '乙' })
    .building('home', rectangle(-inset - 1, 399, -inset + 1, 401), { community: '甲', residents: 100 })
    .building('home-乙', rectangle(east + inset - 1, 29, east + inset + 1, 31), {
      community: '乙',
      residents: 60,
    })
    .facility('m', 'MARKET', [east + inset, 400], { community: '乙' })
}

export function rectangle(west: number, south: number, east: number, north: number): [number, number][] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]
}
