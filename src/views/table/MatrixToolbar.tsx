import { Button, Input, Select } from 'antd'
import type { Eligibility, Verdict } from '../../model/assessment'
import { useActions, useLanguage } from '../app-context'
import { IconButton } from '../ui/IconButton'
import { useNames } from '../use-names'
import type { ClassHeading } from './matrix-columns'
import { type MatrixFilter, NO_MATRIX_FILTER } from './matrix-rows'

interface MatrixToolbarProps {
  readonly filter: MatrixFilter
  readonly onFilter: (filter: MatrixFilter) => void
  readonly headings: readonly ClassHeading[]
  readonly subdistricts: readonly string[]
  readonly shown: number
  readonly total: number
  readonly onExport: () => void
}

const ELIGIBILITIES: readonly Eligibility['verdict'][] = [
  'eligible',
  'by-exception',
  'not-eligible',
  'data-missing',
]
const VERDICT_CHOICES: readonly Verdict[] = ['unserved', 'unknown', 'served']

/** Narrows the table, says how much is shown, and exports exactly that. */
export function MatrixToolbar(props: MatrixToolbarProps) {
  const { filter, onFilter, headings, subdistricts, shown, total, onExport } = props
  const { words, format } = useLanguage()
  const actions = useActions()
  const names = useNames()
  const isFiltered = filter !== NO_MATRIX_FILTER
  return (
    <div className="drawer-bar" role="search">
      <Input
        className="matrix-search"
        aria-label={words.table.search}
        placeholder={words.table.search}
        allowClear
        value={filter.name}
        onChange={(event) => onFilter({ ...filter, name: event.target.value })}
      />
      {subdistricts.length === 0 ? null : (
        <Select<string>
          aria-label={words.table.subdistrict}
          className="matrix-select"
          value={filter.subdistrict ?? ''}
          onChange={(value) => onFilter({ ...filter, subdistrict: value === '' ? null : value })}
          options={[
            { value: '', label: words.table.anySubdistrict },
            ...subdistricts.map((value) => ({ value, label: value })),
          ]}
        />
      )}
      <Select<Eligibility['verdict'] | ''>
        aria-label={words.table.eligibility}
        className="matrix-select"
        value={filter.eligibility ?? ''}
        popupMatchSelectWidth={false}
        onChange={(value) => onFilter({ ...filter, eligibility: value === '' ? null : value })}
        options={[
          { value: '', label: words.table.anyEligibility },
          ...ELIGIBILITIES.map((value) => ({ value, label: words.eligibility[value] })),
        ]}
      />
      <Select<string>
        aria-label={words.gaps.filterClass}
        className="matrix-select matrix-select-wide"
        value={filter.classCode ?? ''}
        popupMatchSelectWidth={false}
        onChange={(value) =>
          onFilter({
            ...filter,
            classCode: value === '' ? null : value,
            // choosing a class alone would filter nothing
            verdict: value !== '' && filter.verdict === null ? 'unserved' : filter.verdict,
          })
        }
        options={[
          { value: '', label: words.table.anyClass },
          ...headings.map(({ code }) => ({ value: code, label: names.classOf(code) })),
        ]}
      />
      <Select<Verdict | ''>
        aria-label={words.table.verdictSuffix}
        className="matrix-select"
        value={filter.verdict ?? ''}
        onChange={(value) => onFilter({ ...filter, verdict: value === '' ? null : value })}
        options={[
          { value: '', label: words.table.anyVerdict },
          ...VERDICT_CHOICES.map((value) => ({ value, label: words.verdict[value] })),
        ]}
      />
      {isFiltered ? (
        <button type="button" className="plain link" onClick={() => onFilter(NO_MATRIX_FILTER)}>
          {words.table.clearFilters}
        </button>
      ) : null}
      <span className="grow caption figure clip" role="status">
        {words.table.rows(format.count(shown), format.count(total))}
      </span>
      <Button title={words.table.exportHint} disabled={shown === 0} onClick={onExport}>
        {words.table.export}
      </Button>
      <IconButton icon="close" label={words.close} onClick={() => actions.setTableOpen(false)} />
    </div>
  )
}
