import { expect, test } from 'vitest'

import type { Facility, LayerName } from '../../../src/model/layers'
import type { ReadResult } from '../../../src/engine/read/read-result'
import { degrees, readDraft, square } from './make-osm'
import type { OsmDraft } from './make-osm'

type Tags = Readonly<Record<string, string>>

const idsOf = (result: ReadResult, layer: LayerName): string[] =>
  (result.layers[layer] ?? []).map(({ id }) => id)

/** One way over two nodes with these tags, as a street. */
async function streetOf(tags: Tags, nodeTags?: Tags) {
  const result = await readDraft({
    nodes: nodeTags === undefined ? { 1: [0, 0], 2: [9, 0] } : { 1: [0, 0], 2: [9, 0, nodeTags] },
    ways: { 5: [[1, 2], tags] },
  })
  return result.layers.streets?.[0]
}

/** The facilities of one tagged node. */
async function facilitiesAt(tags: Tags): Promise<Facility[]> {
  const result = await readDraft({ nodes: { 1: [0, 0, tags] } })
  return [...(result.layers.facilities ?? [])]
}

/** The class of one tagged node; "?" unclear, null no facility. */
async function classAt(tags: Tags): Promise<string | null> {
  const [first] = await facilitiesAt(tags)
  return first === undefined ? null : (first.class ?? '?')
}

test('a street carries what a walk needs to know', async () => {
  expect(
    await streetOf({
      highway: 'footway',
      bridge: 'viaduct',
      layer: '1',
      foot: 'designated',
      access: 'permissive',
      width: '2.5 m',
      incline: '8%',
      'oneway:foot': 'yes',
      'sidewalk:left': 'yes',
      'sidewalk:right': 'yes',
      wheelchair: 'yes',
      'name:zh': '天桥',
    }),
  ).toEqual({
    id: 'w5',
    name: '天桥',
    kind: 'footway',
    bridge: true,
    layer: 1,
    foot: 'designated',
    access: 'permissive',
    sidewalk: 'both',
    step_free: true,
    width_m: 2.5,
    incline: '8%',
    oneway_foot: true,
    geometry: { type: 'LineString', coordinates: [degrees(0, 0), degrees(9, 0)] },
  })
})

test('tunnels, steps, elevators and absent tags', async () => {
  expect((await streetOf({ highway: 'path', tunnel: 'building_passage' }))?.tunnel).toBe(true)
  expect((await streetOf({ highway: 'path', tunnel: 'culvert' }))?.tunnel).toBeUndefined()
  expect(await streetOf({ highway: 'steps' })).toMatchObject({ steps: true, step_free: false })
  expect((await streetOf({ highway: 'elevator' }))?.step_free).toBe(true)
  const bare = await streetOf({ highway: 'residential' })
  expect(Object.keys(bare ?? {}).sort()).toEqual(['geometry', 'id', 'kind'])
})

test('crossings by their own tag, else by the node on them', async () => {
  const crossing = async (tags: Tags, nodeTags?: Tags) =>
    (await streetOf({ highway: 'footway', footway: 'crossing', ...tags }, nodeTags))?.crossing
  expect(await crossing({ crossing: 'traffic_signals' })).toBe('signals')
  expect(await crossing({ crossing: 'uncontrolled' })).toBe('marked')
  expect(await crossing({ crossing: 'zebra' })).toBe('marked')
  expect(await crossing({ crossing: 'unmarked' })).toBe('unmarked')
  expect(await crossing({}, { highway: 'crossing', crossing: 'marked' })).toBe('marked')
  expect(await crossing({})).toBe('unmarked')
  expect((await streetOf({ highway: 'footway' }))?.crossing).toBeUndefined()
})

test('motorways are streets too; what is not there is not', async () => {
  expect((await streetOf({ highway: 'motorway' }))?.kind).toBe('motorway')
  for (const highway of ['construction', 'proposed', 'planned', 'abandoned', 'razed', 'disused', 'platform'])
    expect([highway, await streetOf({ highway })]).toEqual([highway, undefined])
})

