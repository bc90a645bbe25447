import { useMemo } from 'react'
import { type Assessment, VERDICTS } from '../../model/assessment'
import { groupBySubdistrict, totalOfRows } from '../../model/sum-rows'
import { NO_FILTER } from '../../store/table-state'
import { useActions, useLanguage } from '../app-context'
import { type ClassShare, shareOfClass, unitOfShares } from '../assess/class-share'
import { useNames } from '../use-names'
import { useCompareText } from '../use-shown-rows'
import { ChartFrame } from './ChartFrame'
import { StackedBars } from './StackedBars'

interface DistrictChartProps {
  readonly assessment: Assessment
  readonly rows: readonly number[]
  /** null: all required classes */
  readonly code: string | null
  readonly subject: string
  readonly basis: string
}

/** One bar a sub-district: a class by people (or communities), or all required classes counted together. */
export function DistrictChart({ assessment, rows, code, subject, basis }: DistrictChartProps) {
  const { words, format } = useLanguage()
  const { charts, matrix } = words.tables
  const actions = useActions()
  const names = useNames()
  const compareText = useCompareText()
  const groups = useMemo(
    () => groupBySubdistrict(assessment, rows, compareText),
    [assessment, rows, compareText],
  )
  const unit = unitOfShares(assessment.totals)
  const shares = useMemo(
    () => groups.map((group) => shareOf(assessment, group.rows, code, unit)),
    [assessment, groups, code, unit],
  )
  const unitName = code === null ? charts.unitClassPlaces : unit === 'people' ? matrix.people : matrix.places
  const title = `${code === null ? charts.districtTitle : charts.districtClass(names.classOf(code))} · ${subject}`
  const hasNames = groups.some(({ subdistrict }) => subdistrict !== null)
  const bars = groups.map(({ subdistrict, rows: members }, index) => {
    const { served, unserved, unknown } = shares[index]
    const name = subdistrict ?? (hasNames ? matrix.noSubdistrict : charts.all)
    const known = served + unserved
    return {
      key: subdistrict ?? '',
      label: name,
      value: known === 0 ? words.unknown : format.share(served / (known + unknown)),
      served,
      unserved,
      unknown,
      told: `${name}: ${matrix.subtotal(format.count(served), format.count(unserved), format.count(unknown), unitName)}`,
      onChoose: () => {
        actions.mark(members.map((row) => assessment.communities[row].id))
        if (subdistrict !== null) actions.setTable({ filter: { ...NO_FILTER, subdistrict } })
      },
    }
  })
  return (
    <ChartFrame
      title={title}
      hint={hasNames ? charts.districtHint : charts.noSubdistricts}
      basis={`${basis} · ${unitName}`}
      figures={{
        head: [charts.itself, words.verdict.served, words.verdict.unserved, words.verdict.unknown],
        rows: bars.map(({ label, served, unserved, unknown }) => [
          label,
          format.count(served),
          format.count(unserved),
          format.count(unknown),
        ]),
      }}
      renderChart={(width) => (
        <StackedBars bars={bars} label={title} width={width} labelWidth={112} valueWidth={48} />
      )}
    />
  )
}

function shareOf(
  assessment: Assessment,
  rows: readonly number[],
  code: string | null,
  unit: ClassShare['by'],
): Pick<ClassShare, 'served' | 'unserved' | 'unknown'> {
  const column = assessment.classes.findIndex((each) => each.code === code)
  if (column >= 0) return shareOfClass(totalOfRows(assessment, rows, column), unit)
  const counts = { served: 0, unserved: 0, unknown: 0 }
  const width = assessment.classes.length
  for (const row of rows)
    assessment.classes.forEach(({ required }, c) => {
      if (required) counts[VERDICTS[assessment.status[row * width + c]]]++
    })
  return counts
}
