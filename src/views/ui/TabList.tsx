import './tab-list.css'
import { type KeyboardEvent, useRef } from 'react'

interface TabListProps<T extends string> {
  readonly tabs: readonly { readonly value: T; readonly label: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
  /** what the tabs are about */
  readonly label: string
  /** id of what they show; it names the chosen one by `tabId` */
  readonly controls: string
}

/** The id of a tab, for what it shows to be named by. */
export function tabId(controls: string, value: string): string {
  return `${controls}-${value}`
}

/** Tabs with a line below the chosen one; arrow keys go from one to the next. */
export function TabList<T extends string>({ tabs, value, onChange, label, controls }: TabListProps<T>) {
  const list = useRef<HTMLDivElement>(null)

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const chosen = tabs.findIndex((each) => each.value === value)
    const next = (chosen + step + tabs.length) % tabs.length
    onChange(tabs[next].value)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next].focus()
  }

  return (
    <div ref={list} className="tab-list" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map((each) => (
        <button
          key={each.value}
          id={tabId(controls, each.value)}
          type="button"
          role="tab"
          className="plain tab"
          aria-selected={each.value === value}
          aria-controls={controls}
          tabIndex={each.value === value ? 0 : -1}
          onClick={() => onChange(each.value)}
        >
          {each.label}
        </button>
      ))}
    </div>
  )
}
