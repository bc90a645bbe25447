import { InputNumber, Select, Switch, Tooltip } from 'antd'
import { useMemo } from 'react'
import type { Eligibility } from '../../model/assessment'
import { GAP_ORDERS, type GapFilter, type GapOrder, NO_GAP_FILTER } from '../../model/gap-filter'
import type { ClassFamily, Tier } from '../../model/rule-pack'
import { useActions, useLanguage, useResults, useView } from '../app-context'
import { groupByFamily } from '../families'
import { useNames } from '../use-names'

const TIERS: readonly Tier[] = ['5', '10', '15', 'B']
const ELIGIBILITIES: readonly Eligibility['verdict'][] = [
  'eligible',
  'by-exception',
  'not-eligible',
  'data-missing',
]

function orNull<V extends string>(value: V | ''): V | null {
  return value === '' ? null : value
}

interface GapFiltersProps {
  readonly order: GapOrder
  readonly onOrder: (order: GapOrder) => void
}

/** What the list of gaps and their marks on the map are narrowed to, and how the list is ordered. */
export function GapFilters({ order, onOrder }: GapFiltersProps) {
  const { words } = useLanguage()
  const actions = useActions()
  const names = useNames()
  const pack = useView((view) => view.rules)
  const filter = useView((view) => view.gapFilter)
  const analysis = useResults((results) => results.analysis)
  const groups = useMemo(() => groupByFamily(pack), [pack])
  const classes = useMemo(() => {
    const withGaps = new Set((analysis?.gaps ?? []).map((gap) => gap.class))
    return (
      groups
        .filter(({ family }) => filter.family === null || family === filter.family)
        .flatMap(({ rules }) => rules)
        // the class looked at stays named, even where its last gap has gone
        .filter(({ code }) => withGaps.has(code) || code === filter.code)
        .map(({ code }) => ({ value: code, label: names.classOf(code) }))
    )
  }, [analysis, groups, filter.family, filter.code, names])
  const subdistricts = useMemo(
    () =>
      [
        ...new Set((analysis?.assessment.communities ?? []).flatMap(({ subdistrict }) => subdistrict ?? [])),
      ].sort((a, b) => a.localeCompare(b, 'zh')),
    [analysis],
  )
  const set = (change: Partial<GapFilter>) => actions.setGapFilter({ ...filter, ...change })
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(NO_GAP_FILTER)

  return (
    <div className="gap-filters">
      <Select<ClassFamily | ''>
        aria-label={words.gaps.filterFamily}
        value={filter.family ?? ''}
        onChange={(family) => set({ family: orNull(family), code: null })}
        options={[
          { value: '', label: words.gaps.filterFamily },
          ...groups.map(({ family }) => ({ value: family, label: words.family[family] })),
        ]}
      />
      <Select<string>
        aria-label={words.gaps.filterClass}
        value={filter.code ?? ''}
        popupMatchSelectWidth={false}
        onChange={(code) => set({ code: orNull(code) })}
        options={[{ value: '', label: words.gaps.filterClass }, ...classes]}
      />
      <Select<Tier | ''>
        aria-label={words.gapList.anyTier}
        value={filter.tier ?? ''}
        popupMatchSelectWidth={false}
        onChange={(tier) => set({ tier: orNull(tier) })}
        options={[
          { value: '', label: words.gapList.anyTier },
          ...TIERS.map((tier) => ({ value: tier, label: words.gapList.tier[tier] })),
        ]}
      />
      <Select<Eligibility['verdict'] | ''>
        aria-label={words.gapList.anyEligibility}
        value={filter.eligibility ?? ''}
        popupMatchSelectWidth={false}
        onChange={(eligibility) => set({ eligibility: orNull(eligibility) })}
        options={[
          { value: '', label: words.gapList.anyEligibility },
          ...ELIGIBILITIES.map((value) => ({ value, label: words.eligibility[value] })),
        ]}
      />
      <Select<string>
        aria-label={words.gapList.anySubdistrict}
        value={filter.subdistrict ?? ''}
        popupMatchSelectWidth={false}
        // a survey may not say which sub-districts its communities are in
        disabled={subdistricts.length === 0}
        onChange={(subdistrict) => set({ subdistrict: orNull(subdistrict) })}
        options={[
          { value: '', label: words.gapList.anySubdistrict },
          ...subdistricts.map((value) => ({ value, label: value })),
        ]}
      />
      <Tooltip title={words.gapList.minPeopleHint}>
        <InputNumber<number>
          aria-label={words.gapList.minPeople}
          className="gap-min-people"
          placeholder={words.gapList.minPeople}
          min={0}
          precision={0}
          value={filter.minPeople === 0 ? null : filter.minPeople}
          onChange={(minPeople) => set({ minPeople: minPeople ?? 0 })}
        />
      </Tooltip>
      <Tooltip title={words.gapList.orderHint}>
        <Select<GapOrder>
          aria-label={words.gapList.order}
          value={order}
          onChange={onOrder}
          options={GAP_ORDERS.map((value) => ({ value, label: words.gapList.orders[value] }))}
        />
      </Tooltip>
      <span className="line gap-first">
        <Tooltip title={words.gaps.firstHint}>
          <label className="line caption">
            <Switch size="small" checked={filter.onlyFirst} onChange={(onlyFirst) => set({ onlyFirst })} />
            {words.gaps.onlyFirst}
          </label>
        </Tooltip>
        <span className="grow" />
        {isFiltered ? (
          <button
            type="button"
            className="plain link caption"
            onClick={() => actions.setGapFilter(NO_GAP_FILTER)}
          >
            {words.gapList.clear}
          </button>
        ) : null}
      </span>
    </div>
  )
}
