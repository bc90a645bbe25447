import { useMemo } from 'react'
import type { Extent } from '../../model/project'
import type { Edit } from '../../model/scenario'
import type { EditOutcome } from '../../model/scenario-outcome'
import type { Complex } from '../../model/service-complex'
import type { LonLat } from '../../model/units'
import { useActions, useLanguage, useResults, useView } from '../app-context'
import { tellForbidden } from '../plan/tell-finding'
import { IconButton } from '../ui/IconButton'
import { ClassMark, SpaceMark } from '../ui/SignMark'
import { useNames } from '../use-names'
import { EditCostLine } from './EditCostLine'
import { EditFields } from './EditFields'
import { useSpaceArea } from './use-space-area'
import { classOfEdit, markOfSides, tellCaution, tellEdit, tellKind, tellNotJudged } from './tell-edit'

interface EditRowProps {
  readonly edit: Edit
  readonly index: number
  readonly count: number
  readonly isLocked: boolean
  /** null: not known yet */
  readonly outcome: EditOutcome | null
  /** the complex of services it is a part of; null: none */
  readonly complex: Complex | null
}

const NOWHERE: readonly LonLat[] = []

/** One measure: what and where, cost and vote, or why it cannot work. Opened: what can be said about it. */
export function EditRow({ edit, index, count, isLocked, outcome, complex }: EditRowProps) {
  const language = useLanguage()
  const { words, format } = language
  const actions = useActions()
  const names = useNames()
  const isOpen = useView((view) => view.openEdit === index)
  const line = outcome?.line ?? NOWHERE
  const hosting = useResults((results) => results.hosting)
  const forbidden = useMemo(() => tellForbidden(words, hosting, edit), [words, hosting, edit])
  const notJudged = tellNotJudged(edit, names, language)
  const what = tellEdit(edit, outcome && line, names, language)
  return (
    <li
      className={outcome?.refusal ? 'edit-row is-refused' : 'edit-row'}
      onMouseEnter={() => actions.pointEdit(index)}
      onMouseLeave={() => actions.pointEdit(null)}
    >
      <button
        type="button"
        className="plain row-button edit-head"
        aria-expanded={isOpen}
        onClick={() => {
          actions.openEdit(isOpen ? null : index)
          if (!isOpen && line.length > 0) actions.focus({ kind: 'box', box: boxAround(line) })
        }}
      >
        <EditMark edit={edit} />
        <span className="gap-body">
          <span className="line">
            <span className="edit-kind">{tellKind(edit, language)}</span>
            <span className="two-lines grow" title={what}>
              {what}
            </span>
          </span>
          {outcome === null ? null : outcome.refusal !== null ? (
            <span className="edit-refusal">
              {words.scenario.refused}
              {words.scenario.refusal[outcome.refusal.reason]}
              {edit.kind === 'convert-space' && outcome.refusal.reason === 'space-used-up' ? (
                <SpaceLeft space={edit.space} />
              ) : null}
            </span>
          ) : (
            <EditCostLine outcome={outcome} />
          )}
          {forbidden === null ? null : <span className="edit-refusal">{forbidden}</span>}
          {notJudged === null ? null : <span className="caption is-unknown">{notJudged}</span>}
          {(outcome?.cautions ?? []).map((caution) => (
            <span key={JSON.stringify(caution)} className="caption is-warning">
              {tellCaution(caution, names, language)}
            </span>
          ))}
          {complex === null ? null : (
            <span className="caption clip" title={words.complex.tagHint(format.count(complex.uses.length))}>
              {words.complex.partOf(format.count(complex.uses.length))}
            </span>
          )}
          {edit.note === undefined || isOpen ? null : <span className="caption clip">{edit.note}</span>}
        </span>
      </button>
      {isOpen ? (
        <div className="edit-body">
          <EditFields edit={edit} index={index} outcome={outcome} isLocked={isLocked} />
          {isLocked ? null : (
            <div className="line edit-actions">
              <IconButton
                icon="up"
                label={words.scenario.up}
                isDisabled={index === 0}
                isSmall
                onClick={() => actions.moveEdit(index, index - 1)}
              />
              <IconButton
                icon="down"
                label={words.scenario.down}
                isDisabled={index === count - 1}
                isSmall
                onClick={() => actions.moveEdit(index, index + 1)}
              />
              <span className="grow" />
              <IconButton
                icon="trash"
                label={words.scenario.delete}
                isSmall
                onClick={() => actions.deleteEdit(index)}
              />
            </div>
          )}
        </div>
      ) : null}
    </li>
  )
}

/** What there is of a space, what other uses take and what they leave. */
function SpaceLeft({ space }: { readonly space: string }) {
  const { words, format } = useLanguage()
  const { whole_m2, used_m2 } = useSpaceArea(space)
  if (whole_m2 === null) return null
  const left_m2 = Math.max(0, whole_m2 - used_m2)
  return <>{words.scenario.refusedArea(format.area(used_m2), format.area(whole_m2), format.area(left_m2))}</>
}

/** The sign of what the edit is about: a class, a kind of space, or the passage it opens or closes. */
function EditMark({ edit }: { readonly edit: Edit }) {
  const names = useNames()
  if (edit.kind === 'convert-space') return <SpaceMark kind={names.records.spaces.get(edit.space)?.kind} />
  const code = classOfEdit(edit, names)
  if (code !== undefined) return <ClassMark code={code} />
  const passage =
    edit.kind === 'open-gate' || edit.kind === 'open-wall'
      ? edit.access
      : edit.kind === 'open-shared-wall'
        ? markOfSides(edit.sides)
        : edit.kind === 'close-gate'
          ? 'closed'
          : edit.kind
  return <span className={`edit-mark ${passage}`} aria-hidden="true" />
}

// about 150 m: an edit is seen with what is around it
const SURROUNDINGS = 0.0015

function boxAround(line: readonly LonLat[]): Extent {
  const lons = line.map(([lon]) => lon)
  const lats = line.map(([, lat]) => lat)
  return [
    Math.min(...lons) - SURROUNDINGS,
    Math.min(...lats) - SURROUNDINGS,
    Math.max(...lons) + SURROUNDINGS,
    Math.max(...lats) + SURROUNDINGS,
  ]
}
