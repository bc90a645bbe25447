import type { Assessment } from '../../model/assessment'
import type { RulePack } from '../../model/rule-pack'
import { scoreTiers } from '../../model/tier-score'
import { useLanguage } from '../app-context'
import { ChartFrame } from './ChartFrame'
import { StackedBars } from './StackedBars'

interface TierChartProps {
  readonly assessment: Assessment
  readonly pack: RulePack
  readonly rows: readonly number[]
  readonly subject: string
  readonly basis: string
}

/** Required classes met, not met and unknown, one bar a tier. */
export function TierChart({ assessment, pack, rows, subject, basis }: TierChartProps) {
  const { words, format } = useLanguage()
  const { charts } = words.tables
  const scores = scoreTiers(assessment, pack, rows)
  // one decimal of a class: an average over communities; of one community it is a whole number
  const mean = (count: number) =>
    rows.length === 1 ? format.count(count) : (count / Math.max(1, rows.length)).toFixed(1)
  const bars = scores.map(({ tier, classes, served, unserved, unknown }) => {
    const met =
      rows.length === 1
        ? charts.tierOne(mean(served), format.count(classes))
        : charts.tierMany(mean(served), format.count(classes))
    const unsure = unknown === 0 ? '' : ` · ${charts.unknownClasses(mean(unknown))}`
    return {
      key: tier,
      label: charts.tier[tier],
      value: classes === 0 ? charts.noClasses : `${met}${unsure}`,
      served,
      unserved,
      unknown,
      told: `${charts.tier[tier]} ${classes === 0 ? charts.noClasses : `${met}${unsure}`}`,
    }
  })
  return (
    <ChartFrame
      title={`${charts.tierTitle} · ${subject}`}
      hint={charts.tierHint}
      basis={basis}
      figures={{
        head: [
          words.tables.sheet.head.tier,
          words.verdict.served,
          words.verdict.unserved,
          words.verdict.unknown,
        ],
        rows: scores.map(({ tier, served, unserved, unknown }) => [
          charts.tier[tier],
          mean(served),
          mean(unserved),
          mean(unknown),
        ]),
      }}
      renderChart={(width) => (
        <StackedBars
          bars={bars}
          label={charts.tierTitle}
          width={width}
          labelWidth={64}
          valueWidth={rows.length === 1 ? 128 : 184}
        />
      )}
    />
  )
}
