import type { EditCharge } from '../../../model/package-answer'
import type { Edit } from '../../../model/scenario'
import type { Language } from '../../app-context'
import { tellEdit, tellKind } from '../../scenario/tell-edit'
import type { Names } from '../../use-names'

/** An edit in few words: what is done, and to what. */
export function describeEdit(edit: Edit, { line }: EditCharge, names: Names, language: Language): string {
  const subject = tellEdit(edit, line, names, language)
  return [tellKind(edit, language), subject].filter((part) => part !== '').join(' · ')
}
