import type { Space } from '../../model/layers'

/** Whether a space is a dwelling; `unknown`: a room of which nothing on record says so or otherwise. */
export type Dwelling = 'dwelling' | 'other' | 'unknown'

const HOUSING = /(?<!非)住|公寓|套房|居室|dwelling|flat|apartment|residen|housing/iu
const OTHER =
  /非住|商|店|铺|办公|车库|车位|车棚|仓|储|厂房|shop|store|retail|office|garage|warehouse|storage/iu

/**
 * Whether a space is a dwelling, by what is on record (J): land, what lies below ground and what is in no housing
 * block is none; else what it is used for now says so. Words for both, or for neither, leave it unknown.
 */
export function dwellingOf({ kind, storey, in_housing: isInHousing, current_use: use }: Space): Dwelling {
  if (kind === 'vacant_land' || kind === 'waste_land' || kind === 'underground') return 'other'
  if ((storey ?? 1) < 0 || isInHousing === false) return 'other'
  const [isHousing, isOther] = [HOUSING, OTHER].map((words) => words.test(use ?? ''))
  if (isHousing === isOther) return 'unknown'
  return isHousing ? 'dwelling' : 'other'
}
