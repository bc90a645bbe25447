import { useState } from 'react'
import { linkEffectOf, worthOfLink } from '../../../model/link-effect'
import type { LinkCandidate, LinkEffect } from '../../../model/links'
import { useActions, useLanguage, useResults } from '../../app-context'
import { useEditing } from '../../scenario/use-editing'
import { tellPair, tellSides } from '../../scenario/tell-edit'
import { ClassMark } from '../../ui/SignMark'
import { StatusMark } from '../../ui/StatusMark'
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
  const effect = tried === null ? link.effect : linkEffectOf(tried, link.effect.communities === null)
  const served = effect.communities?.classes ?? effect.classes
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
      <EffectFigures effect={effect} />
      {served.length === 0 ? null : (
        <ul aria-label={words.links.byClass}>
          {served.slice(0, TOP_CLASSES).map(({ code, gained }) => (
            <li key={code} className="line">
              <ClassMark code={code} />
              <span className="clip grow">{names.classOf(code)}</span>
              <span className="figure is-gain">
                {words.scenario.gained(
                  effect.communities === null
                    ? format.people(gained)
                    : words.links.communities(format.count(gained)),
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      <SharedFacts link={link} />
      {canEdit ? (
        <button
          type="button"
          className="plain start-button"
          disabled={isAdded}
          onClick={() => {
            setAdded(true)
            add(...link.edits)
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

/** Minutes saved and who is newly served, and whom it hurts: people, or communities where nobody is counted. */
function EffectFigures({ effect }: { readonly effect: LinkEffect }) {
  const { words, format } = useLanguage()
  const { communities, people, people_lost: lost } = effect
  const gain = communities?.gain ?? people
  const lose = communities?.lose ?? lost
  const tell = (number: number): string =>
    communities === null ? format.people(number) : words.links.communities(format.count(number))
  return (
    <>
      <dl className="effect-figures link-figures">
        <div title={communities === null ? undefined : words.links.byCommunitiesHint}>
          <dt>{words.scenario.minutes}</dt>
          <dd>
            {(communities === null ? format.count : format.tenths)(worthOfLink(effect))}{' '}
            <small>
              {communities === null ? words.scenario.personMinutes : words.links.communityMinutes}
            </small>
          </dd>
        </div>
        <div title={words.scenario.gainHint}>
          <dt>{communities === null ? words.scenario.gain : words.links.communitiesGain}</dt>
          <dd className={gain > 0 ? 'is-gain' : undefined}>{tell(gain)}</dd>
        </div>
      </dl>
      {lose > 0 ? <p className="caption is-loss">{words.links.lost(tell(lose))}</p> : null}
    </>
  )
}

/** Of a shared wall: who passes, who votes, and what nobody knows. */
function SharedFacts({ link }: { readonly link: LinkCandidate }) {
  const language = useLanguage()
  const { words } = language
  const names = useNames()
  const [edit] = link.edits
  if (edit.kind !== 'open-shared-wall') return null
  const unknown = link.gates_unknown.map((id) => names.community(id)).join(words.listSeparator)
  return (
    <ul className="caption">
      <li title={words.scenario.sharedForHint}>{words.links.passes(tellSides(edit, names, language))}</li>
      <li>
        {words.links.votes(tellPair(edit.communities, names, language))} <StatusMark status="J" />
      </li>
      {edit.path === null ? <li>{words.links.streetThere}</li> : null}
      {link.streets.length > 0 ? <li>{words.links.alley}</li> : null}
      {unknown === '' ? null : <li className="is-unknown">{words.links.gatesUnknown(unknown)}</li>}
      <li className="is-unknown">{words.links.wallUnknown}</li>
    </ul>
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
