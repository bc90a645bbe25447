import type { Community } from '../../src/model/layers'
import type { Project } from '../../src/model/project'
import type { LonLat } from '../../src/model/units'
import { haversine, Heap, nearestOn, segmentsOf, whoWalks } from './slow-walk'

/*
 * Walks past compounds and gates, read off docs/method.md (2, 3, 5) as a state machine: where the walker is,
 * and what they may still do in the compound they are in. For small scenes only.
 */

type Access = 'public' | 'residents' | 'closed'
type Ring = readonly LonLat[]

interface Compound {
  readonly id: string
  readonly rings: readonly Ring[]
  readonly gates: readonly { readonly at: LonLat; readonly access: Access }[]
}

/** A straight bit of street that lies in one zone; `zone`: a compound's id, '' outside all of them. */
interface Bit {
  readonly a: string
  readonly b: string
  readonly from: LonLat
  readonly to: LonLat
  readonly length_m: number
  readonly zone: string
  readonly isOneWay: boolean
  /** the straight way from a gate to a street: walked, but no street */
  readonly isConnector: boolean
}

const GATE_NEAR_M = 12
const GATE_CONNECTOR_M = 60
const SNAP_M = 150
const SAME_DISTANCE_M = 30
const ISLAND_M = 1000
const INSIDE_M = 0.5

/**
 * Metres from one point to another with the straight ways to the streets, by everybody's, residents' and
 * guests' rules; null: no walk.
 */
export function walkWithGates(project: Project, from: LonLat, to: LonLat): number | null {
  const compounds = readCompounds(project)
  const bits = cutStreets(project, compounds)
  const accessAt = placeGates(compounds, bits)
  const isIsland = findIslands(bits, accessAt)

  const zoneOf = (p: LonLat): string => compounds.find((c) => contains(c, p))?.id ?? ''
  const home = zoneOf(from)
  const target = zoneOf(to)
  const start = attach(from, home, bits, isIsland, compounds)
  const end = attach(to, target, bits, isIsland, compounds)
  if (start.length === 0 || end.length === 0) return null

  let shortest = Infinity
  for (const s of start)
    for (const e of end) {
      if (s.bit === null || s.bit !== e.bit) continue
      if (s.bit.isOneWay && s.along_m > e.along_m) continue
      shortest = Math.min(shortest, s.connector_m + Math.abs(s.along_m - e.along_m) + e.connector_m)
    }

  /** What the walker may do: outside, at home, in by a public gate, in as a guest. */
  type Mode = 'outside' | 'home' | 'through' | 'guest'
  const enter = (zone: string, access: Access): Mode | null => {
    if (access === 'closed') return null
    if (zone === home) return 'home'
    if (access === 'public') return 'through'
    return zone === target ? 'guest' : null
  }
  const mayLeave = (mode: Mode, access: Access): boolean =>
    mode === 'home' ? access !== 'closed' : mode === 'through' && access === 'public'

  const states: { node: string; zone: string; mode: Mode }[] = []
  const numbers = new Map<string, number>()
  const best: number[] = []
  const heap = new Heap()
  const offer = (node: string, zone: string, mode: Mode, d: number): void => {
    const key = `${node}|${zone}|${mode}`
    let n = numbers.get(key)
    if (n === undefined) {
      n = states.push({ node, zone, mode }) - 1
      numbers.set(key, n)
      best.push(Infinity)
    }
    if (d >= best[n]) return
    best[n] = d
    heap.push(n, d)
  }
  const firstMode: Mode = home === '' ? 'outside' : 'home'
  for (const s of start) {
    offer(s.b, home, firstMode, s.connector_m + s.toB_m)
    if (s.bit?.isOneWay !== true) offer(s.a, home, firstMode, s.connector_m + s.along_m)
  }
  for (let next = heap.pop(); next !== null; next = heap.pop()) {
    const { item, key: d } = next
    if (d > best[item]) continue
    const { node, zone, mode } = states[item]
    if (zone === target)
      for (const e of end) {
        if (e.a === node) shortest = Math.min(shortest, d + e.along_m + e.connector_m)
        if (e.b === node && e.bit?.isOneWay !== true)
          shortest = Math.min(shortest, d + e.toB_m + e.connector_m)
      }
    for (const bit of bits) {
      if (bit.zone === zone && bit.a === node) offer(bit.b, zone, mode, d + bit.length_m)
      if (bit.zone === zone && bit.b === node && !bit.isOneWay) offer(bit.a, zone, mode, d + bit.length_m)
    }
    for (const other of zonesAt(bits, node, compounds)) {
      if (other === zone) continue
      const sides = [zone, other].filter((z) => z !== '').map((z) => accessAt.get(`${node}|${z}`) ?? 'closed')
      const access = strictest(sides)
      if (zone !== '' && !mayLeave(mode, access)) continue
      const nextMode = other === '' ? 'outside' : enter(other, access)
      if (nextMode !== null) offer(node, other, nextMode, d)
    }
  }
  return shortest === Infinity ? null : shortest
}