test('a way with a missing node comes in as the parts that exist', async () => {
  const result = await readDraft({
    nodes: { 1: [0, 0], 2: [1, 0], 4: [3, 0], 5: [4, 0] },
    ways: { 7: [[1, 2, 3, 4, 5], { highway: 'path' }], 8: [[1, 3], { highway: 'path' }] },
  })
  expect(idsOf(result, 'streets')).toEqual(['w7/1', 'w7/2'])
  expect(result.issues).toMatchObject([
    { severity: 'warning', code: 'nodes-missing', id: 'w7', facts: { missing: 1 }, file: 'draft.osm' },
    { severity: 'error', code: 'nodes-missing', id: 'w8' },
  ])
  expect(result.rejected).toBe(1)
})

test('repeated nodes in a row are one vertex', async () => {
  const result = await readDraft({
    nodes: { 1: [0, 0], 2: [5, 0], 3: [5, 0], 4: [9, 0] },
    ways: { 7: [[1, 2, 2, 3, 4], { highway: 'path' }] },
  })
  expect(result.layers.streets?.[0]?.geometry.coordinates).toHaveLength(3)
})

/** An L-shaped plaza; streets meet it at its four named corners a, b, c, d. */
const PLAZA: OsmDraft = {
  nodes: {
    1: [0, 0], // a
    2: [40, 0], // b
    3: [40, 10],
    4: [10, 10],
    5: [10, 40], // c
    6: [0, 40],
    11: [-20, 0],
    12: [60, 0],
    15: [10, 60],
    21: [0, 20], // d
    22: [-20, 20],
  },
  ways: {
    100: [[1, 2, 3, 4, 5, 6, 21, 1], { highway: 'pedestrian', area: 'yes' }],
    101: [[11, 1], { highway: 'path' }],
    102: [[2, 12], { highway: 'path' }],
    105: [[5, 15], { highway: 'path' }],
    106: [[21, 22], { highway: 'path' }],
  },
}

test('a plaza is walked around, and across between the streets that see each other', async () => {
  const result = await readDraft(PLAZA)
  expect(idsOf(result, 'streets')).toEqual([
    'w101',
    'w102',
    'w105',
    'w106',
    'w100/ring',
    'w100/link/1',
    'w100/link/2',
  ])
  const links = result.layers.streets?.slice(5).map(({ geometry }) => geometry.coordinates)
  // a–b and d–a are edges; b–c and b–d leave the L; c–d and a–c stay inside
  const [a, c, d] = [degrees(0, 0), degrees(10, 40), degrees(0, 20)]
  expect(links).toHaveLength(2)
  expect(links).toEqual(
    expect.arrayContaining([expect.arrayContaining([c, d]), expect.arrayContaining([a, c])]),
  )
  expect(result.layers.streets?.[4]?.geometry.coordinates).toHaveLength(8)
})

test('a hole in a plaza blocks the view', async () => {
  const outer = square(1, 0, 0, 100)
  const inner = square(11, 40, 40, 20)
  const result = await readDraft({
    nodes: { ...outer.nodes, ...inner.nodes, 31: [-9, -9], 32: [109, 109], 33: [109, -9] },
    ways: {
      1: [outer.ring],
      2: [inner.ring],
      3: [[31, 1], { highway: 'path' }],
      4: [[32, 3], { highway: 'path' }],
      5: [[33, 2], { highway: 'path' }],
    },
    relations: {
      9: [
        [
          ['way', 1, 'outer'],
          ['way', 2, 'inner'],
        ],
        { type: 'multipolygon', highway: 'pedestrian' },
      ],
    },
  })
  // the diagonal is blocked, the two sides are edges
  expect(idsOf(result, 'streets')).toEqual(['w3', 'w4', 'w5', 'r9/ring', 'r9/ring/2'])
})

test('estates carry their sub-district, their year, and a gate only where a tag says so', async () => {
  const quarter = square(1, 0, 0, 1000)
  const estate = square(11, 100, 100, 100)
  const walled = square(21, 400, 400, 100)
  const result = await readDraft({
    nodes: { ...quarter.nodes, ...estate.nodes, ...walled.nodes },
    ways: {
      1: [quarter.ring],
      2: [estate.ring, { landuse: 'residential', name: '翠苑一区', start_date: '1984-05' }],
      3: [walled.ring, { landuse: 'residential', barrier: 'wall', start_date: '965' }],
    },
    relations: {
      8: [
        [['way', 1, 'outer']],
        { type: 'boundary', boundary: 'administrative', admin_level: '8', name: '翠苑街道' },
      ],
    },
  })
  expect(result.layers.communities).toMatchObject([
    { id: 'w2', name: '翠苑一区', subdistrict: '翠苑街道', built_year: 1984 },
    { id: 'w3', subdistrict: '翠苑街道', gated: true },
  ])
  expect(result.layers.communities?.[0]).not.toHaveProperty('gated')
  expect(result.layers.communities?.[1]).not.toHaveProperty('built_year')
  expect(result.layers.subdistricts).toMatchObject([{ id: 'r8', name: '翠苑街道' }])
})

