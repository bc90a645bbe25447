import type { ClassColumn } from '../../model/assessment'
import { DOUBTFUL_LAYERS, type DoubtfulLayer } from '../../model/explanation'
import type { Facility, Green } from '../../model/layers'
import { PROFILES, type ProfileId } from '../../model/profile'
import type { Project } from '../../model/project'
import type { ClassMembers } from './class-members'
import type { DemandPoint } from './place-people'
import { isPark } from './services'
import { isWithin, reachOf, type Spot } from './sight'
import { Sights } from './sights'

/** What a class is looked for by. */
type SoughtClass = Pick<ClassColumn, 'code' | 'limit' | 'limit_unit'>

/** What of a class may serve somebody: services by class, without those too small or too large for it. */
type Fitting = Pick<ClassMembers, 'fit'>

type Surveyed = Pick<Project, 'layers' | 'completeness'>

/** Escalators and slopes may carry a walk faster than its profile goes, by no more than this. */
const FASTEST = 2.5

/** Everything that may serve by a class. */
interface Sites {
  readonly records: readonly (Facility | Green)[]
  /** box of each, four numbers side by side; filled when first looked at */
  boxes: Float64Array | null
}

// lists of classes never change
const known = new WeakMap<readonly SoughtClass[], SurveyDoubt>()

/**
 * Whether «not served» is certain where layers that decide walks or homes are incomplete.
 *
 * Buildings say where people live: of a partial layer, the people of a community without a building on record
 * are anywhere in it; of one not surveyed, everybody is. Gates and streets say how people walk: a path or a
 * gate that is not on record can shorten a walk, but never below the straight line. So where one of them is
 * incomplete, «not served» is certain only if nothing that may serve by the class is within the limit as the crow
 * flies: what its rule takes for too small, another community's own, and courts serve nobody, however near.
 * Served stays served: more gates, streets and facilities take nothing away.
 */
export class SurveyDoubt {
  private readonly project: Surveyed
  private readonly profile: ProfileId
  private readonly sites: readonly Sites[]
  private readonly limits_m: readonly number[]
  private readonly sights: Sights
  /** by class × community: what can be seen from somewhere in the box of its outline */
  private readonly near: (readonly (Facility | Green)[] | undefined)[]
  /** by class × community: 0 not looked at, 1 nothing in sight of its outline, 2 something is */
  private readonly seen: Uint8Array
  private readonly isByWalk: boolean

  private constructor(
    project: Surveyed,
    classes: readonly SoughtClass[],
    profile: ProfileId,
    { fit }: Fitting,
  ) {
    const { facilities, greens, communities } = project.layers
    const records = [...facilities, ...greens.filter(isPark)]
    this.project = project
    this.profile = profile
    this.isByWalk = isIncomplete(project, 'gates') || isIncomplete(project, 'streets')
    this.sights = Sights.of(project.layers)
    this.sites = fit.map((services) => ({
      records: services.map((service) => records[service]),
      boxes: null,
    }))
    this.limits_m = classes.map(({ limit, limit_unit }) =>
      limit_unit === 'm' ? limit : limit * PROFILES[profile].speed_m_s * FASTEST,
    )
    this.near = Array.from({ length: classes.length * communities.length })
    this.seen = new Uint8Array(classes.length * communities.length)
  }

  /**
   * null: the layers are complete, or nothing was said of them; every verdict stands. One object for all who ask about
   * the same list of classes: what was seen for one verdict is known for the next. `members`: of the same classes,
   * by index into the facilities of the project and then its parks.
   */
  static of(
    project: Surveyed,
    classes: readonly SoughtClass[],
    profile: ProfileId,
    members: Fitting,
  ): SurveyDoubt | null {
    if (listDoubtful(project).length === 0) return null
    const last = known.get(classes)
    if (last?.project === project && last.profile === profile) return last
    const doubt = new SurveyDoubt(project, classes, profile, members)
    known.set(classes, doubt)
    return doubt
  }

