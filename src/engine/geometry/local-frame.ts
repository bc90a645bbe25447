import type { Degrees, Metres } from '../../model/units'

/** Mean radius of the Earth (IUGG), metres. All lengths of the engine are on this sphere. */
export const EARTH_RADIUS_M = 6_371_008.8

const RADIANS = Math.PI / 180

/** Great-circle distance in metres (haversine; exact on the sphere, stable for short distances). */
export function distanceOnSphere(lon1: Degrees, lat1: Degrees, lon2: Degrees, lat2: Degrees): Metres {
  const dLat = Math.sin(((lat2 - lat1) * RADIANS) / 2)
  const dLon = Math.sin(((lon2 - lon1) * RADIANS) / 2)
  const h = dLat * dLat + Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * dLon * dLon
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)))
}

/**
 * A flat frame in metres around one point: x east, y north, equirectangular. Over a district 20 km across
 * at 30°N its distances differ from the sphere's by less than 0.07 %, so it serves for nearest points,
 * crossings and drawing; lengths that decide verdicts come from `distanceOnSphere`.
 */
export class LocalFrame {
  readonly lon0: Degrees
  readonly lat0: Degrees
  readonly metresPerLon: number
  readonly metresPerLat: number

  constructor(lon0: Degrees, lat0: Degrees) {
    this.lon0 = lon0
    this.lat0 = lat0
    this.metresPerLat = EARTH_RADIUS_M * RADIANS
    this.metresPerLon = this.metresPerLat * Math.cos(lat0 * RADIANS)
  }

  x(lon: Degrees): Metres {
    return (lon - this.lon0) * this.metresPerLon
  }

  y(lat: Degrees): Metres {
    return (lat - this.lat0) * this.metresPerLat
  }

  lon(x: Metres): Degrees {
    return this.lon0 + x / this.metresPerLon
  }

  lat(y: Metres): Degrees {
    return this.lat0 + y / this.metresPerLat
  }
}

/** Coordinates as stored everywhere: seven decimals of a degree, about a centimetre. */
export function roundDegrees(value: number): number {
  return Math.round(value * 1e7) / 1e7
}
