import './hosting.css'
import { HOSTING_PACK } from '../../model/hosting-pack'
import type { Hosting } from '../../model/hosting'
import { useLanguage } from '../app-context'
import { StatusMark } from '../ui/StatusMark'
import { tellFinding } from './tell-finding'

const RULES = new Map(HOSTING_PACK.rules.map((rule) => [rule.id, rule]))

/** Everything the rules say of one space and use, each with its text, source and status. */
export function HostingFindings({ hosting }: { readonly hosting: Hosting }) {
  const { locale, words } = useLanguage()
  return (
    <ul className="hosting-findings">
      {hosting.findings.map((found, i) => {
        const rule = RULES.get(found.rule)
        return (
          // a rule may say two things of one space
          <li key={`${found.rule} ${found.code} ${i}`}>
            <span className={`level ${found.level}`}>{words.hosting.level[found.level]}</span>
            <span>{tellFinding(words, found)}</span>
            {rule === undefined ? null : (
              <span className="caption" title={locale === 'zh' ? rule.text_zh : rule.text_en}>
                {rule.id} · {words.hosting.source(locale === 'zh' ? rule.source_zh : rule.source_en)} ·{' '}
                <StatusMark status={rule.status} />
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
