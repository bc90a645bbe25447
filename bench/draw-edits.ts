import { representativePoint, ringsOf } from '../src/engine/geometry/rings'
import { LocalFrame } from '../src/engine/geometry/local-frame'
import { nearestStreet } from '../src/engine/scenario/nearest-street'
import type { Project } from '../src/model/project'
import type { Edit, EditKind } from '../src/model/scenario'
import type { LonLat } from '../src/model/units'

const KINDS: readonly EditKind[] = [
  'open-gate',
  'close-gate',
  'open-wall',
  'add-path',
  'remove-path',
  'convert-space',
  'add-facility',
  'move-facility',
  'resize-facility',
  'close-facility',
  'share-facility',
]

/** Kinds that leave streets, and the places of gates, as they are. */
export const KEEPING_STREETS: readonly EditKind[] = KINDS.filter(
  (kind) => !['open-wall', 'add-path', 'remove-path'].includes(kind),
)

type Random = () => number

/** A line through a district leads to the nearest of so many streets: in a small one a path, in a large one some hundred metres. */
const LINE_CHOICES = 60

/** A path as somebody draws one: a short way through, between two streets. In metres. */
const PATH_M = { least: 3, most: 150 }

/** A street this near to a gate is one people come to it by, metres. */
const AT_GATE_M = 60

/** Metres in a degree of longitude, at Hangzhou, and of latitude. */
const DEGREE_M = [96_300, 110_900]

function metresBetween(a: readonly number[], b: readonly number[]): number {
  return Math.hypot((b[0] - a[0]) * DEGREE_M[0], (b[1] - a[1]) * DEGREE_M[1])
}

/** An end of a path, and the street it lies on. */
interface PathEnd {
  readonly street: Project['layers']['streets'][number]
  readonly end: readonly number[]
  readonly away_m: number
}

function endsOf(streets: readonly PathEnd['street'][], begin: readonly number[]): PathEnd[] {
  return streets.flatMap((street) =>
    street.geometry.coordinates.map((end) => ({ street, end, away_m: metresBetween(begin, end) })),
  )
}

/**
 * A path by lot from a vertex of a street to one of another street close by, as somebody draws a way through; null:
 * none is close.
 */
export function drawShortPath({ layers: { streets } }: Project, random: Random): Edit | null {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]
  const from = pick(streets)
  const begin = pick(from.geometry.coordinates)
  const near = endsOf(streets, begin).filter(
    ({ street, away_m }) => street !== from && away_m >= PATH_M.least && away_m <= PATH_M.most,
  )
  if (near.length === 0) return null
  const to = pick(near)
  return pathOf(from.id, begin, to, random)
}

/** The street at a gate, taken away; null: the gate drawn by lot has none near. */
export function drawStreetAtGate({ layers: { gates, streets } }: Project, random: Random): Edit | null {
  const at = gates[Math.floor(random() * gates.length)].geometry.coordinates
  const found = nearestStreet(streets, [at[0], at[1]], AT_GATE_M)
  return found && { kind: 'remove-path', street: found.id }
}

function pathOf(from: string, begin: readonly number[], { street, end }: PathEnd, random: Random): Edit {
  const line = [begin, end].map(([lon, lat]): LonLat => [lon, lat])
  return { kind: 'add-path', line, from, to: random() < 0.8 ? street.id : null }
}

/**
 * An edit of some kind by lot, of records of the project; null: it has none to edit so. Some cannot work: then
 * the refusal must be the same too. `codes`: classes of new facilities.
 */
