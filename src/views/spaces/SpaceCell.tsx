import { useRef, useState } from 'react'
import type { Space } from '../../model/layers'
import { type SpaceField, specOfSpaceField } from '../../model/space-facts'
import { type Language, useLanguage } from '../app-context'
import { type Names, useNames } from '../use-names'
import { readSpaceFact, type SpaceFact, type Wanted } from './read-space-fact'

interface SpaceCellProps {
  readonly space: Space
  readonly field: SpaceField
  readonly communities: readonly { readonly value: string; readonly label: string }[]
  readonly isOpen: boolean
  readonly onOpen: () => void
  /** undefined: left as it is */
  readonly onClose: (value: SpaceFact | undefined) => void
}

/** One fact: read, until it is pressed; then it can be changed. */
export function SpaceCell({ space, field, communities, isOpen, onOpen, onClose }: SpaceCellProps) {
  const language = useLanguage()
  const { words } = language
  const names = useNames()
  const spec = specOfSpaceField(field)
  const value: SpaceFact = space[field] ?? null
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
  return <TypedCell field={field} value={value} label={label} onClose={onClose} />
}

type TypedCellProps = Pick<SpaceCellProps, 'field' | 'onClose'> & {
  readonly value: SpaceFact
  readonly label: string
}

/** A fact that is typed. What is none is not taken: the old one comes back, and it is said what may be. */
function TypedCell({ field, value, label, onClose }: TypedCellProps) {
  const { words } = useLanguage()
  const [refused, setRefused] = useState<{ readonly typed: string; readonly wanted: Wanted } | null>(null)
  const { type } = specOfSpaceField(field)
  const kept = value === null ? '' : String(value)
  // a field that goes away loses its focus once more
  const isClosed = useRef(false)
  const close = (fact: SpaceFact | undefined): void => {
    if (isClosed.current) return
    isClosed.current = true
    onClose(fact)
  }
  const commit = (input: HTMLInputElement): void => {
    const typed = input.value
    // a number field of the browser's own would swallow what is no number, and nothing would be unknown
    const read = typed === kept ? null : readSpaceFact(field, typed)
    if (read === null) close(undefined)
    else if ('fact' in read) close(read.fact)
    else {
      input.value = kept
      setRefused({ typed: typed.trim(), wanted: read.wanted })
    }
  }
  return (
    <td>
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className="native-input space-input"
        aria-label={label}
        aria-invalid={refused !== null}
        type="text"
        inputMode={type === 'int' ? 'numeric' : type === 'number' ? 'decimal' : 'text'}
        defaultValue={kept}
        onInput={() => setRefused(null)}
        onBlur={({ target }) => commit(target)}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Enter') commit(event.currentTarget)
          if (event.key === 'Escape') close(undefined)
        }}
      />
      {refused === null ? null : (
        <span className="amount-refused" role="alert">
          {words.spaces.refused[refused.wanted](refused.typed)}
        </span>
      )}
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

function readChoice(field: SpaceField, text: string): SpaceFact {
  if (text === '') return null
  return specOfSpaceField(field).type === 'bool' ? text === 'true' : text
}

function tellFact(
  field: SpaceField,
  value: NonNullable<SpaceFact>,
  names: Names,
  { words, format }: Language,
): string {
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
