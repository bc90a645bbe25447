import type { HostingCode, HostingFinding } from '../../model/hosting'
import type { hostingZh } from './hosting.zh'

type Facts = HostingFinding['facts']

const say: Readonly<Record<HostingCode, (facts: Facts) => string>> = {
  'below-ground': () => 'not allowed below ground',
  'storey-too-high': (f) =>
    `on floor ${f['storey']}, floor ${f['highest']} at most${f['fire_grade'] === undefined ? '' : ` (fire-resistance grade ${f['fire_grade']})`}`,
  'storey-high-limited': (f) =>
    `activity and rehabilitation rooms only, up to ${f['area_m2']} m² and ${f['persons']} persons each`,
  'storey-senior-class': (f) => `on floor 2 the senior class only, at most ${f['persons']} children`,
  'sun-too-short': (f) => `${f['hours']} h of sun on the winter solstice, less than ${f['least']} h`,
  'outdoor-none': (f) => `no outdoor ground (${f['each_m2']} m² each are asked for)`,
  'outdoor-allows': (f) => `outdoor ground for ${f['persons']} children (${f['each_m2']} m² each)`,
  'entrance-not-own': () => 'no entrance of its own',
  'three-classes-at-most': () => 'three classes at most, with an entrance and outdoor ground of their own',
  'not-a-care-facility': (f) => `no care facility for the elderly below ${f['persons']} persons`,
  'lift-missing': (f) => `on floor ${f['storey']} without a lift`,
  'height-beyond-32': (f) => `on floor ${f['storey']}; the building should not be above 32 m`,
  'persons-at-most': (f) => `${f['persons']} persons at most, at ${f['each_m2']} m² each`,
  'fumes-in-housing': () => 'no cooking fumes in housing without a flue of its own; a meal point may do',
  'fumes-near-housing': () => 'with a flue of its own, and not on the floor next to housing',
  'flue-needed': () => 'a flue of its own has to be added',
  'not-on-ground-floor': (f) => `on floor ${f['storey']}, the ground floor is better`,
  'area-below': (f) => `${f['area_m2']} m², less than the ${f['least_m2']} m² needed`,
  'fire-lane-check': (f) =>
    `make sure no fire lane is taken (${f['width_m']} m clear, turning radius ${f['radius_m']} m)`,
  'too-near-buildings': (f) => `${f['distance_m']} m from buildings, should be ${f['least_m']} m`,
  'fire-cell-needed': () => 'a fire cell of its own is needed indoors',
  'permission-needed': () => 'a new building: sunlight, setback and planning permission',
  'civil-defense-permit': () => 'civil defence: needs a permit and must convert back',
  'appraisal-needed': () => 'structural appraisal and fire design review before the change',
  'heritage-no-volume': () => 'no volume is added inside a protection scope',
  'heritage-interior-only': () => 'heritage: conversion inside only',
  'noise-near-windows': (f) =>
    `${f['distance_m']} m from housing, should be ${f['least_m']} m, with a curfew`,
  'place-does-not-fit': () => 'such a space does not fit the use',
  'place-with-conditions': () => 'such a space fits the use with conditions',
  'may-be-pooled': (f) =>
    `${f['area_m2']} m² of the ${f['least_m2']} m² needed; may be pooled with other spaces`,
  'free-until': (f) => `free until ${f['until']}, less than ${f['years']} years`,
  'fact-missing': () => 'a fact is missing, it cannot be judged',
}

export const hostingEn: typeof hostingZh = {
  title: 'What it may become',
  hint: 'Judged by the rules of hosting. Open a use to see every rule with its source and status.',
  verdict: { fits: 'fits', conditions: 'with conditions', blocked: 'not allowed' },
  level: { block: 'not allowed', condition: 'condition', warn: 'mind', unknown: 'unknown', info: 'note' },
  say,
  forbidden: (why) => `Not allowed: ${why}`,
  missing: (field) => `not on record: ${field}`,
  place: {
    vacant: 'vacant plot',
    waste: 'waste land',
    floor_1: 'room on floor 1',
    floor_2_3: 'room on floor 2–3',
    floor_4_up: 'room on floor 4 or above',
    basement: 'underground space',
    roof: 'roof',
  },
  showBlocked: (count) => `${count} more uses are not allowed`,
  hideBlocked: 'Hide what is not allowed',
  bays: (count) => `about ${count} bays`,
  places: (count) => `about ${count} places`,
  finder: 'Find a space',
  finderHint: 'Choose a use to see which spaces may become it.',
  use: 'Use',
  least: (area) => `at least ${area}`,
  none: 'No space can be used',
  noneHint: 'No candidate space may become this; open one to see why.',
  source: (source) => `Source: ${source}`,
  pack: (name, version) => `${name}, version ${version} · judged by this rule set`,
  pending: 'Judging…',
}
