import type { Measure } from '../../../model/proposal'
import type { Edit } from '../../../model/scenario'
import type { Language } from '../../app-context'
import { tellEdit } from '../../scenario/tell-edit'
import type { Names } from '../../use-names'

/** A measure in few words: the space and its use, the gate, the facility; with its area and what it counts. */
export function tellMeasure({ edit, near = null }: Measure, names: Names, language: Language): string {
  const { words, format } = language
  const what = tellEdit(edit, [], names, language)
  // paths have no name: where one is tells it from the others
  if (edit.kind === 'add-path' && near !== null) return words.propose.pathNear(names.community(near), what)
  if (edit.kind !== 'convert-space') return what
  const size = [
    ...(edit.area_m2 === undefined ? [] : [format.area(edit.area_m2)]),
    ...(edit.capacity === undefined ? [] : [`${words.scenario.capacity} ${format.count(edit.capacity)}`]),
  ]
  return size.length === 0 ? what : `${what} ${size.join(' · ')}`
}

/** Where a measure is, shorter: of a space only its name; of what opens a way, what it is besides. */
export function tellPlace(measure: Measure, names: Names, language: Language): string {
  const { edit } = measure
  if (edit.kind === 'convert-space') return names.space(edit.space)
  const what = tellMeasure(measure, names, language)
  return opensWay(edit) ? `${language.words.scenario.kind[edit.kind]} ${what}` : what
}

/** Whether an edit lets people walk where they could not, and does nothing else. */
export function opensWay({ kind }: Edit): boolean {
  return kind === 'open-gate' || kind === 'open-wall' || kind === 'open-shared-wall' || kind === 'add-path'
}

/** Whose key begins what: a measure in any size, `space:ID:USE:CLASS`, or as it is. */
export function stemOf({ key, edit }: Measure): string {
  return edit.kind === 'convert-space' ? key.slice(0, key.lastIndexOf(':')) : key
}
