import type { SupplyTableWords } from './supply-table.zh'

export const supplyTableEn: SupplyTableWords = {
  label: 'Supply and parking by community',
  subject: 'What to look at',
  community: 'Community',
  subdistrict: 'Sub-district',
  parking: {
    households: 'Households',
    demand: 'Needed (bays)',
    own: 'Inside (bays)',
    residents: 'Residents’ 150\u00a0m (bays)',
    shared: 'Shared 300\u00a0m (bays)',
    uncounted: 'Not counted (car parks)',
    shortage: 'Missing (bays)',
    shortageMost: 'Missing at most',
  },
  supply: {
    perHead: 'Supply for each',
    enough: 'Enough (%)',
    unknown: 'Unknown (%)',
    within: 'Within the limit, for each',
    second: 'Second nearest within the limit',
    metres: 'Walk (m)',
    minutes: 'Walk (min)',
    two: 'Two or more within the limit (%)',
  },
  each: (per) => ` per ${per}`,
  bounded: { atLeast: (value) => `≥ ${value}`, upTo: (value) => `≤ ${value}` },
  noNorm: 'The rules have no supply figure for this class; only the second nearest is listed.',
  sameFilter: 'Communities as filtered in the matrix.',
  sum: (bays, short, shown, isAtMost) =>
    `${short} of the ${shown} communities listed miss ${bays} bays${isAtMost ? ' at most' : ''}`,
  unknownRows: (count) => `${count} with households or bays unknown are not counted`,
  notAsked: 'Supply has not been worked out',
  notAskedHint:
    'Shares what each facility and car park has among those within the walk; a large area takes some seconds.',
  fileName: 'supply-and-parking',
}
