import type { Community } from '../../src/model/layers'
import type { Parcel } from './parcels'
import type { People } from './people'
import type { Random } from './random'

type Field = keyof Community

/** Renovated so far: most long ago or never, a few in the last five years. */
const RENOVATED: Readonly<Record<string, number>> = {
  'c-xinglin-1': 2023,
  'c-zhijin-1': 2022,
  'c-songyin-3': 2024,
  'c-yunhe-1': 2012,
  'c-liangqiao': 2014,
  'c-taying-2': 2013,
  'c-shuiche': 2016,
  'c-lanbei-1': 2011,
  'c-huaiyin-1': 2023,
}

/** What the survey did not find out: left absent, as surveys are. */
const MISSING: Readonly<Record<string, readonly Field[]>> = {
  'c-yuxing': ['built_year'],
  'c-dukou': ['management', 'resident_will'],
  'c-taying-1': [
    'residents_0_2',
    'residents_3_5',
    'residents_6_11',
    'residents_12_14',
    'residents_60_plus',
    'residents_80_plus',
  ],
  'c-lingtang': ['floor_area_m2', 'parking_bays'],
  'c-maowu': ['built_year', 'households'],
  'c-tieluli': ['built_year'],
  'c-songyin-2': ['resident_will', 'last_renovated_year'],
  'c-nantang-1': ['parking_bays', 'owners'],
}

/** Facts a survey sheet has besides people and area, and the fields it leaves empty. */
export function communityFacts(
  parcel: Parcel,
  people: People,
  random: Random,
): { fields: Partial<Community>; missing: readonly Field[] } {
  const { id = '', kind, year = 1990 } = parcel.spec
  const isNew = kind === 'tower'
  const isAffordable = id === 'c-anhe'
  const bays = kind === 'village' ? 0.06 : isAffordable ? 0.35 : isNew ? 0.95 : year < 1990 ? 0.16 : 0.32
  const fields: Partial<Community> = {
    built_year: year,
    management:
      kind === 'village'
        ? 'none'
        : isAffordable
          ? 'basic'
          : isNew
            ? 'professional'
            : kind === 'danwei'
              ? 'none'
              : random.pick(['none', 'basic', 'basic', 'professional'] as const),
    resident_will: isAffordable
      ? 0.87
      : Math.round((isNew ? random.between(0.2, 0.45) : random.between(0.55, 0.93)) * 100) / 100,
    parking_bays: Math.round(people.households * bays * random.between(0.85, 1.15)),
    owners: Math.round(people.households * (kind === 'village' ? 0.2 : 1) * random.between(1.02, 1.09)),
    exclusive_area_m2: Math.round((people.households * (isNew ? 96 : year < 1985 ? 46 : 55)) / 10) * 10,
    affordable_housing: isAffordable,
    expropriation_planned: id === 'c-tielu',
    ...(RENOVATED[id] === undefined ? {} : { last_renovated_year: RENOVATED[id] }),
    ...(kind === 'danwei' || year < 1982
      ? { mode: id === 'c-nanbang' ? ('rebuild' as const) : ('comprehensive' as const) }
      : {}),
  }
  return { fields, missing: MISSING[id] ?? [] }
}
