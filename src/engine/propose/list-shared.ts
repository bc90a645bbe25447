import type { ProposalOptions } from '../../model/proposal'
import { voteOfEdit } from '../consent/vote-of-edit'
import { costOfEdit } from '../cost/cost-of-edit'
import type { PlannedClass } from './list-demand'
import type { Place } from './places'
import type { PlanContext } from './plan-context'

/** Facilities reserved to a community in scope that could serve their neighbors too. */
export function listShared(
  { on, reach, hosting, costs }: PlanContext,
  classes: readonly PlannedClass[],
  scope: Uint8Array,
  options: ProposalOptions,
): Place[] {
  const { layers } = on.project
  const indexOf = new Map(layers.communities.map(({ id }, k) => [id, k]))
  return layers.facilities.flatMap((facility, i): Place[] => {
    if (facility.access !== 'residents') return []
    const own = facility.community === undefined ? -1 : (indexOf.get(facility.community) ?? -1)
    if (own < 0 || scope[own] === 0) return []
    const edit = { kind: 'share-facility', facility: facility.id } as const
    const cost = costOfEdit(edit, layers, hosting, costs)
    const vote = voteOfEdit(edit, layers)
    if (cost === null || (vote.type === 'three-quarters' && !options.allowsThreeQuarters)) return []
    const measure = {
      key: `share:${facility.id}`,
      edit,
      class: facility.class ?? null,
      community: facility.community ?? null,
      cost,
      vote,
      hasConditions: false,
    }
    const decision = {
      cost: Math.round(cost.default_yuan),
      site: -1,
      area: 0,
      capacity: Infinity,
      rule: null,
    }
    const hosted = classes.flatMap(({ index }, k) =>
      reach.members.fit[index].includes(i) ? [{ class: k, options: [{ measure, decision }] }] : [],
    )
    return hosted.length === 0 ? [] : [{ access: on.facilities.access[i], hosted }]
  })
}
