import { useMemo, useState } from 'react'
import { HOSTING_PACK } from '../../model/hosting-pack'
import type { Hosting } from '../../model/hosting'
import { useLanguage, useResults } from '../app-context'
import { HostingRow } from '../plan/HostingRow'
import { useSetting } from '../scenario/use-setting'
import { Section } from '../ui/Section'

const ORDER: readonly Hosting['verdict'][] = ['fits', 'conditions', 'blocked']

/** What a space may become, best first; what is not allowed is told on demand. */
export function HostingSection({ space }: { readonly space: string }) {
  const { locale, words, format } = useLanguage()
  const all = useResults((results) => results.hosting)
  const [showsBlocked, setShowsBlocked] = useState(false)
  const own = useMemo(
    () =>
      (all ?? [])
        .filter((each) => each.space === space)
        .sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict)),
    [all, space],
  )
  const names = useMemo(
    () => new Map(HOSTING_PACK.uses.map((use) => [use.code, locale === 'zh' ? use.name_zh : use.name_en])),
    [locale],
  )
  const setting = useSetting()
  const blocked = own.filter(({ verdict }) => verdict === 'blocked').length
  const shown = showsBlocked ? own : own.filter(({ verdict }) => verdict !== 'blocked')
  return (
    <Section title={words.hosting.title} isFlush>
      <p className="section-body caption">{words.hosting.hint}</p>
      {all === null ? (
        <p className="section-body caption" role="status">
          {words.hosting.pending}
        </p>
      ) : (
        <ul className="hosting-list">
          {shown.map((hosting) => (
            <HostingRow
              key={hosting.use}
              hosting={hosting}
              title={names.get(hosting.use) ?? hosting.use}
              {...setting(hosting)}
            />
          ))}
        </ul>
      )}
      {blocked === 0 ? null : (
        <p className="section-body">
          <button type="button" className="plain link" onClick={() => setShowsBlocked(!showsBlocked)}>
            {showsBlocked ? words.hosting.hideBlocked : words.hosting.showBlocked(format.count(blocked))}
          </button>
        </p>
      )}
      <p className="section-body caption source-line">
        {words.hosting.pack(
          locale === 'zh' ? HOSTING_PACK.name_zh : HOSTING_PACK.name_en,
          HOSTING_PACK.version,
        )}
      </p>
    </Section>
  )
}
