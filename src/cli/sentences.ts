import type { Issue, IssueCode } from '../model/issue'
import type { EditRefusal } from '../model/scenario'

type Facts = NonNullable<Issue['facts']>

/** One sentence for a terminal: which file, which row, what is wrong, what to do. */
export function tellIssue(issue: Issue): string {
  const where = tellWhere(issue)
  const what = SENTENCES[issue.code](issue.facts ?? {})
  return where === '' ? what : `${where}: ${what}`
}

function tellWhere({ file, layer, row, id }: Issue): string {
  const parts: string[] = []
  if (file !== undefined) parts.push(file)
  // a record is not named by a file alone
  if (layer !== undefined && (row !== undefined || id !== undefined || file === undefined)) parts.push(layer)
  if (row !== undefined) parts.push(`row ${row}`)
  if (id !== undefined) parts.push(`id ${id}`)
  return parts.join(', ')
}

const EDIT_REFUSALS: Readonly<Record<EditRefusal, string>> = {
  missing: 'the record it names is not there, or an earlier edit took it away',
  'space-used-up': 'the space has not that much area left',
  'space-without-area': 'the area of the space is not known; give the area that is used',
  'not-gated': 'the community has no wall to open',
  'far-from-edge': 'the place is more than 12 m from the edge of the community',
  'walls-apart': 'the walls of the two communities are more than 12 m apart there',
  'gate-near': 'a gate of one of the two is within 12 m: open that one',
  heritage: 'it lies in a heritage area',
  'wall-locked': 'the wall is on record as one that stays (locked)',
  'building-between': 'a building stands in the way',
  'line-too-short': 'a path needs two places',
  'not-on-street': 'an end of the path does not lie on the street it is to join',
  'already-shared': 'the facility serves everybody already',
  'nothing-to-change': 'it names no area and no capacity',
}

/** How a file that is too large gets smaller. */
function makeSmaller(facts: Facts): string {
  const heap = 'or give Node more memory (NODE_OPTIONS=--max-old-space-size=MB)'
  if (facts['format'] === 'json')
    return `convert it to FlatGeobuf first (ogr2ogr out.fgb in.geojson), cut it by a box (ogr2ogr -spat W S E N), ${heap}`
  if (facts['format'] === 'osm-xml')
    return `convert it to PBF first (osmium cat -o out.osm.pbf in.osm), cut it by a box (osmium extract -b W,S,E,N), ${heap}`
  if (facts['format'] === 'table') return 'split it by sub-district'
  if (facts['format'] === 'flatgeobuf') return `cut it by a box first (ogr2ogr -spat W S E N), ${heap}`
  return 'import it alone into a project (import), take a district out of it (import --box W,S,E,N), or assess it in tiles (assess --tiles, --tile)'
}

/** How a file of a GIS becomes one that is read here. */
const DETOURS: Readonly<Record<string, string>> = {
  shapefile:
    'convert it first: ogr2ogr -t_srs EPSG:4326 OUT.fgb IN.shp (of a zip: /vsizip/IN.zip); if texts come out wrong, add --config SHAPE_ENCODING GB18030',
  geopackage:
    'convert a layer of it first: ogr2ogr -t_srs EPSG:4326 OUT.fgb IN.gpkg LAYER (ogrinfo IN.gpkg lists them)',
  dbf: 'it is the table of a shapefile: convert the .shp beside it (ogr2ogr -t_srs EPSG:4326 OUT.fgb IN.shp), or save it as CSV',
}

