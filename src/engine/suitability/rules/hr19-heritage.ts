import { find, type HostingCheck } from '../check'
import { OPEN_AIR } from './hr16-new-building'

/** HR19: inside a protection scope no volume is added; rooms that stand may change inside. */
export const checkHeritage: HostingCheck = ({ isHeritage, isLand }, use) => {
  if (!isHeritage) return []
  if (!isLand) return [find('HR19', 'condition', 'heritage-interior-only')]
  return OPEN_AIR.has(use.code) ? [] : [find('HR19', 'block', 'heritage-no-volume')]
}
