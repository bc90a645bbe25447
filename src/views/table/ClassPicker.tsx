import { Popover } from 'antd'
import { useMemo, useState } from 'react'
import type { ClassFamily, Tier } from '../../model/rule-pack'
import { TIERS } from '../../model/tier-score'
import { useActions, useLanguage, useView } from '../app-context'
import { useNames } from '../use-names'
import type { ClassHeading } from './matrix-columns'

/** Chooses which classes the table shows: all, required ones, a tier, families, or one by one. */
export function ClassPicker({ all }: { readonly all: readonly ClassHeading[] }) {
  const { words, format } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const hidden = useView((view) => view.table.hidden)
  const known = useMemo(() => new Set(all.map(({ code }) => code)), [all])
  const shown = all.length - hidden.filter((code) => known.has(code)).length
  const button = (
    <button
      type="button"
      className="plain bar-button"
      title={words.tables.matrix.pickHint}
      aria-expanded={isOpen}
      // the popover itself is made only when it is first asked for
      onClick={() => setOpen(true)}
    >
      {words.tables.matrix.pick}{' '}
      <span className="caption figure">
        {words.tables.matrix.shownClasses(format.count(shown), format.count(all.length))}
      </span>
    </button>
  )
  if (!isOpen) return button
  return (
    <Popover
      open
      trigger="click"
      placement="topRight"
      onOpenChange={setOpen}
      content={<PickList all={all} />}
    >
      {button}
    </Popover>
  )
}

function PickList({ all }: { readonly all: readonly ClassHeading[] }) {
  const { words } = useLanguage()
  const { matrix, charts } = words.tables
  const actions = useActions()
  const names = useNames()
  const hidden = new Set(useView((view) => view.table.hidden))
  const families = [...new Set(all.map(({ family }) => family))]
  const showOnly = (isMeant: (code: string) => boolean) =>
    actions.setTable({ hidden: all.flatMap(({ code }) => (isMeant(code) ? [] : [code])) })
  const toggle = (codes: readonly string[], isShown: boolean) =>
    actions.setTable({
      hidden: isShown
        ? [...hidden].filter((code) => !codes.includes(code))
        : [...new Set([...hidden, ...codes])],
    })
  const isOfTier = (code: string, tier: Tier) => names.rules.get(code)?.tiers.includes(tier) ?? false
  const codesOf = (family: ClassFamily) =>
    all.flatMap((heading) => (heading.family === family ? [heading.code] : []))
  return (
    <div className="class-picker">
      <div className="line class-picker-quick">
        <button type="button" className="plain link" onClick={() => showOnly(() => true)}>
          {matrix.pickAll}
        </button>
        <button
          type="button"
          className="plain link"
          onClick={() => showOnly((code) => names.rules.get(code)?.required ?? false)}
        >
          {matrix.pickRequired}
        </button>
        {TIERS.map((tier) => (
          <button
            key={tier}
            type="button"
            className="plain link"
            onClick={() => showOnly((code) => isOfTier(code, tier))}
          >
            {charts.tier[tier]}
          </button>
        ))}
      </div>
      <div className="class-picker-list">
        {families.map((family) => {
          const codes = codesOf(family)
          const shown = codes.filter((code) => !hidden.has(code)).length
          return (
            <fieldset key={family} className="class-picker-family">
              <legend>
                <label className="line">
                  <input
                    type="checkbox"
                    checked={shown > 0}
                    ref={(box) => {
                      if (box !== null) box.indeterminate = shown > 0 && shown < codes.length
                    }}
                    onChange={(event) => toggle(codes, event.target.checked)}
                  />
                  {words.family[family]}
                </label>
              </legend>
              {codes.map((code) => (
                <label key={code} className="line class-picker-class">
                  <input
                    type="checkbox"
                    checked={!hidden.has(code)}
                    onChange={(event) => toggle([code], event.target.checked)}
                  />
                  <span className="clip" title={names.classOf(code)}>
                    {names.classOf(code)}
                  </span>
                </label>
              ))}
            </fieldset>
          )
        })}
      </div>
    </div>
  )
}
