import type { Street } from '../../src/model/layers'
import type { Project } from '../../src/model/project'
import type { LonLat } from '../../src/model/units'
import { haversine, nearestOn } from './slow-walk'
import {
  GATE_NEAR_M,
  isPassage,
  type Passing,
  passingAt,
  readCompounds,
  type SlowCompound,
  type SlowGate,
} from './slow-compounds'
import { isFree, readWalls, type Wall } from './slow-barriers'
import { buildGraph, type SlowGraph } from './slow-graph'
import { SlowJunctions } from './slow-junctions'
import {
  type Bit,
  BitGrid,
  crossingShare,
  type CutLine,
  between,
  cutStreets,
  makeBit,
  nameOf,
  readLines,
  type SlowLine,
} from './slow-lines'
import { slopeFactor, slopesOf } from './slow-slope'

/*
 * The walking network of docs/method.md (2, 3, 4).
 */

/** How far a gate away from every street is joined to one. */
const GATE_CONNECTOR_M = 60
/** Parts of the network with less street than this are islands. */
export const ISLAND_M = 1000
/** How near the border of the data it is not known any more what lies beyond. */
const CLIP_M = 30

/** A way from one zone into another, both ways. */
export interface Passage extends Passing {
  readonly a: number
  readonly b: number
}

/** Factors of time on a bit, in its direction and against it. */
export interface Slope {
  readonly forward: number
  readonly back: number
}

export interface SlowTown {
  readonly compounds: readonly SlowCompound[]
  readonly walls: readonly Wall[]
  readonly nodeCount: number
  readonly bits: readonly Bit[]
  readonly grid: BitGrid
  readonly orderOf: ReadonlyMap<Bit, number>
  /** the places at both ends of each bit */
  readonly nodesOf: ReadonlyMap<Bit, readonly [number, number]>
  readonly passages: readonly Passage[]
  readonly graph: SlowGraph
  /** where pieces of street end: streets meet, lines end, gates stand */
  readonly junctions: ReadonlySet<number>
  /** how much longer a bit takes than on the flat, there and back */
  readonly slopeOf: ReadonlyMap<Bit, Slope>
  /** crossing lines that meet a road, and so do not wait along themselves */
  readonly metCrossings: ReadonlySet<string>
  /** compounds with a gate that somebody may pass */
  readonly openZones: ReadonlySet<number>
  readonly placeOf: readonly LonLat[]
  readonly zoneOf: readonly number[]
  /** street metres, all pieces of its line */
  readonly lengthOfStreet: ReadonlyMap<string, number>
  /** bridges and tunnels for walkers over or under a road or a railway */
  readonly footbridges: ReadonlySet<string>
  readonly isIsland: (bit: Bit) => boolean
  /** where the data ends */
  readonly clipNodes: readonly number[]
}

