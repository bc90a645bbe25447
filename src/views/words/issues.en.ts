import type { Issue, IssueCode } from '../../model/issue'
import type { EditRefusal } from '../../model/scenario'
import { scenarioEn } from './scenario.en'

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

/** What keeps a place from a street. */
export const barrierWords: Readonly<Record<string, string>> = {
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

/** Which format the large file has. */
function largeKind(facts: Facts): string {
  if (facts['format'] === 'json') return ' of GeoJSON or Overpass JSON'
  if (facts['format'] === 'flatgeobuf') return ' of FlatGeobuf'
  if (facts['format'] === 'table') return ' of a table'
  if (facts['format'] === 'rules') return ' of a rule pack'
  return facts['format'] === 'osm-xml' ? ' of OSM XML' : ''
}

/** How a file that is too large gets smaller. */
function makeSmaller(facts: Facts): string {
  if (facts['format'] === 'json')
    return 'Convert it to FlatGeobuf first (ogr2ogr out.fgb in.geojson), or cut it by a box (ogr2ogr with -spat W S E N), and open that; ask Overpass again for a smaller box.'
  if (facts['format'] === 'osm-xml')
    return 'Convert it to PBF first (osmium cat -o out.osm.pbf in.osm), or cut it by a box (osmium extract -b W,S,E,N), and open that.'
  if (facts['format'] === 'flatgeobuf')
    return 'Cut it by a box first (ogr2ogr with -spat W S E N), and open that.'
  if (facts['format'] === 'table')
    return 'Split it by sub-district, or take the pictures out of it, and import that.'
  if (facts['format'] === 'rules')
    return 'A rule pack has less than 1 MB as a rule: check whether this is the file you meant.'
  return 'Take a district out of it on the command line (lifecircle import --box) and open that; the whole can be assessed there in tiles (assess --tiles).'
}

/** What is wrong and what to do; where it is stands before it. */
export const issuesEn: Readonly<Record<IssueCode, (facts: Facts) => string>> = {
  'file-empty': () => 'The file is empty. Export or download it again, then import.',
  'file-unreadable': (f) =>
    f['reason'] === 'quote-open'
      ? `A quotation mark in row ${say(f, '?', 'row')} is never closed. Open it in a spreadsheet, save it as CSV (UTF-8) and import that.`
      : f['reason'] === 'encoding'
        ? `The text is not UTF-8${f['encoding'] === undefined ? '' : ` (it says ${f['encoding']})`}. Save it as UTF-8 and import it again.`
        : 'The file cannot be read: it is damaged or not what its name says. Get it again from where it came.',
  'file-truncated': (f) =>
    `The file ends half way${f['read'] === undefined || f['expected'] === undefined ? '' : ` (${f['read']} of ${f['expected']} records)`}${f['remark'] === undefined ? '' : ` (the server said: ${f['remark']})`}: the download or copy was not complete. Get the whole file again.`,
  'file-too-large': (f) =>
    `The file has ${say(f, 'too many', 'size_mb')} MB${f['form'] === 'unpacked' ? ' unpacked' : ''}, more than the ${say(f, 'allowed number of', 'limit_mb')} MB${largeKind(f)} that can be read at once, and was not opened. ${makeSmaller(f)}`,
  'format-unknown': (f) =>
    f['format'] === 'xls'
      ? 'This is an old Excel file (.xls). Save it as .xlsx and import that.'
      : f['format'] === 'shapefile' || f['format'] === 'geopackage'
        ? `This is a ${f['format'] === 'shapefile' ? 'shapefile' : 'GeoPackage'}. Save it in QGIS as GeoJSON or FlatGeobuf (in WGS84, EPSG:4326) and import that.`
        : f['format'] === 'dbf'
          ? 'This is the table of a shapefile (.dbf), without its shapes. Open the .shp beside it in QGIS and save that as GeoJSON; if the table is all you need, save it as CSV.'
          : 'This format is not known. Readable: .lifecircle, OSM (PBF, XML, Overpass JSON), GeoJSON, FlatGeobuf, tables (CSV, XLSX).',
  'compression-unsupported': (f) =>
    `Uses a compression${quote(f, 'compression', 'method')} that is not supported. Save it again with zlib (for example: osmium cat -o new.osm.pbf).`,
  'json-invalid': (f) =>
    `Not valid JSON from line ${say(f, '?', 'line')}${f['column'] === undefined ? '' : `, character ${f['column']}`}${f['found'] === undefined || f['found'] === '' ? '' : quote(f, 'found')} on. Correct it there, or export it again from where it came.`,
  'xml-invalid': (f) =>
    `Not valid XML${f['line'] === undefined ? '' : ` (near line ${f['line']})`}. Export it again from where it came.`,
  'layer-unknown': (f) =>
    `It is not clear which layer${quote(f, 'layer', 'name')} is. Rename the file to a layer name (communities, facilities, streets…) and import it again.`,
  'table-no-heading': () =>
    'No row of headings was found. It must be among the first 20 rows and have two known headings or more (such as name, kind, area, lon, lat). Add it and import again.',
  'table-no-position': (f) =>
    `The table has no columns of coordinates (its headings are in row ${say(f, '?', 'row')}); nothing was taken in. Add lon and lat (WGS84, decimal degrees) or WKT; candidate spaces may name their community instead.`,
  'table-sheets-skipped': (f) =>
    `Only the sheet${quote(f, 'sheet')} was read, not${quote(f, 'sheets')}. Save those as files of their own if they are needed.`,
  'table-columns-kept': (f) =>
    `The columns${quote(f, 'columns')} are not known; they are kept with the records and count in nothing. If one is a known field, name it as the export of candidate spaces does (in the same unit).`,
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
  'rows-rejected': (f) =>
    `${say(f, 'Some', 'accepted')} records came in, ${say(f, 'some', 'rejected')} were left out. Data › Data problems says which rows, why, and what to do.`,
  'geometry-missing': () => 'Has no geometry and was left out. Draw it in the source layer and import again.',
  'geometry-invalid': (f) =>
    `Has an invalid geometry${quote(f, 'problem', 'reason')} and was left out. Repair it in a GIS and import again.`,
  'geometry-type-wrong': (f) =>
    `Its geometry type${quote(f, 'found', 'type', 'geometry')} does not fit the layer${f['expected'] === undefined ? '' : ` (expected ${f['expected']})`}; left out. Convert it and import again.`,
  'coordinates-out-of-range': (f) =>
    `Coordinates ${say(f, '', 'lon', 'x')} ${say(f, '', 'lat', 'y')} are not degrees; they may be projected. Convert to WGS84 longitude and latitude.`,
  'coordinates-swapped': () => 'Longitude and latitude seem swapped. Check the order of the columns.',
  'coordinates-not-wgs84': (f) => `The coordinate system${quote(f, 'crs')} is not WGS84. Convert it first.`,
  'position-zero': (f) =>
    f['corner'] === undefined
      ? `${quote(f, 'name').trim()} has longitude and latitude 0, taken for no coordinates${f['left_out'] === undefined ? '' : ', and was left out'}. Fill them in and import again.`.trim()
      : `Point ${f['corner']} of the outline or line${quote(f, 'name')} has longitude and latitude 0; the record was left out. Correct it in a GIS and import again.`,
  'table-sum': () => 'A row of sums, left out.',
  'position-missing': (f) =>
    `Has no coordinates${quote(f, 'name')} and was left out${whyNowhere(f)}. Fill in lon and lat (WGS84, decimal degrees) or WKT and import again, or draw it in Plan › Resources › Spaces.`,
  'position-waiting': (f) =>
    `Has no coordinates${quote(f, 'name')}${whyNowhere(f)}: it waits for a place and is left out of all results. Place it in Plan › Resources › Spaces, on the map or by its community, or fill in coordinates and import again.`,
  'position-by-community': (f) =>
    `Has no coordinates${quote(f, 'name')} and was put into the community${quote(f, 'community')}: its position is an estimate, and walks to it are not exact. Select it on the map and press «Place on the map», or fill in coordinates and import again.`,
  'spaces-housed': (f) =>
    `${say(f, 'Some', 'count')} candidate spaces name no community and were given the one they lie in${f['name'] === undefined ? '' : `, as${quote(f, 'name')} in${quote(f, 'community')}`}. Where that is wrong, name the community in the table and import again.`,
  'position-invalid': (f) =>
    `Has coordinates${quote(f, 'value')} that cannot be read${quote(f, 'name')} and was left out. Write 120.1523 and 30.2741, or 120°9′8.3″; WKT as POINT or POLYGON. Correct it and import again.`,
  'text-cleaned': (f) =>
    `Invisible characters were taken out of texts${f['rows'] === undefined ? '' : ` of ${f['rows']} records`}${f['example'] === undefined ? '' : `, as in${quote(f, 'example')}`}. Check them.`,
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
  'reference-ambiguous': (f) =>
    `The name${quote(f, 'reference')} in field${quote(f, 'field')} belongs to ${say(f, 'several', 'count')} records; none of them was taken. Write the id.`,
  'spaces-updated': (f) =>
    `${say(f, 'Some', 'count')} spaces have the id and the place of spaces of the project and were not added again; ${f['changed'] === 0 ? 'nothing about them has changed' : `${say(f, 'some', 'changed')} of them were updated from the table, as corrections of the data that can be undone one by one`}. Empty cells change nothing.`,
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
    `Measure ${f['edit'] ?? '?'} was left out: ${scenarioEn.refusal[f['reason'] as EditRefusal] ?? 'the reason is not known'}. Change or delete it.`,
  'no-street-here': () =>
    'There is no street or path near here to take away. Zoom in and press on the one you mean.',
  'tool-not-loaded': () =>
    'Check the connection and choose the tool again; if that does not help, save the project and reload the page.',
  'wall-stays': (f) =>
    `${f['walls'] === 'one' ? 'The wall' : 'The wall that the two communities share'} cannot be opened here: ${scenarioEn.wallStays(String(f['reason']), quote(f, 'name'))}.`,
  'correction-stale': (f) =>
    `The correction${quote(f, 'correction')} no longer finds the record${quote(f, 'record')} it is about and was left out. Undo it, or repair the finding again.`,
  'internal-error': (f) =>
    `The program failed${f['message'] === undefined ? '' : ` (${f['message']})`}. What was open is unchanged; try again, and if it comes back save the project and reload the page.`,
}

/** The same in few words. */
export const issueTitlesEn: Readonly<Record<IssueCode, string>> = {
  'file-empty': 'Empty file',
  'file-unreadable': 'File cannot be read',
  'file-truncated': 'Incomplete file',
  'file-too-large': 'File too large',
  'format-unknown': 'Unknown format',
  'compression-unsupported': 'Compression not supported',
  'json-invalid': 'Invalid JSON',
  'xml-invalid': 'Invalid XML',
  'layer-unknown': 'Unknown layer',
  'table-no-heading': 'No row of headings',
  'table-no-position': 'No columns of coordinates',
  'table-sheets-skipped': 'Sheets not read',
  'table-columns-kept': 'Unknown columns',
  'layer-missing': 'Layer missing',
  'project-version-newer': 'Project of a newer version',
  'project-invalid': 'Invalid project description',
  'rule-pack-invalid': 'Rule pack refused',
  'rule-pack-missing': 'Rule pack missing',
  'archive-too-large': 'Archive too large',
  'archive-entry-unsafe': 'Unsafe archive entry',
  'rows-rejected': 'Records left out',
  'geometry-missing': 'No geometry',
  'geometry-invalid': 'Invalid geometry',
  'geometry-type-wrong': 'Wrong geometry type',
  'coordinates-out-of-range': 'Coordinates out of range',
  'coordinates-swapped': 'Coordinates perhaps swapped',
  'coordinates-not-wgs84': 'Coordinates not WGS84',
  'position-zero': 'Coordinates 0, 0',
  'table-sum': 'Rows of sums',
  'position-missing': 'No coordinates',
  'position-waiting': 'Waits for a place',
  'position-invalid': 'Unreadable coordinates',
  'text-cleaned': 'Invisible characters',
  'id-duplicate': 'Duplicate id',
  'field-wrong-type': 'Wrong type of value',
  'field-unknown-value': 'Value not in the list',
  'class-unknown': 'Class not in the rule pack',
  'reference-missing': 'Reference to nothing',
  'reference-ambiguous': 'Ambiguous name',
  'position-by-community': 'Placed by community',
  'spaces-housed': 'Spaces given their community',
  'spaces-updated': 'Spaces updated',
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
  'no-street-here': 'No street here',
  'tool-not-loaded': 'The drawing tool did not load',
  'wall-stays': 'The wall stays',
  'correction-stale': 'Correction no longer fits',
  'internal-error': 'The program failed',
}

/** Why the community a row names is no place either. */
function whyNowhere(f: Facts): string {
  switch (f['reason']) {
    case 'community-missing':
      return '; it names no community either'
    case 'community-unknown':
      return `; no community is called${quote(f, 'community')}`
    case 'community-ambiguous':
      return `; ${f['count']} communities are called${quote(f, 'community')}`
    default:
      return ''
  }
}
