import type { Project } from '../../src/model/project'
import { Scene } from '../scene/scene'
import { SUITED_ROOM } from './suited-room'

/**
 * Two walled neighbors along one street. 甲 (1,000 people) has a room of 500 m², 乙 (400) one of 300 m², each by its
 * only gate; the gates are 100 m apart. 丙 (200) lives 1 km off, near nothing. Nobody has a day-care or a nursery.
 */
export function twoNeighbours(change: (scene: Scene) => Scene = (scene) => scene): Project {
  const scene = new Scene().street('s', [
    [-200, 0],
    [0, 0],
    [100, 0],
    [1100, 0],
  ])
  const walled = (id: string, x: number, residents: number): void => {
    scene
      .community(
        id,
        [
          [x - 30, 5],
          [x + 30, 5],
          [x + 30, 65],
          [x - 30, 65],
        ],
        { gated: true, residents, built_year: 1985, last_renovated_year: 2001, expropriation_planned: false },
      )
      .gate(`gate-${id}`, [x, 5], { community: id, access: 'residents' })
      .street(`in-${id}`, [
        [x, 0],
        [x, 5],
        [x, 40],
      ])
  }
  walled('甲', 0, 1000)
  walled('乙', 100, 400)
  walled('丙', 1100, 200)
  const room = (id: string, community: string, x: number, area_m2: number): void => {
    scene.space(id, [x, 30], { ...SUITED_ROOM, ownership: 'owners', community, area_m2 })
  }
  room('room-甲', '甲', 0, 500)
  room('room-乙', '乙', 100, 300)
  return change(scene).project({ surveyed: { ELDER_DAYCARE: true, NURSERY: true } })
}