/** `hour`: minutes since midnight, null for any time. */
export function buildTown(project: Project, hour: number | null = null): SlowTown {
  const compounds = readCompounds(project, hour)
  const drawn = readLines(project)
  const cut = cutStreets(drawn, compounds)
  const walls = readWalls(project, compounds)
  const loose = joinLooseGates(compounds, cut, walls)
  const lines = loose.lines
  const bits = lines.flatMap((line) => line.bits)

  const placeOf: LonLat[] = []
  const zoneOf: number[] = []
  const named = new Map<string, number>()
  const addNode = (at: LonLat, zone: number): number => {
    zoneOf.push(zone)
    return placeOf.push(at) - 1
  }
  const nodeAt = (name: string, at: LonLat, zone: number): number => {
    const key = `${name}|${zone}`
    const known = named.get(key)
    if (known !== undefined) return known
    const node = addNode(at, zone)
    named.set(key, node)
    return node
  }

  const nodesOf = new Map<Bit, readonly [number, number]>()
  for (const bit of bits)
    nodesOf.set(bit, [nodeAt(bit.a, bit.from, bit.zone), nodeAt(bit.b, bit.to, bit.zone)])
  for (const { gate, zone, other } of loose.gates) {
    nodeAt(nameOf(gate.at), gate.at, other)
    nodeAt(nameOf(gate.at), gate.at, zone)
  }

  const passages = findPassages(compounds, named, placeOf, zoneOf)
  const atGates = new Set(passages.flatMap(({ a, b }) => [a, b]))
  const nodeOf = (name: string): number | undefined => named.get(`${name}|-1`)
  const footbridges = findFootbridges(project)
  const ways = bits.flatMap(({ street, line, zone }) =>
    street === null && line !== null && zone < 0 ? [line] : [],
  )
  const meetings = new SlowJunctions([...drawn, ...ways])
  const metCrossings = meetings.findMetCrossings()
  const crossroads = meetings.findCrossroads(
    project,
    (name) => {
      const node = nodeOf(name)
      return node !== undefined && !atGates.has(node)
    },
    (street) =>
      street.oneway_foot !== true &&
      street.steps !== true &&
      !['steps', 'elevator'].includes(street.kind ?? '') &&
      street.step_free !== false &&
      (street.crossing === undefined || metCrossings.has(street.id)) &&
      !footbridges.has(street.id),
  )
  const junctions = findJunctions(lines, named, passages)
  for (const name of meetings.namesOnUnwalkedRoads()) {
    const node = nodeOf(name)
    if (node !== undefined) junctions.add(node)
  }
  const lengthOfStreet = new Map<string, number>()
  for (const { street, length_m } of bits)
    if (street !== null) lengthOfStreet.set(street.id, (lengthOfStreet.get(street.id) ?? 0) + length_m)
  return {
    compounds,
    walls,
    nodeCount: placeOf.length,
    bits,
    grid: new BitGrid(bits),
    orderOf: new Map(bits.map((bit, i) => [bit, i])),
    nodesOf,
    passages,
    graph: buildGraph(placeOf.length, nodesOf, passages, crossroads, nodeOf, junctions),
    junctions,
    slopeOf: findSlopes(lines, nodesOf, junctions),
    metCrossings,
    openZones: new Set(passages.filter(isPassage).flatMap(({ sides }) => sides.map(({ zone }) => zone))),
    placeOf,
    zoneOf,
    lengthOfStreet,
    footbridges,
    isIsland: findIslands(placeOf.length, nodesOf, passages),
    clipNodes: findClipNodes(project, junctions, placeOf),
  }
}

interface LooseGate {
  readonly gate: SlowGate
  readonly zone: number
  /** the zone on the other side of the wall */
  readonly other: number
}

/**
 * Gates where no street meets the edge of their compound within 12 m are joined by straight ways of at most
 * 60 m to the nearest street outside and, if there is one, inside; no such way crosses a wall.
 */
function joinLooseGates(
  compounds: readonly SlowCompound[],
  lines: readonly CutLine[],
  walls: readonly Wall[],
): { lines: CutLine[]; gates: LooseGate[] } {
  const bits = lines.flatMap((line) => line.bits)
  const zonesAt = new Map<string, { at: LonLat; zones: Set<number> }>()
  for (const { a, b, from, to, zone } of bits)
    for (const [name, at] of [[a, from] as const, [b, to] as const]) {
      const place = zonesAt.get(name) ?? { at, zones: new Set() }
      place.zones.add(zone)
      zonesAt.set(name, place)
    }
  const meetings = [...zonesAt.values()].filter(({ zones }) => zones.size > 1)
  const gates: LooseGate[] = []
  const feet = new Map<Bit, LonLat[]>()
  const connectors: CutLine[] = []
  for (const { zone, gates: own } of compounds)
    for (const gate of own) {
      if (meetings.some(({ at, zones }) => zones.has(zone) && haversine(at, gate.at) <= 12)) continue
      const outside = nearestFoot(bits, -1, gate.at, walls)
      if (outside === null) continue
      gates.push({ gate, zone, other: -1 })
      for (const foot of [outside, nearestFoot(bits, zone, gate.at, walls)]) {
        if (foot === null) continue
        feet.set(foot.bit, [...(feet.get(foot.bit) ?? []), foot.at])
        if (nameOf(foot.at) !== nameOf(gate.at))
          connectors.push({ bits: [connect(foot.at, gate.at, foot.bit.zone, connectors.length)] })
      }
    }
  const split = lines.map((line) => ({
    bits: line.bits.flatMap((bit) => {
      const at = (feet.get(bit) ?? []).filter((p) => nameOf(p) !== bit.a && nameOf(p) !== bit.b)
      const places = [
        bit.from,
        ...at.toSorted((p, q) => haversine(bit.from, p) - haversine(bit.from, q)),
        bit.to,
      ]
      return places
        .slice(1)
        .map((to, i) => makeBit(places[i], to, bit.zone, bit.line, bit.segment))
        .filter((one) => at.length === 0 || one.a !== one.b)
    }),
  }))
  return { lines: [...split, ...connectors], gates }
}

