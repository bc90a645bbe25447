import type { Gap } from '../../model/gap'
import type { PeopleOf } from '../../model/gap-filter'
import type { Names } from '../use-names'
import type { Words } from '../words.zh'

interface GapsCsvInput {
  /** filtered and ordered */
  readonly gaps: readonly Gap[]
  readonly rankOf: ReadonlyMap<string, number>
  /** of the communities that the filter asks for; null: it asks for all */
  readonly within: PeopleOf | null
  readonly isTime: boolean
  readonly names: Pick<Names, 'classOf' | 'community' | 'facility'>
  readonly words: Words
  /** basis, profile and rule pack in one line; repeated in every row so that no row loses it */
  readonly basisLine: string
}

/** Gaps as rows for `writeCsv`: walks in metres or minutes; what is not known is an empty cell. */
export function gapsCsvRows({
  gaps,
  rankOf,
  within,
  isTime,
  names,
  words,
  basisLine,
}: GapsCsvInput): (string | number | null)[][] {
  const { csv, group } = words.gapList
  const unit = isTime ? words.table.minutes : words.table.metres
  const walk = (value: number | null) => (value === null || !isTime ? value : Math.round(value / 6) / 10)
  const header = [
    csv.rank,
    'id',
    csv.class,
    csv.priority,
    csv.places,
    csv.people,
    ...(within === null ? [] : [csv.within]),
    csv.group,
    csv.groupPeople,
    csv.uncounted,
    csv.unknown,
    csv.severity,
    csv.weighedBy,
    ...[csv.mean, csv.median, csv.worst].map((name) => `${name} ${unit}`),
    csv.beyond,
    csv.nearest,
    csv.lon,
    csv.lat,
    csv.basis,
  ]
  const body = gaps.map((gap) => [
    rankOf.get(gap.id) ?? null,
    gap.id,
    names.classOf(gap.class),
    gap.priority === 'first' ? csv.yes : null,
    gap.places.map((id) => names.community(id)).join('、'),
    gap.people,
    ...(within === null ? [] : [within(gap).people]),
    group[gap.group],
    gap.group_people,
    gap.uncounted,
    gap.people_unknown,
    gap.severity,
    gap.weighed_by === 'places' ? csv.byPlaces : group[gap.weighed_by],
    walk(gap.shortfall),
    walk(gap.shortfall_median),
    walk(gap.shortfall_worst),
    gap.beyond,
    gap.nearest === null ? null : names.facility(gap.nearest),
    ...gap.at.map(toCentimetres),
    basisLine,
  ])
  return [header, ...body]
}

/** Degrees as files keep them. */
function toCentimetres(degrees: number): number {
  return Number(degrees.toFixed(7))
}
