import type { Tags } from './osm-keys'

/** Small readers of tag values. Each gives undefined for anything that is not plainly a value. */

/** A whole number, e.g. of storeys: "6" or "6.5" (rounded down), at least `least`. */
export function readCount(value: string | undefined, least = 0): number | undefined {
  if (value === undefined || !/^\d+(\.\d+)?$/.test(value.trim())) return undefined
  const count = Math.floor(Number(value))
  return count >= least ? count : undefined
}

/** Metres: "12", "12.5", "12 m". Other units are left out rather than converted. */
export function readMetres(value: string | undefined): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(?:m|米)?$/.exec(value?.trim() ?? '')
  const metres = match === null ? 0 : Number(match[1])
  return metres > 0 ? metres : undefined
}

/** A signed whole number, e.g. a layer or a level. */
export function readInteger(value: string | undefined): number | undefined {
  return value !== undefined && /^[+-]?\d{1,3}$/.test(value.trim()) ? Number(value) : undefined
}

/** The year of a start_date ("1999", "1999-05", "1999年12月"), when a standing building can be that old. */
export function readYear(value: string | undefined): number | undefined {
  const match = /^(\d{4})(?!\d)/.exec(value?.trim() ?? '')
  const year = match === null ? 0 : Number(match[1])
  return year >= 1840 && year <= 2100 ? year : undefined
}

/** The storey people count: OpenStreetMap's ground level 0 is storey 1, the first basement is −1. */
export function readStorey(level: string | undefined): number | undefined {
  const number = readInteger(level)
  return number === undefined ? undefined : number < 0 ? number : number + 1
}

/** Free of steps by the wheelchair tag; "limited" says neither. */
export function readStepFree(tags: Tags): boolean | undefined {
  return tags.wheelchair === 'yes' || tags.wheelchair === 'designated'
    ? true
    : tags.wheelchair === 'no'
      ? false
      : undefined
}

/** yes to anything but no: bridge=viaduct is a bridge. */
export function isYes(value: string | undefined): boolean {
  return value !== undefined && value !== 'no'
}

export function readName(tags: Tags): string | undefined {
  return tags.name ?? tags['name:zh']
}

/** A record without its empty fields: a missing value is absent, never undefined. */
export function dropEmpty<T extends object>(record: T): T {
  // built anew: deleting from an object would turn it into a slow dictionary
  const full: Partial<T> = {}
  for (const key in record) if (record[key] !== undefined) full[key] = record[key]
  return full as T
}