/** The straight way from a street to a gate: a leg like others where it meets the street. */
function connect(from: LonLat, to: LonLat, zone: number, index: number): Bit {
  const street: Street = {
    id: `way to gate ${index}`,
    geometry: { type: 'LineString', coordinates: [[...from], [...to]] },
  }
  return { ...makeBit(from, to, zone, null, 0), line: { street, who: 'everybody', points: [from, to] } }
}

function nearestFoot(
  bits: readonly Bit[],
  zone: number,
  p: LonLat,
  walls: readonly Wall[],
): { bit: Bit; at: LonLat } | null {
  let best: { bit: Bit; at: LonLat } | null = null
  let nearest = GATE_CONNECTOR_M
  for (const bit of bits) {
    if (bit.zone !== zone || bit.length_m === 0) continue
    const { t, d } = nearestOn({ a: bit.from, b: bit.to }, p)
    const at = between(bit.from, bit.to, t)
    // the wall the gate stands in is open there
    if (d >= nearest || !isFree(walls, at, p, zone, GATE_NEAR_M)) continue
    nearest = d
    best = { bit, at }
  }
  return best
}

/** Wherever places of two zones have the same name: what may be done there. */
function findPassages(
  compounds: readonly SlowCompound[],
  named: ReadonlyMap<string, number>,
  placeOf: readonly LonLat[],
  zoneOf: readonly number[],
): Passage[] {
  const together = new Map<string, number[]>()
  for (const [key, node] of named) {
    const name = key.slice(0, key.indexOf('|'))
    together.set(name, [...(together.get(name) ?? []), node])
  }
  const passages: Passage[] = []
  for (const nodes of together.values())
    nodes.forEach((a, i) => {
      for (const b of nodes.slice(i + 1)) {
        const sides = [zoneOf[a], zoneOf[b]].filter((zone) => zone >= 0)
        const passing = passingAt(compounds, sides, placeOf[a])
        if (passing !== null) passages.push({ a, b, ...passing })
      }
    })
  return passages
}

/** Streets that hang together, over gates as well, closed ones too, with less than a kilometre of street. */
function findIslands(
  nodeCount: number,
  nodesOf: ReadonlyMap<Bit, readonly [number, number]>,
  passages: readonly Passage[],
): (bit: Bit) => boolean {
  const up = Int32Array.from({ length: nodeCount }, (_, n) => n)
  const find = (n: number): number => {
    let root = n
    while (up[root] !== root) root = up[root] = up[up[root]]
    return root
  }
  for (const [from, to] of nodesOf.values()) up[find(from)] = find(to)
  for (const { a, b } of passages) up[find(a)] = find(b)
  const lengths = new Map<number, number>()
  const groupOf = new Map<Bit, number>()
  for (const [bit, [from]] of nodesOf) {
    const group = find(from)
    groupOf.set(bit, group)
    lengths.set(group, (lengths.get(group) ?? 0) + bit.length_m)
  }
  return (bit) => (lengths.get(groupOf.get(bit) ?? -1) ?? 0) < ISLAND_M
}

/** Junctions, ends of lines and gates: where pieces of street end. */
function findJunctions(
  lines: readonly CutLine[],
  named: ReadonlyMap<string, number>,
  passages: readonly Passage[],
): Set<number> {
  const uses = new Map<number, number>()
  const use = (node: number | undefined, times: number): void => {
    if (node !== undefined) uses.set(node, (uses.get(node) ?? 0) + times)
  }
  for (const { bits } of lines) {
    const [first, last] = [bits[0], bits[bits.length - 1]]
    use(named.get(`${first.a}|${first.zone}`), 2)
    use(named.get(`${last.b}|${last.zone}`), 2)
    for (const bit of bits.slice(1)) use(named.get(`${bit.a}|${bit.zone}`), 1)
  }
  for (const { a, b } of passages) {
    use(a, 2)
    use(b, 2)
  }
  return new Set([...uses].filter(([, times]) => times > 1).map(([node]) => node))
}

