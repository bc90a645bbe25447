import { type KeyboardEvent, useRef } from 'react'
import { DRAWER_TABS } from '../../store/table-state'
import { useActions, useLanguage, useView } from '../app-context'

/** The drawer's tabs; arrow keys go from one to the next. */
export function DrawerTabs() {
  const { words } = useLanguage()
  const actions = useActions()
  const tab = useView((view) => view.drawerTab)
  const list = useRef<HTMLDivElement>(null)

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = (DRAWER_TABS.indexOf(tab) + step + DRAWER_TABS.length) % DRAWER_TABS.length
    actions.showInDrawer(DRAWER_TABS[next])
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next].focus()
  }

  return (
    <div
      ref={list}
      className="drawer-tabs"
      role="tablist"
      aria-label={words.tables.tabsLabel}
      onKeyDown={onKeyDown}
    >
      {DRAWER_TABS.map((each) => (
        <button
          key={each}
          id={`drawer-tab-${each}`}
          type="button"
          role="tab"
          className="plain drawer-tab"
          aria-selected={each === tab}
          aria-controls="drawer-body"
          tabIndex={each === tab ? 0 : -1}
          onClick={() => actions.showInDrawer(each)}
        >
          {words.tables.tabs[each]}
        </button>
      ))}
    </div>
  )
}
