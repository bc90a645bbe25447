import type { Finding, FindingKind, Repair } from '../model/finding'

type Facts = Finding['facts']

/** One sentence for a terminal: what was found where, and what the first repair would do. */
export function tellFinding(finding: Finding): string {
  const records = finding.records.map(({ layer, id, name }) =>
    `${layer} ${name ?? ''} (${id})`.replace('  ', ' '),
  )
  const where = `${records.length === 0 ? '' : `${records.join(' and ')}, `}at ${finding.at[0].toFixed(6)},${finding.at[1].toFixed(6)}`
  const [repair] = finding.repairs
  return `${where}: ${SENTENCES[finding.kind](finding.facts)}${repair === undefined ? '' : `; repair: ${tellRepair(repair)}`}`
}

/** What a repair does. */
export function tellRepair({ change, facts }: Repair): string {
  switch (change.kind) {
    case 'add-link':
      return `a path of ${facts['length_m'] ?? '?'} m`
    case 'share-node':
      return 'a common vertex'
    case 'drop-street':
      return `leave out street ${change.street}`
    case 'enter-facility':
      return 'an entrance at the street'
    case 'add-gates':
      return change.at.length === 1
        ? "a residents' gate where a street crosses the edge"
        : `residents' gates where ${change.at.length} streets cross the edge`
    case 'move-gate':
      return `move the gate by ${facts['length_m'] ?? '?'} m`
    case 'shift-layer':
      return `move layer ${change.layer} from ${change.from === 'gcj02' ? 'GCJ-02' : 'BD-09'} to WGS84`
    case 'set-mode':
      return `renovation mode ${change.mode ?? 'not decided'} for ${change.communities.length} communities`
    case 'set-gated':
      return `community ${change.community} is ${change.gated === null ? 'not known to be gated' : change.gated ? 'gated' : 'open'}`
    case 'add-space':
      return 'a candidate space'
    case 'set-space':
      return `facts about space ${change.space}`
    case 'place-space':
      return `a place for space ${change.space}`
    case 'drop-space':
      return `leave out space ${change.space}`
    case 'ignore':
      return 'ignore'
    default:
      throw new Error(`unknown change ${JSON.stringify(change satisfies never)}`)
  }
}

/** A kind added to the model does not compile until it has its sentence here. */
const SENTENCES: Readonly<Record<FindingKind, (facts: Facts) => string>> = {
  'layer-shifted': (f) =>
    `${f['records']} ${f['layer']} lie ${f['shift_m']} m off, as if ${f['crs'] === 'gcj02' ? 'GCJ-02' : 'BD-09'} had been taken for WGS84 (median way to a street ${f['before_m']} m, moved back ${f['after_m']} m)`,
  island: (f) =>
    `${f['street_m']} m of streets hang together with no others${f['edge_of_data'] === 1 ? ', cut off by the edge of the data' : ''}; ${f['people'] ?? 'an unknown number of'} people and ${f['facilities']} facilities are on them`,
  'near-miss': (f) => `the end stops ${f['gap_m']} m short${tellDetour(f)}`,
  'missed-crossing': (f) => `two streets cross and share no vertex${tellDetour(f)}`,
  'duplicate-street': (f) => `drawn twice over ${f['length_m']} m, at most ${f['apart_m']} m apart`,
  'zero-length-street': () => 'it has no length',
  'community-not-connected': () => 'it meets no street, its results are unknown',
  'facility-not-connected': (f) =>
    `it meets no street and serves nobody${f['distance_m'] === undefined ? '' : `; the nearest is ${f['distance_m']} m away`}${f['barrier'] === undefined ? '' : `, behind a barrier (${f['barrier']})`}`,
  'gate-not-connected': () => 'no street outside is near it',
  'suspicious-snap': (f) =>
    f['buildings'] !== undefined
      ? `${f['buildings']} buildings meet the network up to ${f['distance_m']} m away`
      : f['reason'] === 'bridge' || f['reason'] === 'tunnel'
        ? `it meets the network on a ${f['reason']}`
        : f['reason'] === 'barrier'
          ? `the nearest street, ${f['nearest_m']} m away, is behind a barrier (${f['barrier']}); it is entered from ${f['distance_m']} m away`
          : `the nearest street is ${f['distance_m']} m away`,
  'no-gates': (f) => `gated, and no gate is on record; ${f['crossings']} streets cross its edge`,
  'gate-off-edge': (f) => `it stands ${f['distance_m']} m ${f['side']} the edge of its community`,
}

function tellDetour(facts: Facts): string {
  return facts['detour_m'] === undefined
    ? '; no way around within 300 m'
    : `; the way around is ${facts['detour_m']} m`
}
