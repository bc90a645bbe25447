import { InputNumber } from 'antd'
import type { PackFile, PackParameter } from '../../model/rule-pack'
import { editParameter, originalOf, resetParameter } from '../../model/rules/edit-pack'
import type { AnyPack } from '../../model/rules/figure'
import { useLanguage } from '../app-context'
import { EmptyState } from '../ui/EmptyState'
import { RulesTable, SourceCell } from './RulesTable'
import { nameOfPack, tellFigure, tellNumber, tellSource } from './tell-figure'
import { tellUnit } from './tell-indicator'

interface ParameterTableProps {
  readonly pack: AnyPack
  readonly onEdit: ((change: (pack: PackFile) => PackFile) => void) | null
}

/** Numbers and lists a document fixes, such as the years of the plan's scope. */
export function ParameterTable({ pack, onEdit }: ParameterTableProps) {
  const language = useLanguage()
  const { words } = language
  const parameters = pack.parameters ?? []
  const { column } = words.rules
  if (parameters.length === 0)
    return <EmptyState title={words.rules.noParameters} hint={words.rules.noParametersHint} />
  return (
    <RulesTable columns={[column.code, column.name, words.rules.fieldValue, column.source]}>
      {parameters.map((parameter) => {
        const { code, source, unit } = parameter
        const original = originalOf(source)
        return (
          <tr key={code}>
            <td className="caption">{code}</td>
            <th scope="row">{nameOfPack(parameter, language)}</th>
            <td>
              <Value parameter={parameter} onEdit={onEdit} />{' '}
              <span className="caption">{tellUnit(unit, language)}</span>
              {original === null ? null : (
                <span className="caption rules-was">
                  {words.rules.was(
                    tellFigure('radius_m', original.value, language),
                    tellSource(original.source, language),
                  )}{' '}
                  {onEdit === null ? null : (
                    <button
                      type="button"
                      className="plain link"
                      onClick={() => onEdit((before) => resetParameter(before, code))}
                    >
                      {words.rules.reset}
                    </button>
                  )}
                </span>
              )}
            </td>
            <SourceCell source={source} />
          </tr>
        )
      })}
    </RulesTable>
  )
}

interface ValueProps {
  readonly parameter: PackParameter
  readonly onEdit: ParameterTableProps['onEdit']
}

function Value({ parameter: { code, value }, onEdit }: ValueProps) {
  const { words } = useLanguage()
  if (typeof value !== 'number') return <span>{value.map(tellWord).join(words.listSeparator)}</span>
  if (onEdit === null) return <span className="figure">{tellNumber(value)}</span>
  const apply = (text: string) => {
    const typed = Number(text)
    if (text.trim() !== '' && typed >= 0 && typed <= 1e6 && Math.abs(typed - value) > 1e-9)
      onEdit((before) => editParameter(before, code, typed))
  }
  return (
    <InputNumber
      size="small"
      aria-label={code}
      min={0}
      max={1_000_000}
      step={value < 1 ? 0.05 : 1}
      value={value}
      precision={value % 1 === 0 ? 0 : 3}
      changeOnWheel={false}
      onBlur={(event) => apply(event.currentTarget.value)}
      onPressEnter={(event) => apply(event.currentTarget.value)}
    />
  )

  /** Families, modes and kinds of spaces are words of the program; other words are the document's. */
  function tellWord(word: string): string {
    const known: Readonly<Record<string, string>> = { ...words.family, ...words.spaceKind }
    return known[word] ?? word
  }
}
