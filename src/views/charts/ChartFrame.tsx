import { type ReactNode, useId, useRef, useState } from 'react'
import { useLanguage } from '../app-context'
import { saveChartPng, saveChartSvg } from './export-chart'
import { useWidth } from './use-width'

/** The figures of a chart as a table: a head and rows. */
export interface ChartFigures {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

interface ChartFrameProps {
  readonly title: string
  readonly hint: string
  /** what the figures rest on, as printed into files */
  readonly basis: string
  readonly figures: ChartFigures
  /** draws the chart, so many CSS pixels wide */
  readonly renderChart: (width: number) => ReactNode
}

/** A chart with its title, its figures as a table, and its exports. */
export function ChartFrame({ title, hint, basis, figures, renderChart }: ChartFrameProps) {
  const { words } = useLanguage()
  const { charts, exportSvg, exportPng, exportFailed } = words.tables
  const id = useId()
  const body = useRef<HTMLDivElement>(null)
  const width = useWidth(body)
  const [showsFigures, setShowsFigures] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const chart = () => body.current?.querySelector('svg') ?? null
  const save = async (write: (chart: SVGSVGElement, name: string, basis: string) => void | Promise<void>) => {
    const found = chart()
    if (found === null) return
    setFailed(false)
    try {
      await write(found, title, basis)
    } catch {
      setFailed(true)
    }
  }
  return (
    <section className="chart" aria-labelledby={id}>
      <div className="chart-head">
        <h3 id={id}>{title}</h3>
        <span className="chart-actions">
          <button
            type="button"
            className="plain link"
            aria-expanded={showsFigures}
            onClick={() => setShowsFigures(!showsFigures)}
          >
            {showsFigures ? charts.hideTable : charts.showTable}
          </button>
          <button
            type="button"
            className="plain link"
            title={exportSvg}
            onClick={() => void save(saveChartSvg)}
          >
            SVG
          </button>
          <button
            type="button"
            className="plain link"
            title={exportPng}
            onClick={() => void save(saveChartPng)}
          >
            PNG
          </button>
        </span>
      </div>
      <p className="caption">{hint}</p>
      {hasFailed ? (
        <p className="caption is-unserved" role="alert">
          {exportFailed}
        </p>
      ) : null}
      <div ref={body} className="chart-body">
        {width > 0 ? renderChart(width) : null}
      </div>
      {showsFigures ? <Figures figures={figures} title={title} /> : null}
      <p className="caption chart-basis">{basis}</p>
    </section>
  )
}

function Figures({ figures, title }: { readonly figures: ChartFigures; readonly title: string }) {
  return (
    <table className="chart-figures">
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          {figures.head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figures.rows.map(([name, ...values]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {values.map((value, index) => (
              <td key={figures.head[index + 1]}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