test('buildings know their storeys and the smallest estate around them', async () => {
  const large = square(1, 0, 0, 1000)
  const small = square(11, 100, 100, 200)
  const house = square(21, 150, 150, 20)
  const result = await readDraft({
    nodes: { ...large.nodes, ...small.nodes, ...house.nodes },
    ways: {
      1: [large.ring, { landuse: 'residential' }],
      2: [small.ring, { landuse: 'residential' }],
      3: [
        house.ring.toReversed(),
        {
          building: 'apartments',
          'building:levels': '6.5',
          'building:levels:underground': '1',
          height: '19 m',
        },
      ],
      4: [[1, 2, 3, 1], { building: 'no' }],
    },
  })
  expect(result.layers.buildings).toMatchObject([
    { id: 'w3', community: 'w2', storeys: 6, underground_storeys: 1, height_m: 19, use: 'apartments' },
  ])
  // counter-clockwise though drawn the other way round
  const [[a, b]] = (result.layers.buildings?.[0]?.geometry.coordinates ?? []) as number[][][]
  expect([a, b]).toEqual([degrees(150, 150), degrees(170, 150)])
})

test('a relation without tags takes those of its outer way, which is no second building', async () => {
  const outer = square(1, 0, 0, 100)
  const inner = square(11, 40, 40, 20)
  const members = [
    ['way', 1, 'outer'],
    ['way', 2, 'inner'],
  ] as const
  const shapes = { nodes: { ...outer.nodes, ...inner.nodes } }
  const old = await readDraft({
    ...shapes,
    ways: { 1: [outer.ring, { building: 'yes' }], 2: [inner.ring] },
    relations: { 9: [members, { type: 'multipolygon' }] },
  })
  expect(idsOf(old, 'buildings')).toEqual(['r9'])
  const repeated = await readDraft({
    ...shapes,
    ways: { 1: [outer.ring, { building: 'yes' }], 2: [inner.ring] },
    relations: { 9: [members, { type: 'multipolygon', building: 'yes' }] },
  })
  expect(idsOf(repeated, 'buildings')).toEqual(['r9'])
})

const schoolClasses = async (tags: Tags) =>
  (await facilitiesAt({ amenity: 'school', ...tags })).map((f) => f.class ?? '?')

test('schools by their years, then by their names; never by a guess', async () => {
  expect(await schoolClasses({ name: '杭州市翠苑第一小学' })).toEqual(['EDU_PRIMARY'])
  expect(await schoolClasses({ name: '翠苑一小（文华校区）' })).toEqual(['EDU_PRIMARY'])
  expect(await schoolClasses({ name: '杭州市第十五中学' })).toEqual(['EDU_MIDDLE'])
  expect(await schoolClasses({ name: '九年一贯制学校' })).toEqual(['EDU_PRIMARY', 'EDU_MIDDLE'])
  expect(await schoolClasses({ name: '某学校', grades: '1-9' })).toEqual(['EDU_PRIMARY', 'EDU_MIDDLE'])
  expect(await schoolClasses({ name: '某中学', grades: '10-12' })).toEqual([])
  expect(await schoolClasses({ 'isced:level': '1' })).toEqual(['EDU_PRIMARY'])
  expect(await schoolClasses({ 'isced:level': '2;3' })).toEqual(['EDU_MIDDLE'])
  expect(await schoolClasses({ 'isced:level': '3' })).toEqual([])
  expect(await schoolClasses({ name: '杭州育新高级中学' })).toEqual([])
  expect(await schoolClasses({ name: '杭州旅游职业学校' })).toEqual([])
  expect(await schoolClasses({ name: '保俶塔实验学校' })).toEqual(['?'])
  expect(await schoolClasses({ name: '杭州市德胜幼儿园' })).toEqual(['KINDERGARTEN'])
})

