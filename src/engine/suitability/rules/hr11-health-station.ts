import { find, findMissing, type HostingCheck } from '../check'

/** HR11: ground floor and an entrance of its own. */
export const checkHealthStation: HostingCheck = ({ space, isLand }) => {
  if (isLand) return []
  const found = []
  if (space.storey === undefined) found.push(findMissing('HR11', 'storey'))
  else if (space.storey !== 1)
    found.push(find('HR11', 'warn', 'not-on-ground-floor', { storey: space.storey }))
  if (space.own_entrance === false) found.push(find('HR11', 'warn', 'entrance-not-own'))
  return found
}
