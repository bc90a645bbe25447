import { HOSTING_PACK } from '../../model/hosting-pack'
import type { Edit, GateAccess } from '../../model/scenario'
import type { EditOutcome } from '../../model/scenario-outcome'
import { resizePart } from '../../model/space-parts'
import { useActions, useLanguage } from '../app-context'
import { NativeSelect } from '../ui/NativeSelect'
import { StatusMark } from '../ui/StatusMark'
import { TextInput } from '../ui/TextInput'
import { useNames } from '../use-names'
import { HoursField } from './HoursField'
import { NumberField } from './NumberField'
import { ResizeHint } from './ResizeHint'
import { sizesOf } from './sizes-of'
import { itemOfCost } from './tell-cost'
import { classOfEdit } from './tell-edit'
import { useCostStatus } from './use-cost-status'
import { useSpaceArea } from './use-space-area'

interface EditFieldsProps {
  readonly edit: Edit
  readonly index: number
  readonly outcome: EditOutcome | null
  readonly isLocked: boolean
}

const USES = new Map(HOSTING_PACK.uses.map((use) => [use.code, use]))

const YUAN = 10_000
const MOST_YUAN = 1e11

/** What can be said about one measure: for whom, how much, its cost and a note; and who votes, with the clause. */
export function EditFields({ edit, index, outcome, isLocked }: EditFieldsProps) {
  const language = useLanguage()
  const { words } = language
  const actions = useActions()
  const names = useNames()
  const put = (changed: Edit) => actions.changeEdit(index, changed)
  const whole_m2 = useSpaceArea(edit.kind === 'convert-space' ? edit.space : '').whole_m2
  const item = itemOfCost(outcome?.cost ?? null, language)
  const status = useCostStatus(outcome?.cost ?? null)
  const sizes = sizesOf(
    names.rules.get(classOfEdit(edit, names) ?? ''),
    'facility' in edit ? names.records.facilities.get(edit.facility) : undefined,
  )
  return (
    <div className="edit-fields">
      {edit.kind === 'open-gate' || edit.kind === 'open-wall' ? (
        <label className="line">
          <span className="grow">{words.scenario.gateFor}</span>
          <NativeSelect<'public' | 'residents'>
            label={words.scenario.gateFor}
            value={edit.access}
            isDisabled={isLocked}
            options={(['public', 'residents'] as const).map((access) => ({
              value: access,
              label: words.scenario.openFor[access],
            }))}
            onChange={(access) => put({ ...edit, access })}
          />
        </label>
      ) : null}
      {edit.kind === 'open-shared-wall'
        ? edit.sides.map((access, side) => (
            <label key={edit.communities[side]} className="line" title={words.scenario.sharedForHint}>
              <span className="grow clip">
                {words.scenario.sharedFor(names.community(edit.communities[side]))}
              </span>
              <NativeSelect<'public' | 'residents'>
                label={words.scenario.sharedFor(names.community(edit.communities[side]))}
                value={access}
                isDisabled={isLocked}
                options={(['public', 'residents'] as const).map((each) => ({
                  value: each,
                  label: words.scenario.openFor[each],
                }))}
                onChange={(chosen) => put({ ...edit, sides: withSide(edit.sides, side, chosen) })}
              />
            </label>
          ))
        : null}
      {edit.kind === 'open-gate' ? (
        <HoursField
          hours={edit.hours}
          isDisabled={isLocked}
          onChange={(hours) => put(withOptional(edit, 'hours', hours))}
        />
      ) : null}
      {edit.kind === 'convert-space' ? (
        <NumberField
          label={words.scenario.area}
          value={edit.area_m2}
          isDisabled={isLocked}
          onChange={(area_m2) => put(resizePart(edit, USES.get(edit.use) ?? {}, area_m2, whole_m2))}
        />
      ) : null}
      {edit.kind === 'convert-space' || edit.kind === 'add-facility' || edit.kind === 'resize-facility' ? (
        <NumberField
          label={words.scenario.capacity}
          value={edit.capacity}
          isWhole
          isDisabled={isLocked}
          onChange={(capacity) => put(withOptional(edit, 'capacity', capacity))}
        />
      ) : null}
      {edit.kind === 'add-facility' || edit.kind === 'resize-facility' ? (
        <>
          {sizes.floor || edit.floor_area_m2 !== undefined ? (
            <NumberField
              label={words.scenario.floorArea}
              value={edit.floor_area_m2}
              isDisabled={isLocked}
              onChange={(area) => put(withOptional(edit, 'floor_area_m2', area))}
            />
          ) : null}
          {sizes.land || edit.land_area_m2 !== undefined ? (
            <NumberField
              label={words.scenario.landArea}
              value={edit.land_area_m2}
              isDisabled={isLocked}
              onChange={(area) => put(withOptional(edit, 'land_area_m2', area))}
            />
          ) : null}
          {edit.kind === 'resize-facility' ? <ResizeHint /> : null}
        </>
      ) : null}
      <NumberField
        label={words.scenario.costOwn}
        hint={words.scenario.costOwnHint}
        value={edit.cost_yuan === undefined ? undefined : edit.cost_yuan / YUAN}
        most={MOST_YUAN / YUAN}
        isDisabled={isLocked}
        onChange={(cost) =>
          put(withOptional(edit, 'cost_yuan', cost === undefined ? undefined : Math.round(cost * YUAN)))
        }
      />
      <label className="line">
        <span className="grow">{words.scenario.editNote}</span>
        <TextInput
          className="edit-note"
          label={words.scenario.editNote}
          value={edit.note ?? ''}
          isDisabled={isLocked}
          onChange={(note) => put(withOptional(edit, 'note', note === '' ? undefined : note))}
        />
      </label>
      {outcome === null ? null : (
        <p className="caption">
          {item === null || status === null ? null : (
            <>
              {words.scenario.cost} {item} <StatusMark status={status} />
              <br />
            </>
          )}
          {words.scenario.ground[outcome.vote.ground]}
          {outcome.vote.communities.length === 0
            ? null
            : ` · ${outcome.vote.communities.map((id) => names.community(id)).join(words.listSeparator)}`}
          {' · '}
          {words.scenario.voteJudged} <StatusMark status="J" />
        </p>
      )}
    </div>
  )
}

/** The edit with a field, or without it where there is no value. */
function withOptional<E extends Edit, K extends keyof E>(edit: E, field: K, value: E[K] | undefined): E {
  const { [field]: _before, ...others } = edit
  // an optional field of the edit, left out or given
  return (value === undefined ? others : { ...others, [field]: value }) as unknown as E
}

/** Whom both sides let through, with another answer of one of them. */
function withSide(
  [a, b]: readonly [GateAccess, GateAccess],
  side: number,
  access: GateAccess,
): readonly [GateAccess, GateAccess] {
  return side === 0 ? [access, b] : [a, access]
}
