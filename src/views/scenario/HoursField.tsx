import { useRef } from 'react'
import { useLanguage } from '../app-context'

interface Hours {
  readonly from: string
  readonly to: string
}

interface HoursFieldProps {
  /** undefined: as they are */
  readonly hours: Hours | undefined
  readonly isDisabled: boolean
  readonly onChange: (hours: Hours | undefined) => void
}

/** From when to when a gate is open; only both together are taken. */
export function HoursField({ hours, isDisabled, onChange }: HoursFieldProps) {
  const { words } = useLanguage()
  const from = useRef<HTMLInputElement>(null)
  const to = useRef<HTMLInputElement>(null)
  const keep = () => {
    const [a, b] = [from.current?.value ?? '', to.current?.value ?? '']
    if (a === '' && b === '') {
      if (hours !== undefined) onChange(undefined)
    } else if (a !== '' && b !== '' && (a !== hours?.from || b !== hours.to)) onChange({ from: a, to: b })
  }
  const field = (which: 'from' | 'to') => (
    <input
      key={hours?.[which] ?? ''}
      ref={which === 'from' ? from : to}
      type="time"
      className="native-input"
      aria-label={`${words.scenario.hours} ${which === 'from' ? words.scenario.hoursFrom : words.scenario.hoursTo}`}
      defaultValue={hours?.[which] ?? ''}
      disabled={isDisabled}
      onBlur={keep}
    />
  )
  return (
    <div className="line" title={words.scenario.hoursHint}>
      <span className="grow">{words.scenario.hours}</span>
      {field('from')}
      <span aria-hidden="true">–</span>
      {field('to')}
    </div>
  )
}