test('an unclear facility comes in without a class, and is told', async () => {
  const result = await readDraft({ nodes: { 4: [0, 0, { amenity: 'school' }] } })
  expect(result.layers.facilities).toMatchObject([{ id: 'n4', extra: { osm: 'amenity=school' } }])
  expect(result.layers.facilities?.[0]).not.toHaveProperty('class')
  expect(result.issues).toMatchObject([
    {
      severity: 'warning',
      code: 'class-unknown',
      layer: 'facilities',
      id: 'n4',
      facts: { class: 'amenity=school' },
    },
  ])
})

test('institutions by the end of their Chinese name, whatever tag stands beside it', async () => {
  const cases: readonly (readonly [Tags, string | null])[] = [
    [{ amenity: 'hospital', name: '文晖街道社区卫生服务中心' }, 'HEALTH_CENTRE'],
    [{ amenity: 'clinic', name: '古荡湾社区卫生服务站' }, 'HEALTH_STATION'],
    [{ amenity: 'hospital', name: '浙江医院' }, 'OUTPATIENT'],
    [{ amenity: 'hospital', name: '杭州市口腔医院' }, null],
    [{ amenity: 'police', name: '文新派出所' }, 'POLICE'],
    [{ amenity: 'police', name: '西湖区交警大队' }, null],
    [{ amenity: 'police' }, '?'],
    [{ office: 'government', name: '上城区司法局南星司法所' }, 'JUSTICE'],
    [{ amenity: 'townhall', name: '潮鸣街道办事处' }, 'STREET_OFFICE'],
    [{ amenity: 'community_centre', name: '新华坊社区居委会' }, 'COMM_STATION'],
    [{ amenity: 'community_centre', name: '文新街道便民服务中心' }, 'COMM_CENTRE'],
    [{ office: 'government', name: '五常社区便民服务中心' }, 'COMM_STATION'],
    [{ amenity: 'library', name: '文新街道综合文化站' }, 'CULT_CENTRE'],
    [{ amenity: 'community_centre', name: '老干部活动中心' }, null],
    [{ amenity: 'community_centre' }, '?'],
    [{ amenity: 'social_facility', social_facility: 'nursing_home', name: '杭州疗养院' }, null],
    [
      {
        amenity: 'social_facility',
        social_facility: 'group_home',
        'social_facility:for': 'senior',
        name: '敬老院',
      },
      'ELDER_HOME',
    ],
    [
      { amenity: 'social_facility', social_facility: 'day_care', 'social_facility:for': 'senior' },
      'ELDER_DAYCARE',
    ],
    [{ amenity: 'social_facility', social_facility: 'day_care', 'social_facility:for': 'child' }, null],
    // the car park of the police is no police
    [{ amenity: 'parking', name: '紫阳派出所' }, 'CAR_PARK'],
    [{ highway: 'bus_stop', name: '福利院' }, 'BUS_STOP'],
    [{ amenity: 'post_office', name: '菜鸟驿站' }, 'PARCEL'],
    [{ amenity: 'post_office', name: '古荡邮政支局' }, 'POST'],
    [{ amenity: 'marketplace', name: '骆家庄农贸市场' }, 'MARKET'],
    [{ amenity: 'marketplace', name: '吴山花鸟城' }, null],
    [{ shop: 'supermarket', name: '物美' }, 'RETAIL'],
    [{ shop: 'convenience' }, 'STORE'],
    [{ amenity: 'toilets' }, 'TOILET'],
    [{ amenity: 'toilets', access: 'no' }, null],
    [{ leisure: 'fitness_station' }, 'FIT_EQUIP'],
    [{ amenity: 'cafe' }, null],
  ]
  for (const [tags, code] of cases) expect([tags, await classAt(tags)]).toEqual([tags, code])
})

const groundOf = async (size: number, tags: Tags = {}) => {
  const shape = square(1, 0, 0, size)
  const result = await readDraft({
    nodes: shape.nodes,
    ways: { 1: [shape.ring, { leisure: 'pitch', ...tags }] },
  })
  return result.layers.facilities?.[0]
}

test('sports grounds by their size, as the standard sizes them', async () => {
  // metres of the drafts are 1e-5 degrees: about 1.11 m north, 0.96 m east
  expect(await groundOf(10)).toMatchObject({ class: 'FIT_EQUIP' })
  expect(await groundOf(30)).toMatchObject({ class: 'SPORT_S', geometry: { type: 'Polygon' } })
  expect(await groundOf(40)).toMatchObject({ class: 'SPORT_M' })
  expect(await groundOf(60)).toMatchObject({ class: 'SPORT_L' })
  const area = (await groundOf(60))?.land_area_m2 ?? 0
  expect(area / (60 * 60 * 1.11195 * 1.11195 * Math.cos(Math.PI / 6))).toBeCloseTo(1, 3)
})

