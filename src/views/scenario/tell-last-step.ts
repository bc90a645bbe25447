import type { ClassChange, Comparison } from '../../model/comparison'
import { hasChanged } from '../../model/has-changed'
import type { Language } from '../app-context'
import { tellCommunities } from '../tell-uncounted'

/**
 * What the last edit alone changed, over all classes, after it less before it (null: there was none): people served,
 * communities whose people nobody counted, and walks. That it changed nothing is said as well; null: what it changed comes to
 * nothing in sum.
 */
export function tellLastStep(
  before: Comparison | null,
  after: Comparison,
  language: Language,
): string | null {
  const { words, format } = language
  const less = (of: (change: ClassChange) => number): number =>
    Math.round(sum(after, of) - (before === null ? 0 : sum(before, of)))
  const people = less(({ served_after, served_before }) => served_after - served_before)
  const turned = less(({ uncounted }) => uncounted.gained - uncounted.lost)
  const [nearer, farther] = [
    less(({ uncounted }) => uncounted.nearer),
    less(({ uncounted }) => uncounted.farther),
  ]
  const saved = Math.round(after.person_minutes - (before?.person_minutes ?? 0))
  const communities = (count: number): string =>
    signed(count, (positive) => tellCommunities(positive, language))
  const parts = [
    ...(people === 0 ? [] : [words.scenario.lastServed(signed(people, format.people))]),
    ...(turned === 0 ? [] : [words.scenario.lastServed(communities(turned))]),
    // minutes saved are minutes less to walk
    ...(saved === 0
      ? []
      : [words.scenario.lastMinutes(`${signed(-saved, format.count)} ${words.scenario.personMinutes}`)]),
    ...(nearer === 0 ? [] : [words.scenario.nearer(communities(nearer))]),
    ...(farther === 0 ? [] : [words.scenario.farther(communities(farther))]),
  ]
  if (parts.length > 0) return parts.join(' · ')
  const isSame =
    before === null
      ? !after.classes.some(hasChanged)
      : JSON.stringify(before.classes) === JSON.stringify(after.classes)
  return isSame ? words.scenario.lastNone : null
}

function signed(value: number, format: (value: number) => string): string {
  return `${value < 0 ? '−' : '+'}${format(Math.abs(value))}`
}

function sum({ classes }: Comparison, of: (change: ClassChange) => number): number {
  return classes.reduce((all, change) => all + of(change), 0)
}