/** Within a street piece between junctions the mean factor counts. */
function findSlopes(
  lines: readonly CutLine[],
  nodesOf: ReadonlyMap<Bit, readonly [number, number]>,
  junctions: ReadonlySet<number>,
): Map<Bit, Slope> {
  const slopes = new Map<SlowLine, number[]>()
  const result = new Map<Bit, Slope>()
  for (const { bits } of lines) {
    const pieces: Bit[][] = [[]]
    for (const bit of bits) {
      pieces.at(-1)?.push(bit)
      if (junctions.has(nodesOf.get(bit)?.[1] ?? -1)) pieces.push([])
    }
    for (const piece of pieces) {
      const length_m = piece.reduce((sum, bit) => sum + bit.length_m, 0)
      if (length_m === 0) continue
      let [forward, back] = [0, 0]
      for (const { line, segment, length_m: part_m } of piece) {
        if (line !== null && !slopes.has(line)) slopes.set(line, slopesOf(line))
        const slope = line === null ? 0 : (slopes.get(line)?.[segment] ?? 0)
        forward += (slopeFactor(slope) * part_m) / length_m
        back += (slopeFactor(-slope) * part_m) / length_m
      }
      for (const bit of piece) result.set(bit, { forward, back })
    }
  }
  return result
}

/** Junctions and ends of lines that lie near the border of the data or beyond. */
function findClipNodes(
  project: Project,
  junctions: ReadonlySet<number>,
  placeOf: readonly LonLat[],
): number[] {
  if (project.extent === undefined) return []
  const [west, south, east, north] = project.extent
  const isNear = ([lon, lat]: LonLat): boolean =>
    signed([west, lat], [lon, lat], lon - west) < CLIP_M ||
    signed([east, lat], [lon, lat], east - lon) < CLIP_M ||
    signed([lon, south], [lon, lat], lat - south) < CLIP_M ||
    signed([lon, north], [lon, lat], north - lat) < CLIP_M
  return [...junctions].filter((node) => isNear(placeOf[node]))
}

function signed(a: LonLat, b: LonLat, side: number): number {
  return Math.sign(side) * haversine(a, b)
}

const FOOT_KINDS = ['footway', 'path', 'pedestrian', 'cycleway', 'corridor', 'track']
const ROADS =
  'motorway motorway_link trunk trunk_link primary primary_link secondary secondary_link tertiary ' +
  'tertiary_link unclassified residential living_street service busway road 快速路 主干路 次干路 支路'

function lineOf(coordinates: readonly (readonly number[])[]): LonLat[] {
  return coordinates.map(([lon, lat]): LonLat => [lon, lat])
}

function isDeck({ bridge, tunnel, layer, kind, steps }: Street): boolean {
  const changesLevel = (bridge === true || tunnel === true) && (layer ?? 0) !== 0
  return changesLevel && FOOT_KINDS.includes(kind ?? '') && steps !== true
}

/** Bridges and tunnels for walkers that a road or a railway crosses elsewhere than at their ends. */
function findFootbridges(project: Project): Set<string> {
  const { streets, barriers } = project.layers
  const crossed = [
    ...streets
      .filter(({ kind }) => ROADS.split(' ').includes(kind ?? ''))
      .map(({ layer, geometry }) => ({ level: layer ?? 0, line: lineOf(geometry.coordinates) })),
    ...barriers.flatMap(({ kind, geometry }) =>
      (kind === 'rail' || kind === 'expressway') && geometry.type === 'LineString'
        ? [{ level: null, line: lineOf(geometry.coordinates) }]
        : [],
    ),
  ]
  return new Set(
    streets
      .filter(isDeck)
      .filter((deck) => {
        const points = lineOf(deck.geometry.coordinates)
        return crossed.some(({ level, line }) => level !== (deck.layer ?? 0) && doCross(points, line))
      })
      .map(({ id }) => id),
  )
}

function doCross(deck: readonly LonLat[], line: readonly LonLat[]): boolean {
  return deck.slice(1).some((b, i) =>
    line.slice(1).some((d, k) => {
      const slack = 0.01 / Math.max(0.01, haversine(deck[i], b))
      const t = crossingShare(deck[i], b, [line[k], d], slack)
      if (t === null) return false
      const isEnd = (i === 0 && t <= slack) || (i === deck.length - 2 && t >= 1 - slack)
      return !isEnd
    }),
  )
}
