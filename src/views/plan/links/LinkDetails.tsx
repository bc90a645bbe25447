import { useState } from 'react'
import type { Comparison } from '../../../model/comparison'
import type { LinkCandidate, LinkEffect } from '../../../model/links'
import { useActions, useLanguage, useResults } from '../../app-context'
import { useEditing } from '../../scenario/use-editing'
import { ClassMark } from '../../ui/SignMark'
import { useNames } from '../../use-names'

const TOP_CLASSES = 4

/** What a link changes, measured with it made, and the button that makes it so in the scenario. */
export function LinkDetails({ link }: { readonly link: LinkCandidate }) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const names = useNames()
  const { shown, canEdit, newName, add } = useEditing()
  const [isAdded, setAdded] = useState(false)
  const tried = useResults((results) =>
    results.triedLink?.id === link.id ? results.triedLink.comparison : null,
  )
  const effect = tried === null ? link.effect : effectOf(tried)
  return (
    <div className="link-details">
      <p className="line">
        <span className="caption grow">
          {words.links.kind[link.kind]}
          {tellAccess(link, words.links.access)}
        </span>
        <span
          className="tag"
          role="status"
          title={tried === null ? words.links.estimatedHint : words.links.measuredHint}
        >
          {tried === null ? `${words.links.estimated} · ${words.links.measuring}` : words.links.measured}
        </span>
      </p>
      <dl className="effect-figures link-figures">
        <div>
          <dt>{words.scenario.minutes}</dt>
          <dd>
            {format.count(effect.person_minutes)} <small>{words.scenario.personMinutes}</small>
          </dd>
        </div>
        <div title={words.scenario.gainHint}>
          <dt>{words.scenario.gain}</dt>
          <dd className={effect.people > 0 ? 'is-gain' : undefined}>{format.people(effect.people)}</dd>
        </div>
      </dl>
      {effect.people_lost > 0 ? (
        <p className="caption is-loss">{words.links.lost(format.people(effect.people_lost))}</p>
      ) : null}
      {effect.classes.length === 0 ? null : (
        <ul aria-label={words.links.byClass}>
          {effect.classes.slice(0, TOP_CLASSES).map(({ code, gained }) => (
            <li key={code} className="line">
              <ClassMark code={code} />
              <span className="clip grow">{names.classOf(code)}</span>
              <span className="figure is-gain">{words.scenario.gained(format.people(gained))}</span>
            </li>
          ))}
        </ul>
      )}
      {canEdit ? (
        <button
          type="button"
          className="plain start-button"
          disabled={isAdded}
          onClick={() => {
            setAdded(true)
            for (const edit of link.edits) add(edit)
            actions.setLinkView({ open: null, pointed: null })
          }}
        >
          {isAdded ? words.links.added : shown === null ? words.links.addNew(newName) : words.links.add}
        </button>
      ) : (
        <p className="caption">{words.links.locked}</p>
      )}
    </div>
  )
}

/** Who may pass, where a gate says so. */
function tellAccess(
  { edits }: LinkCandidate,
  access: Readonly<Record<'public' | 'residents', string>>,
): string {
  const [edit] = edits
  return 'access' in edit && edit.access !== undefined ? ` · ${access[edit.access]}` : ''
}

function effectOf({ person_minutes, people, classes }: Comparison): LinkEffect {
  return {
    person_minutes,
    people: people.gain,
    people_lost: people.lose + people.both,
    classes: classes
      .filter(({ required, gained }) => required && gained > 0)
      .toSorted((a, b) => b.gained - a.gained),
  }
}
