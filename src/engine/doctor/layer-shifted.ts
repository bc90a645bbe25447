import type { Position } from 'geojson'
import type { ShiftedCrs } from '../../model/correction'
import type { Finding } from '../../model/finding'
import type { LayerName } from '../../model/layers'
import { representativePoint } from '../geometry/rings'
import { unshift } from '../project/reproject'
import type { Check, Patient } from './patient'

/** Layers whose places lie beside streets, so that a shift shows. Houses stand anywhere between them. */
const LAYERS = ['facilities', 'gates'] as const satisfies readonly LayerName[]
/** Fewer places may lie off the streets by chance. */
const LEAST_PLACES = 30
/** So many places, evenly spread over the layer, tell as much as all. */
const MOST_SAMPLES = 2000
/** No street within this far counts as this far, metres. */
const FAR_M = 800
/** Moved back, the median place lies nearer to a street by this factor at least. */
const NEARER = 0.6
/** Share of the places that come nearer, at least; half of them would by chance. */
const LEAST_SHARE = 0.6
/** Standard deviations by which that share lies above chance, at least (sign test). */
const LEAST_SIGMA = 4

/**
 * Layers that were taken for WGS84 and are in GCJ-02 or BD-09: moved back by that system's own shift at each
 * place, their places come markedly nearer to the streets. The shift is some 300 to 700 m in one direction,
 * but in a dense network each place finds some street near by, so distances are compared and not directions.
 * Reported once for the layer.
 */
export const findShiftedLayers: Check = (patient) =>
  LAYERS.flatMap((layer): Finding[] => {
    const { records, places } = samplePlaces(patient, layer)
    if (places.length < LEAST_PLACES) return []
    const before = distances(patient, places)
    const hypotheses = (['gcj02', 'bd09'] as const).map((from) => compare(patient, places, before, from))
    const [best] = hypotheses.filter(isClear).sort((a, b) => a.after_m - b.after_m)
    if (best === undefined) return []
    const middle = places[places.length >> 1]
    const moved = unshift(middle[0], middle[1], best.from)
    return [
      {
        id: `layer-shifted:${layer}`,
        kind: 'layer-shifted',
        severity: 'error',
        at: [middle[0], middle[1]],
        records: [],
        lines: [],
        facts: {
          layer,
          crs: best.from,
          records: records,
          shift_m: Math.round(shiftOf(patient, middle, moved)),
          before_m: Math.round(median(before)),
          after_m: Math.round(best.after_m),
          share_nearer: Math.round(best.share * 100) / 100,
        },
        repairs: [
          {
            change: { kind: 'shift-layer', layer, from: best.from },
            lines: places.slice(0, 200).map(([lon, lat]) => [[lon, lat], unshift(lon, lat, best.from)]),
            places: [],
            facts: { records },
          },
        ],
      },
    ]
  })

interface Hypothesis {
  readonly from: ShiftedCrs
  readonly after_m: number
  readonly before_m: number
  readonly share: number
  readonly sigma: number
}

function isClear({ after_m, before_m, share, sigma }: Hypothesis): boolean {
  return after_m <= NEARER * before_m && share >= LEAST_SHARE && sigma >= LEAST_SIGMA
}

function samplePlaces(patient: Patient, layer: LayerName): { records: number; places: Position[] } {
  const records = patient.examined.project.layers[layer]
  const step = Math.max(1, records.length / MOST_SAMPLES)
  const places: Position[] = []
  for (let i = 0; Math.floor(i) < records.length; i += step)
    places.push(representativePoint(records[Math.floor(i)].geometry))
  return { records: records.length, places }
}

/** Metres to the nearest street, whatever stands before it. */
function distances(patient: Patient, places: readonly Position[]): number[] {
  const { frame } = patient.examined.network
  return places.map(
    ([lon, lat]) =>
      patient.examined.snaps.nearest(frame.x(lon), frame.y(lat), { maxDistance_m: FAR_M, isPlain: true })
        ?.distance_m ?? FAR_M,
  )
}

function compare(
  patient: Patient,
  places: readonly Position[],
  before: readonly number[],
  from: ShiftedCrs,
): Hypothesis {
  const after = distances(
    patient,
    places.map(([lon, lat]) => unshift(lon, lat, from)),
  )
  let nearer = 0
  let changed = 0
  after.forEach((distance, i) => {
    if (distance === before[i]) return
    changed++
    if (distance < before[i]) nearer++
  })
  const sigma = changed === 0 ? 0 : (nearer - changed / 2) / (Math.sqrt(changed) / 2)
  return {
    from,
    before_m: median(before),
    after_m: median(after),
    share: changed === 0 ? 0 : nearer / changed,
    sigma,
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]
}

function shiftOf(patient: Patient, a: Position, b: Position): number {
  const { frame } = patient.examined.network
  return Math.hypot(frame.x(a[0]) - frame.x(b[0]), frame.y(a[1]) - frame.y(b[1]))
}
