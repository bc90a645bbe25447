import { AmountInput } from '../ui/AmountInput'

interface NumberFieldProps {
  readonly label: string
  readonly hint?: string
  /** undefined: not said */
  readonly value: number | undefined
  readonly most?: number
  /** true: whole numbers only */
  readonly isWhole?: boolean
  readonly isDisabled: boolean
  readonly onChange: (value: number | undefined) => void
}

/** More is a slip of the hand. */
const MOST = 1e9

/** An amount that may be left out, in a line with its name. */
export function NumberField(props: NumberFieldProps) {
  const { label, hint, value, most = MOST, isWhole, isDisabled, onChange } = props
  return (
    <label className="line" title={hint}>
      <span className="grow">{label}</span>
      <AmountInput
        className="number-field"
        label={label}
        value={value ?? null}
        most={most}
        isWhole={isWhole}
        isDisabled={isDisabled}
        onChange={(next) => onChange(next ?? undefined)}
      />
    </label>
  )
}
