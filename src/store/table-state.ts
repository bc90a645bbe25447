import type { EligibilityVerdict, Verdict } from '../model/assessment'
import type { Mode } from '../model/mode'

/** What the drawer below the map shows. */
export const DRAWER_TABS = ['matrix', 'sheet', 'charts', 'supply', 'profiles', 'compare', 'spaces'] as const
export type DrawerTab = (typeof DRAWER_TABS)[number]

/** What the table is narrowed to; null and '' let everything through. */
export interface TableFilter {
  readonly name: string
  readonly subdistrict: string | null
  readonly eligibility: EligibilityVerdict | null
  readonly mode: Mode | 'undecided' | null
  /** with `verdict`: this class has that verdict; without a class: any required class has it */
  readonly classCode: string | null
  readonly verdict: Verdict | null
}

export const NO_FILTER: TableFilter = {
  name: '',
  subdistrict: null,
  eligibility: null,
  mode: null,
  classCode: null,
  verdict: null,
}

/** Whether everything passes; a text typed and taken back is no filter. */
export function isUnfiltered(filter: TableFilter): boolean {
  return filter.name.trim() === '' && Object.values({ ...filter, name: null }).every((part) => part === null)
}

export const ROW_COLUMNS = [
  'name',
  'subdistrict',
  'eligibility',
  'mode',
  'builtYear',
  'people',
  'missing',
] as const
export type RowColumn = (typeof ROW_COLUMNS)[number]

export type TableSort =
  | { readonly by: RowColumn; readonly isDescending: boolean }
  | { readonly by: 'class'; readonly code: string; readonly isDescending: boolean }

/** How the table is looked at; charts and sheets follow its filter. */
export interface TableState {
  readonly filter: TableFilter
  readonly sort: TableSort
  /** true: sub-districts with their subtotals */
  readonly isGrouped: boolean
  /** cells are colored by verdict, or by minutes to the nearest */
  readonly colorBy: 'verdict' | 'walk'
  /** codes of classes that are not shown */
  readonly hidden: readonly string[]
  /** codes that stay in sight beside the names, and ids that stay in sight below the head */
  readonly pinnedClasses: readonly string[]
  readonly pinnedRows: readonly string[]
  /** ids of communities chosen for a decision */
  readonly checked: readonly string[]
}

export const FIRST_TABLE: TableState = {
  filter: NO_FILTER,
  sort: { by: 'missing', isDescending: true },
  isGrouped: false,
  colorBy: 'verdict',
  hidden: [],
  pinnedClasses: [],
  pinnedRows: [],
  checked: [],
}
