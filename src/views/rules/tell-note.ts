import type { Language } from '../app-context'
import { PACK_NOTES_ZH } from '../words/pack-notes.zh'

/** Combined packs put the notes of each beside each other so. */
const BETWEEN = ' · '

/** Whether a note says anything beside the marks of sources, such as "S3b". */
export function saysMore(note: string): boolean {
  return note.split(/[,;·\s]+/).some((word) => !/^([VPMJD]|S\d+[a-z]?)?$/.test(word))
}

/** A note of a rule pack in the reader's language, part by part; one that is not known as it was written. */
export function tellNote(note: string, { locale }: Pick<Language, 'locale'>): string {
  if (locale !== 'zh') return note
  return note
    .split(BETWEEN)
    .map((part) => PACK_NOTES_ZH[part] ?? part)
    .join(BETWEEN)
}
