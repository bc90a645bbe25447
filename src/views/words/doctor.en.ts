import type { FindingKind } from '../../model/finding'
import type { Issue } from '../../model/issue'
import type { DoctorWords } from './doctor.zh'
import { barrierWords } from './issues.en'

type Facts = NonNullable<Issue['facts']>

function sayDetour(facts: Facts): string {
  return facts['detour_m'] === undefined
    ? '; there is no way around within 300 m'
    : `; the way around is ${facts['detour_m']} m`
}

export const findingsEn: Readonly<Record<FindingKind, (facts: Facts) => string>> = {
  'layer-shifted': (f) =>
    `${f['records']} places of the layer lie about ${f['shift_m']} m off: ${f['crs'] === 'bd09' ? 'BD-09 (Baidu)' : 'GCJ-02 (AMap, Tencent)'} was probably taken for WGS84. The median way to a street is ${f['before_m']} m, moved back ${f['after_m']} m.`,
  island: (f) =>
    `${f['street_m']} m of streets hang together with no others${f['edge_of_data'] === 1 ? ' (cut off by the edge of the data)' : ''}; ${f['people'] === undefined ? 'an unknown number of people' : `${f['people']} people`} and ${f['facilities']} facilities are on them.`,
  'near-miss': (f) => `The end of the street stops ${f['gap_m']} m short${sayDetour(f)}.`,
  'missed-crossing': (f) =>
    `Two streets cross at the same level and share no node, so nobody can turn here${sayDetour(f)}.`,
  'duplicate-street': (f) => `${f['length_m']} m of street are drawn twice, at most ${f['apart_m']} m apart.`,
  'zero-length-street': () => 'The street has no length and joins nothing.',
  'community-not-connected': (f) =>
    `The community is not connected to the walking network and its results are unknown${f['people'] === undefined ? '' : `; ${f['people']} people`}.`,
  'facility-not-connected': (f) =>
    `The facility is not connected to the walking network and serves nobody. ${f['distance_m'] === undefined ? 'There is no street within 500 m.' : f['barrier'] === undefined ? `The nearest street is ${f['distance_m']} m away.` : `The nearest street is ${f['distance_m']} m away, behind ${barrierWords[String(f['barrier'])] ?? 'a barrier'}.`}`,
  'gate-not-connected': () => 'There is no street within 60 m outside this gate.',
  'suspicious-snap': (f) =>
    f['buildings'] !== undefined
      ? `${f['buildings']} residential buildings are far from the network (up to ${f['distance_m']} m) or join it on a bridge or in a tunnel${f['people'] === undefined ? '' : `; ${f['people']} people`}.`
      : f['reason'] === 'bridge'
        ? 'The facility joins the network on a bridge, which nobody reaches from the ground.'
        : f['reason'] === 'tunnel'
          ? 'The facility joins the network in a tunnel, which nobody reaches from the ground.'
          : f['reason'] === 'barrier'
            ? `The nearest street is ${f['nearest_m']} m away but behind ${barrierWords[String(f['barrier'])] ?? 'a barrier'}; the facility is entered from ${f['distance_m']} m away.`
            : `The nearest street is ${f['distance_m']} m away.`,
  'no-gates': (f) =>
    `The gated community has no gates on record. ${f['crossings']} streets cross its edge; until then each counts as a residents’ gate.`,
  'gate-off-edge': (f) =>
    `The gate stands ${f['distance_m']} m ${f['side']} the edge of its community, too far to decide who passes there.`,
}

/** Words of the network doctor. */
export const doctorEn: DoctorWords = {
  title: 'Network check',
  count: (count) => count,
  checking: 'Checking…',
  none: 'Nothing wrong found in the network',
  noneHint: 'Streets hang together; communities, facilities and gates are connected.',
  severity: { error: 'Affects results', warning: 'Check', info: 'Note' },
  onlyErrors: 'Only what affects results',
  repair: 'Repair',
  ignore: 'Ignore',
  ignoreHint: 'Looked at and fine; can be undone under Corrections',
  ignored: (count) => `${count} ignored`,
  repairs: 'Repairs',
  noRepair: 'There is no repair to propose. Look at the place and correct it in the source.',
  proposal: 'A proposal, please check',
  effect: 'Effect on people served',
  effectNone: 'People served do not change in any class',
  effectUnknown: (count) => `${count} more classes change between unknown and not served`,
  effectComputing: 'Computing the effect…',
  effectPeople: (before, after) => `${before} → ${after}`,
  effectCommunities: (before, after) => `${before} → ${after} communities`,
  effectBasis: (profile, basis, hour, pack) => `${profile} · ${basis} · ${hour} · ${pack}`,
  enterHere: 'Enter at the chosen point',
  enterHint: 'Shift-click a point on the map to make it the entrance of this facility.',
  showOnMap: 'Show on the map',
  corrections: 'Corrections',
  correctionsHint:
    'Kept in the project file and used in every number and export; the surveyed layers stay as they are.',
  noCorrections: 'No corrections yet',
  undo: 'Undo',
  stale: 'left out',
  kind: {
    'layer-shifted': 'Layer shifted',
    island: 'Island of streets',
    'near-miss': 'End stops short',
    'missed-crossing': 'Crossing without a node',
    'duplicate-street': 'Street drawn twice',
    'zero-length-street': 'Street without length',
    'community-not-connected': 'Community not connected',
    'facility-not-connected': 'Facility not connected',
    'gate-not-connected': 'Gate not connected',
    'suspicious-snap': 'Doubtful connection',
    'no-gates': 'Gated, no gates known',
    'gate-off-edge': 'Gate off the edge',
  },
  street: 'Street',
  change: {
    'add-link': (f) => (f['length_m'] === 0 ? 'Join at the end' : `Add a path of ${f['length_m'] ?? '?'} m`),
    'share-node': () => 'Add a common node',
    'drop-street': () => 'Leave out the second one',
    'enter-facility': () => 'Entrance here',
    'add-gates': (f) =>
      Number(f['gates']) > 1
        ? `Residents’ gates at all ${f['gates']} crossings`
        : `Only one residents’ gate${f['street'] === undefined || f['street'] === '' ? ', here' : `, at ${f['street']}`}`,
    'move-gate': (f) =>
      f['length_m'] === undefined ? 'Move the gate' : `Move the gate ${f['length_m']} m to the edge`,
    'shift-layer': () => 'Move the whole layer to WGS84',
    'set-mode': () => 'Renovation mode',
    'set-gated': () => 'Gated or open',
    'add-space': () => 'Candidate space added',
    'set-space': () => 'Candidate space corrected',
    'place-space': () => 'Candidate space placed',
    'drop-space': () => 'Candidate space left out',
    ignore: () => 'Ignore',
  },
}
