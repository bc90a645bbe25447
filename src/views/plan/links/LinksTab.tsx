import './links.css'
import { useEffect, useMemo, useState } from 'react'
import type { CommunityRow } from '../../../model/assessment'
import { LINK_ORDERS, type LinkOrder, orderLinks } from '../../../model/link-effect'
import { LINK_KINDS } from '../../../model/links'
import { useActions, useLanguage, useProject, useResults, useView } from '../../app-context'
import { EmptyState } from '../../ui/EmptyState'
import { NativeSelect } from '../../ui/NativeSelect'
import { LinkRow } from './LinkRow'

const NO_ROWS: readonly CommunityRow[] = []

/** Rows rendered at first, and with each press for more. */
const SHOWN = 40

/** Gates, ways through, wall openings and paths, those that save most walking, or serve most people, first. */
export function LinksTab() {
  const { words, format } = useLanguage()
  const actions = useActions()
  const links = useResults((results) => results.links)
  const isFinding = useResults((results) => results.isFindingLinks)
  const { isOpen, kinds, communities, order, open } = useView((view) => view.links)
  const rows = useResults((results) => results.analysis?.assessment.communities ?? NO_ROWS)
  const unknown = rows.filter(({ people }) => people === null).length
  const selected = useView((view) => (view.selection?.kind === 'community' ? view.selection.id : null))
  const [most, setMost] = useState(SHOWN)
  const listed = useMemo(
    () => orderLinks(links?.candidates ?? [], order).filter(({ kind }) => kinds.includes(kind)),
    [links, kinds, order],
  )

  // the one that is open is in the list, wherever it was opened
  const shown = Math.max(most, listed.findIndex(({ id }) => id === open) + 1)

  useEffect(() => {
    actions.setLinkView({ isOpen: true })
    return () => actions.setLinkView({ isOpen: false, open: null, pointed: null })
  }, [actions])
  // the scope follows the selection as long as it is narrowed to one
  useEffect(() => {
    if (communities !== null && selected !== null && communities[0] !== selected)
      actions.setLinkView({ communities: [selected] })
  }, [actions, communities, selected])

  const countOf = (kind: (typeof LINK_KINDS)[number]): number =>
    links?.candidates.filter((each) => each.kind === kind).length ?? 0
  return (
    <>
      <div className="links-head">
        <div className="link-kinds" role="group" aria-label={words.links.kinds}>
          {LINK_KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              className="plain kind"
              aria-pressed={kinds.includes(kind)}
              title={words.links.kind[kind]}
              onClick={() => {
                const next = kinds.includes(kind)
                  ? kinds.filter((each) => each !== kind)
                  : LINK_KINDS.filter((each) => each === kind || kinds.includes(each))
                // the last one switched off brings all back
                actions.setLinkView({ kinds: next.length === 0 ? LINK_KINDS : next })
              }}
            >
              {words.links.kindShort[kind]}
              <span className="figure caption">{links === null ? '' : format.count(countOf(kind))}</span>
            </button>
          ))}
        </div>
        <label className="line bar-check" title={selected === null ? words.links.scopeHint : undefined}>
          <input
            type="checkbox"
            checked={communities !== null}
            disabled={communities === null && selected === null}
            onChange={(event) =>
              actions.setLinkView({
                communities: event.target.checked && selected !== null ? [selected] : null,
              })
            }
          />
          {words.links.scopeSelected}
        </label>
        <label className="line link-order">
          <span className="caption">{words.links.order}</span>
          <NativeSelect<LinkOrder>
            label={words.links.order}
            value={order}
            options={LINK_ORDERS.map((value) => ({ value, label: words.links.orders[value] }))}
            onChange={(value) => actions.setLinkView({ order: value })}
          />
        </label>
        {links?.hasPeople === false ? (
          <p className="caption is-unknown" title={words.links.byCommunitiesHint}>
            {words.links.leadCommunities}
          </p>
        ) : (
          <p className="caption" title={words.links.leadHint}>
            {words.links.lead}
          </p>
        )}
        {links?.hasPeople === true && unknown > 0 ? (
          <p className="caption is-unknown">
            {words.links.unknownPeople(format.count(unknown), format.count(rows.length))}
          </p>
        ) : null}
      </div>
      {isOpen ? (
        <Found isFinding={isFinding} count={listed.length} />
      ) : (
        <EmptyState title={words.links.stopped}>
          <button type="button" className="plain link" onClick={() => actions.setLinkView({ isOpen: true })}>
            {words.links.again}
          </button>
        </EmptyState>
      )}
      <div className="panel-scroll">
        <ul className={isFinding ? 'link-list is-stale' : 'link-list'} aria-busy={isFinding}>
          {listed.slice(0, shown).map((link, i) => (
            <LinkRow key={link.id} link={link} rank={i + 1} />
          ))}
        </ul>
        {listed.length > shown ? (
          <button type="button" className="plain link link-more" onClick={() => setMost(most + SHOWN)}>
            {words.links.showAll(format.count(listed.length))}
          </button>
        ) : null}
      </div>
    </>
  )
}

/** That it is still looking, that there is nothing, or how many there are. */
function Found({ isFinding, count }: { readonly isFinding: boolean; readonly count: number }) {
  const { words, format } = useLanguage()
  const links = useResults((results) => results.links)
  const isGated = useProject(
    (project) => project.mapLayers?.communities.some(({ gated }) => gated === true) ?? true,
  )
  if (isFinding || links === null)
    return (
      <p className="caption links-status" role="status">
        {words.links.finding}
      </p>
    )
  if (count === 0)
    return (
      <EmptyState title={words.links.none} hint={isGated ? words.links.noneHint : words.links.noneGated} />
    )
  return (
    <p className="caption links-status" role="status">
      {words.links.count(format.count(count))}
    </p>
  )
}
