import type { PackageAnswer } from '../../../model/package-answer'
import { WORKS_PACK } from '../../../model/works-pack'
import { useLanguage } from '../../app-context'
import { Section } from '../../ui/Section'
import { StatusMark } from '../../ui/StatusMark'
import { useNames } from '../../use-names'

const RULES = new Map(WORKS_PACK.conflicts.map((rule) => [rule.id, rule]))
const ITEMS = new Map(WORKS_PACK.items.map((item) => [item.code, item]))
const ORDER = ['block', 'condition', 'unknown', 'check'] as const

/** What does not go together, the worst first, each with its rule, source and status. */
export function ConflictList({ answer }: { readonly answer: PackageAnswer }) {
  const { words, locale } = useLanguage()
  const names = useNames()
  const conflicts = answer.conflicts.toSorted((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level))
  return (
    <Section title={words.works.conflicts} aside={String(conflicts.length)} isFlush>
      {conflicts.length === 0 ? (
        <p className="section-body caption">{words.works.noConflicts}</p>
      ) : (
        <ul className="conflicts">
          {conflicts.map(({ rule: id, community, level, edits, items }) => {
            const rule = RULES.get(id)
            if (rule === undefined) return null
            const parts = [
              ...(edits.length === 0
                ? []
                : [words.consent.editsOf(edits.map((index) => index + 1).join(words.consent.and))]),
              ...items.map((code) => (locale === 'zh' ? ITEMS.get(code)?.name_zh : ITEMS.get(code)?.name_en)),
            ]
            return (
              <li key={`${id} ${community} ${edits.join()}`} className="conflict">
                <span className="line">
                  <span className={`level ${level}`}>{words.works.level[level]}</span>
                  <strong className="clip grow">{locale === 'zh' ? rule.title_zh : rule.title_en}</strong>
                </span>
                <span>{locale === 'zh' ? rule.text_zh : rule.text_en}</span>
                <span className="caption">
                  {[
                    community === null ? null : names.community(community),
                    words.works.between(parts.join(words.consent.and)),
                  ]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </span>
                <span className="caption">
                  {id} · {words.works.ruleSource(locale === 'zh' ? rule.source_zh : rule.source_en)} ·{' '}
                  <StatusMark status={rule.status} />
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
