import { HOSTING_PACK } from '../../../model/hosting-pack'
import type { Edit } from '../../../model/scenario'
import type { Language } from '../../app-context'
import type { Names } from '../../use-names'

/** An edit in few words: what is done, and to what. */
export function describeEdit(edit: Edit, names: Names, { words, locale }: Language): string {
  const kind = words.money.kind[edit.kind]
  const subject = subjectOf(edit, names, locale)
  return subject === '' ? kind : `${kind} ${subject}`
}

function subjectOf(edit: Edit, names: Names, locale: Language['locale']): string {
  if (edit.kind === 'convert-space') {
    const use = HOSTING_PACK.uses.find(({ code }) => code === edit.use)
    const name = use === undefined ? names.classOf(edit.class) : locale === 'zh' ? use.name_zh : use.name_en
    return `${names.space(edit.space)} → ${name}`
  }
  if ('facility' in edit) return names.facility(edit.facility)
  if (edit.kind === 'add-facility') return edit.name
  if (edit.kind === 'open-wall') return names.community(edit.community)
  if ('gate' in edit) {
    const gate = [...names.records.gatesOf.values()].flat().find(({ id }) => id === edit.gate)
    return gate?.name ?? ''
  }
  return ''
}
