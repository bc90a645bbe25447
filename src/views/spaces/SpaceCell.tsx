import type { Space } from '../../model/layers'
import { type SpaceFacts, type SpaceField, specOfSpaceField } from '../../model/space-facts'
import { type Language, useLanguage } from '../app-context'
import { type Names, useNames } from '../use-names'

/** A fact as it is kept; null: not known. */
type Fact = SpaceFacts[SpaceField] & {}
type Value = Fact | null

interface SpaceCellProps {
  readonly space: Space
  readonly field: SpaceField
  readonly communities: readonly { readonly value: string; readonly label: string }[]
  readonly isOpen: boolean
  readonly onOpen: () => void
  /** undefined: left as it is */
  readonly onClose: (value: Value | undefined) => void
}

/** One fact: read, until it is pressed; then it can be changed. */
export function SpaceCell({ space, field, communities, isOpen, onOpen, onClose }: SpaceCellProps) {
  const language = useLanguage()
  const { words } = language
  const names = useNames()
  const spec = specOfSpaceField(field)
  const value: Value = space[field] ?? null
  const label = `${names.space(space.id)} · ${words.spaces.heading(field)}`
  if (!isOpen)
    return (
      <td className={spec.type === 'number' || spec.type === 'int' ? 'is-number' : undefined}>
        <button type="button" className="plain space-fact" aria-label={label} onClick={onOpen}>
          {value === null ? <span className="is-unknown">—</span> : tellFact(field, value, names, language)}
        </button>
      </td>
    )
  const choices = choicesOf(field, communities, language)
  if (choices !== null)
    return (
      <td>
        <select
          // pressed to be changed
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          className="native-select space-input"
          aria-label={label}
          defaultValue={value === null ? '' : String(value)}
          onBlur={() => onClose(undefined)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose(undefined)
          }}
          onChange={({ target }) => onClose(readChoice(field, target.value))}
        >
          <option value="">{words.unknown}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      </td>
    )
  const isNumber = spec.type === 'number' || spec.type === 'int'
  return (
    <td>
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className="native-input space-input"
        aria-label={label}
        type={isNumber ? 'number' : 'text'}
        step={spec.type === 'int' ? 1 : 'any'}
        defaultValue={value === null ? '' : String(value)}
        // what is no number comes as nothing, and nothing would be unknown
        onBlur={({ target }) =>
          onClose(target.validity.badInput ? undefined : readTyped(field, target.value))
        }
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') onClose(undefined)
        }}
      />
    </td>
  )
}

/** What a field may be chosen from; null: it is typed. */
function choicesOf(
  field: SpaceField,
  communities: SpaceCellProps['communities'],
  { words }: Language,
): SpaceCellProps['communities'] | null {
  if (field === 'community') return communities
  const spec = specOfSpaceField(field)
  if (spec.type === 'bool')
    return [
      { value: 'true', label: words.yes },
      { value: 'false', label: words.no },
    ]
  return spec.type === 'enum'
    ? spec.values.map((value) => ({ value, label: words.spaces.choice[value] }))
    : null
}

function readChoice(field: SpaceField, text: string): Value {
  if (text === '') return null
  return specOfSpaceField(field).type === 'bool' ? text === 'true' : text
}

/** undefined: no number, or one that no space has. */
function readTyped(field: SpaceField, typed: string): Value | undefined {
  const text = typed.trim()
  if (text === '') return null
  const { type } = specOfSpaceField(field)
  if (type !== 'number' && type !== 'int') return text
  const number = Number(text)
  const isPossible = Number.isFinite(number) && (field === 'storey' || number >= 0)
  return isPossible && (type === 'number' || Number.isInteger(number)) ? number : undefined
}

function tellFact(field: SpaceField, value: Fact, names: Names, { words, format }: Language): string {
  if (field === 'community') return names.community(String(value))
  if (field === 'area_m2' || field === 'outdoor_m2') return format.area(Number(value))
  if (field === 'clear_height_m') return `${String(value)} ${words.unit.m}`
  if (field === 'sun_hours') return `${String(value)} ${words.unit.hours}`
  if (field === 'fire_grade') return words.spaces.grade(String(value))
  if (field === 'storey') return words.unit.storey(Number(value))
  if (typeof value === 'boolean') return value ? words.yes : words.no
  const choices: Readonly<Record<string, string>> = words.spaces.choice
  return specOfSpaceField(field).type === 'enum' ? choices[String(value)] : String(value)
}
