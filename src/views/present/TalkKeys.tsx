import { useLanguage } from '../app-context'
import { Icon } from '../ui/Icon'

interface Props {
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** What the keys do in a meeting, asked for by a button. */
export function TalkKeys({ isOpen, onToggle }: Props) {
  const { words } = useLanguage()
  return (
    <div className="talk-keys">
      <button
        type="button"
        className="plain icon-button present-button"
        aria-expanded={isOpen}
        onClick={onToggle}
      >
        <Icon name="keyboard" /> {words.talk.keys}
      </button>
      {isOpen ? (
        <dl>
          {words.talk.keyList.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  )
}
