import type {
  Barrier,
  Building,
  Community,
  Entrance,
  Facility,
  Gate,
  Layers,
  Space,
  Street,
} from '../../src/model/layers'
import { LAYER_NAMES } from '../../src/model/layers'
import type { Project, Provenance } from '../../src/model/project'
import { type City, buildCity, isGated, isHousing } from './city'
import { communityFacts } from './community-facts'
import type { BuildingDraft } from './estates'
import { makeWelder, nodeLines } from './faces'
import { peopleHouses, sumPeople } from './people'
import { type P, type Ring, beside, cutOut, dist, nearestOn, ringArea, thinned } from './plane'
import { toLineString, toLonLat, toPolygon } from './projection'
import { makeRandom } from './random'
import { type FacilityDraft, placeServices } from './services'
import { CANAL, CANAL_HALF_WIDTH, CORE, FRAME, LAKE, RAIL } from './skeleton'
import { placeSpaces } from './spaces'
import type { StreetDraft } from './streets'
import { COMMITTEES } from './superblocks'

const SURVEYED_ON = '2026-09-30'

/**
 * The embedded demo, 「虚构示例」: an invented quarter of about 3 × 2.5 km with a kilometre of streets around
 * it. The same seed gives the same project. Nothing in it is taken from a real place.
 */
export function makeDemo(seed: number): Project {
  const random = makeRandom(seed)
  const city = buildCity(random.fork('city'))
  const { communities, buildings } = recordHousing(city, seed)
  const services = placeServices(city, city.patch, random.fork('services'))
  const island = placeIsland(city)
  const facilities = [...services, island.facility].map(recordFacility)
  const entrances: Entrance[] = services.flatMap((s) =>
    (s.entrances ?? []).map((p, k) => ({
      id: `e-${s.id.slice(2)}-${k + 1}`,
      of: s.id,
      step_free: true,
      geometry: { type: 'Point', coordinates: toLonLat(p) },
    })),
  )
  const spaces: Space[] = placeSpaces(city, random.fork('spaces')).map(
    ({ at, isArea, area_m2, ...rest }) => ({
      ...rest,
      area_m2: area_m2 ?? Math.round(ringArea(at as Ring)),
      survey_date: SURVEYED_ON,
      geometry: isArea ? toPolygon(at as Ring) : { type: 'Point', coordinates: toLonLat(at as P) },
    }),
  )
  const layers: Layers = {
    communities,
    gates: recordGates(city),
    buildings,
    facilities,
    entrances,
    spaces,
    streets: recordStreets([...city.streets, island.alley]),
    crossings: [],
    barriers: recordBarriers(city),
    greens: city.greens.map((g, i) => ({
      id: `g-${i + 1}`,
      ...(g.name ? { name: g.name } : {}),
      kind: g.kind,
      area_m2: Math.round(ringArea(g.ring)),
      ...widthOf(g.ring),
      geometry: g.name === '菱湖公园' ? toPolygon(g.ring, [LAKE]) : toPolygon(g.ring),
    })),
    heritage: recordHeritage(city),
    land: recordLand(city),
    boundary: [{ id: 'boundary', name: '片区范围', geometry: toPolygon(CORE) }],
    subdistricts: recordSubdistricts(city),
  }
  const [west, south] = toLonLat([FRAME.west, FRAME.south])
  const [east, north] = toLonLat([FRAME.east, FRAME.north])
  const provenance: Provenance = {
    files: ['demo'],
    format: '虚构示例',
    crs: 'WGS84',
    data_date: SURVEYED_ON,
    licence: 'MIT',
  }
  return {
    name: '杏林街道片区(虚构示例)',
    fictional: true,
    layers,
    provenance: {
      ...Object.fromEntries(LAYER_NAMES.map((layer) => [layer, provenance])),
      streets: { ...provenance, topology: 'vertices' },
    },
    extent: [west, south, east, north],
    surveyed: {},
    scenarios: [],
    corrections: [],
  }
}

