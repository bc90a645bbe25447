import * as fc from 'fast-check'
import { DECAYS, JUDGINGS } from '../../../src/model/analysis'
import { cleanText } from '../../../src/model/clean-text'
import { PROFILE_IDS } from '../../../src/model/profile'
import type { UnplacedSpace } from '../../../src/model/unplaced-space'
import {
  COMMON_FIELDS,
  type JsonValue,
  LAYER_NAMES,
  LAYERS,
  type LayerName,
  type LayerRecord,
} from '../../../src/model/layers'
import { MODES } from '../../../src/model/mode'
import type { Change, Correction } from '../../../src/model/correction'
import { COMPLETENESS_LEVELS, type Project, SURVEYED_LAYERS } from '../../../src/model/project'
import { editFigure } from '../../../src/model/rules/edit-pack'
import { SHIPPED_PACKS } from '../../../src/model/rules/shipped-packs'
import type { Edit, EditKind } from '../../../src/model/scenario'
import { type IndicatorEntry, keyOfEntry } from '../../../src/model/indicator-entry'
import type { LonLat } from '../../../src/model/units'
import { WORKS_PACK } from '../../../src/model/works-pack'
import { FUNDING_SOURCES, SHARING_BASES } from '../../../src/model/funding'
import type { FieldSpec } from '../../../src/engine/read/coerce-field'

const extremes = [0, -0, 5e-324, -5e-324, 1e-300, 0.1 + 0.2]
const lon = fc.oneof(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.constantFrom(...extremes, 180, -180, 120.12345678901234),
)
const lat = fc.oneof(
  fc.double({ min: -90, max: 90, noNaN: true }),
  fc.constantFrom(...extremes, 90, -90, 30.123456789012344),
)
const height = fc.double({ noNaN: true, noDefaultInfinity: true })
const position = fc.oneof(
  { weight: 9, arbitrary: fc.tuple(lon, lat).map((p): number[] => p) },
  { weight: 1, arbitrary: fc.tuple(lon, lat, height).map((p): number[] => p) },
)
const ring = fc.array(position, { minLength: 3, maxLength: 6 }).map((open) => [...open, [...open[0]]])
const polygon = fc.array(ring, { minLength: 1, maxLength: 3 })

const geometries = {
  Point: position.map((coordinates) => ({ type: 'Point' as const, coordinates })),
  LineString: fc
    .array(position, { minLength: 2, maxLength: 8 })
    .map((coordinates) => ({ type: 'LineString' as const, coordinates })),
  Polygon: polygon.map((coordinates) => ({ type: 'Polygon' as const, coordinates })),
  MultiPolygon: fc
    .array(polygon, { minLength: 1, maxLength: 3 })
    .map((coordinates) => ({ type: 'MultiPolygon' as const, coordinates })),
}

const chinese = fc.constantFrom('翠苑一区', '闲置用房(一层)', '', 'a "quoted", text\nwith lines', '𠮷野家')
/** Never empty: "" is a missing value in the schema. Without hidden characters, which do not come in. */
const text = fc
  .oneof(fc.string({ unit: 'binary', minLength: 1 }), chinese)
  .map((value) => cleanText(value))
  .filter((value) => value !== '')

/** JSON as JSON.parse makes it, with -0 and without the keys that no object literal has. */
const json = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as JsonValue)
const key = text.filter((value) => value !== '__proto__')
const extra = fc.dictionary(key, fc.oneof(json, fc.constant(-0), fc.constant(null)), {
  minKeys: 1,
  noNullPrototype: true,
})

function valueOf(spec: FieldSpec): fc.Arbitrary<string | number | boolean> {
  if (spec.type === 'text') return text
  if (spec.type === 'enum') return fc.constantFrom(...spec.values)
  if (spec.type === 'bool') return fc.boolean()
  if (spec.type === 'number') return fc.double({ noNaN: true, noDefaultInfinity: true })
  return fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.constant(-0))
}

