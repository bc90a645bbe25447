import type { AccessPoint } from './access-point'
import type { PlacedFacilities } from './place-facilities'
import type { Service } from './services'

type Placed = Pick<PlacedFacilities, 'services' | 'access'>

// lists of ways in are made anew with every placing: the same two are compared for walks, for walks by opened gates and for verdicts
const known = new WeakMap<Placed['access'], WeakMap<Placed['access'], Int32Array | null>>()

/**
 * Where each service of one list is in another one, so that walks to it hold: its index there; −1: it is gone, is
 * entered elsewhere, or serves other people. null: nothing moved. Indexes ascend, so that of equal walks the
 * lower one stays the lower one.
 */
export function alignServices(before: Placed, after: Placed): Int32Array | null {
  if (before.services === after.services && before.access === after.access) return null
  let ofBefore = known.get(before.access)
  if (ofBefore === undefined) known.set(before.access, (ofBefore = new WeakMap()))
  let moved = ofBefore.get(after.access)
  if (moved === undefined) ofBefore.set(after.access, (moved = align(before, after)))
  return moved
}

function align(before: Placed, after: Placed): Int32Array | null {
  const moved = new Int32Array(before.services.length).fill(-1)
  let indexOf: ReadonlyMap<string, number> | null = null
  let last = -1
  let isUnmoved = before.services.length === after.services.length
  before.services.forEach((service, i) => {
    let to = last + 1
    // most services follow on each other as they did; the others are looked for
    if (after.services[to] !== service) {
      indexOf ??= new Map(after.services.map((each, k) => [keyOf(each), k]))
      to = indexOf.get(keyOf(service)) ?? -1
    }
    const isKept =
      to > last &&
      servesAlike(service, after.services[to]) &&
      isSameAccess(before.access[i], after.access[to])
    if (isKept) last = moved[i] = to
    if (moved[i] !== i) isUnmoved = false
  })
  return isUnmoved ? null : moved
}

function keyOf({ layer, id }: Service): string {
  return `${layer} ${id}`
}

function servesAlike(a: Service, b: Service): boolean {
  return a.access === b.access && (a.access !== 'residents' || a.community === b.community)
}

/** Whether two lists of access points are the same, point by point. */
export function isSameAccess(a: readonly AccessPoint[], b: readonly AccessPoint[]): boolean {
  return a === b || (a.length === b.length && a.every((point, i) => isSamePoint(point, b[i])))
}

/** Whether two ways onto the streets are the same. */
export function isSamePoint(a: AccessPoint, b: AccessPoint): boolean {
  return (
    a.edge === b.edge &&
    a.node === b.node &&
    a.at === b.at &&
    a.zone === b.zone &&
    a.connector_m === b.connector_m
  )
}
