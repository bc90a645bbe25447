import './spaces.css'
import { useMemo, useState } from 'react'
import type { Space } from '../../model/layers'
import { SPACE_FIELDS, type SpaceField, specOfSpaceField } from '../../model/space-facts'
import { useActions, useLanguage, useProject, useView } from '../app-context'
import { EmptyState } from '../ui/EmptyState'
import { IconButton } from '../ui/IconButton'
import { SpaceMark } from '../ui/SignMark'
import { useNames } from '../use-names'
import { useShow } from '../use-show'
import { SpaceCell } from './SpaceCell'
import { useWaitingSpaces } from './use-waiting-spaces'
import { SpaceExport, SpaceTemplate } from './SpaceExport'

const NO_SPACES: readonly Space[] = []

function isNumeric(field: SpaceField): boolean {
  const { type } = specOfSpaceField(field)
  return type === 'number' || type === 'int'
}

/** The inventory of candidate spaces as a table in which every fact can be changed. */
export function SpaceTable() {
  const { words, format } = useLanguage()
  const actions = useActions()
  const names = useNames()
  const show = useShow()
  const spaces = useProject((project) => project.mapLayers?.spaces ?? NO_SPACES)
  const waiting = useWaitingSpaces()
  const communities = useProject((project) => project.mapLayers?.communities)
  const selected = useView((view) => (view.selection?.kind === 'space' ? view.selection.id : null))
  const [open, setOpen] = useState<{ readonly id: string; readonly field: SpaceField } | null>(null)
  const options = useMemo(
    () =>
      (communities ?? [])
        .map(({ id }) => ({ value: id, label: names.community(id) }))
        .sort((a, b) => a.label.localeCompare(b.label, 'zh')),
    [communities, names],
  )
  if (spaces.length === 0)
    return (
      <EmptyState
        title={words.plan.none}
        hint={
          waiting.length === 0
            ? words.spaces.noneHint
            : words.spaces.waitingAlso(format.count(waiting.length))
        }
      >
        <SpaceTemplate />
        {waiting.length === 0 ? null : <SpaceExport spaces={spaces} waiting={waiting} />}
      </EmptyState>
    )
  return (
    <div className="space-table-body">
      <SpaceExport spaces={spaces} waiting={waiting} />
      <p className="caption">
        {words.spaces.hint(format.count(spaces.length))}
        {waiting.length === 0 ? null : ` ${words.spaces.waitingAlso(format.count(waiting.length))}`}
      </p>
      <table className="space-table">
        <thead>
          <tr>
            {SPACE_FIELDS.map((field) => (
              <th key={field} scope="col" className={isNumeric(field) ? 'is-number' : undefined}>
                {words.spaces.heading(field)}
              </th>
            ))}
            <th aria-label={words.spaces.drop} />
          </tr>
        </thead>
        <tbody>
          {spaces.map((space) => (
            <tr key={space.id} className={space.id === selected ? 'is-selected' : undefined}>
              {SPACE_FIELDS.map((field) => (
                <SpaceCell
                  key={field}
                  space={space}
                  field={field}
                  communities={options}
                  isOpen={open?.id === space.id && open.field === field}
                  onOpen={() => setOpen({ id: space.id, field })}
                  onClose={(value) => {
                    setOpen(null)
                    if (value !== undefined && value !== (space[field] ?? null))
                      void actions.setSpaceFacts(space.id, { [field]: value })
                  }}
                />
              ))}
              <td className="space-tools">
                <button
                  type="button"
                  className="plain icon-button"
                  title={words.locate}
                  aria-label={words.locate}
                  onClick={() => show({ kind: 'space', id: space.id })}
                >
                  <SpaceMark kind={space.kind} />
                </button>
                <IconButton
                  isSmall
                  icon="trash"
                  label={words.spaces.dropOne(names.space(space.id))}
                  onClick={() => void actions.dropSpace(space.id)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