/** Records of one layer, ids unique. */
export function arbitraryRecords<L extends LayerName>(layer: L): fc.Arbitrary<LayerRecord<L>[]> {
  const fields: Record<string, fc.Arbitrary<unknown>> = { extra }
  for (const [name, spec] of Object.entries<FieldSpec>({ ...COMMON_FIELDS, ...LAYERS[layer].fields }))
    if (name !== 'id') fields[name] = valueOf(spec)
  const geometry = fc.oneof(...LAYERS[layer].geometry.map((type): fc.Arbitrary<unknown> => geometries[type]))
  const record = fc.record(
    { ...fields, id: text, geometry },
    { requiredKeys: ['id', 'geometry'], noNullPrototype: true },
  )
  return fc.uniqueArray(record, {
    selector: ({ id }) => id,
    maxLength: 5,
  }) as unknown as fc.Arbitrary<LayerRecord<L>[]>
}

const layers = fc.record(Object.fromEntries(LAYER_NAMES.map((name) => [name, arbitraryRecords(name)])), {
  noNullPrototype: true,
}) as unknown as fc.Arbitrary<Project['layers']>

const provenance = fc.record(
  {
    files: fc.array(text, { maxLength: 3 }),
    format: text,
    crs: text,
    data_date: text,
    licence: text,
    topology: fc.constantFrom('vertices' as const, 'crossings' as const),
  },
  { requiredKeys: ['files', 'format', 'crs'], noNullPrototype: true },
)

// JSON has no -0
const place = fc.tuple(lon, lat).map(([x, y]): LonLat => [x + 0, y + 0])

const optional = {
  cost_yuan: fc.nat({ max: 1e9 }),
  note: text,
  floor_area_m2: fc.nat({ max: 9999 }),
  land_area_m2: fc.nat({ max: 9999 }),
  capacity: fc.nat({ max: 999 }),
}
const { cost_yuan, note, ...sizes } = optional
const clock = fc.constantFrom('00:00', '6:30', '22:00', '24:00')
const access = fc.constantFrom('public' as const, 'residents' as const)

/** Fields of an edit, those named optional present or not. */
function editOf(
  kind: EditKind,
  needed: Record<string, fc.Arbitrary<unknown>>,
  perhaps: Record<string, fc.Arbitrary<unknown>> = {},
): fc.Arbitrary<Edit> {
  const model = { kind: fc.constant(kind), ...needed, cost_yuan, note, ...perhaps }
  const requiredKeys = ['kind', ...Object.keys(needed)]
  return fc.record(model, {
    requiredKeys: requiredKeys as never,
    noNullPrototype: true,
  }) as unknown as fc.Arbitrary<Edit>
}

// a kind forgotten here does not compile
const edits: { readonly [K in EditKind]: fc.Arbitrary<Edit> } = {
  'open-gate': editOf(
    'open-gate',
    { gate: text, access },
    { hours: fc.record({ from: clock, to: clock }, { noNullPrototype: true }) },
  ),
  'close-gate': editOf('close-gate', { gate: text }),
  'open-wall': editOf('open-wall', { community: text, at: place, access }),
  'open-shared-wall': editOf('open-shared-wall', {
    communities: fc.tuple(text, text),
    at: fc.tuple(place, place),
    sides: fc.tuple(access, access),
    path: fc.option(
      fc
        .array(fc.tuple(place, fc.option(text)), { maxLength: 4 })
        .map((each) => ({ line: each.map(([at]) => at), joins: each.map(([, street]) => street) })),
    ),
  }),
  'add-path': editOf('add-path', {
    line: fc.array(place, { maxLength: 4 }),
    from: fc.option(text),
    to: fc.option(text),
  }),
  'remove-path': editOf('remove-path', { street: text }),
  'convert-space': editOf(
    'convert-space',
    { space: text, use: text, class: text },
    { area_m2: sizes.floor_area_m2, capacity: sizes.capacity, access },
  ),
  'add-facility': editOf(
    'add-facility',
    { name: text, class: text, at: place },
    { community: text, access, ...sizes },
  ),
  'move-facility': editOf('move-facility', { facility: text, to: place }),
  'resize-facility': editOf('resize-facility', { facility: text }, sizes),
  'close-facility': editOf('close-facility', { facility: text }),
  'share-facility': editOf('share-facility', { facility: text }),
}
const edit = fc.oneof(...Object.values(edits))

