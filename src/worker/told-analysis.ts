import type { AnalysisView } from '../model/analysis'
import type { Assessment, CommunityRow } from '../model/assessment'
import type { Gap } from '../model/gap'
import type { Issue } from '../model/issue'
import { type ColumnDifference, type ColumnOfNumbers, compareColumns, mergeColumn } from './column-difference'
import { compareLists, type ListDifference, mergeList } from './list-difference'
import { isSameValue } from './same-value'
import type { Telling } from './telling'

/**
 * An analysis as it goes from the worker to the page. After an edit nearly all rows, gaps and numbers of a district are as
 * they were, and reading thousands of them anew takes the page longer than anything else between an answer and the screen.
 */
export interface ToldAnalysis {
  /** absent here and below: as in the base */
  readonly values: Partial<Values>
  readonly lists: { readonly [L in keyof Lists]?: ListDifference<Lists[L][number]> }
  readonly columns: { readonly [C in ColumnName]?: ColumnDifference<Assessment[C]> }
}

const COLUMNS = [
  'status',
  'reason',
  'nearest_m',
  'nearest_s',
  'facility',
  'served_share',
  'people_parts',
] as const

type ColumnName = (typeof COLUMNS)[number]
type Values = Pick<Assessment, 'basis' | 'classes' | 'totals'> & Pick<AnalysisView, 'network'>
type Lists = Pick<Assessment, 'communities' | 'facility_ids'> & Pick<AnalysisView, 'gaps' | 'issues'>

export const ANALYSIS: Telling<AnalysisView, ToldAnalysis> = {
  differ: compareViews,
  merge: hearAnalysis,
  moved({ columns, lists }) {
    const moved: ArrayBuffer[] = []
    for (const { at, values } of Object.values(columns)) {
      moved.push(values.buffer as ArrayBuffer)
      if (at !== null) moved.push(at.buffer)
    }
    for (const { order } of Object.values(lists)) if (order !== null) moved.push(order.buffer)
    return moved
  },
}

/** What has not changed is the same object. */
function hearAnalysis({ values, lists, columns }: ToldAnalysis, before: AnalysisView | null): AnalysisView {
  const columnOf = <C extends ColumnName>(name: C): Assessment[C] =>
    mergeColumn(columns[name], before?.assessment[name])
  const assessment: Assessment = {
    basis: values.basis ?? kept(before).assessment.basis,
    communities: mergeList(lists.communities, before?.assessment.communities),
    classes: values.classes ?? kept(before).assessment.classes,
    status: columnOf('status'),
    reason: columnOf('reason'),
    nearest_m: columnOf('nearest_m'),
    nearest_s: columnOf('nearest_s'),
    facility: columnOf('facility'),
    served_share: columnOf('served_share'),
    people_parts: columnOf('people_parts'),
    facility_ids: mergeList(lists.facility_ids, before?.assessment.facility_ids),
    totals: values.totals ?? kept(before).assessment.totals,
  }
  return {
    assessment,
    gaps: mergeList(lists.gaps, before?.gaps),
    issues: mergeList(lists.issues, before?.issues),
    network: values.network ?? kept(before).network,
  }
}

function kept(before: AnalysisView | null): AnalysisView {
  if (before === null) throw new Error('an analysis told whole lacks a part')
  return before
}

function compareViews(before: AnalysisView | null, after: AnalysisView): ToldAnalysis {
  const [was, is] = [before?.assessment, after.assessment]
  const columns: { [C in ColumnName]?: ColumnDifference<ColumnOfNumbers> } = {}
  for (const name of COLUMNS) {
    const difference = compareColumns(was?.[name], is[name])
    if (difference !== null) columns[name] = difference
  }
  return {
    values: {
      ...whereOther('basis', was?.basis, is.basis),
      ...whereOther('classes', was?.classes, is.classes),
      ...whereOther('totals', was?.totals, is.totals),
      ...whereOther('network', before?.network, after.network),
    },
    lists: {
      ...listWhereOther('communities', was?.communities, is.communities, ({ id }: CommunityRow) => id),
      ...listWhereOther('facility_ids', was?.facility_ids, is.facility_ids, (id: string) => id),
      ...listWhereOther('gaps', before?.gaps, after.gaps, ({ id }: Gap) => id),
      ...listWhereOther('issues', before?.issues, after.issues, (issue: Issue) => JSON.stringify(issue)),
    },
    columns: columns as ToldAnalysis['columns'],
  }
}

function whereOther<N extends string, T>(
  name: N,
  before: T | undefined,
  after: T,
): { readonly [K in N]?: T } {
  return before !== undefined && isSameValue(before, after) ? {} : ({ [name]: after } as { [K in N]: T })
}

function listWhereOther<N extends string, T>(
  name: N,
  before: readonly T[] | undefined,
  after: readonly T[],
  keyOf: (item: T) => string,
): { readonly [K in N]?: ListDifference<T> } {
  const difference = before === undefined ? { order: null, fresh: after } : compareLists(before, after, keyOf)
  return difference === null ? {} : ({ [name]: difference } as { [K in N]: ListDifference<T> })
}
