import type { Issue } from '../../model/issue'
import type { Facility, Green } from '../../model/layers'
import type { Project } from '../../model/project'
import type { Metres } from '../../model/units'
import type { LocalFrame } from '../geometry/local-frame'
import type { Box } from '../network/near-boxes'
import { boxOf } from '../network/streets-around'
import type { AccessPoint } from './access-point'
import { isSamePoint } from './align-services'
import { allWays, type ChangedWays, touchesPlace } from './changed-ways'
import { entrancesByOwner, type EntrancesByOwner, maxSnapOf, type PlaceContext } from './place-context'
import type { PlacedFacilities } from './place-facilities'
import { type PlanWays, withPieces } from './plan-ways'
import { isPark, type Service } from './services'

/** Facilities placed before on the same streets, and the project they were in. */
export interface PlacedBefore {
  readonly project: Project
  readonly facilities: PlacedFacilities
  readonly plan?: PlanWays | null
}

/** Facilities placed before by the streets of another plan over the same data, and what this one changes otherwise. */
export interface PlacedByPlan {
  readonly project: Project
  readonly facilities: PlacedFacilities
  readonly changed: ChangedWays
}

/** A service on the network: its access points and what is odd about them. */
export interface Entered {
  readonly access: readonly AccessPoint[]
  readonly doubts: readonly Issue[]
}

export type Doors = readonly (readonly [number, number])[]

export const NO_DOORS: Doors = []

// of the data, while plans come and go
const indexes = new WeakMap<
  PlacedFacilities,
  Readonly<Record<Service['layer'], ReadonlyMap<string, number>>>
>()

/** What was placed before, by what decides a place: the record's id, its geometry and its doors. */
export class KnownPlaces {
  private readonly facilities: PlacedFacilities
  private readonly entrances: EntrancesByOwner
  private readonly records: readonly (Facility | Green)[]
  private readonly firstGreen: number
  /** records mostly follow on each other as they did */
  private next = 0
  private readonly context: PlaceContext
  private readonly isSamePlan: boolean
  private ways: ChangedWays | null = null

  constructor({ project: { layers }, facilities, plan }: PlacedBefore, context: PlaceContext) {
    this.context = context
    this.isSamePlan = (plan ?? null) === (context.plan ?? null)
    this.facilities = facilities
    this.entrances = entrancesByOwner(layers.entrances)
    this.records = [...layers.facilities, ...layers.greens.filter(isPark)]
    this.firstGreen = layers.facilities.length
  }

  /** A record as it was entered before, or as it is entered now: where it had other doors, or a plan touches it. */
  find(layer: Service['layer'], record: Facility | Green, doors: Doors, enter: () => Entered): Entered {
    const i = this.records[this.next] === record ? this.next : this.indexOf(layer, record.id)
    if (i === undefined) return enter()
    this.next = i + 1
    const before = this.records[i]
    // an edit makes its records anew each time
    if (before !== record && !isSame(before.geometry, record.geometry)) return enter()
    if (!isSame(this.entrances.get(record.id) ?? NO_DOORS, doors)) return enter()
    const was = { access: this.facilities.access[i], doubts: this.facilities.doubts[i] }
    if (!this.isMoved(was.access, record, doors)) return was
    return this.keepWays(was, enter())
  }

  /** A plan takes no way in away: those there were are kept, but those over streets that are gone. */
  private keepWays(was: Entered, is: Entered): Entered {
    const { plan, network } = this.context
    if (!plan) return is
    const left = was.access.filter(({ edge }) => !plan.gone.has(edge))
    const missing = withPieces(plan, network, left).filter(
      (way) => !is.access.some((each) => isSamePoint(each, way)),
    )
    if (missing.length === 0) return is
    return { access: [...is.access, ...missing], doubts: is.access.length === 0 ? was.doubts : is.doubts }
  }

  /** Whether a plan changes the streets by which a place is entered, or lays a path that may be nearer. */
  private isMoved(access: readonly AccessPoint[], record: Facility | Green, doors: Doors): boolean {
    const { plan, network, compounds } = this.context
    if (!plan || this.isSamePlan) return false
    this.ways ??= allWays(plan, compounds)
    return touchesPlace(
      this.ways,
      access,
      boxOfPlace(record, doors, network.frame),
      reachOf(access, doors, maxSnapOf(this.context)),
    )
  }

  private indexOf(layer: Service['layer'], id: string): number | undefined {
    const { records, firstGreen } = this
    let found = indexes.get(this.facilities)
    if (found === undefined) {
      found = {
        facilities: new Map(records.slice(0, firstGreen).map((record, i) => [record.id, i])),
        greens: new Map(records.slice(firstGreen).map((record, i) => [record.id, firstGreen + i])),
      }
      indexes.set(this.facilities, found)
    }
    return found[layer].get(id)
  }
}

/** How far a street may be that a place is entered by, of those it is entered by in the data. `most_m`: at most. */
export function reachOf(access: readonly AccessPoint[], doors: Doors, most_m: Metres): Metres {
  // a door that is on no street may be anywhere within reach
  const isAll = access.length > 0 && access.length >= doors.length
  return isAll ? Math.max(...access.map(({ connector_m }) => connector_m)) : most_m
}

// records never change
const boxes = new WeakMap<Facility | Green, Box>()

/** The box around a record and its doors, local metres; worked out once. */
export function boxOfPlace(record: Facility | Green, doors: Doors, frame: LocalFrame): Box {
  let box = boxes.get(record)
  if (box === undefined) boxes.set(record, (box = boxOf(coordinatesOf(record.geometry), frame)))
  if (doors.length === 0) return box
  const [west, south, east, north] = boxOf(doors, frame)
  return [Math.min(box[0], west), Math.min(box[1], south), Math.max(box[2], east), Math.max(box[3], north)]
}

function coordinatesOf(geometry: Facility['geometry']): readonly (readonly number[])[] {
  if (geometry.type === 'Point') return [geometry.coordinates]
  return (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat(2)
}

function isSame(a: object, b: object): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
