import type { Issue, IssueCode } from '../model/issue'
import type { EditRefusal } from '../model/scenario'
import { tablesEn } from './words/tables.en'
import type { Words } from './words.zh'
import { rulesEn } from './words/rules.en'
import { gapListEn } from './words/gap-list.en'
import { surfaceEn } from './words/surface.en'
import { explainEn } from './words/explain.en'
import { proposeEn } from './words/propose.en'
import { unitsEn } from './words/units.en'
import { hostingEn } from './words/hosting.en'
import { moneyEn } from './words/money.en'
import { consentEn } from './words/consent.en'
import { worksEn } from './words/works.en'
import { compareEn } from './words/compare.en'
import { linksEn } from './words/links.en'
import { scenarioEn } from './words/scenario.en'
import { talkEn } from './words/talk.en'
import { supplyEn } from './words/supply.en'

type Facts = NonNullable<Issue['facts']>

/** ` “value”` with a space before it, or nothing where the fact was not given. */
function quote(facts: Facts, ...keys: readonly string[]): string {
  for (const key of keys) if (facts[key] !== undefined) return ` “${facts[key]}”`
  return ''
}

/** The first of the facts that was given, as text, or the fallback. */
function say(facts: Facts, fallback: string, ...keys: readonly string[]): string {
  for (const key of keys) if (facts[key] !== undefined) return String(facts[key])
  return fallback
}

const barrierWords: Readonly<Record<string, string>> = {
  wall: 'a wall',
  fence: 'a fence',
  water: 'water',
  rail: 'a railway',
  expressway: 'an expressway',
  compound: 'the edge of a gated community',
}

/** A sentence about what keeps a place from its nearest street, with a space before it; or nothing. */
function behind(facts: Facts): string {
  const barrier = barrierWords[String(facts['barrier'])]
  return barrier === undefined
    ? ''
    : ` The nearest street, ${say(facts, 'a few', 'distance_m')} m away, lies behind ${barrier}.`
}

const editRefusal: Readonly<Record<EditRefusal, string>> = {
  missing: 'what it names is not there, or an earlier measure took it away',
  'space-used-up': 'the space has not that much area left',
  'space-without-area': 'the area of the space is not known; enter the area that is used',
  'not-gated': 'the community has no wall to open',
  'far-from-edge': 'the place is more than 12 m from the edge of the community',
  'line-too-short': 'a path needs at least two points',
  'not-on-street': 'an end of the path does not lie on the street it is to join',
  'already-shared': 'the facility is open to everybody already',
  'nothing-to-change': 'neither area nor capacity was entered',
}

