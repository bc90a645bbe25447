interface AmountInputProps {
  readonly label: string
  /** null: not said */
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly placeholder?: string
  readonly most?: number
  /** true: whole numbers only */
  readonly isWhole?: boolean
  /** true: what is said does not fit the rest */
  readonly isWrong?: boolean
  readonly className?: string
}

/** A number of 0 or more that may be left out; what is no such number is not taken, and the old one comes back. */
export function AmountInput(props: AmountInputProps) {
  const { label, value, onChange, placeholder, most, isWhole = false, isWrong = false, className } = props
  const text = value === null ? '' : String(value)
  const commit = (input: HTMLInputElement): void => {
    const next = readAmount(input.value)
    const isNumber = typeof next === 'number' && next <= (most ?? Infinity)
    if (next !== null && !(isNumber && (!isWhole || Number.isInteger(next)))) input.value = text
    else if (next !== value) onChange(next)
  }
  return (
    <input
      // another value from outside is another field
      key={text}
      className={['native-input', 'amount-input', className].filter((part) => part !== undefined).join(' ')}
      type="text"
      inputMode={isWhole ? 'numeric' : 'decimal'}
      aria-label={label}
      aria-invalid={isWrong}
      title={label}
      placeholder={placeholder}
      defaultValue={text}
      onBlur={(event) => commit(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit(event.currentTarget)
        if (event.key === 'Escape') {
          event.currentTarget.value = text
          event.stopPropagation()
        }
      }}
    />
  )
}

/** null: left out; undefined: no number of 0 or more. Separators of thousands and full-width digits are read. */
export function readAmount(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[\s,]/g, '')
  if (plain === '') return null
  return /^\d*\.?\d+$|^\d+\.$/.test(plain) ? Number(plain) : undefined
}