test('what belongs to a campus serves no neighbor, unless a tag opens it', async () => {
  const campus = square(1, 0, 0, 500)
  const pitch = square(11, 100, 100, 50)
  const open = square(21, 300, 300, 50)
  const result = await readDraft({
    nodes: { ...campus.nodes, ...pitch.nodes, ...open.nodes },
    ways: {
      1: [campus.ring, { amenity: 'school', name: '西湖小学' }],
      2: [pitch.ring, { leisure: 'pitch' }],
      3: [open.ring, { leisure: 'pitch', access: 'yes' }],
    },
  })
  expect(idsOf(result, 'facilities')).toEqual(['w1', 'w3'])
})

test('parking in an estate is the residents’, elsewhere it is public', async () => {
  const estate = square(1, 0, 0, 500)
  const result = await readDraft({
    nodes: {
      ...estate.nodes,
      11: [100, 100, { amenity: 'parking', capacity: '40' }],
      12: [200, 200, { amenity: 'parking', access: 'yes' }],
      13: [900, 0, { amenity: 'parking', access: 'private' }],
    },
    ways: { 1: [estate.ring, { landuse: 'residential' }] },
  })
  expect(result.layers.facilities).toMatchObject([
    { id: 'n11', class: 'CAR_RES', community: 'w1', capacity: 40 },
    { id: 'n12', class: 'CAR_PARK', community: 'w1' },
    { id: 'n13', class: 'CAR_PARK', access: 'residents' },
  ])
})

test('what is mapped twice comes in once', async () => {
  const school = square(1, 0, 0, 200)
  const house = square(11, 50, 50, 30)
  const result = await readDraft({
    nodes: {
      ...school.nodes,
      ...house.nodes,
      31: [60, 60, { amenity: 'school', name: '古荡一小' }],
      41: [500, 0, { highway: 'bus_stop', name: '古荡' }],
      42: [505, 0, { public_transport: 'platform', name: '古荡' }],
      43: [540, 0, { highway: 'bus_stop', name: '古荡' }],
      44: [505, 0, { public_transport: 'stop_position', name: '古荡' }],
    },
    ways: {
      1: [school.ring, { amenity: 'school', name: '古荡一小' }],
      2: [house.ring, { amenity: 'school', building: 'school', name: '古荡一小' }],
    },
  })
  // the stop across the street stays
  expect(idsOf(result, 'facilities')).toEqual(['n41', 'n43', 'w1'])
})

test('a metro station is reached at its exits', async () => {
  const result = await readDraft({
    nodes: {
      1: [0, 0, { railway: 'station', station: 'subway', name: '古翠路' }],
      2: [100, 0, { railway: 'subway_entrance', ref: 'A', wheelchair: 'yes' }],
      3: [5000, 0, { railway: 'subway_entrance', ref: 'B' }],
      4: [0, 10, { railway: 'stop', station: 'subway', public_transport: 'stop_position' }],
    },
  })
  expect(result.layers.facilities).toMatchObject([
    { id: 'n1', class: 'METRO', name: '古翠路' },
    { id: 'n3', class: 'METRO', name: 'B' },
  ])
  expect(result.layers.entrances).toMatchObject([{ id: 'n2', of: 'n1', name: 'A', step_free: true }])
})

test('entrances and open gates on the outline lead into facilities and parks', async () => {
  const park = square(1, 0, 0, 200)
  const school = square(11, 300, 0, 100)
  const result = await readDraft({
    nodes: {
      ...park.nodes,
      2: [200, 0, { barrier: 'gate' }],
      3: [200, 200, { barrier: 'gate', access: 'no' }],
      ...school.nodes,
      12: [400, 0, { entrance: 'main' }],
      13: [400, 100, { entrance: 'service' }],
    },
    ways: {
      1: [park.ring, { leisure: 'park' }],
      2: [school.ring, { amenity: 'school', name: '小学' }],
    },
  })
  expect(result.layers.entrances).toMatchObject([
    { id: 'n2', of: 'w1' },
    { id: 'n12', of: 'w2' },
  ])
})