const issue: Readonly<Record<IssueCode, (facts: Facts) => string>> = {
  'file-empty': () => 'The file is empty. Export or download it again, then import.',
  'file-unreadable': (f) =>
    f['reason'] === 'encoding'
      ? `The text is not UTF-8${f['encoding'] === undefined ? '' : ` (it says ${f['encoding']})`}. Save it as UTF-8 and import it again.`
      : 'The file cannot be read: it is damaged or not what its name says. Get it again from where it came.',
  'file-truncated': (f) =>
    `The file ends half way${f['read'] === undefined || f['expected'] === undefined ? '' : ` (${f['read']} of ${f['expected']} records)`}${f['remark'] === undefined ? '' : ` (the server said: ${f['remark']})`}: the download or copy was not complete. Get the whole file again.`,
  'file-too-large': (f) =>
    `The file has ${say(f, 'too many', 'size_mb')} MB, more than the ${say(f, 'allowed number of', 'limit_mb')} MB that can be read at once, and was not opened. Take a district out of it on the command line (lifecircle import --box) and open that; the whole can be assessed there in tiles (assess --tiles).`,
  'format-unknown': () =>
    'This format is not known. Readable: .lifecircle, OSM (PBF, XML, Overpass JSON), GeoJSON, FlatGeobuf.',
  'compression-unsupported': (f) =>
    `Uses a compression${quote(f, 'compression', 'method')} that is not supported. Save it again with zlib (for example: osmium cat -o new.osm.pbf).`,
  'json-invalid': (f) =>
    `Not valid JSON${f['at'] === undefined ? '' : ` (near character ${f['at']})`}. Export it again from where it came.`,
  'xml-invalid': (f) =>
    `Not valid XML${f['line'] === undefined ? '' : ` (near line ${f['line']})`}. Export it again from where it came.`,
  'layer-unknown': (f) =>
    `It is not clear which layer${quote(f, 'layer', 'name')} is. Rename the file to a layer name (communities, facilities, streets…) and import it again.`,
  'layer-missing': (f) =>
    `The project lacks the layer${quote(f, 'layer', 'name')}. Put the file back into the project.`,
  'project-version-newer': (f) =>
    `The project was saved by a newer version (format ${say(f, 'unknown', 'version', 'found')}) and cannot be read. Open it with the newer version.`,
  'project-invalid': (f) =>
    `The project description is not valid${quote(f, 'at', 'path')}. Save the project again with this program, or correct project.json.`,
  'rule-pack-invalid': (f) =>
    `The rule pack is not valid and was refused whole: ${say(f, 'a value', 'path')} is${quote(f, 'found')}, expected ${say(f, 'another value', 'expected')}${f['options'] === undefined ? '' : ` ${f['options']}`}. The shipped rules are used; correct the file and open it again.`,
  'rule-pack-missing': (f) =>
    `The rule pack${quote(f, 'id')} of the project is not in its file. The shipped rules are used; put the file back.`,
  'archive-too-large': (f) =>
    `The archive unpacks to more than ${say(f, 'the allowed number of', 'limit_mb')} MB and was not opened. Assess a large area in tiles on the command line (assess --tiles), or import one district of it (import --box); if it is not your own, check where it comes from.`,
  'archive-entry-unsafe': () =>
    'The archive has an entry whose path leads out of it; the entry was left out. Check where the archive comes from.',
  'geometry-missing': () => 'Has no geometry and was left out. Draw it in the source layer and import again.',
  'geometry-invalid': (f) =>
    `Has an invalid geometry${quote(f, 'problem', 'reason')} and was left out. Repair it in a GIS and import again.`,
  'geometry-type-wrong': (f) =>
    `Its geometry type${quote(f, 'found', 'type', 'geometry')} does not fit the layer${f['expected'] === undefined ? '' : ` (expected ${f['expected']})`}; left out. Convert it and import again.`,
  'coordinates-out-of-range': (f) =>
    `Coordinates ${say(f, '', 'lon', 'x')} ${say(f, '', 'lat', 'y')} are not degrees; they may be projected. Convert to WGS84 longitude and latitude.`,
  'coordinates-swapped': () => 'Longitude and latitude seem swapped. Check the order of the columns.',
  'coordinates-not-wgs84': (f) => `The coordinate system${quote(f, 'crs')} is not WGS84. Convert it first.`,
  'id-duplicate': (f) =>
    `The id${quote(f, 'id')} occurs twice in the layer; a new one was given. Check whether they are the same thing.`,
  'field-wrong-type': (f) =>
    `The value${quote(f, 'value', 'found')} of field${quote(f, 'field')} is not ${say(f, 'of the right type', 'expected', 'type')}; treated as unknown. Correct it in the source table.`,
  'field-unknown-value': (f) =>
    `The value${quote(f, 'value', 'found')} of field${quote(f, 'field')} is not one of those allowed${f['expected'] === undefined ? '' : ` (${f['expected']})`}; treated as unknown.`,
  'class-unknown': (f) =>
    `The facility class${quote(f, 'class', 'value')} is not in the rule pack and takes no part in the assessment. Check the code.`,
  'reference-missing': (f) =>
    `What field${quote(f, 'field')} names${quote(f, 'reference', 'ref', 'value', 'target')} does not exist. Check the id or add the record.`,
  'polygon-broken': () =>
    'The outline is not closed; only the closed parts came in, if any. Repair it in the source layer.',
  'nodes-missing': (f) =>
    `Lacks ${say(f, 'some', 'count', 'missing', 'nodes')} nodes, probably cut at the edge of the extract. Clip again with complete ways if you need it whole.`,
  'no-streets': () =>
    'There are no walkable streets, so no life circle can be computed. Import a network (OSM or a streets layer).',
  'gates-unknown': (f) =>
    `Gated community${quote(f, 'name', 'community')} has no gates on record; every street crossing its boundary counts as one. Add its gates.`,
  'community-not-connected': (f) =>
    `Community${quote(f, 'name')} is not connected to the walking network; its results are unknown.${behind(f)} Check streets and gates.`,
  'facility-not-connected': (f) =>
    `Facility${quote(f, 'name')} is not connected to the walking network and serves nobody.${behind(f)} Check its position or the streets near it.`,
  'building-not-connected': (f) =>
    `The building's people are not connected to the walking network; their results are unknown.${behind(f)} Add its entrance, or the path that leads to it.`,
  'gate-not-connected': (f) =>
    `Gate${quote(f, 'name')} is not connected to the walking network. Check its position or the streets near it.`,
  'green-not-connected': (f) =>
    `The green${quote(f, 'name')} is not connected to the walking network and serves nobody. ${behind(f)}Check its outline, or add the path that leads to it.`,
  'people-mismatch': (f) =>
    `${quote(f, 'name')}${quote(f, 'field')} is ${say(f, 'unknown', 'total')} on record, its buildings add up to ${say(f, 'unknown', 'buildings')}: more than 5 % apart. The community's number counts, spread as its buildings are. Check both.`,
  'people-outside': (f) =>
    `${say(f, 'Some', 'buildings')} dwellings lie in no community (${say(f, 'unknown', 'people')} residents, ${say(f, 'unknown', 'households')} households) and are counted in none. Check the outlines of communities, or name the community in the building.`,
  'snap-far': (f) =>
    `${quote(f, 'name').trim()} is ${say(f, 'far', 'distance_m', 'distance')}${typeof (f['distance_m'] ?? f['distance']) === 'number' ? ' m' : ''} from the nearest street. Check its position, or add the path that leads to it.`,
  'on-island': (f) =>
    `${quote(f, 'name').trim()} stands on streets (${f['street_m'] ?? 'under 1000'} m in all) that hang together with no others. Check whether an end should join the network.`,
  'slope-implausible': (f) =>
    `Street${quote(f, 'name')} rises by ${f['percent'] ?? 'more than 60'} % somewhere, which nobody walks; it counts as flat there. Check its heights or its incline.`,
  'edit-impossible': (f) =>
    `Measure ${f['edit'] ?? '?'} was left out: ${editRefusal[f['reason'] as EditRefusal] ?? 'the reason is not known'}. Change or delete it.`,
  'correction-stale': (f) =>
    `The correction${quote(f, 'correction')} no longer finds the record${quote(f, 'record')} it is about and was left out. Undo it, or repair the finding again.`,
  'internal-error': (f) =>
    `The program failed${f['message'] === undefined ? '' : ` (${f['message']})`}. What was open is unchanged; try again, and if it comes back save the project and reload the page.`,
}

