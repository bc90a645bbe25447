import { boxOfGeometry, type DegreeBox, growBox, joinBoxes } from '../geometry/degree-box'
import { DataError, type Issue } from '../../model/issue'
import { LAYER_NAMES, type LayerName } from '../../model/layers'
import type { ByteSource } from '../read/byte-source'
import { readLayerPart } from './flatgeobuf-part'
import {
  completeProject,
  layerPath,
  parseProjectJson,
  PROJECT_JSON,
  type ProjectRead,
  type RecordsRead,
} from './project-file'
import { PACK_FOLDER } from './project-rules'
import { findStored, listEntriesOf } from '../read/zip-read'

/** Exits of a station are this near to it, and a little more, metres. */
const EXITS_M = 600

/** A .lifecircle file of which parts can be read, as the import of a large file writes it. */
export interface ProjectArchive {
  /**
   * The project with what meets a box of some of its layers, in their order; entrances come with what they
   * lead to, wherever they are.
   */
  readPart(layers: readonly LayerName[], box: DegreeBox): Promise<ProjectRead>
}

/** null: its entries are packed, it has to be read as a whole. */
export async function openArchive(source: ByteSource): Promise<ProjectArchive | null> {
  const files = new Map<string, ByteSource>()
  for (const entry of await listEntriesOf(source)) {
    const place = await findStored(source, entry)
    if (place === null) return null
    files.set(entry.name, {
      name: entry.name,
      size: place.end - place.start,
      read: (start, end) => source.read(place.start + start, Math.min(place.start + end, place.end)),
    })
  }
  const description = files.get(PROJECT_JSON)
  if (description === undefined)
    throw new DataError({ code: 'project-invalid', file: source.name, facts: { path: PROJECT_JSON } })
  const json = parseProjectJson(await description.read(0, description.size), PROJECT_JSON)
  const packs = new Map<string, Uint8Array>()
  for (const [path, file] of files)
    if (path.startsWith(PACK_FOLDER)) packs.set(path, await file.read(0, file.size))
  return {
    async readPart(layers, box) {
      const issues: Issue[] = []
      const records: RecordsRead = Object.fromEntries(LAYER_NAMES.map((layer) => [layer, []]))
      let homes = box
      // entrances last: what they lead to must be known
      for (const layer of [...layers].sort((a, b) => rankOf(a) - rankOf(b))) {
        const path = layerPath(layer)
        const file = files.get(path)
        if (file === undefined) continue
        const wanted = layer === 'entrances' ? growBox(homes, EXITS_M) : box
        const read = await readLayerPart(layer, file, wanted, path)
        records[layer] = read.records
        issues.push(...read.issues)
        if (LED_TO.has(layer))
          for (const { geometry } of read.records) homes = joinBoxes(homes, boxOfGeometry(geometry))
      }
      return completeProject({ json, folder: '', entries: packs }, records, issues)
    },
  }
}

const LED_TO: ReadonlySet<LayerName> = new Set(['facilities', 'greens', 'buildings'])

function rankOf(layer: LayerName): number {
  return layer === 'entrances' ? 1 : 0
}
