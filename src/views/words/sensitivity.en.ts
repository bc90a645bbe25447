import type { SensitivityWords } from './sensitivity.zh'

export const sensitivityEn: SensitivityWords = {
  title: 'Sensitivity',
  hint: 'How far the people served depend on speed, delays and snap distance',
  noPeople: 'Residents are not known: there is no range',
  measuring: 'Computing…',
  variedTime: (speed, snap) =>
    `In brackets: fewest and most people served with speed ±${speed}, with or without delays, snap ${snap}`,
  variedDistance: (snap) =>
    `In brackets: fewest and most people served with snap ${snap}. By distance, speed and delays change nothing`,
  served: (people) => `${people} served`,
  range: (least, most) => ` (${least}–${most})`,
  same: ' (no change)',
  least: (by) => `Fewest: ${by}`,
  most: (by) => `Most: ${by}`,
  flipping: (people, share) => `Residents whose verdict changes: ${people}, ${share}`,
  by: {
    judged: 'as judged',
    slower: 'slower walk',
    faster: 'faster walk',
    'no-delays': 'no delays',
    'snap-near': 'shorter snap',
    'snap-far': 'longer snap',
    'least-favorable': 'all values unfavorable',
    'most-favorable': 'all values favorable',
  },
}