const scenario = fc.record(
  { id: text, name: text, note: text, locked: fc.boolean(), edits: fc.array(edit, { maxLength: 4 }) },
  { requiredKeys: ['id', 'name', 'edits'], noNullPrototype: true },
)

const bookmark = fc.record(
  {
    id: text,
    caption: text,
    box: fc.tuple(place, place).map(([[west, south], [east, north]]) => [west, south, east, north] as const),
    scenario: fc.option(text),
    theme: fc.constantFrom('missing' as const, 'class:MARKET' as const),
    form: fc.constantFrom('communities' as const, 'hexagons' as const),
    sides: fc.oneof(
      fc.constant({ onMap: 'off' as const }),
      fc.record(
        {
          onMap: fc.constantFrom('difference' as const, 'swipe' as const),
          from: fc.option(text),
          divider: fc.double({ min: 0, max: 1, noNaN: true }).map((share) => share + 0),
        },
        { noNullPrototype: true },
      ),
    ),
    selection: fc.oneof(
      fc.record(
        { kind: fc.constantFrom('community' as const, 'gap' as const), id: text },
        { noNullPrototype: true },
      ),
      fc.record({ kind: fc.constant('point' as const), at: place }, { noNullPrototype: true }),
    ),
    bands: fc.constantFrom('distance' as const, 'time' as const),
    terms: fc.record(
      {
        profile: fc.constantFrom(...PROFILE_IDS),
        basis: fc.constantFrom('distance' as const, 'time' as const),
        hour: fc.option(fc.nat(1439)),
        judging: fc.constantFrom(...JUDGINGS),
        decay: fc.constantFrom(...DECAYS),
        countsSmall: fc.boolean(),
      },
      { noNullPrototype: true },
    ),
  },
  { requiredKeys: ['id', 'caption', 'box', 'scenario'], noNullPrototype: true },
)

const spaceFacts = fc.record(
  { name: text, kind: fc.option(fc.constantFrom('idle_room' as const)), area_m2: fc.option(fc.nat()) },
  { requiredKeys: [], noNullPrototype: true },
)
const linkEnd = fc.record({ street: fc.option(text), at: place }, { noNullPrototype: true })
const changes: { readonly [K in Change['kind']]: fc.Arbitrary<Omit<Extract<Change, { kind: K }>, 'kind'>> } =
  {
    'add-link': fc.record({ from: linkEnd, to: linkEnd }),
    'share-node': fc.record({ streets: fc.tuple(text, text), at: place }),
    'drop-street': fc.record({ street: text }),
    'enter-facility': fc.record({ facility: text, at: place }),
    'add-gates': fc.record({ community: text, at: fc.array(place, { maxLength: 3 }) }),
    'move-gate': fc.record({ gate: text, at: place }),
    'shift-layer': fc.record({
      layer: fc.constantFrom(...LAYER_NAMES),
      from: fc.constantFrom('gcj02' as const, 'bd09' as const),
    }),
    'place-space': fc.record({
      space: text,
      place: fc.oneof(
        place.map((at) => ({ at })),
        text.map((community) => ({ community })),
      ),
    }),
    'set-gated': fc.record({ community: text, gated: fc.constantFrom(true, false, null) }),
    'set-mode': fc.record({
      communities: fc.array(text, { maxLength: 3 }),
      mode: fc.option(fc.constantFrom(...MODES)),
      note: text,
    }),
    'add-space': fc.record({
      geometry: place.map((at) => ({ type: 'Point' as const, coordinates: [...at] })),
      facts: spaceFacts,
    }),
    'set-space': fc.record({ space: text, facts: spaceFacts }),
    'drop-space': fc.record({ space: text }),
    ignore: fc.constant({}),
  }

