import type { DegreeBox } from '../geometry/degree-box'
import type { Run } from '../run'
import type { ByteSource } from './byte-source'
import { decodeOsmBlock } from './decode-osm-block'
import type { OsmSink } from './decode-osm-block'
import type { Inflate } from './inflate'
import { OsmBuilder } from './osm-elements'
import { unpackBlobs } from './pbf-blobs'
import { readHeaderBlock } from './read-osm-pbf'

const UNITS = 1e7

/** What an OSM PBF says of itself before anything of it is kept. */
export interface OsmBounds {
  /** as the header states it */
  readonly extent?: DegreeBox
  /** around all nodes; null: there are none */
  readonly bounds: DegreeBox | null
}

/** Goes through a file for where it lies; nothing is kept in memory. */
export async function readOsmBounds(source: ByteSource, inflate: Inflate, run: Run): Promise<OsmBounds> {
  const header = new OsmBuilder()
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  const sink: OsmSink = {
    wants: { node: true, way: false, relation: false },
    addNode: (_, lon7, lat7) => {
      if (lon7 < west) west = lon7
      if (lon7 > east) east = lon7
      if (lat7 < south) south = lat7
      if (lat7 > north) north = lat7
    },
    addWay: () => {},
    addWayNode: () => {},
    addRelation: () => {},
  }
  for await (const { type, bytes } of unpackBlobs(source, inflate, run)) {
    if (type === 'OSMHeader') readHeaderBlock(bytes, header)
    else decodeOsmBlock(bytes, sink)
  }
  return {
    ...(header.extent === undefined ? {} : { extent: header.extent }),
    bounds: west > east ? null : [west / UNITS, south / UNITS, east / UNITS, north / UNITS],
  }
}
