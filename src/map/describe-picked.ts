import type { Landmarks } from '../model/landmark'
import type { ViewState } from '../store/state'
import { MAP_WORDS } from './map-words'
import type { Picked } from './pick'
import { nameClass } from '../model/rules/name-class'
import { tellCommunity } from '../model/tell-community'

/** What the pointer is over, in at most two lines: its name, and what it is. */
export function describePicked(
  picked: Picked,
  { locale, rules }: ViewState,
  landmarks: Landmarks,
): readonly string[] {
  const words = MAP_WORDS[locale]
  if (picked.kind === 'community') {
    const { id, name = '' } = picked.record
    // where one with a name is, the map shows
    // ids come from files: an object knows «constructor» by itself
    return [
      name.trim() === ''
        ? tellCommunity(undefined, Object.hasOwn(landmarks, id) ? landmarks[id] : undefined, locale)
        : name,
    ]
  }
  if (picked.kind === 'space') {
    return named(picked.record.name, picked.record.kind && words.space[picked.record.kind])
  }
  if (picked.kind === 'gate') {
    const { record } = picked.mark
    return named(record.name, words.gate[record.access ?? 'unknown'])
  }
  const { record } = picked.mark
  return named(record.name, record.class === undefined ? undefined : nameClass(rules, record.class, locale))
}

function named(name: string | undefined, what: string | undefined): string[] {
  return [name, what].filter((line) => line !== undefined)
}
