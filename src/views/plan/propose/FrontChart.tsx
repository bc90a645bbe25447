import type { FrontPoint, ProposalOptions } from '../../../model/proposal'
import { useLanguage } from '../../app-context'
import { tellMoney } from '../../tell-money'
import { type FrontAxes, TEN_THOUSAND, TICKS } from './front-axes'
import { tellServed } from './tell-served'

interface FrontChartProps {
  readonly axes: FrontAxes
  readonly points: readonly FrontPoint[]
  readonly counts: ProposalOptions['counts']
  readonly chosen: number | null
  readonly onChoose: (point: number) => void
}

const WIDTH = 328
const HEIGHT = 176
const EDGE = { left: 40, right: 20, top: 12, bottom: 36 }

/** Cost along, people up; every point is a plan and can be pressed. */
export function FrontChart({ axes, points, counts, chosen, onChoose }: FrontChartProps) {
  const language = useLanguage()
  const { words, locale } = language
  const tag = locale === 'zh' ? 'zh-CN' : 'en-GB'
  const { mostYuan, mostPeople, perTick } = axes
  const x = (yuan: number): number => EDGE.left + (yuan / mostYuan) * (WIDTH - EDGE.left - EDGE.right)
  const y = (people: number): number =>
    HEIGHT - EDGE.bottom - (people / mostPeople) * (HEIGHT - EDGE.top - EDGE.bottom)
  const tell = (value: number, per: number): string =>
    new Intl.NumberFormat(tag, { maximumSignificantDigits: 3 }).format(value / per)
  const upwards = words.propose.frontAxisY[perTick === 1 ? counts : 'tenThousand']
  const ticks = Array.from({ length: TICKS + 1 }, (_, i) => i / TICKS)
  const steps = [{ cost_yuan: 0, people_served: 0 }, ...points]
  return (
    <svg
      className="front-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="group"
      aria-label={`${words.propose.frontAxisX}, ${upwards}`}
    >
      {ticks.map((share) => (
        <g key={share}>
          <line
            className="front-grid"
            x1={EDGE.left}
            x2={WIDTH - EDGE.right}
            y1={y(share * mostPeople)}
            y2={y(share * mostPeople)}
          />
          <text className="front-tick" x={EDGE.left - 6} y={y(share * mostPeople) + 4} textAnchor="end">
            {tell(share * mostPeople, perTick)}
          </text>
          <text
            className="front-tick"
            x={x(share * mostYuan)}
            y={HEIGHT - EDGE.bottom + 16}
            textAnchor="middle"
          >
            {tell(share * mostYuan, TEN_THOUSAND)}
          </text>
        </g>
      ))}
      <text className="front-axis" x={WIDTH - EDGE.right} y={HEIGHT - 4} textAnchor="end">
        {words.propose.frontAxisX}
      </text>
      <text className="front-axis" x={EDGE.left} y={HEIGHT - 4} textAnchor="start">
        {`↑ ${upwards}`}
      </text>
      <polyline
        className="front-line"
        points={steps.map(({ cost_yuan, people_served }) => `${x(cost_yuan)},${y(people_served)}`).join(' ')}
      />
      {points.map((point, i) => {
        const label = words.propose.frontPoint(
          tellMoney(point.cost_yuan, language),
          tellServed(counts, language).total(point.people_served),
        )
        return (
          <circle
            key={point.budget_yuan}
            className="front-point"
            role="button"
            tabIndex={0}
            aria-label={label}
            aria-pressed={chosen === i}
            cx={x(point.cost_yuan)}
            cy={y(point.people_served)}
            r={chosen === i ? 6 : 4.5}
            onClick={() => onChoose(i)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return
              event.preventDefault()
              onChoose(i)
            }}
          >
            <title>{label}</title>
          </circle>
        )
      })}
    </svg>
  )
}
