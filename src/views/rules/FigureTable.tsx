import { Fragment, useState } from 'react'
import { FIGURE_FIELDS, type FigureField, type PackFile } from '../../model/rule-pack'
import {
  type AnyPack,
  type AnyRule,
  figuresOfRule,
  isSameValue,
  sourceOfFigure,
  valueOfFigure,
} from '../../model/rules/figure'
import { useLanguage } from '../app-context'
import { EmptyState } from '../ui/EmptyState'
import { IconButton } from '../ui/IconButton'
import { ClassMark } from '../ui/SignMark'
import { FigureCell } from './FigureCell'
import { FigureForm } from './FigureForm'
import { nameOfPack, tellSource } from './tell-figure'
import { TierWalks } from './TierWalks'
import { tellNote } from './tell-note'

interface FigureTableProps {
  readonly pack: AnyPack
  /** null: only looked at */
  readonly onEdit: ((change: (pack: PackFile) => PackFile) => void) | null
  readonly search: string
  readonly isChangedOnly: boolean
}

/** Columns that are shown beside the name; the least width stands with the land it belongs to. */
const COLUMNS: readonly FigureField[] = ['tiers', 'radius_m', 'building_m2', 'land_m2', 'supply', 'required']

/** Every class of a pack with its numbers, their sources and marks. */
export function FigureTable({ pack, onEdit, search, isChangedOnly }: FigureTableProps) {
  const language = useLanguage()
  const { words } = language
  const [edited, setEdited] = useState<string | null>(null)
  const wanted = search.trim().toLowerCase()
  const rows = pack.rules.filter(
    (rule) =>
      (!isChangedOnly || isChanged(rule)) &&
      (wanted === '' ||
        [rule.code, rule.name_zh, rule.name_en].some((text) => text.toLowerCase().includes(wanted))),
  )
  if (pack.rules.length === 0) return <EmptyState title={words.rules.noClasses} hint={words.rules.lead} />
  return (
    <>
      <TierWalks pack={pack} onEdit={onEdit} />
      {rows.length === 0 ? (
        <EmptyState title={words.rules.noneFound} hint={words.rules.lead} />
      ) : (
        <table className="rules-table">
          <thead>
            <tr>
              <th scope="col">{words.rules.column.class}</th>
              {COLUMNS.map((field) => (
                <th key={field} scope="col">
                  {words.rules.field[field]}
                </th>
              ))}
              <th scope="col">{words.rules.column.source}</th>
              {onEdit === null ? null : <th aria-hidden="true" />}
            </tr>
          </thead>
          <tbody>
            {rows.map((rule) => (
              <Fragment key={rule.code}>
                <tr>
                  <th scope="row">
                    <span className="line">
                      <ClassMark code={rule.code} />
                      <span className="grow">
                        {nameOfPack(rule, language)}
                        <span className="caption rules-code">{rule.code}</span>
                      </span>
                    </span>
                  </th>
                  {COLUMNS.map((field) => (
                    <td key={field} className={`rules-${field}`}>
                      <Figure pack={pack} rule={rule} field={field} />
                      {field === 'land_m2' ? <Further pack={pack} rule={rule} field="width_m" /> : null}
                      {field === 'supply' ? (
                        <Further pack={pack} rule={rule} field="old_area_factor" />
                      ) : null}
                    </td>
                  ))}
                  <td className="caption rules-source">
                    <Sources pack={pack} rule={rule} />
                  </td>
                  {onEdit === null ? null : (
                    <td>
                      <IconButton
                        icon={edited === rule.code ? 'up' : 'down'}
                        label={words.rules.edit(nameOfPack(rule, language))}
                        isSmall
                        isPressed={edited === rule.code}
                        onClick={() => setEdited(edited === rule.code ? null : rule.code)}
                      />
                    </td>
                  )}
                </tr>
                {onEdit !== null && edited === rule.code ? (
                  <tr className="rules-form-row">
                    <td colSpan={COLUMNS.length + 3}>
                      <FigureForm pack={pack} rule={rule} onEdit={onEdit} />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

interface FigureProps {
  readonly pack: AnyPack
  readonly rule: AnyRule
  readonly field: FigureField
}

function Figure({ pack, rule, field }: FigureProps) {
  const value = valueOfFigure(rule, field)
  return <FigureCell pack={pack} field={field} value={value} source={sourceOfFigure(pack, rule, field)} />
}

/** A figure that few classes have, below the one it goes with. */
function Further({ pack, rule, field }: FigureProps) {
  const { words } = useLanguage()
  if (valueOfFigure(rule, field) === null) return null
  return (
    <span className="rules-further">
      <span className="caption">{words.rules.field[field]}</span>{' '}
      <Figure pack={pack} rule={rule} field={field} />
    </span>
  )
}

/** Each document once, the note, and whether a planner must look. */
function Sources({ pack, rule }: Omit<FigureProps, 'field'>) {
  const language = useLanguage()
  const figures = figuresOfRule(pack, rule)
  const documents = [...new Set(figures.map(({ source }) => tellSource(source, language)))]
  const isUnchecked = figures.some(({ source }) => source.status !== 'V')
  return (
    <>
      {documents.map((document) => (
        <span key={document} className="rules-document">
          {document}
        </span>
      ))}
      {isUnchecked ? <span className="rules-ask">{language.words.askPlanner}</span> : null}
      {rule.note === '' ? null : <span className="rules-note">{tellNote(rule.note, language)}</span>}
    </>
  )
}

function isChanged(rule: AnyRule): boolean {
  return FIGURE_FIELDS.some((field) =>
    rule.figures?.[field]?.replaced?.some(({ value }) => !isSameValue(value, valueOfFigure(rule, field))),
  )
}
