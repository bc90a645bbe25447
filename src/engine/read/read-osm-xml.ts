import { DataError } from '../../model/issue'
import type { Extent } from '../../model/project'
import { checkpoint } from '../run'
import type { Run } from '../run'
import { OsmBuilder } from './osm-elements'
import type { OsmContent, OsmMember } from './osm-elements'
import { isOsmKey } from './osm-keys'
import type { MutableTags } from './osm-keys'
import { scanXml } from './scan-xml'
import type { XmlAttributes } from './scan-xml'
import type { TextChunks } from './text-chunks'

const UNITS = 1e7

/**
 * Reads OSM XML. Elements an editor has marked deleted are left out; so are nodes without a place.
 * @throws DataError xml-invalid, file-truncated, or format-unknown when the root is no <osm>
 */
export async function readOsmXml(chunks: TextChunks, run: Run): Promise<OsmContent> {
  const reader = new OsmXmlReader()
  await scanXml(chunks, reader, () => checkpoint(run, 'read', chunks.done, chunks.total))
  return reader.builder.finish()
}

class OsmXmlReader {
  readonly builder = new OsmBuilder()
  #depth = 0
  /** the node, way or relation that is open */
  #attributes: XmlAttributes = {}
  #tags: MutableTags | null = null
  #refs: number[] = []
  #members: OsmMember[] = []

  open(name: string, attributes: XmlAttributes): void {
    if (this.#depth === 0 && name !== 'osm')
      throw new DataError({ code: 'format-unknown', facts: { format: `xml <${name}>` } })
    this.#depth++
    if (this.#depth === 2) {
      this.#attributes = attributes
      this.#tags = null
      this.#refs = []
      this.#members = []
      if (name === 'bounds') this.builder.extent ??= readBounds(attributes)
      return
    }
    if (this.#depth !== 3) return
    const { ref } = attributes
    if (name === 'tag') {
      const { k, v } = attributes
      if (k !== undefined && v !== undefined && isOsmKey(k)) (this.#tags ??= {})[k] = v
    } else if (name === 'nd') {
      if (ref !== undefined) this.#refs.push(Number(ref))
    } else if (name === 'member' && ref !== undefined) {
      const { type } = attributes
      if (type === 'node' || type === 'way' || type === 'relation')
        this.#members.push({ type, id: Number(ref), role: attributes['role'] ?? '' })
    }
  }

  close(name: string): void {
    this.#depth--
    if (this.#depth !== 1) return
    const { id: idText, action, visible, lon, lat } = this.#attributes
    const id = Number(idText)
    if (idText === undefined || !Number.isSafeInteger(id)) return
    if (action === 'delete' || visible === 'false') return
    if (name === 'node') {
      const x = Math.round(Number(lon ?? NaN) * UNITS)
      const y = Math.round(Number(lat ?? NaN) * UNITS)
      if (Number.isFinite(x) && Number.isFinite(y)) this.builder.addNode(id, x, y, this.#tags)
    } else if (name === 'way') {
      this.builder.addWay(id, this.#tags)
      for (const ref of this.#refs) this.builder.addWayNode(ref)
    } else if (name === 'relation') {
      this.builder.addRelation({ id, tags: this.#tags ?? {}, members: this.#members })
    }
  }
}

function readBounds(attributes: XmlAttributes): Extent | undefined {
  const sides = ['minlon', 'minlat', 'maxlon', 'maxlat'].map((side) => Number(attributes[side] ?? NaN))
  const [west, south, east, north] = sides
  return west < east && south < north ? [west, south, east, north] : undefined
}