export function drawEdit(
  project: Project,
  codes: readonly string[],
  random: Random,
  kinds: readonly EditKind[] = KINDS,
): Edit | null {
  const { layers } = project
  const pick = <T>(list: readonly T[]): T | null => list[Math.floor(random() * list.length)] ?? null
  const access = random() < 0.5 ? ('public' as const) : ('residents' as const)
  const kind = kinds[Math.floor(random() * kinds.length)]
  switch (kind) {
    case 'open-gate':
    case 'close-gate': {
      const gate = pick(layers.gates)
      if (gate === null) return null
      if (kind === 'close-gate') return { kind, gate: gate.id }
      const hours = random() < 0.2 ? { hours: { from: '07:00', to: '20:00' } } : {}
      return { kind, gate: gate.id, access, ...hours }
    }
    case 'open-wall': {
      const walled = pick(layers.communities.filter(({ gated }) => gated === true))
      if (walled === null) return null
      const frame = new LocalFrame(...representativePoint(walled.geometry))
      const [ring] = ringsOf(walled.geometry, frame)
      const i = 2 * Math.floor(random() * (ring.length / 2 - 1))
      const t = random()
      const along = (k: number): number => ring[k] + t * (ring[k + 2] - ring[k])
      return { kind, community: walled.id, at: [frame.lon(along(i)), frame.lat(along(i + 1))], access }
    }
    case 'add-path': {
      const from = pick(layers.streets)
      const begin = from && pick(from.geometry.coordinates)
      if (from === null || !begin) return null
      const some = Array.from({ length: LINE_CHOICES }, () => pick(layers.streets)).filter(
        (street): street is PathEnd['street'] => street !== null && street !== from,
      )
      // on the very spot there is no path to draw
      const to = endsOf(some, begin)
        .filter(({ away_m }) => away_m > 0)
        .sort((a, b) => a.away_m - b.away_m)[0]
      return to === undefined ? null : pathOf(from.id, begin, to, random)
    }
    case 'remove-path': {
      const street = pick(layers.streets)
      return street && { kind, street: street.id }
    }
    case 'convert-space': {
      const space = pick(layers.spaces)
      const code = pick(codes)
      return space && code ? { kind, space: space.id, use: code, class: code, area_m2: 50, access } : null
    }
    case 'add-facility': {
      const place = placeIn(project, random)
      const code = pick(codes)
      const owner = pick(layers.communities)
      if (code === null || owner === null) return null
      const size = random() < 0.5 ? {} : { floor_area_m2: Math.round(random() * 3000) }
      return { kind, name: '新', class: code, at: place, community: owner.id, access, ...size }
    }
    case 'open-shared-wall':
      // nearly no random place lies in a wall that two share
      return null
    default: {
      // of those there are, or of those an edit before may have added
      const ids = [...layers.facilities.map(({ id }) => id), 'facility~edit-1', 'facility~edit-2']
      const facility = pick(ids) ?? ''
      if (kind === 'move-facility') return { kind, facility, to: placeIn(project, random) }
      if (kind !== 'resize-facility') return { kind, facility }
      return { kind, facility, floor_area_m2: Math.round(random() * 2000), capacity: 10 }
    }
  }
}

/** A place near a street. */
function placeIn({ layers: { streets } }: Project, random: Random): LonLat {
  const { coordinates } = streets[Math.floor(random() * streets.length)].geometry
  const [lon, lat] = coordinates[Math.floor(random() * coordinates.length)]
  return [lon + (random() - 0.5) * 0.0008, lat + (random() - 0.5) * 0.0008]
}

/** The edits of a scenario after somebody did something: most often one more, or one less, or another. */
export function drawStep(
  edits: readonly Edit[],
  project: Project,
  codes: readonly string[],
  random: Random,
  kinds: readonly EditKind[] = KINDS,
): Edit[] {
  const edit = drawEdit(project, codes, random, kinds)
  const at = Math.floor(random() * edits.length)
  const choice = random()
  if (edits.length > 0 && choice < 0.2) return edits.filter((_, i) => i !== at)
  if (edit === null) return [...edits]
  if (edits.length > 0 && choice < 0.35) return edits.with(at, edit)
  return choice < 0.4 ? [edit] : [...edits, edit]
}