function recordFacility(draft: FacilityDraft): Facility {
  const { at, isArea, entrances: doors, ...fields } = draft
  void doors
  return {
    ...fields,
    survey_date: SURVEYED_ON,
    geometry: isArea ? toPolygon(at as Ring) : { type: 'Point', coordinates: toLonLat(at as P) },
  }
}

function widthOf(ring: Ring): { width_m?: number } {
  // width of the rectangle with the same area and outline
  const perimeter = ring.reduce((sum, p, i) => sum + dist(p, ring[(i + 1) % ring.length]), 0)
  const half = perimeter / 2
  const inner = half * half - 4 * Math.abs(ringArea(ring))
  return { width_m: Math.round(inner <= 0 ? half / 2 : (half - Math.sqrt(inner)) / 2) }
}

/** A community whose elevators nobody wrote down. */
const NO_LIFT_SURVEY = 'c-dukou'
/** From here on houses were built with elevators. */
const LIFT_STOREYS = 9

function liftOf({ storeys }: BuildingDraft, isUnsurveyed: boolean): Partial<Building> {
  return isUnsurveyed ? {} : { lift: storeys >= LIFT_STOREYS }
}

function recordHousing(city: City, seed: number): { communities: Community[]; buildings: Building[] } {
  const random = makeRandom(seed).fork('people')
  const communities: Community[] = []
  const buildings: Building[] = []
  let n = 0
  const record = (b: BuildingDraft, more: Partial<Building>): void => {
    n++
    buildings.push({
      id: b.id ?? `b-${String(n).padStart(4, '0')}`,
      ...(b.name ? { name: b.name } : {}),
      ...(b.community ? { community: b.community } : {}),
      use: b.use,
      storeys: b.storeys,
      ...(b.underground ? { underground_storeys: b.underground } : {}),
      ...more,
      geometry: toPolygon(b.ring),
    })
  }
  for (const parcel of city.parcels.filter(isHousing)) {
    const id = parcel.spec.id as string
    const houses = city.buildings.filter((b) => b.community === id && b.use === 'residential')
    const people = peopleHouses(parcel, houses, random.fork(id))
    const total = sumPeople(people)
    const facts = communityFacts(parcel, total, random.fork(`facts ${id}`))
    const floor = houses.reduce((sum, b) => sum + ringArea(b.ring) * b.storeys, 0)
    const gates = city.gates.filter((g) => g.community === id).map((g) => g.point)
    communities.push({
      id,
      name: parcel.spec.name ?? id,
      subdistrict: isWest(city, parcel.ring) ? '杏林街道' : '望湖街道',
      committee: COMMITTEES[parcel.superblock] ?? '杏林社区',
      floor_area_m2: Math.round(floor / 10) * 10,
      ...total,
      gated: isGated(parcel),
      survey_date: SURVEYED_ON,
      ...facts.fields,
      ...Object.fromEntries(facts.missing.map((field) => [field, undefined])),
      geometry: toPolygon(withPoints(parcel.ring, gates)),
    })
    const isVillage = parcel.spec.kind === 'village'
    houses.forEach((b, k) => {
      const p = people[k]
      if (!p) return
      const { households, residents, ...bands } = p
      const kept = facts.missing.includes('residents_60_plus') ? {} : bands
      record(b, {
        ...(isVillage ? {} : { name: `${parcel.spec.name} ${k + 1} 幢` }),
        ...(facts.missing.includes('households') ? {} : { households }),
        residents,
        ...kept,
        ...liftOf(b, isVillage || id === NO_LIFT_SURVEY),
      })
    })
  }
  for (const b of city.buildings) if (!(b.community && b.use === 'residential')) record(b, {})
  return {
    communities: communities.map((c) => JSON.parse(JSON.stringify(c)) as Community),
    buildings,
  }
}