/** A new code does not compile until it has its sentence here. */
const SENTENCES: Readonly<Record<IssueCode, (facts: Facts) => string>> = {
  'file-empty': () => 'the file is empty; export or download it again',
  'file-unreadable': (f) =>
    f['reason'] === 'quote-open'
      ? `the quotation mark in row ${value(f, '', 'row') || '?'} is never closed; save it in a spreadsheet as CSV (UTF-8)`
      : f['reason'] === 'encoding'
        ? `the text is neither UTF-8 nor GB18030${value(f, ' but says ', 'encoding')}; save it as UTF-8, or name its encoding with --encoding`
        : `the file is damaged${value(f, ' (', 'reason', 'problem')}${has(f, 'reason', 'problem') ? ')' : ''}; get it again from where it came`,
  'file-truncated': (f) =>
    `the file ends half way${has(f, 'read') && has(f, 'expected') ? ` (${f['read']} of ${f['expected']} records)` : value(f, ' (the server said: ', 'remark')}${has(f, 'remark') ? ')' : ''}; get the whole file again`,
  'file-too-large': (f) =>
    `it has ${value(f, '', 'size_mb') || 'too many'} MB${f['form'] === 'unpacked' ? ' unpacked' : ''}, more than the ${value(f, '', 'limit_mb')} MB that can be held at once; ${makeSmaller(f)}`,
  'format-unknown': (f) =>
    `this build does not read the format${value(f, ' ', 'format')}${value(f, ', it expects ', 'expected')}; ${DETOURS[String(f['format'])] ?? 'save it as GeoJSON, FlatGeobuf, a table (CSV, XLSX) or OSM (PBF, XML, Overpass JSON)'}`,
  'compression-unsupported': (f) =>
    `the compression${value(f, ' ', 'compression')} is not supported; unpack the file, or save OSM PBF with zlib blobs (osmium cat -o new.osm.pbf)`,
  'json-invalid': (f) =>
    `it is not valid JSON${value(f, ' from line ', 'line')}${value(f, ', column ', 'column')}${has(f, 'column') ? ` on${has(f, 'found') && f['found'] !== '' ? `, where it has ${f['found']}` : ''}` : ' on'}; correct it there, or export it again from where it came`,
  'xml-invalid': (f) =>
    `it is not valid XML${value(f, ', near line ', 'line')}; export it again from where it came`,
  'layer-unknown': (f) =>
    `it does not say which layer${value(f, ' ', 'layer', 'name')} is; name it with --layer FILE=LAYER, or rename the file to a layer name`,
  'table-no-heading': () =>
    'there is no row of headings among its first 20 rows; add one with known headings (such as name, kind, area_m2, lon, lat, WKT)',
  'table-no-position': (f) =>
    `it has no columns of coordinates (headings are in row ${value(f, '', 'row')}), nothing was taken in; add lon and lat in WGS84 degrees, or WKT; candidate spaces may name their community instead`,
  'table-sheets-skipped': (f) =>
    `only the sheet ${quoted(f, 'sheet')} was read, not ${quoted(f, 'sheets')}; save those as files of their own if they are needed`,
  'table-columns-kept': (f) =>
    `the columns ${quoted(f, 'columns')} are not known, they are kept and count in nothing; name them as the schema does if they are known fields`,
  'layer-missing': (f) =>
    `project.json lists ${value(f, '', 'expected') || 'some'} records and the file is not there; put it back, or import the layer again`,
  'project-version-newer': (f) =>
    `the project was saved by a newer version (format ${value(f, '', 'version') || 'unknown'}, this one knows ${value(f, '', 'known') || 'less'}); open it with that version`,
  'project-invalid': (f) =>
    f['path'] === 'project.json'
      ? 'it is no project: there is no project.json; give a .lifecircle file, a project folder or a data file'
      : `it is no valid project description${value(f, ', at ', 'path')}${value(f, ': expected ', 'expected')}${value(f, ', found ', 'found')}; correct it, or save the project again`,
  'rule-pack-invalid': (f) =>
    `the rule pack is refused${value(f, ': ', 'path')}${value(f, ' is ', 'found')}${value(f, ', expected ', 'expected')}; the shipped rules are used, correct the file and open it again`,
  'rule-pack-missing': (f) =>
    `the project names the rule pack${value(f, ' ', 'id')} and the file is not there; the shipped rules are used, put it back`,
  'archive-too-large': (f) =>
    `it unpacks to ${value(f, '', 'unpacked_mb') || 'too many'} MB, more than the ${value(f, '', 'limit_mb')} MB that can be opened at once; assess a large area in tiles (assess --tiles, --tile), or check where the file comes from`,
  'archive-entry-unsafe': () =>
    'the path of this entry leads out of the archive, it was left out; check where the file comes from',
  'rows-rejected': (f) =>
    `${value(f, '', 'accepted') || 'some'} records came in, ${value(f, '', 'rejected') || 'some'} were left out`,
  'geometry-missing': () =>
    'there is no geometry, the record was left out; draw it in the source and import again',
  'geometry-invalid': (f) =>
    `the geometry is broken${value(f, ' (', 'reason', 'problem')}${has(f, 'reason', 'problem') ? ')' : ''}, the record was left out; repair it in a GIS and import again`,
  'geometry-type-wrong': (f) =>
    `the geometry${value(f, ' ', 'found', 'type')} does not fit the layer${value(f, ', which takes ', 'expected')}, the record was left out; convert it and import again`,
  'coordinates-out-of-range': (f) =>
    `the coordinates ${value(f, '', 'lon', 'x')} ${value(f, '', 'lat', 'y')} are no degrees; convert the file to longitude and latitude in WGS84`,
  'coordinates-swapped': () => 'latitude comes before longitude; swap the two and import again',
  'coordinates-not-wgs84': (f) =>
    `the coordinates are in ${value(f, '', 'crs') || 'another system'} and not in WGS84; convert the file first, for example ogr2ogr -t_srs EPSG:4326`,
  'position-zero': (f) =>
    has(f, 'corner')
      ? `point ${f['corner']} of the outline or line of ${value(f, '', 'name') || 'the record'} has longitude and latitude 0, the record was left out; correct it in a GIS and import again`
      : `${value(f, '', 'name') || 'the record'} has longitude and latitude 0, which is taken for no coordinates${has(f, 'left_out') ? ', and was left out' : ''}; fill them in`,
  'table-sum': () => 'a row of sums, left out',
  'position-missing': (f) =>
    `${value(f, '', 'name') || 'the record'} has no coordinates and was left out${whyNowhere(f)}; fill in lon and lat in WGS84 degrees, or WKT`,
  'position-waiting': (f) =>
    `${value(f, '', 'name') || 'the space'} has no coordinates${whyNowhere(f)} and waits for a place: it is kept and left out of all results; fill in lon and lat, or place it in the app`,
  'position-by-community': (f) =>
    `${value(f, '', 'name') || 'the space'} has no coordinates and was put into the community ${quoted(f, 'community')}: walks to it are estimates; fill in lon and lat`,
  'spaces-housed': (f) =>
    `${value(f, '', 'count')} spaces name no community and were given the one they lie in, as ${quoted(f, 'name')} in ${quoted(f, 'community')}; where that is wrong, name it in the table`,
  'position-invalid': (f) =>
    `the coordinates ${quoted(f, 'value')} cannot be read, the record was left out; write 120.1523 and 30.2741, 120°9′8.3″, or WKT`,
  'text-cleaned': (f) =>
    `invisible characters (line breaks, zero width, writing direction) were taken out of the texts${f['rows'] === undefined ? '' : ` of ${f['rows']} records`}${value(f, ', now: ', 'example')}; check them in the source`,
  'id-duplicate': (f) =>
    `the id${value(f, ' ', 'id')} occurs twice, a new one was given${value(f, ': ', 'renamed')}; check whether the two are the same thing`,
  'field-wrong-type': (f) =>
    `${value(f, '', 'field') || 'a field'} is ${quoted(f, 'value', 'found')}, not ${value(f, '', 'expected', 'type') || 'of the right type'}, and counts as unknown; correct it in the source`,
  'field-unknown-value': (f) =>
    `${value(f, '', 'field') || 'a field'} is ${quoted(f, 'value', 'found')}, not one of ${value(f, '', 'expected') || 'the values allowed'}, and counts as unknown; correct it in the source`,
  'class-unknown': (f) =>
    `the facility class ${quoted(f, 'class', 'value')} is not in the rule pack and is not assessed; check the code`,
  'reference-missing': (f) =>
    `${value(f, '', 'field') || 'a field'} names ${quoted(f, 'reference', 'target', 'value')}, which does not exist${value(f, ', nor do the targets of ', 'others')}${has(f, 'others') ? ' more records' : ''}; check the id or add the record`,
  'reference-ambiguous': (f) =>
    `${value(f, '', 'field') || 'a field'} is ${quoted(f, 'reference')}, the name of ${value(f, '', 'count') || 'several'} records; write the id`,
  'spaces-updated': (f) =>
    `${value(f, '', 'count') || 'some'} spaces were there already, ${value(f, '', 'changed') || 'some'} of them were updated`,
  'polygon-broken': () =>
    'the outline is not closed, only closed parts of it came in; repair it in the source',
  'nodes-missing': (f) =>
    `${value(f, '', 'missing', 'count') || 'some'} nodes are not in the file, which was probably cut there; clip it with complete ways`,
  'no-streets': () =>
    'there are no walkable streets, so nothing can be walked; add OpenStreetMap data or a streets layer',
  'gates-unknown': (f) =>
    `the gated community${value(f, ' ', 'name')} has no gates on record, so each street that crosses its edge counts as one; add its gates`,
  'community-not-connected': (f) =>
    `the community${value(f, ' ', 'name')} is not connected to any street${behind(f)}, its results are unknown; check streets and gates`,
  'facility-not-connected': (f) =>
    `the facility${value(f, ' ', 'name')} is not connected to any street${behind(f)} and serves nobody; check its place and the streets near it`,
  'building-not-connected': (f) =>
    `the building's people are not connected to any street${behind(f)}, their results are unknown; add its entrance or the path that leads to it`,
  'gate-not-connected': (f) =>
    `the gate${value(f, ' ', 'name')} is not connected to any street; check its place and the streets near it`,
  'green-not-connected': (f) =>
    `the green${value(f, ' ', 'name')} is not connected to any street${behind(f)} and serves nobody; check its outline and the streets near it`,
  'people-mismatch': (f) =>
    `${value(f, '', 'field') || 'a number'} is ${value(f, '', 'total') || 'unknown'} on record, the buildings add up to ${value(f, '', 'buildings') || 'another number'}: more than 5 % apart; the community's number counts, check both`,
  'people-outside': (f) =>
    `${value(f, '', 'buildings') || 'some'} dwellings lie in no community (${value(f, '', 'people') || 'an unknown number of'} residents, ${value(f, '', 'households') || 'an unknown number of'} households) and are counted in none; check the outlines of communities, or name the community in the building`,
  'snap-far': (f) =>
    `the nearest street is ${value(f, '', 'distance_m') || 'too many'} m away; check the place, or add the path that leads to it`,
  'on-island': (f) =>
    `the streets it stands on (${value(f, '', 'street_m') || 'under 1000'} m in all) hang together with no others; check whether an end should join the network`,
  'slope-implausible': (f) =>
    `it rises by ${value(f, '', 'percent') || 'more than 60'} % somewhere, which nobody walks, and counts as flat there; check its heights or its incline`,
  'edit-impossible': (f) =>
    `edit ${f['edit']} (${f['kind']}) was left out: ${EDIT_REFUSALS[f['reason'] as EditRefusal]}`,
  'wall-stays': (f) =>
    `${f['walls'] === 'one' ? 'the wall' : 'the walls that two communities share'} cannot be opened there (${f['reason']})`,
  'no-street-here': () => 'there is no street or path near there to take away',
  'tool-not-loaded': () => 'a part of the page did not load',
  'correction-stale': (f) =>
    `the correction ${quoted(f, 'correction')} (${value(f, '', 'kind')}) no longer finds ${quoted(f, 'record')}, it was left out; undo it or repair the finding again`,
  'internal-error': (f) =>
    `the program failed${value(f, ': ', 'message')}; please report it with the file that caused it`,
}