const BARRIER_WORDS: Readonly<Record<string, string>> = {
  wall: 'a wall',
  fence: 'a fence',
  water: 'water',
  rail: 'a railway',
  expressway: 'an expressway',
  compound: 'the edge of a community',
}

function sayDetour(facts: Facts): string {
  return facts['detour_m'] === undefined
    ? '; there is no way around within 300 m'
    : `; the way around is ${facts['detour_m']} m`
}

const finding: Words['finding'] = {
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
    `The facility is not connected to the walking network and serves nobody. ${f['distance_m'] === undefined ? 'There is no street within 500 m.' : f['barrier'] === undefined ? `The nearest street is ${f['distance_m']} m away.` : `The nearest street is ${f['distance_m']} m away, behind ${BARRIER_WORDS[String(f['barrier'])] ?? 'a barrier'}.`}`,
  'gate-not-connected': () => 'There is no street within 60 m outside this gate.',
  'suspicious-snap': (f) =>
    f['buildings'] !== undefined
      ? `${f['buildings']} residential buildings are far from the network (up to ${f['distance_m']} m) or join it on a bridge or in a tunnel${f['people'] === undefined ? '' : `; ${f['people']} people`}.`
      : f['reason'] === 'bridge'
        ? 'The facility joins the network on a bridge, which nobody reaches from the ground.'
        : f['reason'] === 'tunnel'
          ? 'The facility joins the network in a tunnel, which nobody reaches from the ground.'
          : f['reason'] === 'barrier'
            ? `The nearest street is ${f['nearest_m']} m away but behind ${BARRIER_WORDS[String(f['barrier'])] ?? 'a barrier'}; the facility is entered from ${f['distance_m']} m away.`
            : `The nearest street is ${f['distance_m']} m away.`,
  'no-gates': (f) =>
    `The gated community has no gates on record. ${f['crossings']} streets cross its edge; until then each counts as a residents’ gate.`,
  'gate-off-edge': (f) =>
    `The gate stands ${f['distance_m']} m ${f['side']} the edge of its community, too far to decide who passes there.`,
}