/**
 * Whether a place has a street to go to: one within the longest snap, and no gate's connector about as near.
 * Of compounds without any street inside it is true.
 */
export function isNearStreet(project: Project, at: LonLat): boolean {
  const compounds = readCompounds(project)
  const bits = cutStreets(project, compounds)
  placeGates(compounds, bits)
  const zone = compounds.find((c) => contains(c, at))?.id ?? ''
  const nearest = (isConnector: boolean): number =>
    Math.min(
      ...bits
        .filter((bit) => bit.zone === zone && bit.isConnector === isConnector)
        .map((bit) => nearestOn({ a: bit.from, b: bit.to }, at).d),
    )
  const hasStreets = bits.some((bit) => bit.zone === zone && !bit.isConnector)
  if (!hasStreets) return zone !== ''
  return nearest(false) <= SNAP_M && nearest(false) + SAME_DISTANCE_M < nearest(true)
}

function readCompounds(project: Project): Compound[] {
  const compounds = project.layers.communities
    .filter((c) => c.gated === true)
    .map((c) => ({ id: c.id, rings: ringsOf(c), gates: [] as { at: LonLat; access: Access }[] }))
  for (const gate of project.layers.gates) {
    const at: LonLat = [gate.geometry.coordinates[0], gate.geometry.coordinates[1]]
    const near = compounds
      .map((compound) => ({ compound, d: toEdge(compound, at) }))
      .sort((x, y) => x.d - y.d)[0]
    const compound =
      gate.community === undefined
        ? near !== undefined && near.d <= GATE_NEAR_M
          ? near.compound
          : undefined
        : compounds.find((c) => c.id === gate.community)
    compound?.gates.push({ at, access: gate.access ?? 'residents' })
  }
  return compounds
}

function ringsOf({ geometry }: Community): Ring[] {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
  return rings.map((ring) => ring.map(([lon, lat]): LonLat => [lon, lat]))
}

function edgesOf(compound: Compound): (readonly [LonLat, LonLat])[] {
  return compound.rings.flatMap((ring) => ring.slice(1).map((b, i) => [ring[i], b] as const))
}

function contains(compound: Compound, [x, y]: LonLat): boolean {
  let isInside = false
  for (const [a, b] of edgesOf(compound))
    if (a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) isInside = !isInside
  return isInside
}

function toEdge(compound: Compound, p: LonLat): number {
  return Math.min(...edgesOf(compound).map(([a, b]) => nearestOn({ a, b }, p).d))
}

function between(a: LonLat, b: LonLat, t: number): LonLat {
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]
}

const nodeAt = (p: LonLat): string => `${p[0]},${p[1]}`

function makeBit(base: Pick<Bit, 'a' | 'b' | 'from' | 'to' | 'zone'> & Partial<Bit>): Bit {
  return { isOneWay: false, isConnector: false, length_m: haversine(base.from, base.to), ...base }
}

