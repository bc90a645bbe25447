import './waiting.css'
import { Select } from 'antd'
import { useMemo } from 'react'
import type { Community } from '../../model/layers'
import { plainName } from '../../model/plain-name'
import type { UnplacedSpace } from '../../model/unplaced-space'
import { type Language, useActions, useLanguage, useProject, useView } from '../app-context'
import { Icon } from '../ui/Icon'
import { IconButton } from '../ui/IconButton'
import { SpaceMark } from '../ui/SignMark'
import { useNames } from '../use-names'
import { useWaitingSpaces } from './use-waiting-spaces'

const NO_COMMUNITIES: readonly Community[] = []

/** Candidate spaces that nobody has said the place of: each is put on the map, into a community, or dismissed. */
export function WaitingTab() {
  const { words, format } = useLanguage()
  const names = useNames()
  const waiting = useWaitingSpaces()
  const communities = useProject((project) => project.mapLayers?.communities ?? NO_COMMUNITIES)
  const options = useMemo(
    () =>
      communities
        .map(({ id }) => ({ value: id, label: names.community(id) }))
        .sort((a, b) => a.label.localeCompare(b.label, 'zh')),
    [communities, names],
  )
  if (waiting.length === 0) return null
  return (
    <section className="waiting" aria-label={words.spaces.waiting}>
      <h3 className="line">
        <span className="grow">{words.spaces.waiting}</span>
        <span className="figure caption">{words.spaces.waitingCount(format.count(waiting.length))}</span>
      </h3>
      <p className="caption">{words.spaces.waitingHint}</p>
      <ul>
        {waiting.map((space) => (
          <WaitingRow key={space.id} space={space} communities={communities} options={options} />
        ))}
      </ul>
    </section>
  )
}

interface WaitingRowProps {
  readonly space: UnplacedSpace
  readonly communities: readonly Community[]
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

function WaitingRow({ space, communities, options }: WaitingRowProps) {
  const language = useLanguage()
  const { words, format } = language
  const actions = useActions()
  const isTaken = useView(({ tool }) => tool?.kind === 'place-space' && tool.space === space.id)
  const { id, kind, community: written } = space
  const name = space.name?.trim() ? space.name : words.unnamed.space
  // communities may have come since the table did
  const named = useMemo(
    () =>
      written === undefined
        ? []
        : communities.filter(
            (each) =>
              plainName(each.id) === plainName(written) ||
              (each.name !== undefined && plainName(each.name) === plainName(written)),
          ),
    [communities, written],
  )
  const first = new Set(named.map((each) => each.id))
  return (
    <li className="waiting-row">
      <SpaceMark kind={kind} />
      <div className="gap-body">
        <span className="line">
          <span className="clip grow" title={name}>
            {name}
          </span>
          <span className={space.area_m2 === undefined ? 'figure is-unknown' : 'figure'}>
            {format.area(space.area_m2)}
          </span>
        </span>
        <span
          className="caption two-lines"
          title={words.spaces.waitingFrom(space.file, format.count(space.row))}
        >
          {[
            kind === undefined ? words.unknown : words.spaceKind[kind],
            tellWritten(written, named.length, language),
          ].join(' · ')}
        </span>
        <span className="line waiting-tools">
          <button
            type="button"
            className="plain bar-button"
            aria-pressed={isTaken}
            onClick={() => actions.setTool(isTaken ? null : { kind: 'place-space', space: id, name })}
          >
            <Icon name="locate" small /> {words.spaces.placeOnMap}
          </button>
          <Select<string>
            className="grow waiting-community"
            size="small"
            aria-label={words.spaces.placeIn(name)}
            placeholder={words.spaces.placeInShort}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            value={null}
            onChange={(community) => void actions.placeSpace(id, { community })}
            options={
              named.length === 0
                ? [...options]
                : options.toSorted((a, b) => Number(first.has(b.value)) - Number(first.has(a.value)))
            }
          />
          <IconButton
            isSmall
            icon="trash"
            label={words.spaces.dismiss(name)}
            onClick={() => void actions.dropSpace(id)}
          />
        </span>
      </div>
    </li>
  )
}

/** What the file says of its community, and why that is no place. */
function tellWritten(written: string | undefined, count: number, { words, format }: Language): string {
  if (written === undefined || written.trim() === '') return words.spaces.namesNone
  if (count === 0) return words.spaces.namesUnknown(written)
  return count === 1
    ? words.spaces.namesOne(written)
    : words.spaces.namesSeveral(written, format.count(count))
}