/** Corrections of every kind; most name records that no project has. */
export const arbitraryCorrection: fc.Arbitrary<Correction> = fc.oneof(
  ...(Object.keys(changes) as Change['kind'][]).map((kind) =>
    // the record of each kind has just the fields of that kind
    fc
      .tuple(text, text, changes[kind])
      .map(([id, finding, fields]) => ({ id, finding, kind, ...fields }) as Correction),
  ),
)

const yuan = fc.nat({ max: 1e9 })
const funding = fc.uniqueArray(
  fc.oneof(
    fc.record(
      { source: fc.constantFrom(...FUNDING_SOURCES), share: fc.double({ min: 0, max: 1, noNaN: true }) },
      { noNullPrototype: true },
    ),
    fc.record({ source: fc.constantFrom(...FUNDING_SOURCES), yuan }, { noNullPrototype: true }),
  ),
  { selector: ({ source }) => source },
)
const counts = {
  voting_area_m2: fc.double({ min: 0, max: 1e6, noNaN: true }),
  voting_heads: fc.nat(9999),
  yes_area_m2: fc.nat(9999),
  yes_heads: fc.nat(9999),
}
const ballot = fc.record(
  { ...counts, type: fc.constantFrom('simple' as const, 'three-quarters' as const), plan: text },
  { requiredKeys: [], noNullPrototype: true },
)
const ballots = fc.uniqueArray(
  fc.record(
    { community: text, area_m2: fc.nat(99_999), heads: fc.nat(9999), consent: ballot, approval: ballot },
    { requiredKeys: ['community'], noNullPrototype: true },
  ),
  { selector: ({ community }) => community, maxLength: 3 },
)
const choices = fc.uniqueArray(
  fc.record(
    {
      item: fc.constantFrom(...WORKS_PACK.items.map(({ code }) => code)),
      choice: fc.constantFrom('chosen' as const, 'left-out' as const),
      amount: fc.nat(999),
      cost_yuan: yuan,
      note: text,
    },
    { requiredKeys: ['item', 'choice'], noNullPrototype: true },
  ),
  { selector: ({ item }) => item, maxLength: 5 },
)
const works = fc.uniqueArray(fc.record({ community: text, choices }, { noNullPrototype: true }), {
  selector: ({ community }) => community,
  maxLength: 3,
})
const affected = fc.uniqueArray(
  fc.record(
    { space: text, use: text, owners: fc.nat(999), agreed: fc.nat(999) },
    { requiredKeys: ['space', 'use'], noNullPrototype: true },
  ),
  { selector: ({ space, use }) => JSON.stringify([space, use]), minLength: 1, maxLength: 3 },
)
/** What is decided about a scenario, whichever it is. */
const decided = fc.record(
  { funding, sharing: fc.constantFrom(...SHARING_BASES), ballots, affected, works },
  { requiredKeys: ['funding', 'ballots', 'works'], noNullPrototype: true },
)
const prices = fc.uniqueArray(
  fc.tuple(text, yuan, yuan, yuan).map(([code, low_yuan, more, most]) => ({
    code,
    low_yuan,
    default_yuan: low_yuan + more,
    high_yuan: low_yuan + more + most,
  })),
  { selector: ({ code }) => code, maxLength: 3 },
)

const unit = fc.record(
  { id: text, name: text, communities: fc.array(text, { minLength: 1, maxLength: 3 }) },
  { requiredKeys: ['id', 'communities'], noNullPrototype: true },
)

