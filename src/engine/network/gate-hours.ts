import type { Gate } from '../../model/layers'

/** Minutes since midnight; null: any time of day, every gate counts as within its hours. */
export type HourOfDay = number | null

/** Hours of a gate that is open round the clock. */
export const ALL_DAY = { from: '00:00', to: '24:00' }

/**
 * Who passes a gate at a time of day. A gate whose access nobody noted lets its residents through, not the
 * public; outside its hours it is closed. Hours that cannot be read, or are only half there, do not count;
 * from 22:00 to 06:00 goes over midnight; the same time twice is round the clock.
 */
export function accessAtHour(gate: Gate, hour: HourOfDay): NonNullable<Gate['access']> {
  const access = gate.access ?? 'residents'
  if (hour === null) return access
  const from = minutesOf(gate.open_from)
  const to = minutesOf(gate.open_to)
  if (from === null || to === null || from === to) return access
  const isOpen = from < to ? hour >= from && hour < to : hour >= from || hour < to
  return isOpen ? access : 'closed'
}

/** «06:30» as minutes since midnight, up to «24:00»; null: no time of day. */
function minutesOf(clock: string | undefined): number | null {
  const parts = /^\s*(\d{1,2})[:：](\d{2})\s*$/.exec(clock ?? '')
  if (parts === null) return null
  const minutes = Number(parts[1]) * 60 + Number(parts[2])
  return Number(parts[2]) < 60 && minutes <= 24 * 60 ? minutes : null
}
