import type { JsonValue } from '../../model/layers'
import type { FieldSpec } from '../read/coerce-field'

export type FieldValue =
  | { readonly kind: 'value'; readonly value: string | number | boolean }
  | { readonly kind: 'absent' }
  | { readonly kind: 'wrong-type' }
  | { readonly kind: 'unknown-value' }

const YES = new Set(['true', 'yes', '1'])
const NO = new Set(['false', 'no', '0'])

/**
 * A value of a layer file as the schema's type, unchanged where it has the type: what was saved comes back,
 * spaces and all. (The import's `coerceField` tidies what people typed; this must not.) A GIS may have
 * changed types on its way: numbers as text, truth as 0/1 or yes/no, a number for text. Null and "" are
 * absent.
 */
export function restoreField(spec: FieldSpec, raw: JsonValue): FieldValue {
  if (raw === null || raw === '') return { kind: 'absent' }
  if (typeof raw === 'object') return { kind: 'wrong-type' }
  switch (spec.type) {
    case 'text':
      return { kind: 'value', value: String(raw) }
    case 'enum':
      if (typeof raw !== 'string') return { kind: 'wrong-type' }
      return spec.values.includes(raw) ? { kind: 'value', value: raw } : { kind: 'unknown-value' }
    case 'bool': {
      const word = String(raw).toLowerCase()
      if (YES.has(word)) return { kind: 'value', value: true }
      return NO.has(word) ? { kind: 'value', value: false } : { kind: 'wrong-type' }
    }
    default: {
      const value = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw
      if (typeof value !== 'number' || !Number.isFinite(value)) return { kind: 'wrong-type' }
      if (spec.type === 'int' && !Number.isInteger(value)) return { kind: 'wrong-type' }
      return { kind: 'value', value }
    }
  }
}
