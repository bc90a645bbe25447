import { useId } from 'react'
import { VerdictHatch } from './VerdictHatch'

/** One bar: its parts are drawn as shares of their sum. */
export interface StackedBar {
  readonly key: string
  readonly label: string
  /** at the right end, e.g. how many of how many */
  readonly value: string
  readonly served: number
  readonly unserved: number
  readonly unknown: number
  /** read out and shown on hover */
  readonly told: string
  readonly onChoose?: () => void
}

const BAR = 16
const ROW = 28
const GAP = 8

interface StackedBarsProps {
  readonly bars: readonly StackedBar[]
  readonly label: string
  readonly width: number
  readonly labelWidth: number
  readonly valueWidth: number
}

/** Lying bars of served, not served and unknown; unknown is dashed and stands last. */
export function StackedBars({ bars, label, width, labelWidth, valueWidth }: StackedBarsProps) {
  const hatch = useId()
  const room = Math.max(40, width - labelWidth - valueWidth - 2 * GAP)
  const left = labelWidth + GAP
  return (
    <svg className="bars" width={width} height={bars.length * ROW} role="group" aria-label={label}>
      <VerdictHatch id={hatch} />
      {bars.map((bar, index) => {
        const sum = bar.served + bar.unserved + bar.unknown
        const scale = sum === 0 ? 0 : room / sum
        const served = bar.served * scale
        const unserved = bar.unserved * scale
        const y = index * ROW + (ROW - BAR) / 2
        return (
          <g
            key={bar.key}
            className={bar.onChoose === undefined ? undefined : 'is-pressable'}
            role={bar.onChoose === undefined ? 'img' : 'button'}
            aria-label={bar.told}
            tabIndex={bar.onChoose === undefined ? undefined : 0}
            onClick={bar.onChoose}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return
              event.preventDefault()
              bar.onChoose?.()
            }}
          >
            <title>{bar.told}</title>
            <rect className="bar-ground" x={0} y={index * ROW} width={width} height={ROW} />
            <text className="bar-label" x={0} y={index * ROW + ROW / 2}>
              {cut(bar.label, labelWidth)}
            </text>
            <rect className="fill-served" x={left} y={y} width={served} height={BAR} />
            <rect fill={`url(#${hatch})`} x={left + served} y={y} width={unserved} height={BAR} />
            {bar.unknown > 0 || sum === 0 ? (
              <rect
                className="fill-unknown"
                x={left + served + unserved + 0.5}
                y={y + 0.5}
                width={Math.max(0, (sum === 0 ? room : bar.unknown * scale) - 1)}
                height={BAR - 1}
              />
            ) : null}
            <text className="bar-value" x={left + room + GAP} y={index * ROW + ROW / 2}>
              {bar.value}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** As much of a name as has room: about 12 pixels a Chinese character, 7 any other. */
function cut(label: string, room: number): string {
  let taken = 0
  let end = 0
  for (const character of label) {
    taken += character.charCodeAt(0) > 255 ? 12 : 7
    if (taken > room - 10) return `${label.slice(0, end)}…`
    end += character.length
  }
  return label
}
