import { useLayoutEffect, useRef, useState } from 'react'
import { useLanguage } from '../app-context'
import { type AmountLimits, readAmount, takeAmount } from './read-amount'

interface AmountInputProps extends AmountLimits {
  readonly label: string
  /** null: not said */
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly placeholder?: string
  /** true: what is said does not fit the rest */
  readonly isWrong?: boolean
  readonly isDisabled?: boolean
  readonly className?: string
}

/**
 * A number of 0 or more that may be left out. What is no such number is not taken: the old one comes back, and it is said
 * what was typed and what may be.
 */
export function AmountInput(props: AmountInputProps) {
  const { label, value, onChange, placeholder, most, isWhole = false, isWrong = false } = props
  const { isDisabled = false, className } = props
  const { words, format } = useLanguage()
  const field = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const text = value === null ? '' : String(value)
  // another value from outside takes the place of what is typed
  useLayoutEffect(() => {
    if (field.current !== null) field.current.value = text
  }, [text])
  /** false: what was typed is not taken */
  const commit = (input: HTMLInputElement): boolean => {
    const typed = input.value
    if (typed === text) return true
    const next = takeAmount(typed, { most, isWhole })
    if (next === undefined || next === value) input.value = text
    if (next === undefined) setRefused(typed.trim())
    else if (next !== value) onChange(next)
    return next !== undefined
  }
  return (
    <span className={className === undefined ? 'amount-field' : `amount-field ${className}`}>
      <input
        ref={field}
        className="native-input amount-input"
        type="text"
        inputMode={isWhole ? 'numeric' : 'decimal'}
        aria-label={label}
        aria-invalid={isWrong || refused !== null}
        title={label}
        placeholder={placeholder}
        defaultValue={text}
        disabled={isDisabled}
        data-kept={text}
        onInput={() => setRefused(null)}
        onBlur={(event) => commit(event.currentTarget)}
        onKeyDown={(event) => {
          // a form is not sent with a number that nobody typed
          if (event.key === 'Enter' && !commit(event.currentTarget)) event.preventDefault()
          if (event.key === 'Escape') {
            event.currentTarget.value = text
            setRefused(null)
            event.stopPropagation()
          }
        }}
      />
      {refused === null ? null : (
        <span className="amount-refused" role="alert">
          {(readAmount(refused) ?? 0) > (most ?? Infinity)
            ? words.amountRefused.most(refused, format.count(most ?? 0))
            : words.amountRefused[isWhole ? 'whole' : 'number'](refused)}
        </span>
      )}
    </span>
  )
}
