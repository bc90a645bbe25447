import type { Space } from '../../src/model/layers'

/** A room on the ground floor that every rule of hosting lets become a nursery or a day-care. */
export const SUITED_ROOM = {
  kind: 'idle_room',
  area_m2: 500,
  storey: 1,
  own_entrance: true,
  ownership: 'government',
  sun_hours: 4,
  outdoor_m2: 100,
  fire_grade: 1,
  lift: true,
  flue: true,
  in_housing: false,
  clear_height_m: 4,
} as const satisfies Partial<Space>
