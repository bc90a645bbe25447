import { Select } from 'antd'
import { useMemo, useState } from 'react'
import type { FigureField, PackFile, Tier } from '../../model/rule-pack'
import { diffPacks, type PackDifference } from '../../model/rules/diff-packs'
import type { AnyPack, Figure } from '../../model/rules/figure'
import { findShipped } from '../../model/rules/shipped-packs'
import { useLanguage } from '../app-context'
import { EmptyState } from '../ui/EmptyState'
import { RulesTable, SourceCell } from './RulesTable'
import { nameOfPack, tellFigure } from './tell-figure'

interface CompareTableProps {
  readonly pack: AnyPack
  readonly others: readonly PackFile[]
}

/** What a pack says otherwise than another one: at first than the shipped one it was made from. */
export function CompareTable({ pack, others }: CompareTableProps) {
  const language = useLanguage()
  const { words, format } = language
  const { column } = words.rules
  const made = 'made_from' in pack ? pack.made_from : undefined
  const [chosen, setChosen] = useState<string | null>(null)
  const origin = made === undefined ? undefined : findShipped(made.id)
  const than = others.find(({ id }) => id === chosen) ?? origin ?? others[0]
  const differences = useMemo(() => (than === undefined ? [] : diffPacks(than, pack)), [than, pack])
  if (than === undefined) return <EmptyState title={words.rules.same} hint={words.rules.lead} />
  return (
    <>
      <div className="rules-compare-bar line">
        <span className="caption">{words.rules.compareWith}</span>
        <Select
          size="small"
          aria-label={words.rules.compareWith}
          className="rules-compare-select"
          value={than.id}
          onChange={setChosen}
          options={others.map((other) => ({
            value: other.id,
            label: `${nameOfPack(other, language)} ${words.topBar.version(other.version)}`,
          }))}
        />
        <span className="caption">
          {differences.length === 0
            ? words.rules.same
            : words.rules.differences(format.count(differences.length))}
        </span>
      </div>
      {differences.length === 0 ? null : (
        <RulesTable columns={[column.name, column.asked, column.before, column.after, column.source]}>
          {differences.map((difference) => (
            <DifferenceRow
              key={`${difference.what} ${difference.code} ${difference.field}`}
              difference={difference}
              packs={[than, pack]}
            />
          ))}
        </RulesTable>
      )}
    </>
  )
}

interface DifferenceRowProps {
  readonly difference: PackDifference
  readonly packs: readonly AnyPack[]
}

function DifferenceRow({ difference, packs }: DifferenceRowProps) {
  const language = useLanguage()
  const { words } = language
  const { what, code, field, before, after } = difference
  return (
    <tr>
      <th scope="row">
        {nameOfRow(difference, packs, language)}
        <span className="caption rules-code">{what === 'tier' ? '' : code}</span>
      </th>
      <td className="caption">{nameOfField(field, language)}</td>
      <td className="figure">{before === null ? words.rules.absent : tell(field, before, language)}</td>
      <td className="figure is-changed">
        {after === null ? words.rules.absent : tell(field, after, language)}
      </td>
      <SourceCell source={(after ?? before)?.source} />
    </tr>
  )
}

type Told = ReturnType<typeof useLanguage>

function tell(field: PackDifference['field'], { value }: Figure, language: Told): string {
  // a list of words stands where tiers do
  if (Array.isArray(value) && value.every((part) => typeof part === 'string' && part.length > 2))
    return value.join(language.words.listSeparator)
  const as: FigureField =
    field === null ? 'tiers' : field === 'walk' || field === 'value' ? 'radius_m' : field
  const isRange = Array.isArray(value) && value.some((part) => typeof part === 'number')
  return tellFigure(isRange && as === 'tiers' ? 'land_m2' : as, value, language)
}

function nameOfField(field: PackDifference['field'], { words }: Told): string {
  if (field === null) return ''
  if (field === 'walk') return words.rules.fieldWalk
  return field === 'value' ? words.rules.fieldValue : words.rules.field[field]
}

function nameOfRow({ what, code }: PackDifference, packs: readonly AnyPack[], language: Told): string {
  if (what === 'tier') return language.words.rules.tier[code as Tier]
  const list = { class: 'rules', indicator: 'indicators', parameter: 'parameters' } as const
  for (const pack of packs) {
    const row = (pack[list[what]] ?? []).find((each) => each.code === code)
    if (row !== undefined) return nameOfPack(row, language)
  }
  return code
}
