import { withoutOrigin } from '../../model/unplaced-space'
import { applyCorrections } from '../../engine/correction/apply-corrections'
import { layerToCsv } from '../../engine/project/to-csv'
import { layerToGeoJson } from '../../engine/project/to-geojson'
import { writeLayer } from '../../engine/project/flatgeobuf-write'
import { LAYER_NAMES, type LayerName, type LayerRecord } from '../../model/layers'
import { type Command, NoAnswer } from '../command'
import { JSON_OPTION } from '../settings'
import { loadSourceWithIssues } from '../source'
import { tellWarnings } from '../warnings'
import { writeOutput } from '../write-output'

type Writer = (layer: LayerName, records: readonly LayerRecord<LayerName>[]) => Uint8Array | string

/** Formats by name; null: known, and not written by this build. */
const WRITERS = {
  geojson: layerToGeoJson,
  fgb: writeLayer,
  csv: layerToCsv,
  gpkg: null,
  shp: null,
  dxf: null,
  xlsx: null,
} as const satisfies Record<string, Writer | null>

type Format = keyof typeof WRITERS
const FORMATS = Object.keys(WRITERS) as Format[]

/** What gives the same result with what people have at hand. */
const DETOURS: Readonly<Partial<Record<Format, (layer: string) => string>>> = {
  gpkg: (layer) => `export fgb, then: ogr2ogr -f GPKG ${layer}.gpkg ${layer}.fgb`,
  shp: (layer) => `export fgb, then: ogr2ogr -lco ENCODING=UTF-8 ${layer}.shp ${layer}.fgb`,
  dxf: (layer) =>
    `export fgb, then: ogr2ogr -f DXF -t_srs EPSG:4549 -select "" ${layer}.dxf ${layer}.fgb (with the zone of your city)`,
  xlsx: () => 'export csv, which Excel opens',
}

export const exportCommand: Command = {
  name: 'export',
  summary: 'one layer as a file for GIS or a spreadsheet',
  positionals: ['SOURCE'],
  options: [
    { name: '--layer', value: 'LAYER', help: LAYER_NAMES.join(', ') },
    { name: '--format', value: 'FORMAT', help: FORMATS.join(', ') },
    { name: '-o', value: 'OUT', help: 'the file to write; one that is there is replaced' },
    { name: '--as-recorded', help: 'the layer as it was surveyed, without the corrections of the project' },
    JSON_OPTION,
  ],
  async run(args, io) {
    const out = args.required('-o')
    args.required('--layer')
    args.required('--format')
    const layer = args.oneOf('--layer', LAYER_NAMES)!
    const format = args.oneOf('--format', FORMATS)!
    const write: Writer | null = WRITERS[format]
    if (write === null)
      throw new NoAnswer(`this build cannot write ${format}: ${DETOURS[format]?.(layer) ?? 'export geojson'}`)
    const { project, issues } = await loadSourceWithIssues(args.positionals[0], io)
    tellWarnings(
      issues.filter((issue) => issue.layer === undefined || issue.layer === layer),
      io,
    )
    // what the numbers are computed from, unless the survey itself is asked for
    const { layers, unplaced = [] } = args.has('--as-recorded') ? project : applyCorrections(project).project
    const records = layers[layer]
    // a table has them with the others, and takes them in again
    const waiting = layer === 'spaces' ? unplaced.map(withoutOrigin) : []
    const count = records.length + (format === 'csv' ? waiting.length : 0)
    if (format !== 'csv' && waiting.length > 0)
      io.err(`${waiting.length} spaces wait for a place and are not in ${out}; --format csv has them\n`)
    if (count === 0) {
      const present = LAYER_NAMES.filter((name) => layers[name].length > 0).join(', ')
      throw new NoAnswer(
        `${args.positionals[0]} has no ${layer}, nothing was written; it has ${present === '' ? 'no records at all' : present}`,
      )
    }
    await writeOutput(
      out,
      format === 'csv' ? layerToCsv(layer, [...records, ...waiting]) : write(layer, records),
    )
    if (args.has('--json')) io.out(`${JSON.stringify({ features: count })}\n`)
    else io.out(`${count} ${layer} written to ${out}\n`)
  },
}
