import type { AnalysisView } from '../model/analysis'
import type { Assessment, CommunityRow } from '../model/assessment'
import type { Gap } from '../model/gap'
import type { Issue } from '../model/issue'
import { isSameValue } from './same-value'

/**
 * An analysis as it goes from the worker to the page: what an earlier one of the same page does not say already.
 * After an edit nearly all rows and gaps of a district are as they were, and reading thousands of them anew takes
 * the page longer than anything else between an answer and the screen. The page names the analysis it has, by a number;
 * a worker that remembers it tells the difference, any other tells all.
 */
export interface ToldAnalysis {
  readonly serial: number
  /** the analysis it differs from; null: all of it is told */
  readonly base: number | null
  /** absent here and below: as in the base */
  readonly values: Partial<Values>
  readonly lists: { readonly [L in keyof Lists]?: ListDifference<Lists[L][number]> }
  readonly columns: Partial<Columns>
}

/** A list from another one. */
export interface ListDifference<T> {
  /** for each place the index in the list before, −1: the next of `fresh`; null: the list is `fresh` */
  readonly order: Int32Array<ArrayBuffer> | null
  readonly fresh: readonly T[]
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

type Columns = Pick<Assessment, (typeof COLUMNS)[number]>
type Values = Pick<Assessment, 'basis' | 'classes' | 'totals'> & Pick<AnalysisView, 'network'>
type Lists = Pick<Assessment, 'communities' | 'facility_ids'> & Pick<AnalysisView, 'gaps' | 'issues'>

/** Analyses the worker remembers: requests that are under way together name the same one. */
const REMEMBERED = 3

/** The worker's end: remembers what it told last. */
export class AnalysisTeller {
  private readonly told = new Map<number, AnalysisView>()
  private last = 0

  /** `known`: number of an analysis the page has; null: none. The columns are copies, to be moved. */
  tell(view: AnalysisView, known: number | null): ToldAnalysis {
    const before = known === null ? undefined : this.told.get(known)
    const serial = ++this.last
    this.told.set(serial, view)
    for (const old of [...this.told.keys()].slice(0, -REMEMBERED)) this.told.delete(old)
    return { serial, base: before === undefined ? null : known, ...compareViews(before ?? null, view) }
  }
}

/** What of an answer moves instead of being copied. */
export function movedParts({ columns, lists }: ToldAnalysis): ArrayBuffer[] {
  const moved = Object.values(columns).map(({ buffer }) => buffer as ArrayBuffer)
  for (const list of Object.values(lists)) if (list.order !== null) moved.push(list.order.buffer)
  return moved
}

/** One question for an analysis: the number it names, and how its answer is read. */
interface Hearing {
  readonly known: number | null
  hear(told: ToldAnalysis): AnalysisView
}

/** The page's end: remembers what it heard last. */
export class AnalysisHearer {
  private last: { readonly serial: number; readonly view: AnalysisView } | null = null

  ask(): Hearing {
    // whatever is heard meanwhile, the answer rests on what was named
    const named = this.last
    return {
      known: named?.serial ?? null,
      hear: (told) => {
        const view = hearAnalysis(told, named?.view ?? null)
        if (told.serial > (this.last?.serial ?? 0)) this.last = { serial: told.serial, view }
        return view
      },
    }
  }
}

/**
 * Puts an analysis together again. What has not changed is the same object. Throws where the answer rests on an
 * analysis that is not `before`.
 */
function hearAnalysis(told: ToldAnalysis, before: AnalysisView | null): AnalysisView {
  const { base, values, lists, columns } = told
  if (base !== null && before === null)
    throw new Error(`an analysis rests on number ${base}, which is not here`)
  const last = base === null ? null : before
  const assessment: Assessment = {
    basis: values.basis ?? kept(last).assessment.basis,
    communities: mergeList(lists.communities, last?.assessment.communities),
    classes: values.classes ?? kept(last).assessment.classes,
    status: columns.status ?? kept(last).assessment.status,
    reason: columns.reason ?? kept(last).assessment.reason,
    nearest_m: columns.nearest_m ?? kept(last).assessment.nearest_m,
    nearest_s: columns.nearest_s ?? kept(last).assessment.nearest_s,
    facility: columns.facility ?? kept(last).assessment.facility,
    served_share: columns.served_share ?? kept(last).assessment.served_share,
    people_parts: columns.people_parts ?? kept(last).assessment.people_parts,
    facility_ids: mergeList(lists.facility_ids, last?.assessment.facility_ids),
    totals: values.totals ?? kept(last).assessment.totals,
  }
  return {
    assessment,
    gaps: mergeList(lists.gaps, last?.gaps),
    issues: mergeList(lists.issues, last?.issues),
    network: values.network ?? kept(last).network,
  }
}

function kept(before: AnalysisView | null): AnalysisView {
  if (before === null) throw new Error('an analysis told whole lacks a part')
  return before
}

function compareViews(
  before: AnalysisView | null,
  after: AnalysisView,
): Pick<ToldAnalysis, 'values' | 'lists' | 'columns'> {
  const [was, is] = [before?.assessment, after.assessment]
  const columns: { [C in keyof Columns]?: Columns[C] } = {}
  for (const name of COLUMNS)
    if (was === undefined || !hasSameBytes(was[name], is[name]))
      Object.assign(columns, { [name]: is[name].slice() })
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
    columns,
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

/** Places looked at one by one before all are listed by their keys. */
const NEAR = 4

/** How a list comes from another one; null: it is the same. Items are looked for by their keys. */
function compareLists<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): ListDifference<T> | null {
  const order = new Int32Array(after.length)
  const fresh: T[] = []
  let isSame = before.length === after.length
  let byKey: Map<string, number> | null = null
  // most items follow the one that they followed before, or one that is gone
  let next = 0
  for (const [i, item] of after.entries()) {
    let at = next
    if (before[at] !== item) {
      const key = keyOf(item)
      const end = Math.min(next + NEAR, before.length)
      while (at < end && keyOf(before[at]) !== key) at++
      if (at >= end) {
        byKey ??= new Map(before.map((each, k) => [keyOf(each), k]))
        at = byKey.get(key) ?? -1
      }
    }
    const isKept = at >= 0 && isSameValue(before[at], item)
    order[i] = isKept ? at : -1
    if (!isKept) fresh.push(item)
    if (at >= 0) next = at + 1
    if (!isKept || at !== i) isSame = false
  }
  return isSame ? null : { order, fresh }
}

/** The list again; items that are not fresh are the same objects. */
function mergeList<T>(
  difference: ListDifference<T> | undefined,
  before: readonly T[] | undefined,
): readonly T[] {
  if (difference === undefined) {
    if (before === undefined) throw new Error('an analysis told whole lacks a list')
    return before
  }
  const { order, fresh } = difference
  if (order === null) return fresh
  let next = 0
  return Array.from(order, (index) => (index < 0 ? fresh[next++] : before![index]))
}

/** NaN is the same as itself here: the bytes are looked at. */
function hasSameBytes(a: Columns[keyof Columns], b: Columns[keyof Columns]): boolean {
  if (a === b) return true
  if (a.byteLength !== b.byteLength) return false
  const [x, y] = [bytesOf(a), bytesOf(b)]
  for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return false
  return true
}

/** As words where they divide into words. */
function bytesOf({ buffer, byteOffset, byteLength }: Columns[keyof Columns]): Uint8Array | Uint32Array {
  const isInWords = byteOffset % 4 === 0 && byteLength % 4 === 0
  return isInWords
    ? new Uint32Array(buffer, byteOffset, byteLength / 4)
    : new Uint8Array(buffer, byteOffset, byteLength)
}
