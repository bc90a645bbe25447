import type { Issue } from '../../model/issue'
import type { Gate, Street } from '../../model/layers'
import type { Project } from '../../model/project'
import { type Ground, layStreets } from './build-network'
import { type Compound, withAddedGates } from './compounds'
import { courseName, Descriptions, type NamedStreets, nameStreets } from './name-streets'
import type { NetworkBase } from './open-gates'
import { mergeSites, type Site } from './street-changes'
import { streetsAround } from './streets-around'
import type { WalkNetwork } from './walk-network'

/** The network of the data, and what it was laid on. */
export interface GraftedOn extends Ground {
  readonly project: Project
  readonly base: NetworkBase
}

/** Lays every site; those that double the same edge, as from crossroads at both its ends, together. */
export function laySites(on: GraftedOn, sites: readonly Site[]): LaidSite[] {
  let left = [...sites]
  for (;;) {
    const laid = left.map((site) => laySite(on, site))
    const owners = new Map<number, number>()
    let shared: readonly [number, number] | null = null
    laid.forEach(({ superseded }, i) => {
      for (const edge of superseded) {
        if (edge < 0) continue
        const owner = owners.get(edge) ?? i
        if (owner !== i) shared ??= [owner, i]
        owners.set(edge, owner)
      }
    })
    if (shared === null) return laid
    const [a, b]: readonly [number, number] = shared
    left = [...left.filter((_, i) => i !== a && i !== b), mergeSites(left[a], left[b])]
  }
}

/** The streets around a site without its changes and with them. */
export interface LaidSite {
  /** places of the streets of the data in their layer */
  readonly places: readonly number[]
  readonly before: NamedStreets
  readonly after: NamedStreets
  /** with the gates of this site only */
  readonly compounds: readonly Compound[]
  readonly addedGates: readonly Gate[]
  /** edges laid before that are not there after, and those laid after that were not there before */
  readonly lost: readonly number[]
  readonly gained: readonly number[]
  /** edges of the data that the site doubles; −1: one that cannot be found */
  readonly superseded: readonly number[]
  readonly issues: readonly Issue[]
}

/** Sites laid before on one network of the data. */
interface KnownSites {
  readonly laid: Map<string, LaidSite>
  readonly descriptions: Descriptions
}

// while somebody plans, all sites but one stay as they are
const knownSites = new WeakMap<WalkNetwork, KnownSites>()
const SITES_KEPT = 200

function laySite(on: GraftedOn, site: Site): LaidSite {
  let known = knownSites.get(on.base.home)
  if (known === undefined)
    knownSites.set(on.base.home, (known = { laid: new Map(), descriptions: new Descriptions() }))
  const { added, removed, addedGates } = site
  const key = JSON.stringify([added, [...site.altered], removed, addedGates])
  let laid = known.laid.get(key)
  if (laid === undefined) {
    if (known.laid.size >= SITES_KEPT) known.laid.clear()
    known.laid.set(key, (laid = layAnew(on, site, known.descriptions)))
  }
  return laid
}

function layAnew(
  on: GraftedOn,
  { added, altered, removed, addedGates, boxes }: Site,
  descriptions: Descriptions,
): LaidSite {
  const { layers } = on.project
  const { streets } = layers
  const gates = [...layers.gates, ...addedGates]
  const compounds = withAddedGates(
    on.compounds,
    gates,
    addedGates.map((_, i) => layers.gates.length + i),
    on.frame,
    null,
  )
  const places = streetsAround(streets, boxes, compounds, on.frame)
  const names = new Set(addedGates.map(({ id }) => id))
  const lay = (list: readonly Street[], ground: Ground): NamedStreets => {
    const project = { ...on.project, layers: { ...layers, gates, streets: [...list] } }
    const laid = layStreets(project, ground)
    // of a few streets nearly every gate of the data is far
    const issues = laid.issues.filter(
      ({ layer, id }) => layer === 'gates' && id !== undefined && names.has(id),
    )
    return nameStreets({ ...laid, issues }, list, descriptions)
  }
  const isRemoved = new Set(removed)
  const closed = new Set(places.flatMap((place, i) => (isRemoved.has(place) ? [i] : [])))
  const before = lay(
    places.map((i) => streets[i]),
    on,
  )
  const after = lay([...places.map((i) => altered.get(i) ?? streets[i]), ...added], {
    ...on,
    compounds,
    closed,
  })
  const lift = liftEdges(before, places, on.base.home, streets)
  const lost = onlyIn(before, after)
  return {
    places,
    lost,
    gained: onlyIn(after, before),
    superseded: lost.map(lift),
    before,
    after,
    compounds,
    addedGates,
    issues: after.laid.issues,
  }
}

/** Edges of laid streets that others have not. */
function onlyIn({ edgeNames }: NamedStreets, { edgeOf }: NamedStreets): number[] {
  return edgeNames.flatMap((name, edge) => (edgeOf.has(name) ? [] : [edge]))
}

/** Answers which edge of the whole network an edge laid from some streets is; −1: none. */
export function liftEdges(
  named: NamedStreets,
  places: readonly number[],
  home: WalkNetwork,
  streets: readonly Street[],
): (edge: number) => number {
  const { home: laid } = named.laid
  const known = new Map<number, ReadonlyMap<string, number>>()
  const coursesOf = (place: number): ReadonlyMap<string, number> => {
    let courses = known.get(place)
    if (courses === undefined) {
      const id = place < 0 ? '' : streets[place].id
      const edges = edgesOfStreets(home, [place])
      known.set(place, (courses = new Map(edges.map((edge) => [courseName(home, edge, id), edge]))))
    }
    return courses
  }
  return (edge) => {
    const street = laid.edgeStreet[edge]
    const place = street < 0 ? -1 : places[street]
    return coursesOf(place).get(courseName(laid, edge, place < 0 ? '' : streets[place].id)) ?? -1
  }
}

const listed = new WeakMap<WalkNetwork, ReadonlyMap<number, readonly number[]>>()

/** The real edges of some streets of the layer; −1: gates' connectors. Listed once for a network. */
export function edgesOfStreets(home: WalkNetwork, streets: readonly number[]): readonly number[] {
  let edges = listed.get(home)
  if (edges === undefined) {
    const lists = new Map<number, number[]>()
    for (let e = 0; e < home.homeEdgeCount; e++) {
      const list = lists.get(home.edgeStreet[e])
      if (list === undefined) lists.set(home.edgeStreet[e], [e])
      else list.push(e)
    }
    listed.set(home, (edges = lists))
  }
  const all = edges
  return streets.flatMap((street) => all.get(street) ?? [])
}
