import { useMemo } from 'react'
import { HOSTING_PACK } from '../../model/hosting-pack'
import { knownOutcomes } from '../../model/known-outcomes'
import type { Facility } from '../../model/layers'
import { type ConvertSpace, partOfSpace, resizePart, spaceOf } from '../../model/space-parts'
import { useActions, useLanguage, useProject, useResults } from '../app-context'
import { IconButton } from '../ui/IconButton'
import { Section } from '../ui/Section'
import { useNames } from '../use-names'
import { NumberField } from './NumberField'
import { useEditing } from './use-editing'
import { useSpaceArea } from './use-space-area'

const NO_FACILITIES: readonly Facility[] = []

const USES = new Map(HOSTING_PACK.uses.map((use) => [use.code, use]))

/** What a space has become: each use with its area, to be split anew, and how much is left. */
export function SpaceUses({ space }: { readonly space: string }) {
  const { locale, words, format } = useLanguage()
  const actions = useActions()
  const names = useNames()
  const { shown, canEdit } = useEditing()
  const told = useResults((results) => (results.planned?.scenario === shown?.id ? results.planned : null))
  const { whole_m2, used_m2 } = useSpaceArea(space)
  const edits = shown?.edits ?? []
  const outcomes = knownOutcomes(told, edits)
  const planned = edits.flatMap((edit, index) => {
    if (edit.kind !== 'convert-space' || edit.space !== space) return []
    const outcome = outcomes[index]
    const facility = outcome?.made == null ? undefined : names.records.facilities.get(outcome.made)
    return [{ edit, index, outcome, part: facility === undefined ? null : partOfSpace(facility) }]
  })
  const made = new Set(planned.flatMap(({ outcome }) => outcome?.made ?? []))
  const facilities = useProject(({ mapLayers }) => mapLayers?.facilities ?? NO_FACILITIES)
  const there = useMemo(
    () => facilities.filter((facility) => spaceOf(facility) === space),
    [facilities, space],
  )
  const surveyed = there.filter(({ id }) => !made.has(id))
  if (planned.length === 0 && surveyed.length === 0) return null
  const nameOf = (code: string): string => {
    const use = USES.get(code)
    return use === undefined ? code : locale === 'zh' ? use.name_zh : use.name_en
  }
  const put = (index: number, edit: ConvertSpace, area_m2: number | undefined) =>
    actions.changeEdit(index, resizePart(edit, USES.get(edit.use) ?? {}, area_m2, whole_m2))
  return (
    <Section title={words.scenario.spaceUses}>
      <ul className="space-uses">
        {surveyed.map((facility) => (
          <li key={facility.id} className="line">
            <span className="grow">{nameOf(partOfSpace(facility)?.use ?? '')}</span>
            <span className="figure">{format.area(partOfSpace(facility)?.area_m2)}</span>
          </li>
        ))}
        {planned.map(({ edit, index, outcome, part }) => {
          const area_m2 = edit.area_m2 ?? part?.area_m2
          const least_m2 = USES.get(edit.use)?.least_m2 ?? 0
          return (
            <li key={`${index} ${edit.use}`}>
              <span className="line">
                <span className="grow">
                  <NumberField
                    label={nameOf(edit.use)}
                    hint={words.scenario.partArea}
                    value={area_m2}
                    isDisabled={!canEdit}
                    onChange={(area) => put(index, edit, area)}
                  />
                </span>
                <span className="caption">m²</span>
                {canEdit ? (
                  <IconButton
                    icon="trash"
                    label={words.scenario.removeUse(nameOf(edit.use))}
                    isSmall
                    onClick={() => actions.deleteEdit(index)}
                  />
                ) : null}
              </span>
              {outcome?.refusal == null ? null : (
                <span className="edit-refusal">
                  {words.scenario.refused}
                  {words.scenario.refusal[outcome.refusal.reason]}
                </span>
              )}
              {area_m2 !== undefined && area_m2 < least_m2 ? (
                <span className="caption is-warning">{words.scenario.belowLeast(format.area(least_m2))}</span>
              ) : null}
            </li>
          )
        })}
      </ul>
      <p className="caption">
        {whole_m2 === null
          ? words.scenario.spaceUsed(format.area(used_m2))
          : words.scenario.spaceLeft(
              format.area(used_m2),
              format.area(whole_m2),
              format.area(Math.max(0, whole_m2 - used_m2)),
            )}
      </p>
    </Section>
  )
}
