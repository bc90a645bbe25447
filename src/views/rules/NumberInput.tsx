import { InputNumber } from 'antd'

interface NumberInputProps {
  readonly label: string
  readonly value: number | null
  readonly isWrong: boolean
  readonly onChange: (value: number | null) => void
}

/** A figure that may be left empty. What cannot be is told in words beside it, never put right in silence. */
export function NumberInput({ label, value, isWrong, onChange }: NumberInputProps) {
  return (
    <InputNumber<number>
      size="small"
      aria-label={label}
      aria-invalid={isWrong}
      {...(isWrong ? { status: 'error' as const } : {})}
      value={value}
      changeOnWheel={false}
      onChange={onChange}
    />
  )
}
