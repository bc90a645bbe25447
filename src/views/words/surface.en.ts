import type { SurfaceWords } from './surface.zh'

export const surfaceEn: SurfaceWords = {
  form: 'Colored by',
  forms: { communities: 'Communities', cells: 'Heat surface', hexagons: 'Hexagons' },
  hints: {
    communities: 'Community by community, by its median resident',
    cells: 'Everywhere within 40 m of a street, lived in or not; walls and water cut it',
    hexagons: 'H3 hexagons by their median resident; where nobody is known by the median place on the street',
  },
  pending: 'Computing the surface…',
  walks: (name) => `Walk to the nearest: ${name}`,
  missing: 'Required classes not served',
  upTo: (value) => `≤ ${value}`,
  over: (value) => `> ${value}, or none within the search`,
  none: 'none missing',
  steps: (from, to) => `${from}–${to}`,
  more: (from) => `${from} and more`,
  unknown: 'Unknown: not surveyed, or the data ends',
  basis: (basis, profile, hour) => `${basis} · ${profile} · ${hour}`,
  by: { time: 'by time', distance: 'by distance' },
  unsurveyed: (count) => `${count} required ${count === '1' ? 'class' : 'classes'} not surveyed, not counted`,
  resolution: (level) => `H3 level ${level}`,
}
