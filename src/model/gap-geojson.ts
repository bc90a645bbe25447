import type { AnalysisBasis } from './assessment'
import type { Gap } from './gap'
import type { PeopleOf } from './gap-filter'

/**
 * Gaps as GeoJSON points where most of their people are (RFC 7946, WGS84), with everything that is known of them
 * and what it rests on; `nameOf`: of a community, by id; `peopleOf`: of the communities a filter asks for, null: of all.
 */
export function gapsToGeoJson(
  gaps: readonly Gap[],
  basis: AnalysisBasis,
  nameOf: (id: string) => string,
  peopleOf: PeopleOf | null = null,
): string {
  const features = gaps.map((whole) => {
    const { at, places, shortfall, shortfall_median, shortfall_worst, nearest_walk, ...gap } = whole
    const unit = basis.basis === 'distance' ? 'm' : 's'
    return {
      type: 'Feature',
      id: gap.id,
      geometry: { type: 'Point', coordinates: at },
      properties: {
        ...gap,
        ...(peopleOf === null ? {} : { people_within: peopleOf(whole).people }),
        places: places.join('+'),
        place_names: places.map(nameOf).join('、'),
        [`shortfall_${unit}`]: shortfall,
        [`shortfall_median_${unit}`]: shortfall_median,
        [`shortfall_worst_${unit}`]: shortfall_worst,
        [`nearest_walk_${unit}`]: nearest_walk,
      },
    }
  })
  return `${JSON.stringify({ type: 'FeatureCollection', basis, features })}\n`
}
