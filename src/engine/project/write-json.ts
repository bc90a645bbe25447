import type { JsonValue } from '../../model/layers'

/**
 * JSON text of a value. Unlike JSON.stringify it keeps the sign of -0, so that reading gives back exactly
 * what was written.
 */
export function writeJson(value: JsonValue): string {
  if (Object.is(value, -0)) return '-0'
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`
  return `{${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}:${writeJson(item)}`)
    .join(',')}}`
}
