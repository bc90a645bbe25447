import { cleanText } from '../../model/clean-text'
import { COMMON_FIELDS, LAYER_NAMES, LAYERS } from '../../model/layers'
import type { JsonValue, LayerName } from '../../model/layers'

/** One field of the layer table, with all its shapes named. */
export type FieldSpec =
  | { readonly type: 'text' | 'int' | 'number' | 'bool' }
  | { readonly type: 'enum'; readonly values: readonly string[] }

export type Coerced =
  | { readonly kind: 'value'; readonly value: string | number | boolean }
  | { readonly kind: 'absent' }
  | { readonly kind: 'wrong-type'; readonly expected: string }
  | { readonly kind: 'unknown-value'; readonly expected: string }

/** The fields of a layer with those every layer has, by name. */
export function listFields(layer: LayerName): ReadonlyMap<string, FieldSpec> {
  return FIELDS[layer]
}

const FIELDS = Object.fromEntries(
  LAYER_NAMES.map((layer) => [
    layer,
    new Map(Object.entries<FieldSpec>({ ...COMMON_FIELDS, ...LAYERS[layer].fields })),
  ]),
) as unknown as Readonly<Record<LayerName, ReadonlyMap<string, FieldSpec>>>

const YES = new Set(['true', 'yes', 'y', 't', '1', '是', '有'])
const NO = new Set(['false', 'no', 'n', 'f', '0', '否', '无'])

/** Numbers that may be below zero; a negative count or length is a mark for "missing". */
const SIGNED = new Set(['storey', 'layer', 'rise_m', 'ele_from', 'ele_to'])

/**
 * A value as the layer table wants it, where nothing is guessed: "12" and full-width "１２" are 12,
 * "1998年" is a year, 是 and 1 are true. Null and "" are absent. A half for a whole number, a negative
 * count or a list are of the wrong type.
 */
export function coerceField(name: string, spec: FieldSpec, raw: JsonValue | undefined): Coerced {
  if (raw === null || raw === undefined) return { kind: 'absent' }
  if (typeof raw === 'object') return { kind: 'wrong-type', expected: spec.type }
  const written = String(raw).trim()
  if (written === '') return { kind: 'absent' }
  // a text is told where it is cleaned; a word or a number is known for what it is
  if (spec.type === 'text') return { kind: 'value', value: written }
  const text = typeof raw === 'string' ? cleanText(written) : written
  switch (spec.type) {
    case 'bool': {
      const word = text.toLowerCase()
      if (YES.has(word)) return { kind: 'value', value: true }
      return NO.has(word) ? { kind: 'value', value: false } : { kind: 'wrong-type', expected: '是/否 yes/no' }
    }
    case 'enum': {
      const value = spec.values.find((known) => known === text.toLowerCase())
      if (value !== undefined) return { kind: 'value', value }
      return { kind: 'unknown-value', expected: spec.values.join(', ') }
    }
    default: {
      const number = typeof raw === 'number' ? raw : parseNumber(name, text)
      const isRight =
        Number.isFinite(number) &&
        (spec.type === 'number' || Number.isSafeInteger(number)) &&
        (number >= 0 || SIGNED.has(name))
      if (isRight) return { kind: 'value', value: number }
      return {
        kind: 'wrong-type',
        expected: number < 0 && !SIGNED.has(name) ? 'number of 0 or more' : spec.type,
      }
    }
  }
}

function parseNumber(name: string, text: string): number {
  const plain = text.normalize('NFKC')
  const bare = name.endsWith('_year') ? plain.replace(/年$/, '') : plain
  // Number() takes "0x10" and "Infinity" too, a survey does not
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(bare) ? Number(bare) : NaN
}
