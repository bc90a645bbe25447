import {
  type Assessment,
  ELIGIBILITY_VERDICTS,
  type EligibilityVerdict,
  type Verdict,
} from '../../model/assessment'
import { MODES } from '../../model/mode'
import { isUnfiltered, NO_FILTER, type TableFilter } from '../../store/table-state'
import { useActions, useLanguage, useView } from '../app-context'
import { NativeSelect } from '../ui/NativeSelect'
import { useNames } from '../use-names'
import { ClassPicker } from './ClassPicker'
import { DrawerTools } from './DrawerTools'
import type { ClassHeading } from './matrix-columns'
import type { MatrixItem } from './matrix-items'
import { useMatrixExport } from './use-matrix-export'

export interface ShownColumns {
  readonly pinned: readonly ClassHeading[]
  readonly free: readonly ClassHeading[]
}

interface MatrixToolbarProps {
  readonly assessment: Assessment
  readonly columns: ShownColumns
  /** every class, shown or not */
  readonly all: readonly ClassHeading[]
  readonly subdistricts: readonly string[]
  readonly rows: readonly number[]
  readonly items: readonly MatrixItem[]
}

const VERDICT_CHOICES: readonly Verdict[] = ['unserved', 'unknown', 'served']
const MODE_CHOICES = [...MODES, 'undecided'] as const

/** Narrows the table, says how it is colored and how much is shown, and exports exactly that. */
export function MatrixToolbar(props: MatrixToolbarProps) {
  const { assessment, columns, all, subdistricts, rows, items } = props
  const { words, format } = useLanguage()
  const { matrix, mode } = words.tables
  const actions = useActions()
  const names = useNames()
  const filter = useView((view) => view.table.filter)
  const isGrouped = useView((view) => view.table.isGrouped)
  const colorBy = useView((view) => view.table.colorBy)
  const exporting = useMatrixExport({ assessment, columns, rows, items })
  const narrow = (change: Partial<TableFilter>) => actions.setTable({ filter: { ...filter, ...change } })
  const isFiltered = !isUnfiltered(filter)
  return (
    <div className="drawer-bar" role="search">
      <input
        type="search"
        className="native-input matrix-search"
        aria-label={words.table.search}
        placeholder={words.table.search}
        value={filter.name}
        onChange={(event) => narrow({ name: event.target.value })}
      />
      {subdistricts.length === 0 ? null : (
        <NativeSelect
          label={words.table.subdistrict}
          value={filter.subdistrict ?? ''}
          onChange={(value) => narrow({ subdistrict: value === '' ? null : value })}
          options={[
            { value: '', label: words.table.anySubdistrict },
            ...subdistricts.map((value) => ({ value, label: value })),
          ]}
        />
      )}
      <NativeSelect<EligibilityVerdict | ''>
        label={words.table.eligibility}
        value={filter.eligibility ?? ''}
        onChange={(value) => narrow({ eligibility: value === '' ? null : value })}
        options={[
          { value: '', label: words.table.anyEligibility },
          ...ELIGIBILITY_VERDICTS.map((value) => ({ value, label: words.eligibility[value] })),
        ]}
      />
      <NativeSelect<NonNullable<TableFilter['mode']> | ''>
        label={mode.title}
        value={filter.mode ?? ''}
        onChange={(value) => narrow({ mode: value === '' ? null : value })}
        options={[
          { value: '', label: matrix.anyMode },
          ...MODE_CHOICES.map((value) => ({
            value,
            label: value === 'undecided' ? mode.undecided : words.mode[value],
          })),
        ]}
      />
      <NativeSelect
        label={words.gaps.filterClass}
        className="is-wide"
        value={filter.classCode ?? ''}
        onChange={(value) =>
          narrow({
            classCode: value === '' ? null : value,
            // choosing a class alone would filter nothing
            verdict: value !== '' && filter.verdict === null ? 'unserved' : filter.verdict,
          })
        }
        options={[
          { value: '', label: words.table.anyClass },
          ...all.map(({ code }) => ({ value: code, label: names.classOf(code) })),
        ]}
      />
      <NativeSelect<Verdict | ''>
        label={words.table.verdictSuffix}
        value={filter.verdict ?? ''}
        onChange={(value) => narrow({ verdict: value === '' ? null : value })}
        options={[
          { value: '', label: words.table.anyVerdict },
          ...VERDICT_CHOICES.map((value) => ({ value, label: words.verdict[value] })),
        ]}
      />
      {isFiltered ? (
        <button type="button" className="plain link" onClick={() => actions.setTable({ filter: NO_FILTER })}>
          {words.table.clearFilters}
        </button>
      ) : null}
      <span className="bar-gap" />
      <label className="line bar-check">
        <input
          type="checkbox"
          checked={isGrouped}
          onChange={(event) => actions.setTable({ isGrouped: event.target.checked })}
        />
        {matrix.group}
      </label>
      <NativeSelect<'verdict' | 'walk'>
        label={matrix.colorBy}
        value={colorBy}
        onChange={(value) => actions.setTable({ colorBy: value })}
        options={[
          { value: 'verdict', label: matrix.byVerdict },
          { value: 'walk', label: matrix.byWalk },
        ]}
      />
      {colorBy === 'walk' ? <WalkLegend /> : null}
      <ClassPicker all={all} />
      <DrawerTools>
        <span className="caption figure" role="status">
          {words.table.rows(format.count(rows.length), format.count(assessment.communities.length))}
        </span>
        <button
          type="button"
          className="plain bar-button"
          title={words.table.exportHint}
          disabled={rows.length === 0}
          onClick={exporting.saveCsv}
        >
          {words.tables.exportCsv}
        </button>
        <button
          type="button"
          className="plain bar-button"
          title={words.table.exportHint}
          disabled={rows.length === 0 || exporting.isBusy}
          onClick={() => void exporting.saveXlsx()}
        >
          {words.tables.exportXlsx}
        </button>
        {exporting.hasFailed ? (
          <span className="caption is-unserved" role="alert">
            {words.tables.exportFailed}
          </span>
        ) : null}
      </DrawerTools>
    </div>
  )
}

/** What the ramp means, shown while it is on. */
function WalkLegend() {
  const { words } = useLanguage()
  return (
    <ul className="matrix-legend" aria-label={words.tables.matrix.byWalk}>
      {words.tables.matrix.walkSteps.map((step, index) => (
        <li key={step}>
          <span className="walk-swatch" style={{ background: `var(--walk-${index})` }} />
          {step}
        </li>
      ))}
    </ul>
  )
}
