import type { Space } from './layers'

/** What is kept with a record whose file gave no coordinates, and that was put into the middle of its community. */
export const PLACED_BY_COMMUNITY = { position_from: 'community' } as const

/** Whether nobody has said where a space is, only in which community. */
export function isPlacedByCommunity({ extra }: Pick<Space, 'extra'>): boolean {
  return extra?.['position_from'] === PLACED_BY_COMMUNITY.position_from
}
