import { useLayoutEffect, useRef } from 'react'
import { cleanText } from '../../model/clean-text'

interface TextInputProps {
  readonly label: string
  /** '': nothing said */
  readonly value: string
  /** without spaces around it */
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly isDisabled?: boolean
  readonly className?: string
}

/** A line of text that is taken when one leaves it or presses Enter; Esc brings back what was there. */
export function TextInput({ label, value, onChange, placeholder, isDisabled, className }: TextInputProps) {
  const field = useRef<HTMLInputElement>(null)
  // another value from outside takes the place of what is typed
  useLayoutEffect(() => {
    if (field.current !== null) field.current.value = value
  }, [value])
  const commit = (input: HTMLInputElement): void => {
    const next = cleanText(input.value).trim()
    if (next === value) input.value = value
    else onChange(next)
  }
  return (
    <input
      ref={field}
      className={className === undefined ? 'native-input' : `native-input ${className}`}
      aria-label={label}
      placeholder={placeholder}
      defaultValue={value}
      disabled={isDisabled}
      data-kept={value}
      onBlur={(event) => commit(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit(event.currentTarget)
        if (event.key === 'Escape') {
          event.currentTarget.value = value
          event.stopPropagation()
        }
      }}
    />
  )
}
