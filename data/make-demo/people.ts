import type { BuildingDraft } from './estates'
import { ringArea } from './plane'
import type { Parcel } from './parcels'
import type { Random } from './random'

/** Residents as surveys give them: total, and the bands the rules ask for. */
export interface People {
  readonly households: number
  readonly residents: number
  readonly residents_0_2: number
  readonly residents_3_5: number
  readonly residents_6_11: number
  readonly residents_12_14: number
  readonly residents_60_plus: number
  readonly residents_80_plus: number
}

const BANDS = [
  'residents_0_2',
  'residents_3_5',
  'residents_6_11',
  'residents_12_14',
  'residents_60_plus',
  'residents_80_plus',
] as const

/** Who lives in a kind of place: m² of floor per dwelling, persons per household, share lived in, shares by band. */
interface Profile {
  readonly dwelling_m2: number
  readonly perHousehold: number
  readonly occupied: number
  readonly shares: Readonly<Record<(typeof BANDS)[number], number>>
}

const shares = (a: number, b: number, c: number, d: number, e: number, f: number): Profile['shares'] => ({
  residents_0_2: a,
  residents_3_5: b,
  residents_6_11: c,
  residents_12_14: d,
  residents_60_plus: e,
  residents_80_plus: f,
})

function profileOf(parcel: Parcel, random: Random): Profile {
  const year = parcel.spec.year ?? 1990
  const sway = (x: number, by: number): number => x * random.between(1 - by, 1 + by)
  switch (parcel.spec.kind) {
    case 'village':
      return {
        dwelling_m2: 44,
        perHousehold: 1.75,
        occupied: 0.8,
        shares: shares(0.022, 0.028, 0.042, 0.014, sway(0.13, 0.1), 0.018),
      }
    case 'danwei':
      return {
        dwelling_m2: 56,
        perHousehold: 1.98,
        occupied: 0.9,
        shares: shares(0.013, 0.016, 0.034, 0.018, sway(0.365, 0.06), 0.072),
      }
    case 'tower':
      return {
        dwelling_m2: parcel.spec.id === 'c-anhe' ? 74 : year > 2008 ? 124 : 116,
        perHousehold: 2.62,
        occupied: 0.84,
        shares: shares(0.031, 0.038, 0.072, 0.031, sway(year > 2008 ? 0.135 : 0.19, 0.1), 0.022),
      }
    default:
      return {
        dwelling_m2: year < 1985 ? 58 : year < 1996 ? 67 : 84,
        perHousehold: year < 1996 ? 2.12 : 2.38,
        occupied: 0.91,
        shares:
          year < 1996
            ? shares(0.016, 0.021, 0.044, 0.02, sway(0.318, 0.1), 0.052)
            : shares(0.021, 0.027, 0.052, 0.024, sway(0.262, 0.08), 0.036),
      }
  }
}

/** People of each house of a community; their sums are the community's totals. */
export function peopleHouses(parcel: Parcel, houses: readonly BuildingDraft[], random: Random): People[] {
  const profile = profileOf(parcel, random)
  // shares are kept over the whole community: each house rounds, the remainder goes to the next
  const owed = new Map<string, number>()
  const take = (band: string, amount: number): number => {
    const due = amount + (owed.get(band) ?? 0)
    const whole = Math.max(0, Math.floor(due))
    owed.set(band, due - whole)
    return whole
  }
  return houses.map((house) => {
    const floor = ringArea(house.ring) * house.storeys
    const households = Math.max(1, Math.round((floor / profile.dwelling_m2) * profile.occupied))
    const residents = Math.max(
      households,
      take('residents', households * profile.perHousehold * random.between(0.94, 1.06)),
    )
    const bands = Object.fromEntries(
      BANDS.map((band) => [band, take(band, residents * profile.shares[band] * random.between(0.8, 1.2))]),
    ) as Record<(typeof BANDS)[number], number>
    const old = Math.min(bands.residents_60_plus, residents)
    return {
      households,
      residents,
      ...bands,
      residents_60_plus: old,
      residents_80_plus: Math.min(old, bands.residents_80_plus),
    }
  })
}

export function sumPeople(all: readonly People[]): People {
  const sum = (key: keyof People): number => all.reduce((total, p) => total + p[key], 0)
  return {
    households: sum('households'),
    residents: sum('residents'),
    residents_0_2: sum('residents_0_2'),
    residents_3_5: sum('residents_3_5'),
    residents_6_11: sum('residents_6_11'),
    residents_12_14: sum('residents_12_14'),
    residents_60_plus: sum('residents_60_plus'),
    residents_80_plus: sum('residents_80_plus'),
  }
}