  /** Whether people of a community who are not served by a class on record may be. */
  isOpen({ community, carrier, id }: Pick<DemandPoint, 'community' | 'carrier' | 'id'>, c: number): boolean {
    // somebody who lives nowhere on record: near what is not known either
    if (community < 0) return this.isByWalk
    const { buildings } = this.project.completeness ?? {}
    const isSomewhere = buildings === 'none' || (buildings === 'partial' && carrier !== 'building')
    if (!isSomewhere && !this.isByWalk) return false
    const near = this.nearOf(community, c)
    const isOutlying = carrier === 'building' && this.sights.hasOutlying(community)
    if (near.length === 0 && !isOutlying) return false
    const house = carrier === 'building' && id !== undefined ? this.sights.houseOf(id) : undefined
    if (house !== undefined) {
      if (this.sees(house, this.ownOf(community), isOutlying ? this.sites[c].records : near, c)) return true
      if (!isSomewhere) return false
    }
    const at = c * this.project.layers.communities.length + community
    if (this.seen[at] === 0)
      this.seen[at] = this.sees(this.sights.areaOf(community), this.ownOf(community), near, c) ? 2 : 1
    return this.seen[at] === 2
  }

  /** The same for somebody standing at a place, of a community or of none. */
  isOpenAt(lon: number, lat: number, community: string | null, c: number): boolean {
    return (
      this.isByWalk && this.sees(this.sights.frame.spotOf([[lon, lat]]), community, this.sites[c].records, c)
    )
  }

  /** Whether another one of the same people and completeness sees the same of a class. */
  isSameFor(other: SurveyDoubt, c: number): boolean {
    if (this.isByWalk !== other.isByWalk || this.limits_m[c] !== other.limits_m[c]) return false
    const [sites, others] = [this.sites[c].records, other.sites[c].records]
    // records never change
    return (
      this.project.layers.entrances === other.project.layers.entrances &&
      sites.length === others.length &&
      sites.every((record, i) => record === others[i])
    )
  }

  private sees(from: Spot, own: string | null, records: readonly (Facility | Green)[], c: number): boolean {
    return records.some(
      (record) => servesSome(record, own) && isWithin(from, this.sights.serviceOf(record), this.limits_m[c]),
    )
  }

  /** By plain numbers: every community asks about every facility of every class. */
  private nearOf(community: number, c: number): readonly (Facility | Green)[] {
    const at = c * this.project.layers.communities.length + community
    const listed = this.near[at]
    if (listed !== undefined) return listed
    const sites = this.sites[c]
    const boxes = (sites.boxes ??= Float64Array.from(
      sites.records.flatMap((record) => this.sights.serviceOf(record).box),
    ))
    const area = this.sights.areaOf(community)
    const reach = reachOf(this.limits_m[c], area)
    const [minX, minY, maxX, maxY] = area.box
    const near: (Facility | Green)[] = []
    for (let i = 0; i < boxes.length; i += 4)
      if (
        boxes[i] - maxX <= reach &&
        minX - boxes[i + 2] <= reach &&
        boxes[i + 1] - maxY <= reach &&
        minY - boxes[i + 3] <= reach
      )
        near.push(sites.records[i / 4])
    this.near[at] = near.length === 0 ? NOTHING : near
    return near
  }

  private ownOf(community: number): string {
    return this.project.layers.communities[community].id
  }
}

const NOTHING: readonly never[] = []

/** Whether a facility or park serves anybody of a community; null: of none. */
function servesSome(record: Partial<Facility>, own: string | null): boolean {
  return record.access !== 'residents' || (record.community !== undefined && record.community === own)
}

/** Whether the same people may be served by what is not on record of a class, with either. */
export function isSameDoubt(a: SurveyDoubt | null, b: SurveyDoubt | null, classIndex: number): boolean {
  return a === b || (a !== null && b !== null && a.isSameFor(b, classIndex))
}

/** Layers that decide walks and homes and are not complete. */
export function listDoubtful({ completeness }: Pick<Project, 'completeness'>): DoubtfulLayer[] {
  return DOUBTFUL_LAYERS.filter((layer) => isIncomplete({ completeness }, layer))
}

function isIncomplete({ completeness = {} }: Pick<Project, 'completeness'>, layer: DoubtfulLayer): boolean {
  const level = completeness[layer]
  return level === 'partial' || level === 'none'
}
