import type { LineString, MultiPolygon, Point, Polygon } from 'geojson'

/**
 * The survey layers and their fields, once. From this table come the record types below, the runtime
 * validation, the FlatGeobuf columns and the import form. Field names are those of the project file;
 * lengths in metres, areas in m², coordinates WGS84. A missing value is absent, never 0 or "".
 */

type FieldSpec =
  | { readonly type: 'text' }
  | { readonly type: 'int' }
  | { readonly type: 'number' }
  | { readonly type: 'bool' }
  | { readonly type: 'enum'; readonly values: readonly string[] }

type GeometryType = 'Point' | 'LineString' | 'Polygon' | 'MultiPolygon'

interface LayerSpec {
  readonly geometry: readonly GeometryType[]
  readonly fields: Readonly<Record<string, FieldSpec>>
}

const text = { type: 'text' } as const
const int = { type: 'int' } as const
const number = { type: 'number' } as const
const bool = { type: 'bool' } as const
function oneOf<const V extends readonly string[]>(...values: V) {
  return { type: 'enum', values } as const
}

/** Residents by age band; the sum of bands need not be the total, bands are what surveys give. */
const people = {
  households: int,
  residents: int,
  residents_0_2: int,
  residents_3_5: int,
  residents_6_11: int,
  residents_12_14: int,
  residents_60_plus: int,
  residents_80_plus: int,
} as const

/** On every layer. `id` is unique in its layer and stable. */
export const COMMON_FIELDS = {
  id: text,
  name: text,
  source: text,
  survey_date: text,
  note: text,
} as const satisfies Record<string, FieldSpec>

export const LAYERS = {
  communities: {
    geometry: ['Polygon', 'MultiPolygon'],
    fields: {
      subdistrict: text,
      committee: text,
      built_year: int,
      floor_area_m2: number,
      ...people,
      gated: bool,
      last_renovated_year: int,
      expropriation_planned: bool,
      affordable_housing: bool,
      resident_will: number,
      management: oneOf('none', 'basic', 'professional'),
      owners: int,
      exclusive_area_m2: number,
      parking_bays: int,
      mode: oneOf('comprehensive', 'rebuild'),
    },
  },
  gates: {
    geometry: ['Point'],
    fields: {
      community: text,
      access: oneOf('public', 'residents', 'closed'),
      open_from: text,
      open_to: text,
      step_free: bool,
    },
  },
  buildings: {
    geometry: ['Polygon', 'MultiPolygon'],
    fields: {
      community: text,
      storeys: int,
      underground_storeys: int,
      height_m: number,
      use: text,
      lift: bool,
      ...people,
      built_year: int,
    },
  },
  facilities: {
    geometry: ['Point', 'Polygon', 'MultiPolygon'],
    fields: {
      class: text,
      community: text,
      access: oneOf('public', 'residents'),
      floor_area_m2: number,
      land_area_m2: number,
      capacity: number,
      storey: int,
      step_free: bool,
    },
  },
  entrances: {
    geometry: ['Point'],
    fields: { of: text, step_free: bool },
  },
  spaces: {
    geometry: ['Point', 'Polygon', 'MultiPolygon'],
    fields: {
      kind: oneOf('vacant_land', 'waste_land', 'idle_room', 'underground', 'public_stock'),
      community: text,
      area_m2: number,
      storey: int,
      clear_height_m: number,
      own_entrance: bool,
      ownership: oneOf('owners', 'government', 'state_enterprise', 'private', 'civil_defense'),
      available_until: text,
      sun_hours: number,
      structure: oneOf('brick', 'concrete', 'steel', 'timber', 'mixed'),
      fire_grade: int,
      flue: bool,
      lift: bool,
      outdoor_m2: number,
      in_housing: bool,
      heritage: bool,
      current_use: text,
      photos: text,
    },
  },
  streets: {
    geometry: ['LineString'],
    fields: {
      kind: text,
      bridge: bool,
      tunnel: bool,
      layer: int,
      foot: text,
      access: text,
      sidewalk: text,
      steps: bool,
      step_free: bool,
      crossing: oneOf('signals', 'marked', 'unmarked'),
      width_m: number,
      incline: text,
      rise_m: number,
      ele_from: number,
      ele_to: number,
      conveying: bool,
      oneway: bool,
      oneway_foot: bool,
    },
  },
  crossings: {
    geometry: ['Point'],
    fields: { kind: oneOf('signals', 'marked', 'unmarked', 'elevator') },
  },
  barriers: {
    geometry: ['LineString', 'Polygon', 'MultiPolygon'],
    fields: { kind: oneOf('wall', 'fence', 'water', 'rail', 'expressway'), locked: bool },
  },
  greens: {
    geometry: ['Polygon', 'MultiPolygon'],
    fields: { kind: oneOf('park', 'garden', 'square', 'court'), area_m2: number, width_m: number },
  },
  heritage: { geometry: ['Polygon', 'MultiPolygon'], fields: { grade: text } },
  land: { geometry: ['Polygon', 'MultiPolygon'], fields: { use: text } },
  boundary: { geometry: ['Polygon', 'MultiPolygon'], fields: {} },
  subdistricts: { geometry: ['Polygon', 'MultiPolygon'], fields: { code: text } },
} as const satisfies Record<string, LayerSpec>

export type LayerName = keyof typeof LAYERS
export const LAYER_NAMES = Object.keys(LAYERS) as readonly LayerName[]

type GeometryOf<G extends GeometryType> = G extends 'Point'
  ? Point
  : G extends 'LineString'
    ? LineString
    : G extends 'Polygon'
      ? Polygon
      : MultiPolygon

type ValueOf<F extends FieldSpec> = F extends { type: 'enum'; values: readonly (infer V)[] }
  ? V
  : F extends { type: 'text' }
    ? string
    : F extends { type: 'bool' }
      ? boolean
      : number

/** Values of fields the schema does not know; kept as they came. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }

interface CommonRecord {
  readonly id: string
  readonly name?: string
  readonly source?: string
  /** ISO date */
  readonly survey_date?: string
  readonly note?: string
  /** unknown fields of the file it came from, kept */
  readonly extra?: Readonly<Record<string, JsonValue>>
}

/** One record of a layer: geometry plus flat, typed fields. */
export type LayerRecord<L extends LayerName> = CommonRecord & {
  readonly geometry: GeometryOf<(typeof LAYERS)[L]['geometry'][number]>
} & {
  readonly [F in keyof (typeof LAYERS)[L]['fields']]?: ValueOf<
    (typeof LAYERS)[L]['fields'][F] extends FieldSpec ? (typeof LAYERS)[L]['fields'][F] : never
  >
}

export type Layers = { readonly [L in LayerName]: readonly LayerRecord<L>[] }

export type Community = LayerRecord<'communities'>
export type Gate = LayerRecord<'gates'>
export type Building = LayerRecord<'buildings'>
export type Facility = LayerRecord<'facilities'>
export type Entrance = LayerRecord<'entrances'>
export type Space = LayerRecord<'spaces'>
export type Street = LayerRecord<'streets'>
export type Crossing = LayerRecord<'crossings'>
export type Barrier = LayerRecord<'barriers'>
export type Green = LayerRecord<'greens'>

/** Every layer present and empty. */
export function emptyLayers(): Layers {
  return Object.fromEntries(LAYER_NAMES.map((name) => [name, []])) as unknown as Layers
}
