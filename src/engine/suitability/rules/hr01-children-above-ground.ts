import { find, findMissing, type HostingCheck } from '../check'

/** HR01: children neither below ground nor high up, by the fire-resistance grade of the building. */
export const checkChildrenAboveGround: HostingCheck = ({ space, isLand, place }) => {
  if (isLand) return []
  if (place === 'basement') return [find('HR01', 'block', 'below-ground')]
  if (space.storey === undefined) return [findMissing('HR01', 'storey')]
  if (space.storey <= 1) return []
  if (space.fire_grade === undefined) return [findMissing('HR01', 'fire_grade')]
  const highest = space.fire_grade <= 2 ? 3 : space.fire_grade === 3 ? 2 : 1
  return space.storey > highest
    ? [
        find('HR01', 'block', 'storey-too-high', {
          storey: space.storey,
          highest,
          fire_grade: space.fire_grade,
        }),
      ]
    : []
}
