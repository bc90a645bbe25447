import { useLanguage } from '../app-context'
import { Icon } from '../ui/Icon'

/** What the keys do in a meeting, asked for by a button. */
export function TalkKeys() {
  const { words } = useLanguage()
  return (
    <details className="talk-keys">
      <summary className="plain icon-button present-button">
        <Icon name="keyboard" /> {words.talk.keys}
      </summary>
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
    </details>
  )
}