/** What keeps a place from its nearest street, in brackets; or nothing. */
function behind(facts: Facts): string {
  return has(facts, 'barrier')
    ? ` (the nearest, ${value(facts, '', 'distance_m')} m away, lies behind a barrier: ${value(facts, '', 'barrier')})`
    : ''
}

function has(facts: Facts, ...keys: readonly string[]): boolean {
  return keys.some((key) => facts[key] !== undefined)
}

/** The first fact that is known, after a lead-in; nothing when none is. */
function value(facts: Facts, lead: string, ...keys: readonly string[]): string {
  const key = keys.find((candidate) => facts[candidate] !== undefined)
  return key === undefined ? '' : `${lead}${facts[key]}`
}

function quoted(facts: Facts, ...keys: readonly string[]): string {
  const text = value(facts, '', ...keys)
  return text === '' ? 'something else' : `"${text}"`
}

/** Why the community a row names is no place either. */
function whyNowhere(f: Issue['facts'] = {}): string {
  switch (f['reason']) {
    case 'community-missing':
      return ' (it names no community either)'
    case 'community-unknown':
      return ` (no community is called ${quoted(f, 'community')})`
    case 'community-ambiguous':
      return ` (${f['count']} communities are called ${quoted(f, 'community')})`
    default:
      return ''
  }
}
