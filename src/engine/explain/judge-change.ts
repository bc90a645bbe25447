import type { MeasuredChange } from '../../model/explanation'
import { SERVED } from '../assessment/community-judge'
import { type Asked, type ClassState, gainOf, measuresOf, type Standing, standingOf } from './class-state'
import { named } from './straight-line'
import { recordOfService } from '../places/services'

/** Shares of people that differ by less are equal: they were added up in another order. */
const SAME_SHARE = 1e-9

/** What a change does, if it serves who is asked about or more people of the community; null: it does neither. */
export function judgeChange(before: ClassState, after: ClassState, asked: Asked): MeasuredChange | null {
  return describeEffect(before, after, standingOf(before, asked), standingOf(after, asked))
}

/** The same from how who is asked about stood before and stands after. */
export function describeEffect(
  before: ClassState,
  after: ClassState,
  was: Standing,
  is: Standing,
): MeasuredChange | null {
  const serves = is.verdict === 'served' && is.facility >= 0
  const share = is.shares?.[SERVED] ?? null
  const hasGained = share !== null && share > (was.shares?.[SERVED] ?? 0) + SAME_SHARE
  if (!serves && !hasGained) return null
  const { mm, ms } = measuresOf(after.settings, is.cost, is.other)
  return {
    serves,
    facility: serves ? named(recordOfService(after.on.project.layers, is.facility)) : null,
    mm: serves ? mm : null,
    ms: serves ? ms : null,
    served_share: share,
    ...gainOf(before, after),
  }
}
