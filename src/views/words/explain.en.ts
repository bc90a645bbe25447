import type { ExplainWords } from './explain.zh'

/** "Why is this not served": sentences to be read aloud. Figures come formatted. */
export const explainEn: ExplainWords = {
  why: 'Why?',
  whyLabel: (name) => `${name}: why?`,
  title: { unserved: 'Why it is not served', served: 'Where the time goes', unknown: 'Why it is unknown' },
  computing: 'Walking the way…',
  close: 'Close the explanation',
  copy: 'Copy the explanation',
  copied: 'Copied',
  copyFailed: 'The browser does not allow copying: select the text by hand',
  strip: 'Time on foot, from the door to the facility',
  stripHint: 'Widths are times; every leg is told below',
  legs: 'Step by step',
  changes: 'Single changes',
  changesHint: 'Each one measured anew for all communities; people are all those newly served by this class',
  noChange: 'No single change solves it.',
  limitUnverified: (p) =>
    `The limit of ${p.limit} is not fully verified against its source (${p.status}): to be checked by a planner.`,
  seconds: (count) => `${count} s`,
  clauseSeparator: ', ',
  toNetworkCheck: 'Open the network check',

  point: 'here',
  home: (who, home) => `${who} (the median household, ${home})`,
  median: (who) => `${who} (the median resident)`,

  served: (p) =>
    `From ${p.who} it is ${p.metres} on foot to ${p.facility}, about ${p.minutes}: within the ${p.limit} of this rule pack, so it is served.`,
  tooFar: (p) =>
    `From ${p.who} the nearest ${p.of}, ${p.facility}, is ${p.metres} on foot, about ${p.minutes}: ${p.missing} more than the ${p.limit} of this rule pack, so it is not served.`,
  noWalk: (p) =>
    `From ${p.who} no ${p.of} can be reached within 3 km (or 45 minutes), beyond the ${p.limit} of this rule pack, so it is not served.`,
  withinButNot: (p) =>
    `From ${p.who} it is ${p.metres} to ${p.facility}, within ${p.limit}, but ${p.reason}, so it is not served.`,
  refused: (p) => `${p.facility} is near (${p.metres} on foot), but only residents of ${p.owner} may use it.`,
  unknownOwner: 'its own community',

  crowSame: (p) =>
    `In a straight line it is only ${p.metres}${p.between}; the walk is ${p.ratio} times as long.`,
  crowOther: (p) => `In a straight line ${p.facility} is nearest (${p.metres}), but ${p.because}.`,
  between: (list) => `, with ${list} in between`,
  crowReserved: (p) => `only residents of ${p.owner} may use it${p.walk}`,
  onFoot: (metres) => ` (${metres} on foot)`,
  crowWalk: (p) => `${p.between}the walk there is ${p.metres}`,
  crowBetween: (list) => `${list} stands in between, and `,
  crowCutOff: {
    'not-connected': 'it is connected to no street, so nobody can walk there (street data to be repaired)',
    'other-part':
      'the streets before it do not join the others, so nobody can walk there (street data to be repaired)',
    'too-far': 'the way round is too long: it is not reached within 3 km (or 45 minutes)',
  },
  partLength: (metres) => `those streets are ${metres} in all`,
  detour: (p) =>
    `The way out leads ${p.inside} through the compound to ${p.gate}, ${p.extra} more than straight out.`,
  unnamedGate: 'a gate',
  closedGate: (p) => `${p.wall} (${p.gate} in it is not open)`,
  waits: (seconds) => `Waiting on the way (signals, crossings, gates) takes about ${seconds}.`,
  stairs: (metres) => `There are ${metres} of stairs.`,

  unknown: {
    'not-surveyed': (of) =>
      `${of}: not surveyed here, so nobody knows whether there is one. That is unknown, not absent. A survey would settle it.`,
    'layers-incomplete': (p) =>
      `From ${p.who} no ${p.of} is reached within ${p.limit} on what is on record; one is that near in a straight line, and the survey of ${p.layers} is incomplete: there may be a way or a house nobody recorded. That is unknown, not absent. Completing the survey would settle it.`,
    'not-connected': (p) =>
      `${p.who} is not connected to the walking network${p.barrier === '' ? '' : `: the nearest street (${p.nearest}) lies behind ${p.barrier}`}, so the walk is unknown. Check the path at the door and the gates.`,
    'locked-in': (who) =>
      `${who} has no open gate at all on record, so nobody gets out and the walk is unknown. Check which gates are open.`,
    'edge-of-data': (p) =>
      `After ${p.reached} from ${p.who} the data ends. There may be a facility beyond, so it is unknown. Data beyond the border would settle it.`,
  },
  reasonInside: {
    'too-small': 'it is smaller than asked for',
    'too-little-supply': 'too many people share it',
    'closed-gate': 'a gate on the way is not open',
    other: 'it does not meet the rule',
  },

  split: (p) => `Of its people ${p.served} are served, ${p.unserved} are not, ${p.unknown} are unknown.`,

  gateOf: (gate) => gate,
  change: {
    openGate: (gate) => `${gate} is opened to its residents`,
    publicGate: (gate) => `${gate} is opened to the public`,
    openLonger: {
      residents: (gate) => `${gate} is open to its residents round the clock`,
      public: (gate) => `${gate} is open to the public round the clock`,
    },
    newGate: (p) => `a new gate is opened in the wall of ${p.of} (link of about ${p.link})`,
    share: (p) => `${p.facility} of ${p.of} is shared with its neighbors`,
    space: (p) => `${p.space} of ${p.of}${p.area} is used for it (${p.suits})`,
    suits: {
      fits: 'fits by the rules of hosting',
      conditions: 'with conditions by the rules of hosting',
      unjudged: 'no rule says how much room this class needs: to be checked by a planner',
    },
    area: (area) => ` (${area})`,
  },
  effect: {
    walk: (p) => `the walk becomes ${p.metres}, about ${p.minutes}`,
    gained: (people) => `${people} are newly served`,
    gainedUnknown: 'how many people gain is unknown',
    gainedCommunities: (count) => `communities newly served: ${count}`,
    share: (share) => `${share} of the community's people reach it; its median resident still does not`,
  },
  ifChanged: (change, effect) => `If ${change}, ${effect}.`,

  obstacle: {
    wall: 'a wall',
    fence: 'a fence',
    water: 'water',
    rail: 'a railway',
    expressway: 'an expressway',
    compound: 'a gated community',
  },
  ownWall: 'the wall of the own community',
  compoundWall: (name) => `the gated community ${name}`,

  leg: {
    connector: () => 'From the door to the street',
    inside: (p) => `Inside ${p.name === '' ? 'the compound' : p.name}`,
    gate: (p) => `Through ${p.name === '' ? 'a gate' : p.name}`,
    street: (p) => (p.name === '' ? 'Along a street without a name' : `Along ${p.name}`),
    crossing: (p) =>
      p.hasSignals
        ? 'Across a road, waiting at the signal'
        : p.wait === ''
          ? 'Across a road'
          : 'Across a main road without a signal',
    stairs: (p) => `Stairs${p.factor === '' ? '' : ` (${p.factor} times the time of the flat)`}`,
    bridge: (p) => (p.name === '' ? 'Over a bridge' : `Over ${p.name}`),
    underpass: (p) => (p.name === '' ? 'Through an underpass' : `Through ${p.name}`),
    elevator: () => 'By elevator',
    entrance: () => 'From the street to the door of the facility',
  },
  legWait: (seconds) => `${seconds} of it waiting`,
  group: {
    street: 'along streets',
    inside: 'inside compounds',
    gate: 'gates and waiting',
    climb: 'stairs, bridges, underpasses, elevators',
    ends: 'between door and street',
  },
  building: {
    kind: 'Building',
    unnamed: 'Building without a name',
    community: 'Community',
    address: 'Address',
    residents: 'Residents',
    notCounted: 'No number of residents here: walks start at its door',
    computing: 'Reading…',
  },
}
