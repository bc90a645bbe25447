import { useMemo, useState } from 'react'
import type { Space } from '../../model/layers'
import { isPlacedByCommunity } from '../../model/placed-by-community'
import { useActions, useLanguage, useProject, useView } from '../app-context'
import { DrawTools } from '../spaces/DrawTools'
import { useWaitingSpaces } from '../spaces/use-waiting-spaces'
import { EmptyState } from '../ui/EmptyState'
import { LatePart } from '../ui/LatePart'
import { SpaceMark } from '../ui/SignMark'
import { WindowedList } from '../ui/WindowedList'
import { useNames } from '../use-names'
import { useShow } from '../use-show'

// few projects have any
const loadWaiting = async () => (await import('../spaces/WaitingTab')).WaitingTab

type Kind = NonNullable<Space['kind']>
const KINDS: readonly Kind[] = ['vacant_land', 'waste_land', 'idle_room', 'underground', 'public_stock']
const SPACE_ROW_HEIGHT = 68
const NO_SPACES: readonly Space[] = []

/** The candidate spaces, the largest first. */
export function SpaceList() {
  const { words, format } = useLanguage()
  const spaces = useProject((project) => project.mapLayers?.spaces ?? NO_SPACES)
  const [kind, setKind] = useState<Kind | null>(null)
  const shown = useMemo(
    () =>
      spaces
        .filter((space) => kind === null || space.kind === kind)
        .toSorted((a, b) => (b.area_m2 ?? -1) - (a.area_m2 ?? -1) || (a.id < b.id ? -1 : 1)),
    [spaces, kind],
  )
  const waiting = useWaitingSpaces().length > 0 ? <LatePart load={loadWaiting} /> : null
  if (spaces.length === 0)
    return (
      <>
        <DrawTools />
        {waiting ?? <EmptyState title={words.plan.none} hint={words.plan.noneHint} />}
      </>
    )
  const known = shown.filter((space) => space.area_m2 !== undefined)
  const area = known.length === 0 ? null : known.reduce((sum, space) => sum + (space.area_m2 ?? 0), 0)
  return (
    <>
      <DrawTools />
      {waiting}
      <div className="kinds" role="group" aria-label={words.field.kind}>
        {KINDS.map((candidate) => {
          const count = spaces.filter((space) => space.kind === candidate).length
          return (
            <button
              key={candidate}
              type="button"
              className="plain kind"
              aria-pressed={kind === candidate}
              disabled={count === 0}
              onClick={() => setKind(kind === candidate ? null : candidate)}
            >
              <SpaceMark kind={candidate} />
              <span>{words.spaceKind[candidate]}</span>
              <span className="figure caption">{format.count(count)}</span>
            </button>
          )
        })}
      </div>
      <p className="caption plan-total">
        {words.plan.total(format.count(shown.length), format.area(area))}
        {known.length === shown.length || known.length === 0
          ? null
          : ` · ${words.plan.areaUnknown(format.count(shown.length - known.length))}`}
      </p>
      <WindowedList
        items={shown}
        rowHeight={SPACE_ROW_HEIGHT}
        label={words.plan.spaces}
        keyOf={(space) => space.id}
        render={(space) => <SpaceRow space={space} />}
      />
    </>
  )
}

function SpaceRow({ space }: { readonly space: Space }) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const show = useShow()
  const names = useNames()
  const isSelected = useView((view) => view.selection?.kind === 'space' && view.selection.id === space.id)
  const selection = { kind: 'space' as const, id: space.id }
  const attributes = [
    space.storey === undefined ? null : words.unit.storey(space.storey),
    space.ownership === undefined ? null : words.ownership[space.ownership],
    space.current_use ?? null,
  ].filter((part) => part !== null)
  return (
    <button
      type="button"
      className="plain row-button space-row"
      aria-current={isSelected}
      onClick={() => {
        show(selection)
      }}
      onMouseEnter={() => actions.hover(selection)}
      onMouseLeave={() => actions.hover(null)}
    >
      <SpaceMark kind={space.kind} />
      <span className="gap-body">
        <span className="line">
          <span className="clip grow">{names.space(space.id)}</span>
          <span className={space.area_m2 === undefined ? 'figure is-unknown' : 'figure'}>
            {format.area(space.area_m2)}
          </span>
        </span>
        <span className="caption clip">
          {[space.kind === undefined ? words.unknown : words.spaceKind[space.kind], ...attributes].join(
            ' · ',
          )}
        </span>
        <span className="caption clip">
          {space.community === undefined ? words.plan.gatesElsewhere : names.community(space.community)}
          {isPlacedByCommunity(space) ? ` · ${words.spaces.placed}` : ''}
        </span>
      </span>
    </button>
  )
}
