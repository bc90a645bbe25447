import type { complexZh } from './complex.zh'

export const complexEn: typeof complexZh = {
  title: 'Embedded service complex',
  count: (count) => `${count} ${count === '1' ? 'site' : 'sites'}`,
  partOf: (count) => `Part of a service complex (${count} uses)`,
  tagHint: (count) => `With the other uses of the site an embedded service complex: ${count} uses`,
  hint: 'A space (or adjoining spaces) shared by three uses or more is judged by the guide to embedded services; the guide forbids nothing.',
  uses: (uses, services) => `${uses} uses · ${services} services`,
  floor: (area) => `Floor area in all ${area}`,
  floorUnknown: 'Floor area in all unknown',
  other: 'not in the guide',
  service: {
    elder: 'Elderly care',
    nursery: 'Childcare 0–3',
    child_care: 'After-school care',
    meals: 'Meals',
    household: 'Household services',
    health: 'Health',
    sport: 'Sport',
    culture: 'Culture',
    child_play: 'Children’s play',
  },
  level: { met: 'Met', warn: 'Look at', unknown: 'Unknown', info: 'Note' },
  say: {
    functions: (f) => `${f['count']} services; at least ${f['least']}`,
    'core-functions': (f) =>
      `${f['count']} of elderly care, childcare, after-school care and meals; at least ${f['least']}`,
    area: (f) =>
      `Floor area ${f['area_m2']} m²; at least ${f['least_m2']} m²${(f['area_m2'] ?? 0) < (f['least_m2'] ?? 0) ? '. With less: scattered points of a single function' : ''}`,
    'area-unknown': (f) =>
      `The floor area of what is built on open land is unknown; the rest has ${f['area_m2']} m²; at least ${f['least_m2']} m²`,
    'area-better': (f) => `Reaches the ${f['better_m2']} m² asked for where possible`,
    'area-not-better': (f) => `At least ${f['better_m2']} m² where possible`,
    'care-there': () => 'Has elderly care or childcare',
    'care-missing': () => 'Normally has elderly care or childcare; has neither',
    'walk-not-given': () =>
      'Walk to a complex: unknown (the guide gives none); indicators take the 15-minute tier',
    'services-by-judgement': () =>
      'Which use counts as which service is a judgement; uses of one kind count once',
  },
}