/** Every word of the interface, in English. A key missing here does not compile. */
export const wordsEn: Words = {
  rules: rulesEn,
  appName: 'Lifecircle',
  hosting: hostingEn,
  money: moneyEn,
  consent: consentEn,
  works: worksEn,
  scenario: scenarioEn,
  talk: talkEn,
  links: linksEn,
  compare: compareEn,
  fictional: 'Fictional example',
  fictionalHint: 'The example is made by a program and shows no real place',
  unknown: 'Unknown',
  none: 'None',
  close: 'Close',
  cancel: 'Cancel',
  yes: 'Yes',
  no: 'No',
  more: (count) => `${count} more`,
  locate: 'Show on the map',
  askPlanner: 'check with a planner',
  unnamed: {
    community: 'Unnamed community',
    facility: 'Unnamed facility',
    space: 'Unnamed space',
    gate: 'Unnamed gate',
  },
  listSeparator: ', ',

  unit: {
    m: 'm',
    km: 'km',
    m2: 'm²',
    hectare: 'ha',
    km2: 'km²',
    minutes: 'min',
    people: 'people',
    person: 'person',
    communities: 'communities',
    community: 'community',
    metresPerSecond: 'm/s',
    hours: 'h',
    storey: (storey) => (storey < 0 ? `Basement ${-storey}` : `Storey ${storey}`),
  },

  workspace: { data: 'Data', assess: 'Assess', gaps: 'Gaps', plan: 'Plan', present: 'Present' },

  topBar: {
    noProject: 'No project open',
    scenario: 'Scenario',
    scenarioNow: 'As is',
    scenarioHint: 'As is: the surveyed base without any measure',
    profile: 'Walker',
    basis: 'Basis',
    rules: 'Rule pack',
    version: (version) => `v${version}`,
    search: 'Search communities, facilities, spaces',
    searchKey: '/',
    save: 'Save',
    saveHint: 'Save as one .lifecircle file',
    open: 'Open',
    openFiles: 'Open files…',
    openFolder: 'Open a project folder…',
    openDemo: 'Open the fictional example',
    saved: 'Saved',
    unsaved: 'Not saved',
    languageHint: 'Switch to Chinese',
    dark: 'Dark interface',
    light: 'Light interface',
    rail: 'Workspaces',
    tableHint: 'Table of communities × facility classes',
    presentHint: 'Full-screen view for a meeting; Esc leaves it',
  },

  hour: {
    label: 'Time of day',
    any: 'Any time',
    day: (clock) => `Day ${clock}`,
    evening: (clock) => `Evening ${clock}`,
    custom: 'Another time',
    hint: 'Gates are open or closed as at this time; at any time all count as within their hours',
    noHours: 'No gate of the data has opening hours: the time changes nothing',
  },

  search: {
    label: 'Search',
    none: (query) => `No community, facility or space with “${query}” in its name`,
    community: 'Community',
    facility: 'Facility',
    space: 'Space',
    clear: 'Clear',
  },

  basis: { distance: 'Standard distance', time: 'Walking time' },
  bandsBasis: { distance: '300 / 500 / 1000 m', time: '5 / 10 / 15 min' },
  basisShort: { distance: 'Distance', time: 'Time' },
  basisHint: {
    distance: 'Verdicts by metres on the network: 300 / 500 / 1000 m',
    time: 'Verdicts by the walker’s speed with delays at crossings and gates: 5 / 10 / 15 min',
  },

  profile: {
    adult: 'Adult',
    elder: 'Elder 60–74',
    elder75: 'Elder 75+',
    child: 'Child with adult',
    school: 'School child',
    wheelchair: 'Wheelchair / pram',
  },

  stage: {
    read: 'Reading',
    assemble: 'Putting layers together',
    network: 'Building the walking network',
    check: 'Examining the network',
    reach: 'Measuring walks',
    supply: 'Sharing supply',
    assess: 'Assessing',
    gaps: 'Finding gaps',
    surface: 'Computing the surface',
    save: 'Saving',
    siting: 'choosing sites',
    links: 'looking for links',
  },
  progress: {
    label: 'Progress',
    analysing: 'Assessing…',
    cancelHint: 'Stop; the open project stays as it is',
  },

  empty: {
    title: 'Put your survey here',
    lead: 'Drop files, or open the example. Data stays on this machine; nothing is uploaded.',
    openDemo: 'Open the fictional example',
    openFiles: 'Choose files…',
    formatsTitle: 'What can be read',
    formats: [
      ['Project', '.lifecircle file or project folder'],
      ['OpenStreetMap', '.osm.pbf, .osm, .osm.gz, Overpass JSON'],
      ['Vector layers', 'GeoJSON, FlatGeobuf'],
    ],
    loading: 'Reading data',
    noAnalysis: 'No assessment yet',
    noAnalysisHint: 'Open data with communities, facilities and streets; the assessment follows by itself.',
    noCommunities: 'No communities',
    noCommunitiesHint: 'The assessment goes by community. Import a layer of communities.',
  },

  drop: {
    addTitle: 'Add to this project',
    addHint: 'The new layers join the open data',
    openTitle: 'Open as a new project',
    openHint: 'In place of the open one',
    onlyTitle: 'Let go to open',
    onlyHint: '.lifecircle, OSM, GeoJSON, FlatGeobuf',
  },

  data: {
    title: 'Data',
    import: 'Import data…',
    importHint: 'or drop files anywhere in the window',
    layers: 'Layers',
    layerShown: (layer) => `Show ${layer} on the map`,
    noSource: 'source unknown',
    noDate: 'date unknown',
    licence: 'Licence',
    noRecords: 'no records',
    files: 'Files',
    fileCounts: (accepted, rejected) => `${accepted} taken, ${rejected} left out`,
    fileAllAccepted: (accepted) => `${accepted} taken`,
    issues: 'Data problems',
    noIssues: 'No data problems found',
    severity: { error: 'Left out', warning: 'Please check', info: 'For information' },
    severityHint: {
      error: 'These records did not come in',
      warning: 'These came in, but look at them',
      info: 'Worth knowing',
    },
    issueCount: (count) => `${count}×`,
    survey: 'Survey completeness',
    surveyHint:
      'A class without any record counts as not surveyed, so its results are unknown. Once you confirm it was surveyed, none means not served.',
    notSurveyed: 'Not surveyed',
    surveySwitch: (name) => `${name}: surveyed`,
    surveySummary: (done, total) => `${done} of ${total} classes surveyed`,
    records: (count) => `${count} on record`,
    network: 'Walking network',
    networkFacts: (km, nodes, edges) => `${km} · ${nodes} nodes · ${edges} edges`,
  },

  doctor: {
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
      'add-link': (f) =>
        f['length_m'] === 0 ? 'Join at the end' : `Add a path of ${f['length_m'] ?? '?'} m`,
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
      ignore: () => 'Ignore',
    },
  },
  finding,

  layer: {
    communities: 'Communities',
    gates: 'Gates',
    buildings: 'Buildings',
    facilities: 'Facilities',
    entrances: 'Entrances',
    spaces: 'Candidate spaces',
    streets: 'Walking network',
    crossings: 'Crossings and elevators',
    barriers: 'Walls and barriers',
    greens: 'Green space',
    heritage: 'Heritage',
    land: 'Land use',
    boundary: 'Planning boundary',
    subdistricts: 'Sub-districts',
  },
  switchable: {
    communities: 'Communities',
    catchment: 'Catchments',
    facilities: 'Facilities',
    spaces: 'Candidate spaces',
    gates: 'Gates',
    buildings: 'Buildings',
    streets: 'Walking network',
    greens: 'Green space',
    water: 'Water',
    barriers: 'Walls and barriers',
    heritage: 'Heritage',
    land: 'Land use',
    labels: 'Labels',
  },

  family: {
    elder: 'Elder care',
    child: 'Child care',
    parking: 'Parking',
    sport: 'Sport and leisure',
    education: 'Education',
    health: 'Health',
    culture: 'Culture',
    service: 'Community service',
    commerce: 'Commerce',
    transport: 'Public transport',
    municipal: 'Sanitation',
  },

  status: {
    V: 'verified',
    P: 'partly verified',
    M: 'to be checked',
    J: 'judgement',
    D: 'derived',
  },

  verdict: { served: 'Served', unserved: 'Not served', unknown: 'Unknown' },
  reason: {
    'within-limit': 'within the limit',
    'too-far': 'beyond the limit',
    'not-surveyed': 'class not surveyed',
    'not-connected': 'not connected to the network',
    'edge-of-data': 'the search met the edge of the data',
    'residents-only': 'the nearest is for its own residents only',
    'too-small': 'those within reach are smaller than the rule asks',
    'too-little-supply': 'those within reach are too few for all who share them',
    'closed-gate': 'a closed gate stands in the way',
    'supply-unknown': 'size, or the number of people who share it, is not known',
  },
  nothingReached: 'None in reach',

  eligibility: {
    eligible: 'Eligible for renovation',
    'by-exception': 'Eligible by exception',
    'not-eligible': 'Not eligible',
    'data-missing': 'Data missing',
  },
  eligibilityShort: {
    eligible: 'Eligible',
    'by-exception': 'Exception',
    'not-eligible': 'Not eligible',
    'data-missing': 'Data missing',
  },
  tables: tablesEn,

  assess: {
    title: 'Assess',
    headline: {
      communities: 'Communities',
      eligible: 'Eligible',
      people: 'Residents',
      peopleUnknown: (count) => `unknown in ${count} ${count === '1' ? 'community' : 'communities'}`,
      dataMissing: (count) => `data missing for ${count}`,
      classesUnknown: (count) => `unknown for ${count}`,
      classesMet: 'Required classes met everywhere',
      classesOf: (total) => `of ${total}`,
    },
    theme: 'Map shows',
    themeMissing: 'Missing',
    themeMissingHint: 'Communities colored by the number of required classes not served',
    themeClass: 'Class',
    themeEligibility: 'Scope',
    themeMode: 'Mode',
    classes: 'Facility classes',
    byPeople: 'by people',
    byCommunities: 'people unknown: by community',
    onlyRequired: 'Required only',
    limit: (value) => `≤ ${value}`,
    limitBasis: { radius: 'service radius', tier: 'by its tier' },
    status: (mark) => `Status ${mark}`,
    peopleUnserved: (people) => `${people} not served`,
    communitiesUnserved: (count) => `${count} ${count === '1' ? 'community' : 'communities'} not served`,
    allServed: 'all served',
    showOnMap: (name) => `Show who has ${name} on the map`,
  },

  supply: supplyEn,
  sensitivity: {
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
  },

  legend: {
    title: 'Legend',
    missing: 'Required classes not served',
    missingSteps: (from, to) => (to === null ? from : `${from}–${to}`),
    missingNone: 'None missing',
    verdict: 'The median resident is',
    catchment: 'Within a walk of',
    edgeOfData: 'Touches the edge of the data; beyond it nothing is known',
  },

  gapList: gapListEn,
  surface: surfaceEn,

  gaps: {
    title: 'Gaps',
    summary: (count) => `${count} ${count === '1' ? 'gap' : 'gaps'}`,
    none: 'No gap fits',
    noneHint: 'Loosen the filters, or say under Data which classes were surveyed.',
    filterFamily: 'Family',
    filterClass: 'Class',
    onlyFirst: 'Priority only',
    first: 'Priority',
    firstHint: 'The four the plan fills first: parking, elder care, child care, sport and leisure',
    shortfall: (value) => `${value} too far on average`,
    nothingNear: 'none within the search',
    rank: 'Rank',
    severityHint: 'people × shortfall × priority',
  },

  plan: {
    groups: { scenarios: 'Scenarios', assets: 'Assets', joint: 'Joint', delivery: 'Delivery' },
    title: 'Plan',
    spaces: 'Candidate spaces',
    gates: 'Gates',
    total: (count, area) => `${count} ${count === '1' ? 'space' : 'spaces'} · ${area}`,
    areaUnknown: (count) => `area unknown for ${count}`,
    none: 'No candidate spaces',
    noneHint:
      'Import a layer of spaces: vacant plots, waste land, idle rooms, basements, public stock buildings.',
    gatesNone: 'No gates on record',
    gatesNoneHint: 'Import a layer of gates to see here, by community, which gates are open to whom.',
    gatesUnknown: 'gates not surveyed',
    gatesElsewhere: 'No community given',
    gateSummary: (open, residents, closed) =>
      `${open} public · ${residents} for residents · ${closed} closed`,
    hours: (from, to) => `${from}–${to}`,
  },
  spaceKind: {
    vacant_land: 'Vacant plot',
    waste_land: 'Waste land',
    idle_room: 'Idle room',
    underground: 'Basement',
    public_stock: 'Public stock',
  },
  ownership: {
    owners: 'owners in common',
    government: 'government',
    state_enterprise: 'state enterprise',
    private: 'private',
    civil_defense: 'civil defense',
  },
  gateAccess: { public: 'Public', residents: 'Residents', closed: 'Closed' },
  facilityAccess: { public: 'open to all', residents: 'own residents only' },
  management: { none: 'none', basic: 'basic', professional: 'professional' },
  mode: { comprehensive: 'comprehensive', rebuild: 'part rebuilding' },

  field: {
    subdistrict: 'Sub-district',
    committee: 'Committee',
    built_year: 'Built',
    floor_area_m2: 'Floor area',
    households: 'Households',
    residents: 'Residents',
    residents_0_2: '0–2',
    residents_3_5: '3–5',
    residents_6_11: '6–11',
    residents_12_14: '12–14',
    residents_15_59: '15–59',
    residents_60_plus: '60+',
    residents_80_plus: 'of these 80+',
    gated: 'Gated',
    last_renovated_year: 'Last renovated',
    expropriation_planned: 'Expropriation plan',
    affordable_housing: 'Affordable housing',
    resident_will: 'Will of residents',
    management: 'Property management',
    owners: 'Owners',
    exclusive_area_m2: 'Exclusive area',
    parking_bays: 'Parking bays',
    mode: 'Renovation mode',
    class: 'Class',
    community: 'Community',
    access: 'Open to',
    land_area_m2: 'Land area',
    capacity: 'Capacity',
    storey: 'Storey',
    step_free: 'Step-free',
    kind: 'Kind',
    area_m2: 'Area',
    clear_height_m: 'Clear height',
    own_entrance: 'Own entrance',
    ownership: 'Ownership',
    available_until: 'Available until',
    sun_hours: 'Sunlight',
    fire_grade: 'Fire grade',
    flue: 'Flue',
    lift: 'Lift',
    outdoor_m2: 'Outdoor ground',
    in_housing: 'In a housing block',
    heritage: 'Heritage',
    current_use: 'Used now as',
    source: 'Source',
    survey_date: 'Surveyed',
    note: 'Note',
  },

  fieldType: {
    text: 'text',
    int: 'a whole number',
    number: 'a number',
    bool: 'yes or no',
    enum: 'one of a list',
  },

  inspector: {
    label: 'Details',
    facts: 'Facts',
    eligibility: 'Scope of renovation',
    eligibilityMissing: 'Missing',
    eligibilityMissingHint: 'would decide',
    people: 'Residents by age',
    peopleUnknown: 'Residents unknown',
    classes: 'Facilities in reach',
    classesHint: 'Click a class to draw the walk on the map, again to clear it',
    nearestOfClass: 'Nearest of each class',
    limit: 'Limit',
    catchment: 'Catchments',
    band: 'Within',
    street: 'Streets',
    area: 'Area',
    bandPeople: 'People',
    notConnected: 'This place is not connected to the walking network; there is no catchment.',
    edgeOfData: 'The catchment meets the edge of the data; facilities and people beyond it are unknown.',
    computing: 'Computing…',
    point: 'Point',
    pointHint: 'Drag the point on the map; its catchments follow.',
    gatesUnknown: 'Gates not surveyed',
    gatesUnknownHint: 'Every street that crosses the boundary counts as a gate.',
    gap: 'Gap',
    gapPeople: 'People not served',
    gapPlaces: 'Communities',
    gapShortfall: 'Too far by',
    source: 'Source',
    users: 'Communities nearest to it',
    unknown: (count) => `${count} unknown`,
    allClasses: 'All classes',
    onlyUnserved: 'Not served',
    centerOn: 'Center',
    gates: 'Gates',
    spaces: 'Candidate spaces inside',
  },

  table: {
    label: 'Communities by facility class',
    name: 'Community',
    subdistrict: 'Sub-district',
    eligibility: 'Scope',
    people: 'People',
    missing: 'Missing',
    missingHint: 'Required classes not served',
    builtYear: 'Built',
    search: 'Filter by name',
    anySubdistrict: 'All sub-districts',
    anyEligibility: 'Any scope',
    anyClass: 'Any class',
    anyVerdict: 'Any result',
    rows: (shown, total) => `${shown} of ${total}`,
    export: 'Export CSV',
    exportHint: 'The table as filtered and sorted now',
    none: 'No community fits',
    nothing: 'none',
    clearFilters: 'Clear filters',
    sortBy: (name) => `Sort by ${name}`,
    resize: 'Drag to resize the table',
    csvName: 'communities-by-class',
    csvBasis: 'Basis',
    metres: '(m)',
    minutes: '(min)',
    verdictSuffix: 'verdict',
  },

  present: {
    title: (project) => `${project} · Life circles today`,
    plannedTitle: (project, scenario) => `${project} · ${scenario}`,
    exit: 'Leave',
    exitHint: 'Esc',
    print: 'Print',
    basisLine: (basis, bands, profile, hour, rules) =>
      `Verdicts: ${basis} · Circles: ${bands} · Walker: ${profile} · Time of day: ${hour} · Rule pack: ${rules}`,
    ruleWarning: 'The rule pack holds values to be checked with a planner; verdicts are by this pack.',
    communities: 'Communities',
    eligible: 'Eligible',
    people: 'Residents',
    classesMet: 'Required classes met everywhere',
    topGaps: 'Fill first',
    dataDates: (dates) => `Data of ${dates}`,
  },

  notices: 'Notices',

  issueTitle: {
    'file-empty': 'Empty file',
    'file-unreadable': 'File cannot be read',
    'file-truncated': 'Incomplete file',
    'file-too-large': 'File too large',
    'format-unknown': 'Unknown format',
    'compression-unsupported': 'Compression not supported',
    'json-invalid': 'Invalid JSON',
    'xml-invalid': 'Invalid XML',
    'layer-unknown': 'Unknown layer',
    'layer-missing': 'Layer missing',
    'project-version-newer': 'Project of a newer version',
    'project-invalid': 'Invalid project description',
    'rule-pack-invalid': 'Rule pack refused',
    'rule-pack-missing': 'Rule pack missing',
    'archive-too-large': 'Archive too large',
    'archive-entry-unsafe': 'Unsafe archive entry',
    'geometry-missing': 'No geometry',
    'geometry-invalid': 'Invalid geometry',
    'geometry-type-wrong': 'Wrong geometry type',
    'coordinates-out-of-range': 'Coordinates out of range',
    'coordinates-swapped': 'Coordinates perhaps swapped',
    'coordinates-not-wgs84': 'Coordinates not WGS84',
    'id-duplicate': 'Duplicate id',
    'field-wrong-type': 'Wrong type of value',
    'field-unknown-value': 'Value not in the list',
    'class-unknown': 'Class not in the rule pack',
    'reference-missing': 'Reference to nothing',
    'polygon-broken': 'Outline not closed',
    'nodes-missing': 'Nodes missing',
    'no-streets': 'No walking network',
    'gates-unknown': 'Gates not surveyed',
    'community-not-connected': 'Community not connected',
    'facility-not-connected': 'Facility not connected',
    'building-not-connected': 'Building not connected',
    'gate-not-connected': 'Gate not connected',
    'green-not-connected': 'Green not connected',
    'people-mismatch': 'Number differs from the sum of buildings',
    'people-outside': 'Residents in no community',
    'snap-far': 'Far from any street',
    'on-island': 'On an island of streets',
    'slope-implausible': 'Implausible slope',
    'edit-impossible': 'A measure cannot work',
    'correction-stale': 'Correction no longer fits',
    'internal-error': 'The program failed',
  },
  issue,
  issueWhere: {
    row: (row) => `record ${row}`,
    id: (id) => `id ${id}`,
    join: ' · ',
    colon: ': ',
  },
  explain: explainEn,
  units: unitsEn,
  propose: proposeEn,
}