function isWest(city: City, ring: Ring): boolean {
  const line = city.arterials.V3
  const x = ring.reduce((s, p) => s + p[0], 0) / ring.length
  const y = ring.reduce((s, p) => s + p[1], 0) / ring.length
  return x < nearestOn([x, y], line).p[0]
}

/** A ring with the given points of its edge made vertices, so that gates lie on it exactly. */
function withPoints(ring: Ring, points: readonly P[]): P[] {
  let out = [...ring]
  for (const p of points) {
    const on = nearestOn(p, [...out, out[0]])
    if (on.d > 1) continue
    out = [...out.slice(0, on.i + 1), p, ...out.slice(on.i + 1)]
  }
  return out
}

function recordGates(city: City): Gate[] {
  const names = new Map(city.parcels.map((p) => [p.spec.id, p.spec.name]))
  const counts = new Map<string, number>()
  return city.gates.map((gate) => {
    const n = (counts.get(gate.community) ?? 0) + 1
    counts.set(gate.community, n)
    return {
      id: `gate-${gate.community.slice(2)}-${n}`,
      name: `${names.get(gate.community) ?? ''}${n === 1 ? '大门' : gate.access === 'closed' ? '便门(上锁)' : '边门'}`,
      community: gate.community,
      access: gate.access,
      ...(gate.access === 'closed'
        ? {}
        : n === 1
          ? { open_from: '00:00', open_to: '24:00' }
          : { open_from: '06:00', open_to: '22:00' }),
      step_free: n === 1 || gate.community.length % 3 !== 0,
      ...(gate.access === 'closed' ? { note: '2019 年起上锁;打开后可直达井亭农贸市场' } : {}),
      geometry: { type: 'Point', coordinates: toLonLat(gate.point) },
    }
  })
}

/** Streets join where they share a vertex: those on the ground are noded, bridges and tunnels only keep their ends. */
function recordStreets(drafts: readonly StreetDraft[]): Street[] {
  const weld = makeWelder()
  const ground = drafts.filter((d) => !d.level)
  const noded = nodeLines(
    ground.map((d) => d.line),
    weld,
  )
  const lines = new Map(ground.map((d, i) => [d, noded[i]]))
  const out: Street[] = []
  drafts.forEach((d) => {
    const line = lines.get(d) ?? d.line.map((p, i) => (i === 0 || i === d.line.length - 1 ? weld(p) : p))
    if (line.length < 2) return
    out.push({
      id: d.id ?? `s-${String(out.length + 1).padStart(4, '0')}`,
      ...(d.name ? { name: d.name } : {}),
      kind: d.kind,
      ...(d.level === 1 ? { bridge: true, layer: 1 } : d.level === -1 ? { tunnel: true, layer: -1 } : {}),
      ...(d.foot ? { foot: d.foot } : {}),
      ...(d.sidewalk ? { sidewalk: d.sidewalk } : {}),
      ...(d.crossing ? { crossing: d.crossing } : {}),
      ...(d.steps ? { steps: true } : {}),
      ...(d.step_free === undefined ? {} : { step_free: d.step_free }),
      ...(d.width_m ? { width_m: d.width_m } : {}),
      ...(d.note ? { note: d.note } : {}),
      geometry: toLineString(line),
    })
  })
  return out
}