/** Every street cut where it crosses an edge; each bit in the zone its middle lies in. */
function cutStreets(project: Project, compounds: readonly Compound[]): Bit[] {
  const bits: Bit[] = []
  for (const street of project.layers.streets) {
    const who = whoWalks(street)
    if (who === 'nobody') continue
    segmentsOf(street).forEach(({ a, b, length_m }, s) => {
      const cuts = compounds
        .flatMap(edgesOf)
        .map((edge) => shareAtCrossing(a, b, edge))
        .filter((t) => t > 0 && t < 1)
      const ts = [...new Set([0, ...cuts, 1])].sort((x, y) => x - y)
      const name = (t: number): string =>
        t === 0 ? nodeAt(a) : t === 1 ? nodeAt(b) : `${street.id}/${s}/${t}`
      for (let i = 1; i < ts.length; i++) {
        const middle = between(a, b, (ts[i - 1] + ts[i]) / 2)
        const zone = compounds.find((c) => contains(c, middle) && toEdge(c, middle) > INSIDE_M / 2)?.id ?? ''
        if (who === 'compound' && zone === '') continue
        bits.push(
          makeBit({
            a: name(ts[i - 1]),
            b: name(ts[i]),
            from: between(a, b, ts[i - 1]),
            to: between(a, b, ts[i]),
            length_m: (ts[i] - ts[i - 1]) * length_m,
            zone,
            isOneWay: street.oneway_foot === true,
          }),
        )
      }
    })
  }
  return bits
}

/** Where a–b crosses an edge, as a share of the way from a to b; NaN: nowhere. */
function shareAtCrossing(a: LonLat, b: LonLat, [c, d]: readonly [LonLat, LonLat]): number {
  const cross = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
  if (cross === 0) return NaN
  const t = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / cross
  const u = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / cross
  return u >= 0 && u <= 1 ? t : NaN
}

function zonesAt(bits: readonly Bit[], node: string, compounds: readonly Compound[]): Set<string> {
  const zones = new Set(bits.filter((bit) => bit.a === node || bit.b === node).map((bit) => bit.zone))
  // a gate of a compound without streets leads into it all the same
  for (const c of compounds) if (node.startsWith(`gate/${c.id}/`)) zones.add(c.id)
  return zones
}

function strictest(sides: readonly Access[]): Access {
  return sides.includes('closed') ? 'closed' : sides.includes('residents') ? 'residents' : 'public'
}

/**
 * Who passes where, by node and compound; a place that is absent is wall. Gates away from every street get
 * their straight ways to the streets, which are added to the bits.
 */
function placeGates(compounds: readonly Compound[], bits: Bit[]): Map<string, Access> {
  const accessAt = new Map<string, Access>()
  for (const compound of compounds) {
    const meetings = new Map<string, LonLat>()
    for (const bit of bits.filter((one) => one.zone === compound.id))
      for (const [node, at] of [[bit.a, bit.from] as const, [bit.b, bit.to] as const])
        if (zonesAt(bits, node, []).size > 1) meetings.set(node, at)
    for (const [node, at] of meetings) {
      if (compound.gates.length === 0) accessAt.set(`${node}|${compound.id}`, 'residents')
      const near = compound.gates
        .map((gate) => ({ access: gate.access, d: haversine(gate.at, at) }))
        .filter(({ d }) => d <= GATE_NEAR_M)
        .sort((x, y) => x.d - y.d)
      if (near.length > 0) accessAt.set(`${node}|${compound.id}`, near[0].access)
    }
    compound.gates.forEach((gate, g) => {
      if ([...meetings.values()].some((at) => haversine(gate.at, at) <= GATE_NEAR_M)) return
      const node = `gate/${compound.id}/${g}`
      accessAt.set(`${node}|${compound.id}`, gate.access)
      for (const zone of ['', compound.id]) connect(gate.at, node, zone, bits)
    })
  }
  return accessAt
}

