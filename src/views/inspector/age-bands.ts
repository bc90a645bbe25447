import type { Community } from '../../model/layers'

type AgeField =
  | 'residents_0_2'
  | 'residents_3_5'
  | 'residents_6_11'
  | 'residents_12_14'
  | 'residents_60_plus'
  | 'residents_80_plus'

/** In order of age; 80+ is part of 60+. */
const AGE_FIELDS: readonly AgeField[] = [
  'residents_0_2',
  'residents_3_5',
  'residents_6_11',
  'residents_12_14',
  'residents_60_plus',
  'residents_80_plus',
]

/** People of one age band; `share` of the residents, null where the total is not known. */
export interface AgeBand {
  readonly field: AgeField
  readonly people: number
  readonly share: number | null
}

/** The bands a survey gave; those it didn't are left out, never 0. */
export function ageBandsOf(community: Community): readonly AgeBand[] {
  const total = community.residents
  return AGE_FIELDS.flatMap((field) => {
    const people = community[field]
    if (people === undefined) return []
    return [{ field, people, share: total === undefined || total <= 0 ? null : people / total }]
  })
}
