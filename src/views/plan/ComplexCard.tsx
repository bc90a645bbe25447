import './hosting.css'
import './complex.css'
import { useState } from 'react'
import { HOSTING_PACK } from '../../model/hosting-pack'
import type { Complex } from '../../model/service-complex'
import { useLanguage } from '../app-context'
import { IconButton } from '../ui/IconButton'
import { StatusMark } from '../ui/StatusMark'
import { useNames } from '../use-names'
import { useShow } from '../use-show'

const RULES = new Map(HOSTING_PACK.complex_rules.map((rule) => [rule.id, rule]))
const USES = new Map(HOSTING_PACK.uses.map((use) => [use.code, use]))

interface ComplexCardProps {
  readonly complex: Complex
  /** true: opened from the start */
  readonly isOpenFirst: boolean
}

const LEVELS = ['warn', 'unknown', 'met'] as const

/** A complex of embedded services: who shares the site, and what the guide says of it, with source and status; closed, how
 * it stands. */
export function ComplexCard({ complex, isOpenFirst }: ComplexCardProps) {
  const { words, format } = useLanguage()
  const names = useNames()
  const show = useShow()
  const [isOpen, setOpen] = useState(isOpenFirst)
  const { spaces, uses, services, floor_m2, findings } = complex
  const title = spaces.map((id) => names.space(id)).join(words.listSeparator)
  return (
    <li className="complex-card">
      <div className="hosting-line">
        <button
          type="button"
          className="plain row-button complex-head"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <span className="clip" title={title}>
            {title}
          </span>
          <span className="caption">
            {words.complex.uses(format.count(uses.length), format.count(services.length))} ·{' '}
            {floor_m2 === null ? words.complex.floorUnknown : words.complex.floor(format.area(floor_m2))}
          </span>
          <span className="complex-levels">
            {LEVELS.map((level) => {
              const count = findings.filter((found) => found.level === level).length
              return count === 0 ? null : (
                <span key={level} className={`level ${level}`}>
                  {words.complex.level[level]} {format.count(count)}
                </span>
              )
            })}
          </span>
        </button>
        <IconButton
          icon="locate"
          label={words.locate}
          onClick={() => show({ kind: 'space', id: spaces[0] })}
        />
      </div>
      {isOpen ? <ComplexBody complex={complex} /> : null}
    </li>
  )
}

function ComplexBody({ complex: { parts, findings } }: { readonly complex: Complex }) {
  const { locale, words, format } = useLanguage()
  return (
    <div className="complex-body">
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
