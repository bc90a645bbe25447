import type { Assessment } from '../../model/assessment'
import type { RepairEffect } from '../../model/finding'

/** What of an assessment tells how many people are served, and on what that rests. */
export type Coverage = Pick<Assessment, 'basis' | 'totals'>

/**
 * People and communities by verdict before and after a repair, of the classes where a number changes. Both
 * assessments rest on the same settings, and the first one says which.
 */
export function compareCoverage(before: Coverage, after: Coverage): RepairEffect {
  const { profile, basis, hour, rule_pack, rule_pack_version } = before.basis
  const totals = new Map(after.totals.map((total) => [total.code, total]))
  const classes = before.totals.flatMap((total) => {
    const changed = totals.get(total.code)
    if (changed === undefined) throw new Error(`class ${total.code} is missing after the repair`)
    const isSame =
      total.people_served === changed.people_served &&
      total.people_unserved === changed.people_unserved &&
      total.people_unknown === changed.people_unknown &&
      total.communities_served === changed.communities_served &&
      total.communities_unserved === changed.communities_unserved &&
      total.communities_unknown === changed.communities_unknown
    return isSame ? [] : [{ code: total.code, before: total, after: changed }]
  })
  return { profile, basis, hour, rule_pack, rule_pack_version, classes }
}