/** An alley on the empty plot that stops a step short of the street, and the reading room at its end. */
function placeIsland(city: City): {
  alley: StreetDraft
  facility: FacilityDraft
} {
  const parcel = city.parcels.find((q) => q.spec.name === '船坞地块')
  const street = city.streets.find((d) => d.name === '船坞弄' && d.foot !== 'no')
  if (!parcel || !street) throw new Error('no plot for the island')
  const middle = street.line[Math.floor(street.line.length / 2)]
  const x = parcel.ring.reduce((s, p) => s + p[0], 0) / parcel.ring.length
  const y = parcel.ring.reduce((s, p) => s + p[1], 0) / parcel.ring.length
  const l = Math.hypot(x - middle[0], y - middle[1])
  const at = (k: number): P => [middle[0] + ((x - middle[0]) / l) * k, middle[1] + ((y - middle[1]) / l) * k]
  return {
    alley: {
      line: [at(1.2), at(40), at(78)],
      kind: 'living_street',
      name: '船坞支弄',
      width_m: 4,
      id: 's-island',
    },
    facility: {
      id: 'f-island',
      class: 'CULT_STATION',
      name: '船坞书屋',
      access: 'public',
      floor_area_m2: 260,
      capacity: 60,
      storey: 1,
      note: '支弄与船坞弄相差约 1 米未接通,测绘待补',
      at: at(76),
      isArea: false,
    },
  }
}

function recordBarriers(city: City): Barrier[] {
  const out: Barrier[] = []
  for (const parcel of city.parcels) {
    const isSchool = ['primary', 'middle', 'college'].includes(parcel.spec.kind)
    if (!isGated(parcel) && !isSchool) continue
    const openings = isSchool
      ? [city.doorOf(parcel)]
      : city.gates.filter((g) => g.community === parcel.spec.id).map((g) => g.point)
    const ring = withPoints(parcel.ring, openings)
    const line = [...ring, ring[0]]
    const label = parcel.spec.id?.slice(2) ?? parcel.spec.name ?? ''
    wallPieces(line, openings).forEach((piece, k) =>
      out.push({
        id: `wall-${label}-${k + 1}`,
        kind: isSchool ? 'fence' : 'wall',
        geometry: toLineString(piece),
      }),
    )
  }
  const banks = [...beside(CANAL, -CANAL_HALF_WIDTH), ...beside(CANAL, CANAL_HALF_WIDTH).reverse()]
  const clipped = banks.map((p): P => [Math.max(FRAME.west, Math.min(FRAME.east, p[0])), p[1]])
  out.push({ id: 'canal', name: '杏林运河', kind: 'water', geometry: toPolygon(clipped) })
  out.push({ id: 'lake', name: '菱湖', kind: 'water', geometry: toPolygon(LAKE) })
  out.push({
    id: 'rail',
    name: '老铁路',
    kind: 'rail',
    geometry: toLineString(cutOut(RAIL, nearestOn(RAIL[0], RAIL), nearestOn(RAIL.at(-1) as P, RAIL))),
  })
  const road = city.arterials.V5
  const from = nearestOn([2976, 1480], road)
  const to = nearestOn([3010, 1945], road)
  out.push({
    id: 'expressway',
    name: '东环高架引道',
    kind: 'expressway',
    geometry: toLineString(cutOut(road, from, to)),
  })
  return out
}

/** A closed line with five metres left open around each gate. */
function wallPieces(line: readonly P[], openings: readonly P[]): P[][] {
  const total = line.slice(1).reduce((s, p, i) => s + dist(p, line[i]), 0)
  const position = (p: P): number => {
    const on = nearestOn(p, line)
    let s = 0
    for (let i = 0; i < on.i; i++) s += dist(line[i], line[i + 1])
    return s + dist(line[on.i], on.p)
  }
  const cuts = openings.map(position).sort((a, b) => a - b)
  if (cuts.length === 0) return [[...line]]
  const pieces: P[][] = []
  cuts.forEach((cut, k) => {
    const from = cut + 2.5
    const to = (cuts[k + 1] ?? cuts[0] + total) - 2.5
    const piece: P[] = [at(line, from % total)]
    let s = 0
    const stops: { d: number; p: P }[] = []
    for (let i = 0; i + 1 < line.length; i++) {
      stops.push({ d: s, p: line[i] }, { d: s + total, p: line[i] })
      s += dist(line[i], line[i + 1])
    }
    for (const stop of stops.sort((a, b) => a.d - b.d))
      if (stop.d > from + 0.01 && stop.d < to - 0.01) piece.push(stop.p)
    piece.push(at(line, to % total))
    pieces.push(piece)
  })
  return pieces
}

