import type { EditCharge } from '../../../model/package-answer'
import type { Edit } from '../../../model/scenario'
import type { Language } from '../../app-context'
import { tellEdit } from '../../scenario/tell-edit'
import type { Names } from '../../use-names'

/** An edit in few words: what is done, and to what. */
export function describeEdit(edit: Edit, { line }: EditCharge, names: Names, language: Language): string {
  const subject = tellEdit(edit, line, names, language)
  return [language.words.scenario.kind[edit.kind], subject].filter((part) => part !== '').join(' · ')
}
