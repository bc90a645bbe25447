import type { ShiftedCrs } from '../../model/correction'
import type { Issue } from '../../model/issue'
import type { LayerName, LayerRecord } from '../../model/layers'
import type { Extent, Provenance } from '../../model/project'
import type { UnplacedSpace } from '../../model/unplaced-space'

/** What one file gave: records by layer, where they came from, and everything that was wrong. */
export interface ReadResult {
  readonly name: string
  /** e.g. "osm-pbf", "osm-xml", "overpass-json", "geojson", "flatgeobuf" */
  readonly format: string
  readonly crs: string
  /** the file itself says that its coordinates are in this system: whoever takes them in moves them first */
  readonly shift?: ShiftedCrs
  readonly layers: { readonly [L in LayerName]?: readonly LayerRecord<L>[] }
  /** the row of the file each record stands in, where it has rows; in the order of the records, which may be more */
  readonly rows?: { readonly [L in LayerName]?: readonly number[] }
  /** candidate spaces of a table that does not say where they are; counted as accepted */
  readonly unplaced?: readonly UnplacedSpace[]
  readonly provenance: Provenance
  readonly extent?: Extent
  /** features or elements seen, taken in, left out */
  readonly features: number
  readonly accepted: number
  readonly rejected: number
  readonly issues: readonly Issue[]
}
