import type { Edit } from '../../model/scenario'
import type { ExplainContext } from '../explain/class-state'
import type { AccessPoint } from '../places/access-point'
import { entrancesByOwner } from '../places/place-context'
import { placeFacility } from '../places/place-facilities'
import type { Cover } from '../siting/joint-plan'
import { AskedPoints } from './asked-points'
import { listClasses, type PlannedClass } from './list-demand'
import type { NearWalks } from './near-places'
import { positionsOfFacilities, sightOf, startWalking, type Walking, walksAmong, walksTo } from './near-walks'
import { isInBox, joinBoxes } from '../geometry/box'
import { growBox } from './box'
import { changesOf, type Laying } from './lay-apart'
import type { PlanContext } from './plan-context'
import type { PlanQuestion } from './plan-question'

/** Covers that are known once what they ask for is laid; null: nothing is asked for. */
export interface AskedCovers {
  readonly laying: Laying | null
  readonly covers: () => readonly Cover[]
}

/**
 * Whom measures serve that are carried out together, by walks on the very network that all of them make: what a
 * question knows of openings one by one and in pairs is less where they help each other.
 */
export class CarriedOut {
  private readonly context: PlanContext
  private readonly question: PlanQuestion
  private readonly classes: readonly PlannedClass[]
  /** by `class * points + point`: index of the demand; absent: nobody is to be served */
  private readonly demandAt = new Map<number, number>()

  /** `question`: of the same context, about who is served, not about walks to be saved */
  constructor(context: PlanContext, question: PlanQuestion) {
    const { demand } = question
    this.context = context
    this.question = question
    const codes = new Set(question.classes)
    this.classes = listClasses(context, codes, { classes: question.classes, gaps: null, weighting: 'people' })
    const count = context.on.people.points.length
    demand.point.forEach((p, i) => this.demandAt.set(demand.classIndex[i] * count + p, i))
  }

  /**
   * Of some communities' demand what some decisions serve, by index into the question's, each cover with who serves:
   * `existing` where it is what there is. `isMeant`: by index of the community.
   */
  coversOf(taken: readonly number[], isMeant: (community: number) => boolean, existing: number): AskedCovers {
    const { measures, demand } = this.question
    const { on, settings } = this.context
    const edits = taken.map((d) => measures[d].edit).filter((edit) => !isHost(edit))
    let covers = this.promised(taken, isMeant)
    // what helps nothing else does what was promised, and so does what would move people: their walks cannot be told apart
    if (edits.length < 2) return { laying: null, covers: () => covers }
    const isAsked = new Uint8Array(on.people.points.length)
    demand.point.forEach((p, i) => {
      if (isMeant(demand.community[i])) isAsked[p] = 1
    })
    const asked = new AskedPoints(isAsked)
    const far = Math.max(0, ...this.classes.map(({ limit }) => limit))
    const laying: Laying = {
      edits,
      changes: edits.map((edit) => changesOf(on, edit)).reduce(joinBoxes),
      measured: growBox(asked.boxOn(on), sightOf(settings, far)),
      tell: (opened) => {
        if (opened === null) return
        const walking = startWalking(opened, settings, asked)
        covers = [
          ...this.toWhatThereIs(walking, existing),
          ...taken
            .filter((d) => isHost(measures[d].edit))
            .flatMap((d) => this.toHost(walking, enter(measures[d].edit, opened), d)),
        ]
      },
    }
    return { laying, covers: () => covers }
  }

  /** What a question says of the same, each cover with what serves. */
  private promised(taken: readonly number[], isMeant: (community: number) => boolean): readonly Cover[] {
    const { demand, problem } = this.question
    const own = new Set(taken)
    return problem.covers
      .filter(({ needs }) => needs.every((d) => own.has(d)))
      .map(({ needs, demands }) => ({
        needs: [needs[0]],
        demands: demands.filter((i) => isMeant(demand.community[i])),
      }))
  }

  private toWhatThereIs(walking: Walking, existing: number): Cover[] {
    const { reach, settings } = this.context
    const { on, asked } = walking
    const box = asked.boxOn(on)
    const entered = positionsOfFacilities(on)
    return this.classes.flatMap(({ index, limit }, c) => {
      const seen = growBox(box, sightOf(settings, limit))
      const near = reach.members.fit[index].filter((i) =>
        entered[i].some((position) => isInBox(seen, position)),
      )
      if (near.length === 0) return []
      return this.cover(existing, c, walksAmong(walking, near, limit), asked)
    })
  }

  private toHost(walking: Walking, access: readonly AccessPoint[], d: number): Cover[] {
    const { class: code } = this.question.measures[d]
    return this.classes.flatMap(({ rule, limit }, c) =>
      rule.code === code ? this.cover(d, c, walksTo(walking, access, limit), walking.asked) : [],
    )
  }

  private cover(by: number, c: number, { places }: NearWalks, { points }: AskedPoints): Cover[] {
    const count = this.context.on.people.points.length
    const demands = [...places].flatMap((n) => this.demandAt.get(c * count + points[n]) ?? [])
    return demands.length === 0 ? [] : [{ needs: [by], demands }]
  }
}

/** Whether an edit makes a place that serves; the others let people walk to one. */
function isHost({ kind }: Edit): boolean {
  return kind === 'convert-space' || kind === 'share-facility'
}

/** The ways into what serves by an edit. */
function enter(edit: Edit, there: ExplainContext): readonly AccessPoint[] {
  const { spaces, facilities, entrances } = there.project.layers
  if (edit.kind === 'share-facility')
    return there.facilities.access[facilities.findIndex(({ id }) => id === edit.facility)]
  const space = edit.kind === 'convert-space' ? spaces.find(({ id }) => id === edit.space) : undefined
  if (space === undefined) throw new Error(`an edit of the plan serves nowhere: ${JSON.stringify(edit)}`)
  const doors = entrancesByOwner(entrances).get(space.id) ?? []
  return placeFacility(there, space, doors).flatMap((placement) => placement.access)
}
