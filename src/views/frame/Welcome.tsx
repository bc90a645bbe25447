import { Button } from 'antd'
import { useRef } from 'react'
import { useActions, useLanguage, useProject } from '../app-context'

/** Nothing is open yet, or the first thing is being read. */
export function Welcome() {
  const { words } = useLanguage()
  const actions = useActions()
  const isLoading = useProject((project) => project.phase === 'loading')
  const files = useRef<HTMLInputElement>(null)
  return (
    <section className="welcome" aria-labelledby="welcome-title">
      <div className="welcome-sheet">
        <h2 id="welcome-title">{isLoading ? words.empty.loading : words.empty.title}</h2>
        <p>{words.empty.lead}</p>
        {isLoading ? null : (
          <div className="line welcome-actions">
            <Button type="primary" onClick={() => void actions.openDemo()}>
              {words.empty.openDemo}
            </Button>
            <Button onClick={() => files.current?.click()}>{words.empty.openFiles}</Button>
            <input
              ref={files}
              className="visually-hidden"
              type="file"
              multiple
              tabIndex={-1}
              aria-hidden="true"
              onChange={(event) => {
                const chosen = [...(event.currentTarget.files ?? [])]
                event.currentTarget.value = ''
                if (chosen.length > 0) void actions.openFiles(chosen)
              }}
            />
          </div>
        )}
        {isLoading ? null : (
          <>
            <h3>{words.empty.formatsTitle}</h3>
            <dl className="facts">
              {words.empty.formats.map(([name, detail]) => (
                <div key={name} className="fact">
                  <dt>{name}</dt>
                  <dd>{detail}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </div>
    </section>
  )
}
