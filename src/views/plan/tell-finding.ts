import type { Hosting, HostingFinding } from '../../model/hosting'
import type { Edit } from '../../model/scenario'
import type { Words } from '../words.zh'

/** What one rule says of a space and a use. */
export function tellFinding(words: Words, { code, facts }: HostingFinding): string {
  const { field } = facts
  if (code !== 'fact-missing' || typeof field !== 'string') return words.hosting.say[code](facts)
  return words.hosting.missing(field in words.field ? words.field[field as keyof Words['field']] : field)
}

/**
 * What forbids the use that an edit makes of a space, with the rules; null: nothing, or it is not known yet. A use that is
 * forbidden cannot be chosen, but what is on record of a space may change afterwards, or come with a file.
 */
export function tellForbidden(words: Words, hosting: readonly Hosting[] | null, edit: Edit): string | null {
  if (edit.kind !== 'convert-space') return null
  const found = hosting?.find(({ space, use }) => space === edit.space && use === edit.use)
  const blocks = found?.findings.filter(({ level }) => level === 'block') ?? []
  return blocks.length === 0
    ? null
    : words.hosting.forbidden(
        blocks.map((each) => `${tellFinding(words, each)} (${each.rule})`).join(words.listSeparator),
      )
}
