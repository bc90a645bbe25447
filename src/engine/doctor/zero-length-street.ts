import type { Finding } from '../../model/finding'
import { distanceOnSphere } from '../geometry/local-frame'
import { type Check, namedRecord } from './patient'

/** Shorter than this is no street, metres. */
const NO_LENGTH_M = 0.01

/** Streets without length: all of their vertices lie in one place. They join nothing and can go. */
export const findZeroLengthStreets: Check = ({ examined }) => {
  const findings: Finding[] = []
  for (const street of examined.project.layers.streets) {
    const { coordinates } = street.geometry
    const [lon, lat] = coordinates[0]
    if (coordinates.some((vertex) => distanceOnSphere(lon, lat, vertex[0], vertex[1]) >= NO_LENGTH_M))
      continue
    findings.push({
      id: `zero-length-street:${street.id}`,
      kind: 'zero-length-street',
      severity: 'info',
      at: [lon, lat],
      records: [namedRecord('streets', street)],
      lines: [],
      facts: {},
      repairs: [
        { change: { kind: 'drop-street', street: street.id }, lines: [], places: [[lon, lat]], facts: {} },
      ],
    })
  }
  return findings
}
