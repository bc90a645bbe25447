import type { ClassColumn } from '../../model/assessment'
import { PROFILES, type ProfileId } from '../../model/profile'
import type { Project } from '../../model/project'
import { layerOfClass } from '../../model/survey'
import { boxOfGeometry, type DegreeBox, doBoxesMeet, growBox } from '../geometry/degree-box'
import type { DemandPoint } from './place-people'

/** What a class is looked for by. */
type SoughtClass = Pick<ClassColumn, 'code' | 'limit' | 'limit_unit'>

/** Escalators and slopes may carry a walk faster than its profile goes, by no more than this. */
const FASTEST = 2.5

interface Site {
  readonly box: DegreeBox
  /** the only community it serves; null: everybody */
  readonly own: string | null
}

// lists of classes never change
const known = new WeakMap<readonly SoughtClass[], SurveyDoubt>()

/**
 * Whether «not served» is certain where layers that decide walks or homes are incomplete.
 *
 * Buildings say where people live: of a partial layer, the people of a community without a building on record
 * are anywhere in it; of one not surveyed, everybody is. Gates and streets say how people walk: a path or a
 * gate that is not on record can shorten a walk, but never below the straight line. So where one of the two is
 * incomplete, «not served» is certain only if no facility of the class is within the limit as the crow flies,
 * from box to box. Served stays served: more gates, streets and facilities take nothing away.
 */
export class SurveyDoubt {
  private readonly project: Pick<Project, 'layers' | 'completeness'>
  private readonly profile: ProfileId
  private readonly sites: readonly (readonly Site[])[]
  private readonly sights_m: readonly number[]
  private readonly boxes: (DegreeBox | undefined)[] = []
  /** by class × community: 0 not looked at, 1 nothing in sight, 2 something is */
  private readonly seen: Uint8Array
  private readonly isByWalk: boolean

  private constructor(
    project: Pick<Project, 'layers' | 'completeness'>,
    classes: readonly SoughtClass[],
    profile: ProfileId,
  ) {
    this.project = project
    this.profile = profile
    this.isByWalk = isIncomplete(project, 'gates') || isIncomplete(project, 'streets')
    this.sites = this.isByWalk ? classes.map(({ code }) => sitesOf(project, code)) : []
    this.sights_m = classes.map(({ limit, limit_unit }) =>
      limit_unit === 'm' ? limit : limit * PROFILES[profile].speed_m_s * FASTEST,
    )
    this.seen = new Uint8Array(this.isByWalk ? classes.length * project.layers.communities.length : 0)
  }

  /**
   * null: the layers are complete, or nothing was said of them; every verdict stands. One object for all who ask about
   * the same list of classes: what was seen for one verdict is known for the next.
   */
  static of(
    project: Pick<Project, 'layers' | 'completeness'>,
    classes: readonly SoughtClass[],
    profile: ProfileId,
  ): SurveyDoubt | null {
    const isNeeded = (['buildings', 'gates', 'streets'] as const).some((layer) =>
      isIncomplete(project, layer),
    )
    if (!isNeeded) return null
    const last = known.get(classes)
    if (last?.project === project && last.profile === profile) return last
    const doubt = new SurveyDoubt(project, classes, profile)
    known.set(classes, doubt)
    return doubt
  }

  /** Whether people of a community who are not served by a class on record may be. */
  isOpen({ community, carrier }: Pick<DemandPoint, 'community' | 'carrier'>, classIndex: number): boolean {
    // somebody who lives nowhere on record: near what is not known either
    if (community < 0) return this.isByWalk
    const { buildings } = this.project.completeness ?? {}
    if (buildings === 'none' || (buildings === 'partial' && carrier !== 'building')) return true
    if (!this.isByWalk) return false
    const { communities } = this.project.layers
    const at = classIndex * communities.length + community
    if (this.seen[at] === 0) {
      const box = (this.boxes[community] ??= boxOfGeometry(communities[community].geometry))
      this.seen[at] = this.isInSight(box, communities[community].id, classIndex) ? 2 : 1
    }
    return this.seen[at] === 2
  }

  /** The same for somebody standing at a place, of a community or of none. */
  isOpenAt(lon: number, lat: number, community: string | null, classIndex: number): boolean {
    return this.isByWalk && this.isInSight([lon, lat, lon, lat], community, classIndex)
  }

  /** Whether another one of the same communities and completeness sees the same of a class. */
  isSameFor(other: SurveyDoubt, classIndex: number): boolean {
    if (this.isByWalk !== other.isByWalk) return false
    if (this.sights_m[classIndex] !== other.sights_m[classIndex]) return false
    const [sites, others] = [this.sites, other.sites].map((each) => each[classIndex] ?? [])
    return (
      sites.length === others.length &&
      sites.every(
        ({ box, own }, i) => own === others[i].own && box.every((side, k) => side === others[i].box[k]),
      )
    )
  }

  private isInSight(box: DegreeBox, community: string | null, classIndex: number): boolean {
    const around = growBox(box, this.sights_m[classIndex])
    return this.sites[classIndex].some(
      (site) => (site.own === null || site.own === community) && doBoxesMeet(around, site.box),
    )
  }
}

/** Whether the same people may be served by what is not on record of a class, with either. */
export function isSameDoubt(a: SurveyDoubt | null, b: SurveyDoubt | null, classIndex: number): boolean {
  return a === b || (a !== null && b !== null && a.isSameFor(b, classIndex))
}

function isIncomplete(
  { completeness = {} }: Pick<Project, 'completeness'>,
  layer: 'buildings' | 'gates' | 'streets',
): boolean {
  const level = completeness[layer]
  return level === 'partial' || level === 'none'
}

function sitesOf({ layers }: Pick<Project, 'layers'>, code: string): Site[] {
  const facilities = layers.facilities
    .filter((facility) => facility.class === code)
    .map(({ geometry, access, community }) => ({
      box: boxOfGeometry(geometry),
      own: access === 'residents' ? (community ?? '') : null,
    }))
  const greens = layerOfClass(code) === 'greens' ? layers.greens : []
  return [...facilities, ...greens.map(({ geometry }) => ({ box: boxOfGeometry(geometry), own: null }))]
}
