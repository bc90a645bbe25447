import type { sideZh } from './side.zh'

export const sideEn: typeof sideZh = {
  of: (community, side) => `${community} (${side})`,
  gate: (side) => `Gate on the ${side}`,
}