/** Joins a gate to the nearest street of a zone by a straight connector; the street is split at its foot. */
function connect(at: LonLat, node: string, zone: string, bits: Bit[]): void {
  const nearest = bits
    .filter((bit) => bit.zone === zone && !bit.isConnector)
    .map((bit) => ({ bit, ...nearestOn({ a: bit.from, b: bit.to }, at) }))
    .sort((x, y) => x.d - y.d)[0]
  if (nearest === undefined || nearest.d > GATE_CONNECTOR_M) return
  const { bit, t } = nearest
  const foot = between(bit.from, bit.to, t)
  let footNode = t === 0 ? bit.a : bit.b
  if (t > 0 && t < 1) {
    footNode = `foot/${node}/${zone}`
    bits.splice(
      bits.indexOf(bit),
      1,
      { ...bit, b: footNode, to: foot, length_m: t * bit.length_m },
      { ...bit, a: footNode, from: foot, length_m: (1 - t) * bit.length_m },
    )
  }
  bits.push(makeBit({ a: node, b: footNode, from: at, to: foot, zone, isConnector: true }))
}

/** Streets that hang together, through whatever somebody may pass, with less than a kilometre of streets. */
function findIslands(bits: readonly Bit[], accessAt: ReadonlyMap<string, Access>): (bit: Bit) => boolean {
  const group = new Map<string, string>()
  const find = (state: string): string => {
    const up = group.get(state) ?? state
    return up === state ? state : find(up)
  }
  const join = (x: string, y: string): void => void group.set(find(x), find(y))
  for (const bit of bits) join(`${bit.a}|${bit.zone}`, `${bit.b}|${bit.zone}`)
  for (const [key, access] of accessAt) {
    const node = key.slice(0, key.lastIndexOf('|'))
    if (access !== 'closed') join(key, `${node}|`)
  }
  const lengths = new Map<string, number>()
  const groupOf = (bit: Bit): string => find(`${bit.a}|${bit.zone}`)
  for (const bit of bits) lengths.set(groupOf(bit), (lengths.get(groupOf(bit)) ?? 0) + bit.length_m)
  return (bit) => (lengths.get(groupOf(bit)) ?? 0) < ISLAND_M
}

/** Where a place meets the streets; `bit` null: straight to a gate. */
interface Attachment {
  readonly bit: Bit | null
  readonly a: string
  readonly b: string
  readonly along_m: number
  readonly toB_m: number
  readonly connector_m: number
}

function attach(
  at: LonLat,
  zone: string,
  bits: readonly Bit[],
  isIsland: (bit: Bit) => boolean,
  compounds: readonly Compound[],
): Attachment[] {
  const streets = bits.filter((bit) => bit.zone === zone && !bit.isConnector)
  if (zone !== '' && streets.length === 0) {
    const compound = compounds.find((c) => c.id === zone)
    return (compound?.gates ?? []).flatMap((gate, g) => {
      const node = `gate/${zone}/${g}`
      // a gate too far from every street leads nowhere, not even to a neighbour
      if (!bits.some((bit) => bit.a === node)) return []
      return [{ bit: null, a: node, b: node, along_m: 0, toB_m: 0, connector_m: haversine(at, gate.at) }]
    })
  }
  const near = streets
    .map((bit) => ({ bit, ...nearestOn({ a: bit.from, b: bit.to }, at) }))
    .filter(({ d }) => d <= SNAP_M)
    .sort((x, y) => x.d - y.d)
  if (near.length === 0) return []
  const same = near.filter(({ d }) => d <= near[0].d + SAME_DISTANCE_M)
  const { bit, t, d } = same.find((one) => !isIsland(one.bit)) ?? near[0]
  const along_m = t * bit.length_m
  return [{ bit, a: bit.a, b: bit.b, along_m, toB_m: bit.length_m - along_m, connector_m: d }]
}
