import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useLanguage, useProject } from '../app-context'
import { Icon } from '../ui/Icon'
import { useNames } from '../use-names'
import { type Place, searchPlaces } from './search-places'
import { useShow } from '../use-show'

/** Pixels of the box from which on all that can be sought has room in it. */
const ROOM_FOR_ALL = { zh: 200, en: 316 } as const

/** Finds communities, facilities and spaces by name; `/` from anywhere, arrows and Enter inside. */
export function SearchBox() {
  const { locale, words } = useLanguage()
  const show = useShow()
  const names = useNames()
  const layers = useProject((project) => project.mapLayers)
  const [query, setQuery] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [hasRoom, setHasRoom] = useState(true)
  const listId = useId()

  const places = useMemo<readonly Place[]>(() => {
    if (layers === null) return []
    const named = (name: string | undefined): name is string => name !== undefined && name.trim() !== ''
    return [
      ...layers.communities.map(({ id, subdistrict }) => ({
        kind: 'community' as const,
        id,
        name: names.community(id),
        detail: subdistrict ?? '',
      })),
      ...layers.facilities.flatMap(({ id, name, class: code }) =>
        named(name)
          ? [{ kind: 'facility' as const, id, name, detail: code === undefined ? '' : names.classOf(code) }]
          : [],
      ),
      ...layers.spaces.flatMap(({ id, name, kind }) =>
        named(name)
          ? [{ kind: 'space' as const, id, name, detail: kind === undefined ? '' : words.spaceKind[kind] }]
          : [],
      ),
    ]
  }, [layers, names, words])
  const hits = useMemo(() => searchPlaces(places, query), [places, query])

  useEffect(() => {
    if (box.current === null) return undefined
    const observer = new ResizeObserver(([{ contentRect }]) =>
      setHasRoom(contentRect.width >= ROOM_FOR_ALL[locale]),
    )
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [locale])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  const choose = (place: Place) => {
    const selection = { kind: place.kind, id: place.id }
    show(selection)
    setOpen(false)
    input.current?.blur()
  }

  const onKeyDown = (event: React.KeyboardEvent) => {
    // while an input method composes Chinese, its keys are its own
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (hits.length === 0) return
      setOpen(true)
      setActive((active + (event.key === 'ArrowDown' ? 1 : hits.length - 1)) % hits.length)
    } else if (event.key === 'Enter') {
      const place = hits[active]
      if (place !== undefined) choose(place)
    } else if (event.key === 'Escape') {
      if (query === '') input.current?.blur()
      setQuery('')
      setOpen(false)
    }
  }

  const isListed = isOpen && query.trim() !== ''
  const activeId = isListed && hits[active] !== undefined ? `${listId}-${active}` : undefined
  return (
    <div className="search" ref={box}>
      <Icon name="search" small />
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label={words.topBar.search}
        aria-expanded={isListed}
        aria-controls={listId}
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        aria-keyshortcuts="/"
        autoComplete="off"
        spellCheck={false}
        placeholder={hasRoom ? words.topBar.search : words.topBar.searchShort}
        disabled={layers === null}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setActive(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {query === '' ? <kbd aria-hidden="true">{words.topBar.searchKey}</kbd> : null}
      <ul
        id={listId}
        role="listbox"
        aria-label={words.search.label}
        className="search-hits"
        hidden={!isListed}
      >
        {hits.map((place, index) => (
          <li
            key={`${place.kind}:${place.id}`}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            // before the input loses its focus and the list closes
            onMouseDown={(event) => {
              event.preventDefault()
              choose(place)
            }}
            onMouseEnter={() => setActive(index)}
          >
            <span className="clip grow">{place.name}</span>
            <span className="caption clip">{place.detail}</span>
            <span className="tag">{words.search[place.kind]}</span>
          </li>
        ))}
        {isListed && hits.length === 0 ? (
          <li className="caption search-none" role="presentation">
            {words.search.none(query.trim())}
          </li>
        ) : null}
      </ul>
    </div>
  )
}
