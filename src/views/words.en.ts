import { tablesEn } from './words/tables.en'
import type { Words } from './words.zh'
import { rulesEn } from './words/rules.en'
import { sideEn } from './words/side.en'
import { indicatorsEn } from './words/indicators.en'
import { gapListEn } from './words/gap-list.en'
import { sensitivityEn } from './words/sensitivity.en'
import { surfaceEn } from './words/surface.en'
import { explainEn } from './words/explain.en'
import { proposeEn } from './words/propose.en'
import { unitsEn } from './words/units.en'
import { doctorEn, findingsEn } from './words/doctor.en'
import { issuesEn, issueTitlesEn } from './words/issues.en'
import { dataEn } from './words/data.en'
import { fieldsEn, fieldTypesEn } from './words/fields.en'
import { inspectorEn } from './words/inspector.en'
import { complexEn } from './words/complex.en'
import { hostingEn } from './words/hosting.en'
import { moneyEn } from './words/money.en'
import { consentEn } from './words/consent.en'
import { worksEn } from './words/works.en'
import { compareEn } from './words/compare.en'
import { linksEn } from './words/links.en'
import { spacesEn } from './words/spaces.en'
import { scenarioEn } from './words/scenario.en'
import { talkEn } from './words/talk.en'
import { supplyEn } from './words/supply.en'

/** Every word of the interface, in English. A key missing here does not compile. */
export const wordsEn: Words = {
  rules: rulesEn,
  indicators: indicatorsEn,
  appName: 'Lifecircle',
  hosting: hostingEn,
  complex: complexEn,
  money: moneyEn,
  consent: consentEn,
  works: worksEn,
  scenario: scenarioEn,
  spaces: spacesEn,
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
  amountRefused: {
    number: (typed) => `“${typed}” not taken: a number of 0 or more`,
    whole: (typed) => `“${typed}” not taken: a whole number of 0 or more`,
    most: (typed, most) => `“${typed}” not taken: ${most} at most`,
  },
  atLeast: (value) => `at least ${value}`,
  atMost: (value) => `at most ${value}`,
  more: (count) => `${count} more`,
  locate: 'Show on the map',
  askPlanner: 'check with a planner',
  unnamed: {
    facility: 'Unnamed facility',
    space: 'Unnamed space',
    gate: 'Unnamed gate',
    gateOf: (place) => `Gate of ${place}`,
  },
  side: sideEn,
  listSeparator: ', ',

  unit: {
    m: 'm',
    km: 'km',
    m2: 'm²',
    hectare: 'ha',
    tenThousandM2: '× 10,000 m²',
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

  partFailed: {
    title: 'This part could not be shown',
    hint: 'The program may have been updated, or a file was not loaded. The project is still there: try again, or save it and reload the page.',
    save: 'Save the project',
    retry: 'Try again',
  },

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
    searchShort: 'Search',
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
      ['Tables', 'CSV, XLSX (with lon and lat, or WKT)'],
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
    onlyHint: '.lifecircle, OSM, GeoJSON, FlatGeobuf, CSV, XLSX',
  },

  data: dataEn,

  doctor: doctorEn,
  finding: findingsEn,

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
    'not-surveyed': 'class, or the way to it, not fully surveyed',
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
      eligible: 'Eligible or by exception',
      byException: (count) => `${count} by exception`,
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
    nothingKnown: (count) => `${count} more with no data (unknown)`,
    limit: (value) => `≤ ${value}`,
    limitBasis: { radius: 'service radius', tier: 'by its tier' },
    status: (mark) => `Status ${mark}`,
    peopleUnserved: (people) => `${people} not served`,
    communitiesUnserved: (count) => `${count} ${count === '1' ? 'community' : 'communities'} not served`,
    allServed: 'all served',
    showOnMap: (name) => `Show who has ${name} on the map`,
  },

  supply: supplyEn,
  sensitivity: sensitivityEn,

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
    gateSummary: (open, residents, closed, unknown) =>
      `${open} public · ${residents} for residents · ${closed} closed${unknown === 0 ? '' : ` · ${unknown} unknown`}`,
    gatesOpenAnyway: 'not known to be gated: gates change no walk',
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

  field: fieldsEn,

  fieldType: fieldTypesEn,

  inspector: inspectorEn,

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
    eligible: 'Eligible or by exception',
    people: 'Residents',
    classesMet: 'Required classes met everywhere',
    topGaps: 'Fill first',
    dataDates: (dates) => `Data of ${dates}`,
  },

  notices: 'Notices',

  issueTitle: issueTitlesEn,
  issue: issuesEn,
  issueWhere: {
    row: (row) => `record ${row}`,
    sheetRow: (row) => `row ${row} of the sheet`,
    id: (id) => `id ${id}`,
    join: ' · ',
    colon: ': ',
  },
  explain: explainEn,
  units: unitsEn,
  propose: proposeEn,
}
