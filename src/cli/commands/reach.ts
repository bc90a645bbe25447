import { catchmentFrom, prepare } from '../../engine/pipeline'
import type { Command } from '../command'
import { NoAnswer, UsageError } from '../command'
import { PLAIN_OPTION, JSON_OPTION, settingsFrom, WALK_OPTIONS } from '../settings'
import { loadSource } from '../source'
import { formatTable } from '../table'
import { tellScenario } from '../tell-scenario'
import { writeOutput } from '../write-output'
import { round } from './walk'

export const reachCommand: Command = {
  name: 'reach',
  summary: 'what can be reached on foot from a point: street length, area, people, polygons',
  positionals: ['SOURCE'],
  options: [
    { name: '--from', value: 'LON,LAT', help: 'where the walks start' },
    { name: '--minutes', value: '5,10,15', help: 'limits in minutes (time basis)' },
    { name: '--metres', value: '300,500,1000', help: 'limits in metres (distance basis)' },
    { name: '-o', value: 'FILE.geojson', help: 'write the polygons here' },
    PLAIN_OPTION,
    ...WALK_OPTIONS.filter((option) => option.name !== '--basis'),
    JSON_OPTION,
  ],
  async run(args, io) {
    const from = args.lonLat('--from')
    const minutes = args.numbers('--minutes')
    const metres = args.numbers('--metres')
    if ((minutes === undefined) === (metres === undefined))
      throw new UsageError('give either --minutes or --metres')
    const limits = [...(minutes ?? metres ?? [])].sort((a, b) => a - b)
    const project = await loadSource(args.positionals[0], io)
    const settings = {
      ...(await settingsFrom(args, project)),
      bandsBasis: minutes === undefined ? ('distance' as const) : ('time' as const),
      bands: limits,
    }
    const options = { isPlain: args.has('--plain'), hour: settings.hour }
    const prepared = await prepare(project, settings.scenario, {}, options)
    tellScenario(prepared, settings.year, io)
    const view = catchmentFrom(prepared, { kind: 'point', at: from }, settings, 5)
    if (view.starts.length === 0) throw new NoAnswer(`${from.join(',')} is not connected: no street near it`)
    if (view.edgeOfData) io.err('the reach touches the edge of the data: what lies beyond is not known\n')
    const bands = view.bands.map((band) => ({
      ...(band.limit_unit === 'm' ? { limit_m: band.limit } : { limit_min: band.limit }),
      street_m: round(band.street_m, 1),
      area_m2: round(band.area_m2, 0),
      people: band.people,
    }))
    const output = args.text('-o')
    if (output !== undefined) {
      const features = view.bands.map((band, i) => ({
        type: 'Feature',
        properties: bands[i],
        geometry: { type: 'MultiPolygon', coordinates: band.polygons },
      }))
      await writeOutput(output, `${JSON.stringify({ type: 'FeatureCollection', features })}\n`)
    }
    if (args.has('--json')) io.out(`${JSON.stringify({ bands, edge_of_data: view.edgeOfData })}\n`)
    else
      io.out(
        formatTable(
          [minutes === undefined ? 'limit_m' : 'limit_min', 'street_m', 'area_m2', 'people'],
          bands.map((band, i) =>
            [limits[i], band.street_m, band.area_m2, band.people ?? 'unknown'].map(String),
          ),
        ),
      )
  },
}
