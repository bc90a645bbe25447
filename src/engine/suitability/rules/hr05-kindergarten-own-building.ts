import { find, findMissing, type HostingCheck } from '../check'

/** HR05: up to three classes in a shared building, with an entrance and outdoor ground of their own. */
export const checkKindergartenBuilding: HostingCheck = ({ space, isLand }) => {
  if (isLand) return []
  if (space.own_entrance === undefined) return [findMissing('HR05', 'own_entrance')]
  if (!space.own_entrance) return [find('HR05', 'block', 'entrance-not-own')]
  if (space.outdoor_m2 === undefined) return [findMissing('HR05', 'outdoor_m2')]
  if (space.outdoor_m2 === 0) return [find('HR05', 'block', 'outdoor-none', { each_m2: 2 })]
  return [find('HR05', 'condition', 'three-classes-at-most')]
}
