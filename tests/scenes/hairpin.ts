import { Scene } from '../scene/scene'

export const square = (x: number, y: number, half: number): [number, number][] => [
  [x - half, y - half],
  [x + half, y - half],
  [x + half, y + half],
  [x - half, y + half],
]

/*
 *   nursery (600, 40) ┐
 *   ┌─────────────────┘ y 30
 *   └─────────────────┐ y 0        nothing between the two streets, which meet at x = 0 alone
 *     house (600, −10)┘
 */
export function hairpin(): Scene {
  return new Scene()
    .street('near', [
      [0, 0],
      [600, 0],
    ])
    .street('far', [
      [0, 0],
      [0, 30],
      [600, 30],
    ])
    .community('p', square(600, -60, 55), { residents: 100 })
    .building('b', square(600, -10, 1), { community: 'p', residents: 100 })
    .facility('n', 'NURSERY', [600, 40])
}
