import type { Comparison } from '../../model/comparison'
import type { Language } from '../app-context'

/**
 * What the last edit alone changed: people served and walks, over all classes, after it less before it. null: nothing.
 */
export function tellLastStep(
  before: Comparison,
  after: Comparison,
  { words, format }: Language,
): string | null {
  const people = Math.round(served(after) - served(before))
  const saved = Math.round(after.person_minutes - before.person_minutes)
  const parts = [
    ...(people === 0 ? [] : [words.scenario.lastServed(signed(people, format.people))]),
    // minutes saved are minutes less to walk
    ...(saved === 0
      ? []
      : [words.scenario.lastMinutes(`${signed(-saved, format.count)} ${words.scenario.personMinutes}`)]),
  ]
  return parts.length === 0 ? null : parts.join(' · ')
}

function signed(value: number, format: (value: number) => string): string {
  return `${value < 0 ? '−' : '+'}${format(Math.abs(value))}`
}

/** People served, counted once for each class. */
function served({ classes }: Comparison): number {
  return classes.reduce((sum, { served_after }) => sum + served_after, 0)
}
