import { useActions, useLanguage, useProject, useView } from '../app-context'
import { IconButton } from '../ui/IconButton'
import { useEditing } from '../scenario/use-editing'

/** Characters that a caption has room for in big type. */
const LONG_CAPTION = 48

/** Where the talk is: its caption in big type, which scenario is shown, and the way on and back. */
export function TalkCaption() {
  const { words, format } = useLanguage()
  const actions = useActions()
  const bookmarks = useProject((project) => project.summary?.bookmarks) ?? []
  const current = useView((view) => view.bookmark)
  const { scenarios, shown, shownName } = useEditing()
  const isSwiping = useView((view) => view.comparing.onMap === 'swipe')
  const index = bookmarks.findIndex(({ id }) => id === current)
  const bookmark = bookmarks[index]
  const isGone =
    bookmark !== undefined &&
    bookmark.scenario !== null &&
    scenarios.every(({ id }) => id !== bookmark.scenario)
  if (bookmarks.length === 0 && scenarios.length === 0) return null
  return (
    <section className="talk-caption" aria-label={words.talk.title} aria-live="polite">
      {bookmark === undefined ? null : (
        <p className={bookmark.caption.length > LONG_CAPTION ? 'talk-words is-long' : 'talk-words'}>
          {bookmark.caption}
        </p>
      )}
      <div className="talk-bar">
        {scenarios.length === 0 ? null : (
          <>
            <button
              type="button"
              className="plain talk-state"
              aria-pressed={shown !== null}
              aria-keyshortcuts="B"
              title={words.talk.flip}
              onClick={() => actions.flipScenario()}
            >
              <span className={shown === null ? 'is-on' : undefined}>{words.talk.base}</span>
              <span className={shown === null ? 'clip' : 'clip is-on'}>
                {shownName ?? words.topBar.scenario}
              </span>
            </button>
            <button
              type="button"
              className="plain talk-swipe"
              aria-pressed={isSwiping}
              aria-keyshortcuts="S"
              title={words.talk.swipeHint}
              onClick={() => actions.swipeScenario()}
            >
              {words.talk.swipe}
            </button>
          </>
        )}
        {shown?.edits.length === 0 ? <span className="caption">{words.talk.empty}</span> : null}
        {isGone ? <span className="caption">{words.talk.gone}</span> : null}
        {bookmarks.length === 0 ? null : (
          <span className="talk-steps">
            <IconButton
              icon="left"
              label={words.talk.previous}
              tipSide="bottom"
              isDisabled={index === 0}
              onClick={() => actions.stepBookmark(-1)}
            />
            <span className="figure">
              {words.talk.place(index < 0 ? '–' : format.count(index + 1), format.count(bookmarks.length))}
            </span>
            <IconButton
              icon="chevron"
              label={words.talk.next}
              tipSide="bottom"
              isDisabled={index === bookmarks.length - 1}
              onClick={() => actions.stepBookmark(1)}
            />
          </span>
        )}
      </div>
    </section>
  )
}
