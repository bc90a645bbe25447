import * as v from 'valibot'
import type { Edit, EditKind } from '../../model/scenario'
import { placeSchema as place } from './place-json'

const amount = v.pipe(v.number(), v.finite(), v.minValue(0))
/** «06:30», up to «24:00» */
const clock = v.pipe(v.string(), v.regex(/^([01]?\d|2[0-3]):[0-5]\d$|^24:00$/))
const access = v.picklist(['public', 'residents'])

/** What every edit may have. */
const common = {
  id: v.exactOptional(v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/))),
  cost_yuan: v.exactOptional(amount),
  note: v.exactOptional(v.string()),
}
const size = {
  floor_area_m2: v.exactOptional(amount),
  land_area_m2: v.exactOptional(amount),
  capacity: v.exactOptional(amount),
}

/** An edit added to the model and forgotten here does not compile. */
const EDIT_SCHEMAS: {
  readonly [K in EditKind]: v.GenericSchema<unknown, Extract<Edit, { readonly kind: K }>>
} = {
  'open-gate': v.object({
    kind: v.literal('open-gate'),
    gate: v.string(),
    access,
    hours: v.exactOptional(v.object({ from: clock, to: clock })),
    ...common,
  }),
  'close-gate': v.object({ kind: v.literal('close-gate'), gate: v.string(), ...common }),
  'open-wall': v.object({
    kind: v.literal('open-wall'),
    community: v.string(),
    at: place,
    access,
    ...common,
  }),
  'open-shared-wall': v.object({
    kind: v.literal('open-shared-wall'),
    communities: v.tuple([v.string(), v.string()]),
    at: v.tuple([place, place]),
    sides: v.tuple([access, access]),
    path: v.nullable(
      v.pipe(
        v.object({ line: v.array(place), joins: v.array(v.nullable(v.string())) }),
        v.check(({ line, joins }) => line.length === joins.length, 'one street or null for each place'),
      ),
    ),
    ...common,
  }),
  'add-path': v.object({
    kind: v.literal('add-path'),
    line: v.array(place),
    from: v.nullable(v.string()),
    to: v.nullable(v.string()),
    ...common,
  }),
  'remove-path': v.object({ kind: v.literal('remove-path'), street: v.string(), ...common }),
  'convert-space': v.object({
    kind: v.literal('convert-space'),
    space: v.string(),
    use: v.string(),
    class: v.string(),
    area_m2: v.exactOptional(amount),
    capacity: v.exactOptional(amount),
    access: v.exactOptional(access),
    ...common,
  }),
  'add-facility': v.object({
    kind: v.literal('add-facility'),
    name: v.string(),
    class: v.string(),
    at: place,
    community: v.exactOptional(v.string()),
    access: v.exactOptional(access),
    ...size,
    ...common,
  }),
  'move-facility': v.object({ kind: v.literal('move-facility'), facility: v.string(), to: place, ...common }),
  'resize-facility': v.object({
    kind: v.literal('resize-facility'),
    facility: v.string(),
    ...size,
    ...common,
  }),
  'close-facility': v.object({ kind: v.literal('close-facility'), facility: v.string(), ...common }),
  'share-facility': v.object({ kind: v.literal('share-facility'), facility: v.string(), ...common }),
}

const kindSchema = v.object({ kind: v.picklist(Object.keys(EDIT_SCHEMAS) as EditKind[]) })

/** Kind first, so that a report names the wrong field and not "no edit fits". */
export const editSchema = v.lazy((input): v.GenericSchema<unknown, Edit> => {
  const known = v.safeParse(kindSchema, input)
  // without a known kind this is `kindSchema` again, under the type of what it never lets through
  return known.success
    ? EDIT_SCHEMAS[known.output.kind]
    : (kindSchema as unknown as v.GenericSchema<unknown, Edit>)
})

/** An edit with its keys in a fixed order, so that equal projects give equal text. */
export function orderEdit({ kind, ...rest }: Edit): Record<string, unknown> {
  return { kind, ...Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))) }
}
