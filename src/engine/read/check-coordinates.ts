import type { Geometry } from 'geojson'

import type { IssueCode } from '../../model/issue'
import { visitPositions } from './check-geometry'

/** What the numbers of one row look like. */
type CoordinateVerdict = 'degrees' | 'swapped' | 'out-of-range' | 'none'

export interface CoordinateFinding {
  readonly verdict: CoordinateVerdict
  /** the position that decided */
  readonly x: number
  readonly y: number
  /** how many positions are longitude and latitude 0, and the number of the first, from 1; 0: none is */
  readonly zeroes: number
  readonly firstZero: number
}

/** China, generously, in degrees. Longitudes and latitudes do not overlap, so an exchange shows. */
const CHINA = { west: 73, east: 136, south: 3, north: 54 } as const

/** Judges the positions of one geometry: could they be longitude, latitude? */
export function judgeCoordinates(geometry: Geometry | null): CoordinateFinding {
  let finding: Omit<CoordinateFinding, 'zeroes' | 'firstZero'> = { verdict: 'none', x: NaN, y: NaN }
  let isSwappedChina = true
  let [zeroes, firstZero, count] = [0, 0, 0]
  visitPositions(geometry, (x, y) => {
    count++
    // what software writes where it knows no place: it says nothing of the others
    if (x === 0 && y === 0) {
      zeroes++
      if (firstZero === 0) firstZero = count
      return
    }
    if (!isBetween(y, CHINA.west, CHINA.east) || !isBetween(x, CHINA.south, CHINA.north))
      isSwappedChina = false
    if (finding.verdict === 'out-of-range') return
    const verdict: CoordinateVerdict =
      Math.abs(x) <= 180 && Math.abs(y) <= 90
        ? 'degrees'
        : Math.abs(x) <= 90 && Math.abs(y) <= 180
          ? 'swapped'
          : 'out-of-range'
    if (finding.verdict === 'none' || verdict !== 'degrees') finding = { verdict, x, y }
  })
  // every position in an exchanged China: latitudes of 73–90° are the Arctic, where nobody plans
  const verdict = finding.verdict === 'degrees' && isSwappedChina ? 'swapped' : finding.verdict
  return { ...finding, verdict, zeroes, firstZero }
}

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most
}

/** Beyond any slip of a pen: these are metres of a projection. */
const METRES = 1000

/**
 * What is wrong with a file all of whose rows are wrong: metres of a projection, or latitude first. Null
 * when some rows are right, or none is wrong.
 */
export function judgeFile(findings: readonly CoordinateFinding[]): {
  code: IssueCode
  facts: Record<string, string | number>
} | null {
  const placed = findings.filter(({ verdict }) => verdict !== 'none')
  if (placed.length === 0) return null
  const [{ x, y }] = placed
  if (placed.every(({ verdict }) => verdict === 'swapped'))
    return { code: 'coordinates-swapped', facts: { lon: x, lat: y, rows: placed.length } }
  const areMetres = placed.every(
    (f) => f.verdict === 'out-of-range' && (Math.abs(f.x) > METRES || Math.abs(f.y) > METRES),
  )
  return areMetres
    ? { code: 'coordinates-not-wgs84', facts: { crs: guessProjection(x, y), x, y, rows: placed.length } }
    : null
}

/** A hint for the message: what such numbers usually are in China. */
function guessProjection(x: number, y: number): string {
  if (isBetween(x, 8_100_000, 15_200_000) && isBetween(y, 300_000, 6_100_000)) return 'EPSG:3857 ?'
  if (isBetween(x, 100_000, 900_000) && isBetween(y, 300_000, 6_100_000))
    return 'CGCS2000 3° EPSG:4534–4554 ?'
  if (isBetween(x, 13_000_000, 46_000_000) && isBetween(y, 300_000, 6_100_000))
    return 'CGCS2000 EPSG:4491–4533 ?'
  return '?'
}

/** Names of systems whose longitude and latitude can be taken as WGS84 (CGCS2000 agrees within a metre). */
const GEOGRAPHIC =
  /(?:crs84h?|epsg[:/]{1,2}(?:[\d.]*[:/])?(?:4326|4490|4979))$|^(?:wgs[ _]?84|cgcs[ _]?2000)$/i

/**
 * The coordinate system a `crs` member names: 'WGS84', 'CGCS2000', or null for one this reader cannot use.
 * An absent member is WGS84, as the GeoJSON standard says.
 */
export function readCrsName(name: string | undefined): 'WGS84' | 'CGCS2000' | null {
  if (name === undefined || name === '') return 'WGS84'
  if (!GEOGRAPHIC.test(name.trim())) return null
  return /4490|cgcs/i.test(name) ? 'CGCS2000' : 'WGS84'
}
