interface NativeSelectProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T) => void
  readonly isDisabled?: boolean
  readonly className?: string
}

/** The browser's own list of choices: there at once, where many stand beside a large table. */
export function NativeSelect<T extends string>(props: NativeSelectProps<T>) {
  const { label, value, options, onChange, className, isDisabled } = props
  return (
    <select
      className={className === undefined ? 'native-select' : `native-select ${className}`}
      aria-label={label}
      title={label}
      value={value}
      disabled={isDisabled}
      // the options are the only values there are
      onChange={(event) => onChange(event.target.value as T)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