test('gates belong to the estate at whose edge they stand; access only from tags', async () => {
  const estate = square(1, 0, 0, 200)
  const access = ['yes', 'permissive', 'private', 'customers', 'no', 'unknown']
  const result = await readDraft({
    nodes: {
      ...estate.nodes,
      ...Object.fromEntries(
        access.map((value, i) => [20 + i, [30 * i, 8, { barrier: 'lift_gate', access: value }] as const]),
      ),
      30: [100, -100, { barrier: 'gate' }],
      31: [100, 0, { barrier: 'bollard' }],
      32: [100, 0, { barrier: 'gate', access: 'private', foot: 'yes' }],
    },
    ways: { 1: [estate.ring, { landuse: 'residential' }] },
  })
  const gates = result.layers.gates ?? []
  expect(gates.map((gate) => [gate.id, gate.community, gate.access])).toEqual([
    ['n20', 'w1', 'public'],
    ['n21', 'w1', 'public'],
    ['n22', 'w1', 'residents'],
    ['n23', 'w1', 'residents'],
    ['n24', 'w1', 'closed'],
    ['n25', 'w1', undefined],
    ['n30', undefined, undefined],
    ['n32', 'w1', 'public'],
  ])
})

test('walls, water, rails and expressways on the ground are barriers', async () => {
  const pond = square(1, 0, 0, 50)
  const line = [11, 12]
  const tags: readonly Tags[] = [
    { barrier: 'wall' },
    { barrier: 'retaining_wall' },
    { barrier: 'fence' },
    { barrier: 'hedge' },
    { waterway: 'river' },
    { waterway: 'canal', tunnel: 'culvert' },
    { waterway: 'ditch' },
    { railway: 'rail' },
    { railway: 'rail', bridge: 'yes' },
    { railway: 'subway', tunnel: 'yes', layer: '-2' },
    { highway: 'motorway' },
    { highway: 'trunk' },
    { highway: 'trunk', motorroad: 'yes' },
    { highway: 'motorway', bridge: 'yes', layer: '1' },
  ]
  const result = await readDraft({
    nodes: { ...pond.nodes, 11: [100, 0], 12: [200, 0] },
    ways: {
      1: [pond.ring, { natural: 'water' }],
      2: [pond.ring, { natural: 'water', barrier: 'fence' }],
      ...Object.fromEntries(tags.map((tag, i) => [10 + i, [line, tag] as const])),
    },
  })
  expect(result.layers.barriers?.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    'w1 water',
    'w2 water',
    'w2/line fence',
    'w10 wall',
    'w11 wall',
    'w12 fence',
    'w14 water',
    'w17 rail',
    'w20 expressway',
    'w22 expressway',
  ])
})

test('green, land and heritage each go where they belong', async () => {
  const shapes = Array.from({ length: 8 }, (_, i) => square(10 * i + 1, 100 * i, 0, 50))
  const tags: readonly Tags[] = [
    { leisure: 'park' },
    { leisure: 'garden', access: 'private' },
    { place: 'square' },
    { landuse: 'recreation_ground' },
    { landuse: 'grass' },
    { natural: 'wood' },
    { historic: 'tomb', heritage: '2', name: '岳坟' },
    { landuse: 'residential' },
  ]
  const result = await readDraft({
    nodes: Object.assign({}, ...shapes.map(({ nodes }) => nodes)) as OsmDraft['nodes'],
    ways: Object.fromEntries(shapes.map(({ ring }, i) => [i + 1, [ring, tags[i]] as const])),
  })
  expect(result.layers.greens?.map(({ id, kind }) => `${id} ${kind}`)).toEqual(['w1 park', 'w3 square'])
  expect(result.layers.land?.map(({ id, use }) => `${id} ${use}`)).toEqual([
    'w2 garden',
    'w4 recreation_ground',
    'w5 grass',
    'w6 wood',
  ])
  expect(result.layers.heritage).toMatchObject([{ id: 'w7', grade: '2', name: '岳坟' }])
})

test('a broken outline is told with its id and reason', async () => {
  const result = await readDraft({
    nodes: { 1: [0, 0], 2: [9, 0], 3: [9, 9] },
    ways: { 1: [[1, 2, 3]] },
    relations: { 7: [[['way', 1, 'outer']], { type: 'multipolygon', landuse: 'grass', name: '草地' }] },
  })
  expect(result.issues).toMatchObject([
    { severity: 'error', code: 'polygon-broken', id: 'r7', facts: { reason: 'open', name: '草地' } },
  ])
  expect([result.features, result.accepted, result.rejected]).toEqual([5, 0, 1])
})
