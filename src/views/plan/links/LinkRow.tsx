import { useEffect, useRef } from 'react'
import { servedByLink, worthOfLink } from '../../../model/link-effect'
import type { LinkCandidate } from '../../../model/links'
import { linkBox } from '../../../store/link-box'
import { useActions, useLanguage, useView } from '../../app-context'
import { Icon } from '../../ui/Icon'
import { useNames } from '../../use-names'
import { LinkDetails } from './LinkDetails'
import { tellDetour, tellPlace } from './tell-link'

const ICONS = { gate: 'unlock', through: 'move', wall: 'wall', shared: 'wall', path: 'path' } as const

/** One link in the list; opened, it is measured and can be added to the scenario. */
export function LinkRow({ link, rank }: { readonly link: LinkCandidate; readonly rank: number }) {
  const language = useLanguage()
  const { words, format } = language
  const actions = useActions()
  const names = useNames()
  const isOpen = useView((view) => view.links.open === link.id)
  const isPointed = useView((view) => view.links.pointed === link.id)
  const row = useRef<HTMLLIElement>(null)
  // it may have been opened on the map
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  const { id, kind, effect } = link
  const place = tellPlace(link, names, language)
  const isByPeople = effect.communities === null
  const saved = isByPeople ? words.links.saved : words.links.savedCommunities
  const served = servedByLink(effect)
  const open = () => {
    actions.setLinkView({ open: isOpen ? null : id })
    if (!isOpen) actions.focus({ kind: 'box', box: linkBox(link) })
  }
  return (
    <li ref={row} className={`link-item${isOpen ? ' is-open' : ''}${isPointed ? ' is-pointed' : ''}`}>
      <button
        type="button"
        className="plain row-button link-row"
        aria-expanded={isOpen}
        onClick={open}
        onMouseEnter={() => actions.setLinkView({ pointed: id })}
        onMouseLeave={() => actions.setLinkView({ pointed: null })}
        onFocus={() => actions.setLinkView({ pointed: id })}
        onBlur={() => actions.setLinkView({ pointed: null })}
      >
        <span className="link-rank figure caption">{format.count(rank)}</span>
        <span className="gap-body">
          <span className="line">
            <Icon name={ICONS[kind]} small />
            <span className="clip grow" title={place}>
              {place}
            </span>
            <span className="caption">{words.links.kindShort[kind]}</span>
          </span>
          <span className="line">
            <strong className="figure">
              {saved((isByPeople ? format.count : format.tenths)(worthOfLink(effect)))}
            </strong>
          </span>
          <span className="caption line">
            <span className="clip grow" title={words.links.detourHint}>
              {tellDetour(link, language)}
            </span>
            <span className={served > 0 ? 'figure is-gain' : 'figure'}>
              {served > 0
                ? words.links.gained(
                    isByPeople ? format.people(served) : words.links.communities(format.count(served)),
                  )
                : null}
            </span>
          </span>
        </span>
      </button>
      {isOpen ? <LinkDetails link={link} /> : null}
    </li>
  )
}
