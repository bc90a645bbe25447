import { useEffect, useRef, useState } from 'react'
import type { Bookmark } from '../../model/bookmark'
import { cleanText } from '../../model/clean-text'
import { labelScenario } from '../../model/label-scenario'
import { useActions, useLanguage, useProject, useView } from '../app-context'
import { UndoTools } from '../plan/UndoTools'
import { IconButton } from '../ui/IconButton'
import { useEditing } from '../scenario/use-editing'

/** The talk as a list: keep looks, say what goes with them, put them in order. */
export function TalkEditor({ onClose }: { readonly onClose: () => void }) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const bookmarks = useProject((project) => project.summary?.bookmarks) ?? []
  const canKeep = useView((view) => view.seen !== null)
  const list = useRef<HTMLOListElement>(null)
  const keepButton = useRef<HTMLButtonElement>(null)
  // the place of the one that was deleted last: whoever works by keys goes on there
  const deleted = useRef<number | null>(null)
  useEffect(() => {
    if (deleted.current === null) return
    const row = list.current?.children[Math.min(deleted.current, bookmarks.length - 1)]
    deleted.current = null
    ;(row?.querySelector<HTMLButtonElement>('.talk-tools button:last-of-type') ?? keepButton.current)?.focus()
  }, [bookmarks.length])
  return (
    <aside className="talk-editor" aria-label={words.talk.title}>
      <header className="talk-editor-head">
        <h2 className="grow">{words.talk.title}</h2>
        <UndoTools />
        <IconButton icon="close" label={words.talk.close} onClick={onClose} />
      </header>
      {bookmarks.length === 0 ? (
        <div className="talk-none">
          <p>{words.talk.none}</p>
          <p className="caption">{words.talk.noneHint}</p>
        </div>
      ) : (
        <ol className="talk-list" ref={list}>
          {bookmarks.map((bookmark, index) => (
            <TalkRow
              key={bookmark.id}
              bookmark={bookmark}
              index={index}
              count={bookmarks.length}
              onDelete={() => {
                deleted.current = index
                actions.deleteBookmark(bookmark.id)
              }}
            />
          ))}
        </ol>
      )}
      <button
        type="button"
        ref={keepButton}
        className="plain talk-keep"
        disabled={!canKeep}
        onClick={() => actions.keepBookmark(words.talk.untitled(format.count(bookmarks.length + 1)))}
      >
        {words.talk.keep}
      </button>
    </aside>
  )
}

interface RowProps {
  readonly bookmark: Bookmark
  readonly index: number
  readonly count: number
  readonly onDelete: () => void
}

function TalkRow({ bookmark: { id, caption, scenario, sides, terms }, index, count, onDelete }: RowProps) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const isShown = useView((view) => view.bookmark === id)
  const { scenarios } = useEditing()
  const row = useRef<HTMLLIElement>(null)
  // one that was just kept may lie below what a low screen has room for
  useEffect(() => {
    if (isShown) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isShown])
  const tools = useRef<HTMLDivElement>(null)
  const wasMoved = useRef(false)
  useEffect(() => {
    if (!wasMoved.current) return
    wasMoved.current = false
    // at an end the arrow that was pressed goes no further, and would let go of the keys
    const arrows = [...(tools.current?.querySelectorAll('button') ?? [])].slice(0, 2)
    if (arrows.some((arrow) => arrow.disabled)) arrows.find((arrow) => !arrow.disabled)?.focus()
  })
  const move = (by: -1 | 1) => {
    wasMoved.current = true
    actions.moveBookmark(id, by)
  }
  const [typed, setTyped] = useState<string | null>(null)
  const kept = scenarios.find((each) => each.id === scenario)
  const name = kept === undefined ? undefined : labelScenario(kept, scenarios)
  const apart = sides === undefined || sides.onMap === 'off' ? [] : [words.compare[sides.onMap]]
  // as usual: an adult at any time, which needs no saying
  const forWhom = [
    ...(terms === undefined || terms.profile === 'adult' ? [] : [words.profile[terms.profile]]),
    ...(terms?.hour == null ? [] : [format.clock(terms.hour)]),
  ]
  const keep = () => {
    const text = typed === null ? '' : cleanText(typed).trim()
    if (text !== '' && text !== caption) actions.captionBookmark(id, text)
    setTyped(null)
  }
  return (
    <li className="talk-row" ref={row} aria-current={isShown}>
      <button type="button" className="plain talk-number figure" onClick={() => actions.showBookmark(id)}>
        {format.count(index + 1)}
      </button>
      <div className="talk-body">
        <input
          type="text"
          className="talk-input"
          aria-label={words.talk.caption}
          placeholder={words.talk.captionPlaceholder}
          value={typed ?? caption}
          maxLength={120}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur()
            if (event.key === 'Escape') setTyped(null)
          }}
        />
        <div className="talk-tools" ref={tools}>
          <span className="caption clip grow">
            {[scenario === null ? words.talk.base : (name ?? words.talk.gone), ...apart, ...forWhom].join(
              ' · ',
            )}
          </span>
          <IconButton
            isSmall
            icon="up"
            label={words.talk.up}
            isDisabled={index === 0}
            onClick={() => move(-1)}
          />
          <IconButton
            isSmall
            icon="down"
            label={words.talk.down}
            isDisabled={index === count - 1}
            onClick={() => move(1)}
          />
          <IconButton
            isSmall
            icon="locate"
            label={words.talk.retake}
            onClick={() => actions.retakeBookmark(id)}
          />
          <IconButton isSmall icon="trash" label={words.talk.delete} onClick={onDelete} />
        </div>
      </div>
    </li>
  )
}
