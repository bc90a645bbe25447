import { find, findMissing, type HostingCheck } from '../check'

/** HR02: nursery rooms on floor 1; the senior class on floor 2, at most 60 children. */
export const checkNurseryFloor: HostingCheck = ({ space, isLand, place }) => {
  if (isLand || place === 'basement') return []
  if (space.storey === undefined) return [findMissing('HR02', 'storey')]
  if (space.storey > 2)
    return [find('HR02', 'block', 'storey-too-high', { storey: space.storey, highest: 2 })]
  return space.storey === 2 ? [find('HR02', 'condition', 'storey-senior-class', { persons: 60 })] : []
}
