import type { MeasuredChange } from '../../model/explanation'
import type { Run } from '../run'
import { type Asked, type ClassState, gainOf, measuresOf, standingOf } from './class-state'
import { named } from './straight-line'

/** What a change does, if it serves who is asked about; null: it does not. */
export async function judgeChange(
  before: ClassState,
  after: ClassState,
  asked: Asked,
  run: Run,
): Promise<MeasuredChange | null> {
  const { verdict, facility, cost, other } = await standingOf(after, asked, run)
  if (verdict !== 'served' || facility < 0) return null
  return {
    facility: named(after.on.project.layers.facilities[facility]),
    ...measuresOf(after.settings, cost, other),
    ...gainOf(before, after),
  }
}
