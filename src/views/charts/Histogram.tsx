import { useId } from 'react'
import { VerdictHatch } from './VerdictHatch'

/** One column: a bin of walks, or what stands beside the bins. */
export interface HistogramColumn {
  readonly key: string
  /** under its right edge for bins, under its middle for the rest */
  readonly label: string
  readonly served: number
  readonly unserved: number
  readonly unknown: number
  readonly told: string
  readonly onChoose: () => void
}

interface HistogramProps {
  readonly label: string
  readonly bins: readonly HistogramColumn[]
  /** the limit stands at the right edge of this many bins */
  readonly limitAfter: number
  readonly limitLabel: string
  /** longer, none, unknown: apart from the bins */
  readonly rest: readonly HistogramColumn[]
  readonly axis: string
  readonly unit: string
  readonly count: (value: number) => string
  readonly width: number
}

const HEIGHT = 208
const TOP = 28
const BOTTOM = 44
const LEFT = 52
const APART = 20

/** Standing bars of walks with the limit as a line; what has no walk stands to the right. */
export function Histogram(props: HistogramProps) {
  const { label, bins, limitAfter, limitLabel, rest, axis, unit, count, width } = props
  const hatch = useId()
  const columns = [...bins, ...rest]
  const most = Math.max(1, ...columns.map((column) => column.served + column.unserved + column.unknown))
  const ticks = ticksTo(most)
  const top = ticks[ticks.length - 1]
  const room = HEIGHT - TOP - BOTTOM
  const restStep = Math.max(56, ...rest.map((column) => labelWidth(column.label) + 8))
  const restWidth = rest.length * restStep
  const step = Math.max(4, (width - LEFT - APART - restWidth - 4) / bins.length)
  const y = (value: number) => TOP + room - (value / top) * room
  const xOf = (index: number) =>
    index < bins.length
      ? LEFT + index * step
      : LEFT + bins.length * step + APART + (index - bins.length) * restStep
  const limitX = LEFT + limitAfter * step
  // labels under every bin only where there is room for them
  const every = Math.max(1, Math.ceil(36 / step))
  return (
    <svg className="histogram" width={width} height={HEIGHT} role="group" aria-label={label}>
      <VerdictHatch id={hatch} />
      <text className="axis-label" x={0} y={12}>
        {unit}
      </text>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="grid-line" x1={LEFT} x2={width} y1={y(tick)} y2={y(tick)} />
          <text className="axis-label is-end" x={LEFT - 6} y={y(tick)}>
            {count(tick)}
          </text>
        </g>
      ))}
      {columns.map((column, index) => {
        const isBin = index < bins.length
        const x = xOf(index)
        const barWidth = isBin ? Math.max(1, step - 1) : 36
        const left = isBin ? x : x + (restStep - barWidth) / 2
        const served = y(column.served)
        const unserved = y(column.served + column.unserved)
        const unknown = y(column.served + column.unserved + column.unknown)
        return (
          <g
            key={column.key}
            className="is-pressable"
            role="button"
            aria-label={column.told}
            tabIndex={0}
            onClick={column.onChoose}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return
              event.preventDefault()
              column.onChoose()
            }}
          >
            <title>{column.told}</title>
            <rect className="bar-ground" x={x} y={TOP} width={isBin ? step : restStep} height={room} />
            <rect className="fill-served" x={left} y={served} width={barWidth} height={TOP + room - served} />
            <rect fill={`url(#${hatch})`} x={left} y={unserved} width={barWidth} height={served - unserved} />
            {column.unknown > 0 ? (
              <rect
                className="fill-unknown"
                x={left + 0.5}
                y={unknown + 0.5}
                width={barWidth - 1}
                height={Math.max(0, unserved - unknown - 1)}
              />
            ) : null}
            {isBin ? (
              (index + 1) % every === 0 ? (
                <text className="axis-label is-middle" x={x + step} y={TOP + room + 14}>
                  {column.label}
                </text>
              ) : null
            ) : (
              <text className="axis-label is-middle" x={x + restStep / 2} y={TOP + room + 14}>
                {column.label}
              </text>
            )}
          </g>
        )
      })}
      <line className="axis-line" x1={LEFT} x2={LEFT + bins.length * step} y1={TOP + room} y2={TOP + room} />
      <text className="axis-label is-middle" x={LEFT} y={TOP + room + 14}>
        0
      </text>
      <text className="axis-label is-middle" x={LEFT + (bins.length * step) / 2} y={HEIGHT - 8}>
        {axis}
      </text>
      <line className="limit-line" x1={limitX} x2={limitX} y1={TOP - 8} y2={TOP + room} />
      <text className="limit-label" x={limitX} y={TOP - 14}>
        {limitLabel}
      </text>
    </svg>
  )
}

/** About how wide a label of an axis is, pixels: Chinese letters are as wide as high. */
function labelWidth(label: string): number {
  const narrow = label.replaceAll(/[\u2e80-\uffff]/g, '').length
  return 6.5 * narrow + 12 * (label.length - narrow)
}

/** Round steps from nought to just above the most. */
function ticksTo(most: number): number[] {
  const rough = most / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, [1, 2, 5, 10].map((m) => m * power).find((m) => m >= rough) ?? power * 10)
  const ticks: number[] = []
  for (let tick = 0; tick < most + step; tick += step) ticks.push(tick)
  return ticks
}
