import type { ReactNode } from 'react'
import { PALETTES } from '../../../map/palette'
import { LINK_KINDS, type LinkKind } from '../../../model/links'
import { orderLinks } from '../../../model/link-effect'
import { LINKS_DRAWN } from '../../../store/link-view'
import { useLanguage, useResults, useView } from '../../app-context'

/** What the marks of links mean: a shape a kind, larger for more of what they are ranked by; in a plan, for more people. */
export function LinkLegend() {
  const { words, format } = useLanguage()
  const { isOpen, kinds, order, planned: inPlan, plannedUses } = useView((view) => view.links)
  const isPlan = useView((view) => view.workspace === 'plan')
  const { planned, selectionCase } = PALETTES[useView((view) => view.appearance)]
  const links = useResults((results) => results.links)
  if (!isPlan) return null
  const listed: readonly { readonly kind: LinkKind }[] = isOpen
    ? orderLinks(links?.candidates ?? [], order).filter(({ kind }) => kinds.includes(kind))
    : (inPlan ?? [])
  const drawn = isOpen ? listed.slice(0, LINKS_DRAWN) : listed
  const there = LINK_KINDS.filter((kind) => drawn.some((link) => link.kind === kind))
  const hasUses = !isOpen && (plannedUses?.length ?? 0) > 0
  if (there.length === 0 && !hasUses) return null
  const mark: Readonly<Record<LinkKind, ReactNode>> = {
    gate: <circle cx="8" cy="8" r="6" fill={planned} />,
    through: <path d="M8 1 15 8 8 15 1 8z" fill={planned} />,
    wall: <path d="M3 3h10v10H3z" fill={planned} />,
    shared: <path d="M2 3h5v10H2zM9 3h5v10H9z" fill={planned} />,
    path: <circle cx="8" cy="8" r="5" fill={selectionCase} stroke={planned} strokeWidth="3" />,
  }
  return (
    <div>
      <p className="legend-title">{isOpen ? words.links.legend : words.propose.waysShown}</p>
      <ul className="legend-steps">
        {hasUses ? (
          <li>
            <svg className="legend-mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <g fill="none" stroke={planned} strokeWidth="2">
                <circle cx="8" cy="8" r="5.5" strokeDasharray="2.2 1.3" />
              </g>
            </svg>
            {words.propose.useShown}
          </li>
        ) : null}
        {there.map((kind) => (
          <li key={kind}>
            <svg className="legend-mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              {mark[kind]}
            </svg>
            {words.links.kind[kind]}
          </li>
        ))}
      </ul>
      {there.length === 0 ? null : (
        <p className="caption">
          {!isOpen
            ? words.propose.waysSize
            : words.links.legendSize[links?.hasPeople === false ? 'communities' : 'people'][order]}
          {listed.length > drawn.length ? ` · ${words.links.legendBest(format.count(LINKS_DRAWN))}` : null}
        </p>
      )}
    </div>
  )
}