function at(line: readonly P[], d: number): P {
  let rest = d
  for (let i = 0; i + 1 < line.length; i++) {
    const a = line[i]
    const b = line[i + 1]
    const l = dist(a, b)
    if (rest <= l) return [a[0] + ((b[0] - a[0]) * rest) / l, a[1] + ((b[1] - a[1]) * rest) / l]
    rest -= l
  }
  return line[line.length - 1]
}

function recordHeritage(city: City): Layers['heritage'] {
  const known: readonly (readonly [plot: string, id: string, name: string, grade: string])[] = [
    ['慧灯古庙', 'h-temple', '慧灯古庙', '市级文物保护单位'],
    ['稻市旧粮仓', 'h-granary', '稻市旧粮仓(1931 年)', '历史建筑'],
    ['缫丝厂旧址', 'h-filature', '缫丝厂旧址', '工业遗产'],
  ]
  return known.map(([plot, id, name, grade]) => {
    const parcel = city.parcels.find((q) => q.spec.name === plot)
    if (!parcel) throw new Error(`no plot ${plot}`)
    return { id, name, grade, geometry: toPolygon(parcel.ring) }
  })
}

const LAND_USE: Readonly<Record<string, string>> = {
  slab: 'residential',
  tower: 'residential',
  danwei: 'residential',
  village: 'village',
  primary: 'education',
  middle: 'education',
  college: 'education',
  kindergarten: 'education',
  hospital: 'health',
  market: 'commercial',
  mall: 'commercial',
  shops: 'commercial',
  frontage: 'commercial',
  office: 'office',
  factory: 'industrial',
  warehouse: 'heritage',
  temple: 'religious',
  bare: 'vacant',
  civic: 'public',
  garden: 'green',
  lakepark: 'green',
  sports: 'sports',
}

function recordLand(city: City): Layers['land'] {
  const own = city.parcels.map((q, i) => ({
    id: `l-${i + 1}`,
    ...(q.spec.name && !isHousing(q) ? { name: q.spec.name } : {}),
    use: LAND_USE[q.spec.kind] ?? 'other',
    geometry: toPolygon(q.ring),
  }))
  const halo = city.emptyBlocks
    .filter((ring) => ringArea(ring) < 250_000)
    .map((ring, i) => ({
      id: `l-halo-${i + 1}`,
      use: 'unsurveyed',
      geometry: toPolygon(thinned([...ring, ring[0]], 2.5).slice(0, -1)),
    }))
  const fields = city.fields.map((f, i) => ({
    id: `l-field-${i + 1}`,
    use: 'sports_field',
    geometry: toPolygon(f.ring),
  }))
  return [...own, ...halo, ...fields]
}

function recordSubdistricts(city: City): Layers['subdistricts'] {
  const line = city.arterials.V3
  const south = nearestOn([1560, -15], line)
  const north = nearestOn([1700, 2508], line)
  const middle = cutOut(line, south, north)
  const west = CORE.filter((p) => p[0] < nearestOn(p, line).p[0] - 5)
  const east = CORE.filter((p) => p[0] > nearestOn(p, line).p[0] + 5)
  // the core runs counter-clockwise from its south-west corner
  const eastRing = [...east, ...middle.toReversed()]
  const southWest = west.filter((p) => p[1] < 20 || (p[0] < 100 && p[1] < 40))
  const rest = west.filter((p) => !southWest.includes(p))
  return [
    {
      id: 'sd-xinglin',
      name: '杏林街道',
      code: '330199001',
      geometry: toPolygon([...southWest, ...middle, ...rest]),
    },
    { id: 'sd-wanghu', name: '望湖街道', code: '330199002', geometry: toPolygon(eastRing) },
  ]
}
