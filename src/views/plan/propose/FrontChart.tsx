import type { FrontPoint } from '../../../model/proposal'
import { useLanguage } from '../../app-context'
import { tellMoney } from '../../tell-money'

interface FrontChartProps {
  readonly points: readonly FrontPoint[]
  readonly chosen: number | null
  readonly onChoose: (point: number) => void
}

const WIDTH = 328
const HEIGHT = 176
const EDGE = { left: 40, right: 20, top: 12, bottom: 36 }
const TEN_THOUSAND = 10_000
const TICKS = 4

/** Cost along, people up; every point is a plan and can be pressed. */
export function FrontChart({ points, chosen, onChoose }: FrontChartProps) {
  const language = useLanguage()
  const { words, format, locale } = language
  const tag = locale === 'zh' ? 'zh-CN' : 'en-GB'
  const mostCost = niceMost(Math.max(1, ...points.map(({ cost_yuan }) => cost_yuan)))
  const mostPeople = niceMost(Math.max(1, ...points.map(({ people_served }) => people_served)))
  const x = (yuan: number): number => EDGE.left + (yuan / mostCost) * (WIDTH - EDGE.left - EDGE.right)
  const y = (people: number): number =>
    HEIGHT - EDGE.bottom - (people / mostPeople) * (HEIGHT - EDGE.top - EDGE.bottom)
  const tell = (value: number): string =>
    new Intl.NumberFormat(tag, { maximumSignificantDigits: 3 }).format(value / TEN_THOUSAND)
  const ticks = Array.from({ length: TICKS + 1 }, (_, i) => i / TICKS)
  const steps = [{ cost_yuan: 0, people_served: 0 }, ...points]
  return (
    <svg
      className="front-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="group"
      aria-label={`${words.propose.frontAxisX}, ${words.propose.frontAxisY}`}
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
            {tell(share * mostPeople)}
          </text>
          <text
            className="front-tick"
            x={x(share * mostCost)}
            y={HEIGHT - EDGE.bottom + 16}
            textAnchor="middle"
          >
            {tell(share * mostCost)}
          </text>
        </g>
      ))}
      <text className="front-axis" x={WIDTH - EDGE.right} y={HEIGHT - 4} textAnchor="end">
        {words.propose.frontAxisX}
      </text>
      <text className="front-axis" x={EDGE.left} y={HEIGHT - 4} textAnchor="start">
        {`↑ ${words.propose.frontAxisY}`}
      </text>
      <polyline
        className="front-line"
        points={steps.map(({ cost_yuan, people_served }) => `${x(cost_yuan)},${y(people_served)}`).join(' ')}
      />
      {points.map((point, i) => {
        const label = words.propose.frontPoint(
          tellMoney(point.cost_yuan, language),
          words.propose.personClasses(format.count(point.people_served)),
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

/** The next number that an axis may end at. */
function niceMost(most: number): number {
  const step = 10 ** Math.floor(Math.log10(most))
  return (
    [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].map((times) => times * step).find((end) => end >= most) ?? most
  )
}
