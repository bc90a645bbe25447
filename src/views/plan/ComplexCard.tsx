import './complex.css'
import { HOSTING_PACK } from '../../model/hosting-pack'
import type { Complex } from '../../model/service-complex'
import { useLanguage } from '../app-context'
import { StatusMark } from '../ui/StatusMark'
import { useNames } from '../use-names'
import { useShow } from '../use-show'

const RULES = new Map(HOSTING_PACK.complex_rules.map((rule) => [rule.id, rule]))
const USES = new Map(HOSTING_PACK.uses.map((use) => [use.code, use]))

/** A complex of embedded services: who shares the site, and what the guide says of it, with source and status. */
export function ComplexCard({ complex }: { readonly complex: Complex }) {
  const { locale, words, format } = useLanguage()
  const names = useNames()
  const show = useShow()
  const { spaces, parts, uses, services, floor_m2, findings } = complex
  return (
    <div className="complex-card">
      <p className="complex-spaces">
        {spaces.map((id) => (
          <button
            key={id}
            type="button"
            className="plain link clip"
            title={names.space(id)}
            onClick={() => show({ kind: 'space', id })}
          >
            {names.space(id)}
          </button>
        ))}
      </p>
      <p className="caption">
        {words.complex.uses(format.count(uses.length), format.count(services.length))} ·{' '}
        {floor_m2 === null ? words.complex.floorUnknown : words.complex.floor(format.area(floor_m2))}
      </p>
      <ul className="complex-parts">
        {parts.map(({ facility, use, service, area_m2 }) => {
          const known = USES.get(use)
          const name = known === undefined ? use : locale === 'zh' ? known.name_zh : known.name_en
          return (
            <li key={facility}>
              <span className="clip" title={name}>
                {name}
              </span>
              <span className="caption">
                {service === null ? words.complex.other : words.complex.service[service]}
              </span>
              <span className="figure">{format.area(area_m2)}</span>
            </li>
          )
        })}
      </ul>
      <ul className="complex-findings">
        {findings.map(({ rule: id, level, code, facts }) => {
          const rule = RULES.get(id)
          return (
            <li key={`${id} ${code}`}>
              <span className={`level ${level}`}>{words.complex.level[level]}</span>
              <span>{words.complex.say[code](facts)}</span>
              {rule === undefined ? null : (
                <span className="caption" title={locale === 'zh' ? rule.text_zh : rule.text_en}>
                  {id} · {words.hosting.source(locale === 'zh' ? rule.source_zh : rule.source_en)} ·{' '}
                  <StatusMark status={rule.status} />
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
