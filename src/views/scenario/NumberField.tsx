interface NumberFieldProps {
  readonly label: string
  readonly hint?: string
  /** undefined: not said */
  readonly value: number | undefined
  readonly isDisabled: boolean
  readonly onChange: (value: number | undefined) => void
}

/** An amount that may be left out; what is no amount is not taken. */
export function NumberField({ label, hint, value, isDisabled, onChange }: NumberFieldProps) {
  return (
    <label className="line" title={hint}>
      <span className="grow">{label}</span>
      <input
        // another value from outside is another field
        key={value ?? ''}
        className="native-input number-field"
        type="number"
        min={0}
        step="any"
        aria-label={label}
        defaultValue={value ?? ''}
        disabled={isDisabled}
        onBlur={(event) => {
          const text = event.currentTarget.value
          const next = text === '' ? undefined : Number(text)
          if (next === value || (next !== undefined && !(Number.isFinite(next) && next >= 0))) return
          onChange(next)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
        }}
      />
    </label>
  )
}
