import { useLayoutEffect, useRef, useState } from 'react'
import { useLanguage, useView } from '../app-context'

export interface Hours {
  readonly from: string
  readonly to: string
}

interface HoursFieldProps {
  /** undefined: as they are */
  readonly hours: Hours | undefined
  readonly isDisabled: boolean
  readonly onChange: (hours: Hours | undefined) => void
}

const ENDS = ['from', 'to'] as const

/** From when to when a gate is open; only both together are taken, and it is said where one is missing. */
export function HoursField({ hours, isDisabled, onChange }: HoursFieldProps) {
  const { words } = useLanguage()
  const isAnyTime = useView((view) => view.hour === null)
  const from = useRef<HTMLInputElement>(null)
  const to = useRef<HTMLInputElement>(null)
  const [shownFrom, shownTo] = [hours?.from ?? '', hours?.to ?? '']
  // beside which hours only one time was typed: other hours from outside take its place
  const [half, setHalf] = useState<string | null>(null)
  const shown = `${shownFrom} ${shownTo}`
  const isHalf = half === shown
  useLayoutEffect(() => {
    if (from.current !== null) from.current.value = shownFrom
    if (to.current !== null) to.current.value = shownTo
  }, [shownFrom, shownTo])
  /** `isDone`: nobody goes on to the other time */
  const keep = (isDone: boolean): void => {
    const [a, b] = [from.current?.value ?? '', to.current?.value ?? '']
    setHalf(isDone && (a === '') !== (b === '') ? shown : null)
    if (a === '' && b === '') {
      if (hours !== undefined) onChange(undefined)
    } else if (a !== '' && b !== '' && (a !== hours?.from || b !== hours.to)) onChange({ from: a, to: b })
  }
  return (
    <div className="hours-field" title={words.scenario.hoursHint}>
      <div className="line">
        <span className="grow">{words.scenario.hours}</span>
        {ENDS.map((end) => (
          <span key={end} className="line">
            {end === 'to' ? <span aria-hidden="true">–</span> : null}
            <input
              ref={end === 'from' ? from : to}
              type="time"
              className="native-input"
              aria-label={`${words.scenario.hours} ${end === 'from' ? words.scenario.hoursFrom : words.scenario.hoursTo}`}
              aria-invalid={isHalf}
              defaultValue={end === 'from' ? shownFrom : shownTo}
              disabled={isDisabled}
              onBlur={({ relatedTarget: next }) => keep(next !== from.current && next !== to.current)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') keep(true)
              }}
            />
          </span>
        ))}
      </div>
      {isHalf ? (
        <span className="amount-refused" role="alert">
          {words.scenario.hoursHalf}
        </span>
      ) : hours !== undefined && isAnyTime ? (
        <span className="caption">{words.scenario.hoursAnyTime}</span>
      ) : null}
    </div>
  )
}
