import './rules.css'
import { Input, Segmented, Switch } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { PackFile } from '../../model/rule-pack'
import type { AnyPack } from '../../model/rules/figure'
import { copyPack } from '../../model/rules/edit-pack'
import { findShipped, SHIPPED_PACKS } from '../../model/rules/shipped-packs'
import { useActions, useLanguage, useLibrary, useView } from '../app-context'
import { namePack } from '../basis-line'
import { IconButton } from '../ui/IconButton'
import { CompareTable } from './CompareTable'
import { FigureTable } from './FigureTable'
import { IndicatorTable } from './IndicatorTable'
import { OpenedNotice } from './OpenedNotice'
import { PackHead } from './PackHead'
import { PackSidebar } from './PackSidebar'
import { ParameterTable } from './ParameterTable'
import { RefusedNotice } from './RefusedNotice'

const TABS = ['figures', 'indicators', 'parameters', 'compare'] as const
type Tab = (typeof TABS)[number]

/** What is judged by: packs to choose and order, every number with its source, editing, comparing, sharing. */
export function RulesDrawer() {
  const language = useLanguage()
  const { words } = language
  const actions = useActions()
  const choice = useView((view) => view.ruleChoice)
  const rules = useView((view) => view.rules)
  const own = useLibrary((library) => library.own)
  const [shown, setShown] = useState<string | null>(choice.packs.length === 1 ? choice.packs[0].id : null)
  const [tab, setTab] = useState<Tab>('figures')
  const [search, setSearch] = useState('')
  const [isChangedOnly, setChangedOnly] = useState(false)
  const drawer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // whoever opened it by keys goes on from there when it is closed
    const opener = document.activeElement
    drawer.current?.focus()
    return () => {
      if (opener instanceof HTMLElement && document.activeElement === document.body) opener.focus()
    }
  }, [])
  // what was brought is what one wants to see
  const opened = useLibrary((library) => library.opened)
  const [seen, setSeen] = useState(opened)
  if (opened !== seen) {
    setSeen(opened)
    if (opened !== null) setShown(opened.id)
  }

  const inUse = choice.packs.find(({ id }) => id === shown) ?? null
  const file =
    inUse ?? own.find(({ id }) => id === shown) ?? SHIPPED_PACKS.find(({ id }) => id === shown) ?? null
  const pack: AnyPack = file ?? rules

  /** A shipped pack is never changed: editing it puts an own copy in its place. */
  const edit = (change: (pack: PackFile) => PackFile) => {
    if (inUse === null) return
    const isShipped = findShipped(inUse.id) !== undefined
    const taken = new Set([...own, ...choice.packs].map(({ id }) => id))
    const base = isShipped
      ? copyPack(inUse, taken, {
          name_zh: copyNames.zh(inUse.name_zh),
          name_en: copyNames.en(inUse.name_en),
        })
      : inUse
    const changed = change(base)
    setShown(changed.id)
    actions.setRuleChoice({
      ...choice,
      packs: choice.packs.map((each) => (each.id === inUse.id ? changed : each)),
    })
  }
  const onEdit = inUse === null ? null : edit

  return (
    <div
      ref={drawer}
      className="rules-drawer"
      role="dialog"
      aria-label={words.rules.title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        actions.setRulesOpen(false)
      }}
    >
      <div className="rules-head">
        <div className="grow">
          <h2>{words.rules.title}</h2>
          <p className="caption">{words.rules.lead}</p>
          <p className="caption figure rules-basis" title={namePack(rules, language)}>
            {namePack(rules, language)}
          </p>
        </div>
        <IconButton icon="close" label={words.close} onClick={() => actions.setRulesOpen(false)} />
      </div>
      <RefusedNotice />
      <OpenedNotice />
      <div className="rules-body">
        <PackSidebar shown={file === null ? null : shown} onShow={setShown} />
        <div className="rules-main">
          <PackHead pack={file} isInUse={inUse !== null} onShow={setShown} />
          <div className="rules-bar line">
            <Segmented<Tab>
              size="small"
              aria-label={words.rules.title}
              value={tab}
              onChange={setTab}
              options={TABS.map((value) => ({ value, label: words.rules.tabs[value] }))}
            />
            {tab === 'figures' ? (
              <>
                <Input
                  className="rules-search"
                  size="small"
                  allowClear
                  aria-label={words.rules.search}
                  placeholder={words.rules.search}
                  value={search}
                  onChange={(event) => setSearch(event.target.value)}
                />
                <label className="line caption">
                  {words.rules.onlyChanged}
                  <Switch size="small" checked={isChangedOnly} onChange={setChangedOnly} />
                </label>
              </>
            ) : null}
          </div>
          <div className="rules-scroll">
            {tab === 'figures' ? (
              <FigureTable pack={pack} onEdit={onEdit} search={search} isChangedOnly={isChangedOnly} />
            ) : tab === 'indicators' ? (
              <IndicatorTable pack={pack} />
            ) : tab === 'parameters' ? (
              <ParameterTable pack={pack} onEdit={onEdit} />
            ) : (
              <CompareTable
                pack={pack}
                others={[...SHIPPED_PACKS, ...own].filter(({ id }) => id !== pack.id)}
              />
            )}
          </div>
        </div>
      </div>
    </div>
  )
}

/** Names of a copy, in both languages whatever the page speaks: they stay with the pack. */
const copyNames = {
  zh: (name: string) => `${name}(修改)`,
  en: (name: string) => `${name} (edited)`,
}
