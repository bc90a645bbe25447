import type { Impossibility, ProposalOptions } from '../../model/proposal'
import { voteOfEdit } from '../consent/vote-of-edit'
import { costOfEdit } from '../cost/cost-of-edit'
import type { PlannedClass } from './list-demand'
import { openingDecision, type Place } from './places'
import type { PlanContext } from './plan-context'
import type { Rejections } from './rejections'

/** Facilities reserved to a community in scope that could serve their neighbors too. */
export function listShared(
  { on, reach, hosting, costs }: PlanContext,
  classes: readonly PlannedClass[],
  scope: Uint8Array,
  options: ProposalOptions,
  rejections: Rejections,
): Place[] {
  if (!options.sharesFacilities) {
    rejections.add('share', { kind: 'sharing-off' })
    return []
  }
  const { layers } = on.project
  const indexOf = new Map(layers.communities.map(({ id }, k) => [id, k]))
  return layers.facilities.flatMap((facility, i): Place[] => {
    const isOpen = facility.access !== 'residents'
    // nearly all facilities of a district are open, and it is asked unit by unit
    if (isOpen && !rejections.areAsked) return []
    const edit = { kind: 'share-facility', facility: facility.id } as const
    const reject = (reason: Impossibility): Place[] => {
      rejections.add(`share:${facility.id}`, reason)
      return []
    }
    if (isOpen) return reject({ kind: 'open-already' })
    const own = facility.community === undefined ? -1 : (indexOf.get(facility.community) ?? -1)
    if (own < 0 || scope[own] === 0) return reject({ kind: 'out-of-scope' })
    const cost = costOfEdit(edit, layers, hosting, costs)
    const vote = voteOfEdit(edit, layers)
    if (cost === null) return reject({ kind: 'price-unknown' })
    if (vote.type === 'three-quarters' && !options.allowsThreeQuarters)
      return reject({ kind: 'needs-three-quarters' })
    const measure = {
      key: `share:${facility.id}`,
      edit,
      class: facility.class ?? null,
      community: facility.community ?? null,
      cost,
      vote,
      hasConditions: false,
    }
    const decision = openingDecision(cost)
    const hosted = classes.flatMap(({ index }, k) =>
      reach.members.fit[index].includes(i) ? [{ class: k, options: [{ measure, decision }] }] : [],
    )
    return hosted.length === 0
      ? reject({ kind: 'class-left-out', class: facility.class ?? '' })
      : [{ access: on.facilities.access[i], enter: (there) => there.facilities.access[i], hosted }]
  })
}