const said = fc.record({
  code: fc.constantFrom('CK09', 'GREEN_BLOCK_OLD'),
  community: fc.constantFrom(null, 'c1', '康乐新村'),
  date: fc.constantFrom('2024-02-29', '1999-12-31'),
  source: fc.constantFrom('竣工图', '街道台账'),
  note: fc.constantFrom('', '<b>'),
})
const entry: fc.Arbitrary<IndicatorEntry> = fc
  .tuple(
    said,
    fc.oneof(
      fc.record({ value: fc.double({ min: 0, max: 1e9, noNaN: true }), unit: fc.constantFrom('m', '%') }),
      fc.record({ value: fc.constantFrom('met' as const, 'unmet' as const), unit: fc.constant('') }),
    ),
  )
  .map(([about, what]) => ({ ...about, ...what }))

const unplaced: fc.Arbitrary<UnplacedSpace> = fc.record(
  {
    id: fc.stringMatching(/^[^ ]{1,8}$/),
    file: text,
    row: fc.nat(999),
    name: text,
    community: text,
    kind: fc.constantFrom('idle_room' as const, 'vacant_land' as const),
    area_m2: fc.nat(9999),
    survey_date: fc.constantFrom('2026-01-31'),
    extra: fc.record({ 地址: text, more: fc.constantFrom(null, 3, true) }, { noNullPrototype: true }),
  },
  { requiredKeys: ['id', 'file', 'row'], noNullPrototype: true },
)

const plainProject: fc.Arbitrary<Project> = fc.record(
  {
    name: text,
    fictional: fc.boolean(),
    layers,
    provenance: fc.record(Object.fromEntries(LAYER_NAMES.map((name) => [name, provenance])), {
      requiredKeys: [],
      noNullPrototype: true,
    }),
    extent: fc.tuple(lon, lat, lon, lat),
    surveyed: fc.dictionary(fc.stringMatching(/^[A-Z_]{1,12}$/), fc.boolean(), { noNullPrototype: true }),
    completeness: fc.record(
      Object.fromEntries(SURVEYED_LAYERS.map((layer) => [layer, fc.constantFrom(...COMPLETENESS_LEVELS)])),
      { requiredKeys: [], noNullPrototype: true },
    ),
    rules: fc.record(
      {
        packs: fc
          .tuple(
            fc.subarray([...SHIPPED_PACKS].slice(1), { minLength: 1, maxLength: 2 }),
            fc.integer({ min: 1, max: 5000 }),
          )
          .map(([packs, radius]) =>
            packs.map((pack) => editFigure(pack, 'MARKET', 'radius_m', radius, '试')),
          ),
        old_area: fc.boolean(),
      },
      { noNullPrototype: true },
    ),
    scenarios: fc.array(scenario, { maxLength: 3 }),
    bookmarks: fc.array(bookmark, { maxLength: 3 }),
    units: fc.array(unit, { maxLength: 3 }),
    entered: fc.uniqueArray(entry, { maxLength: 3, selector: keyOfEntry }),
    corrections: fc.array(arbitraryCorrection, { maxLength: 3 }),
    unplaced: fc.uniqueArray(unplaced, { maxLength: 3, selector: ({ id }) => id }),
    prices,
  },
  {
    requiredKeys: ['name', 'fictional', 'layers', 'provenance', 'surveyed', 'scenarios', 'corrections'],
    noNullPrototype: true,
  },
)

/** A project; where it has packages, they are of its first scenarios. */
export const arbitraryProject: fc.Arbitrary<Project> = fc
  .tuple(plainProject, fc.option(fc.array(decided, { maxLength: 2 })))
  .map(([project, packages]) => {
    if (packages === null) return project
    const ids = [...new Set(project.scenarios.map(({ id }) => id))].slice(0, packages.length)
    return { ...project, packages: ids.map((id, i) => ({ scenario: id, ...packages[i] })) }
  })
