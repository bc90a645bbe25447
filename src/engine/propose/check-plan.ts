import type { MeasuredPlan, ProposalOptions } from '../../model/proposal'
import { SERVED, UNSERVED } from '../assessment/community-judge'
import type { PlanContext } from './plan-context'
import { roundDown, roundUp } from './answer-question'
import { AskedPoints } from './asked-points'
import { askAbout, judgeClasses, listClasses, markScope, peopleInScope } from './list-demand'

/**
 * Whom a plan serves when it is carried out: the project with its edits measured anew, against what it was. Of the
 * people in scope who were not served by a class and are now, each once for each class. A plan promises no more:
 * it knows nothing of three gates that help only together, and not of every two that do, and counts capacities, which a walk does not.
 */
export function checkPlan(
  before: PlanContext,
  after: PlanContext,
  asked: {
    readonly classes: readonly string[]
    readonly communities: readonly string[] | null
    readonly gaps?: ProposalOptions['gaps']
    readonly counts?: ProposalOptions['counts']
  },
): MeasuredPlan {
  const { communities } = before.on.project.layers
  const scope = markScope(communities, asked.communities)
  const { gaps = null, counts = 'people' } = asked
  const classes = listClasses(before, new Set(asked.classes), { classes: null, gaps, weighting: 'people' })
  const { asks } = askAbout(communities, classes, scope, gaps)
  // whoever is hurt counts, whichever gaps are to be closed
  const people = peopleInScope(before, scope, counts)
  const live = new AskedPoints(Uint8Array.from(people, (number) => (number > 0 ? 1 : 0)))
  const { points } = before.on.people
  const [was, is] = [judgeClasses(before, classes, live), judgeClasses(after, classes, live)]
  const byClass = classes.map(({ rule }, c) => {
    let [gained, lost] = [0, 0]
    live.points.forEach((p, n) => {
      const at = c * live.count + n
      if (was[at] === UNSERVED && is[at] === SERVED && asks(c, points[p].community)) gained += people[p]
      if (was[at] === SERVED && is[at] !== SERVED) lost += people[p]
    })
    return { id: rule.code, gained, lost }
  })
  return {
    people_served: roundDown(
      byClass.reduce((sum, { gained }) => sum + gained, 0),
      counts,
    ),
    people_lost: roundUp(
      byClass.reduce((sum, { lost }) => sum + lost, 0),
      counts,
    ),
    by_class: byClass.flatMap(({ id, gained }) =>
      gained > 0 ? [{ id, people: roundDown(gained, counts) }] : [],
    ),
  }
}
