import type { Range } from '../../model/rule-pack'
import { useLanguage } from '../app-context'
import { NumberInput } from './NumberInput'

interface RangeInputProps {
  readonly label: string
  readonly value: Range | null
  readonly isWrong: boolean
  readonly onChange: (value: Range | null) => void
}

/** Least and most; both left empty: none. */
export function RangeInput({ label, value, isWrong, onChange }: RangeInputProps) {
  const { words } = useLanguage()
  const [least, most] = value ?? [null, null]
  const tell = (range: Range) => onChange(range[0] === null && range[1] === null ? null : range)
  return (
    <span className="line">
      <NumberInput
        label={`${label} ${words.rules.leastLabel}`}
        value={least}
        isWrong={isWrong}
        onChange={(changed) => tell([changed, most])}
      />
      –
      <NumberInput
        label={`${label} ${words.rules.mostLabel}`}
        value={most}
        isWrong={isWrong}
        onChange={(changed) => tell([least, changed])}
      />
    </span>
  )
}
