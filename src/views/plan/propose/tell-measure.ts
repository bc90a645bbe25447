import type { Measure } from '../../../model/proposal'
import type { Language } from '../../app-context'
import { tellEdit } from '../../scenario/tell-edit'
import type { Names } from '../../use-names'

/** A measure in few words: the space and its use, the gate, the facility; with its area and what it counts. */
export function tellMeasure({ edit }: Measure, names: Names, language: Language): string {
  const { words, format } = language
  const what = tellEdit(edit, [], names, language)
  if (edit.kind !== 'convert-space') return what
  const size = [
    ...(edit.area_m2 === undefined ? [] : [format.area(edit.area_m2)]),
    ...(edit.capacity === undefined ? [] : [`${words.scenario.capacity} ${format.count(edit.capacity)}`]),
  ]
  return size.length === 0 ? what : `${what} ${size.join(' · ')}`
}

/** Where a measure is, shorter: of a space only its name. */
export function tellPlace({ edit }: Measure, names: Names, language: Language): string {
  return edit.kind === 'convert-space' ? names.space(edit.space) : tellEdit(edit, [], names, language)
}

/** Whose key begins what: a measure in any size, `space:ID:USE:CLASS`, or as it is. */
export function stemOf({ key, edit }: Measure): string {
  return edit.kind === 'convert-space' ? key.slice(0, key.lastIndexOf(':')) : key
}
