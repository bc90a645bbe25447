import * as v from 'valibot'
import type { Change, Correction } from '../../model/correction'
import { LAYER_NAMES } from '../../model/layers'
import { MODES } from '../../model/mode'
import { SPACE_FIELDS, type SpaceFacts, type SpaceField, specOfSpaceField } from '../../model/space-facts'
import { placeSchema as place } from './place-json'

const linkEnd = v.object({ street: v.nullable(v.string()), at: place })

/** What every correction has beside its change. */
const base = { id: v.string(), finding: v.string() }

const pointSchema = v.object({
  type: v.literal('Point'),
  coordinates: v.pipe(
    place,
    v.transform((at) => [...at]),
  ),
})
const ring = v.pipe(
  v.array(
    v.pipe(
      place,
      v.transform((at) => [...at]),
    ),
  ),
  v.minLength(4),
)
const polygonSchema = v.object({
  type: v.literal('Polygon'),
  coordinates: v.pipe(v.array(ring), v.minLength(1)),
})

/** Facts by the table of fields; null: not known. */
const spaceFacts = v.strictObject(
  Object.fromEntries(
    SPACE_FIELDS.map((field) => [field, v.optional(v.nullable(schemaOf(specOfSpaceField(field))))]),
  ),
) as unknown as v.GenericSchema<unknown, SpaceFacts>

/** A fact of a space as a file may write it. */
export function spaceFactSchema(field: SpaceField): v.GenericSchema {
  return schemaOf(specOfSpaceField(field))
}

function schemaOf(spec: ReturnType<typeof specOfSpaceField>): v.GenericSchema {
  switch (spec.type) {
    case 'text':
      return v.string()
    case 'bool':
      return v.boolean()
    case 'int':
      return v.pipe(v.number(), v.integer())
    case 'number':
      return v.pipe(v.number(), v.finite())
    case 'enum':
      return v.picklist(spec.values)
    default:
      throw new Error(`unknown field ${JSON.stringify(spec satisfies never)}`)
  }
}

/** A change added to the model and forgotten here does not compile. */
const CORRECTION_SCHEMAS: {
  readonly [K in Change['kind']]: v.GenericSchema<unknown, Extract<Correction, { readonly kind: K }>>
} = {
  'add-link': v.object({ ...base, kind: v.literal('add-link'), from: linkEnd, to: linkEnd }),
  'share-node': v.object({
    ...base,
    kind: v.literal('share-node'),
    streets: v.tuple([v.string(), v.string()]),
    at: place,
  }),
  'drop-street': v.object({ ...base, kind: v.literal('drop-street'), street: v.string() }),
  'enter-facility': v.object({
    ...base,
    kind: v.literal('enter-facility'),
    facility: v.string(),
    at: place,
  }),
  'add-gates': v.object({
    ...base,
    kind: v.literal('add-gates'),
    community: v.string(),
    at: v.array(place),
  }),
  'move-gate': v.object({ ...base, kind: v.literal('move-gate'), gate: v.string(), at: place }),
  'shift-layer': v.object({
    ...base,
    kind: v.literal('shift-layer'),
    layer: v.picklist(LAYER_NAMES),
    from: v.picklist(['gcj02', 'bd09']),
  }),
  'set-mode': v.object({
    ...base,
    kind: v.literal('set-mode'),
    communities: v.array(v.string()),
    mode: v.nullable(v.picklist(MODES)),
    note: v.string(),
  }),
  'set-gated': v.object({
    ...base,
    kind: v.literal('set-gated'),
    community: v.string(),
    gated: v.nullable(v.boolean()),
  }),
  'add-space': v.object({
    ...base,
    kind: v.literal('add-space'),
    geometry: v.variant('type', [pointSchema, polygonSchema]),
    facts: spaceFacts,
  }),
  'set-space': v.object({ ...base, kind: v.literal('set-space'), space: v.string(), facts: spaceFacts }),
  'place-space': v.object({
    ...base,
    kind: v.literal('place-space'),
    space: v.string(),
    place: v.union([v.strictObject({ at: place }), v.strictObject({ community: v.string() })]),
  }),
  'drop-space': v.object({ ...base, kind: v.literal('drop-space'), space: v.string() }),
  ignore: v.object({ ...base, kind: v.literal('ignore') }),
}

const kindSchema = v.object({ kind: v.picklist(Object.keys(CORRECTION_SCHEMAS) as Change['kind'][]) })

/** Kind first, so that a report names the wrong field and not "no correction fits". */
export const correctionSchema = v.lazy((input): v.GenericSchema<unknown, Correction> => {
  const known = v.safeParse(kindSchema, input)
  // without a known kind this is `kindSchema` again, under the type of what it never lets through
  return known.success
    ? CORRECTION_SCHEMAS[known.output.kind]
    : (kindSchema as unknown as v.GenericSchema<unknown, Correction>)
})

/** A correction with its keys in a fixed order, so that equal projects give equal text. */
export function orderCorrection(correction: Correction): Record<string, unknown> {
  const { id, finding, kind, ...rest } = correction
  const fields = Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)))
  return { id, finding, kind, ...fields }
}
