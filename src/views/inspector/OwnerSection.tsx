import { useLanguage } from '../app-context'
import { Section } from '../ui/Section'
import { useNames } from '../use-names'
import { useShow } from '../use-show'

/** The community a record lies in, and the way there; nothing where none is on record. */
export function OwnerSection({ community }: { readonly community: string | undefined }) {
  const { words } = useLanguage()
  const names = useNames()
  const show = useShow()
  if (community === undefined) return null
  return (
    <Section title={words.field.community}>
      <button type="button" className="plain link" onClick={() => show({ kind: 'community', id: community })}>
        {names.community(community)}
      </button>
    </Section>
  )
}
