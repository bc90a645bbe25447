import type { Run } from '../run'
import type { ByteSource } from './byte-source'
import { decodeOsmBlock } from './decode-osm-block'
import type { BlockKinds, OsmSink } from './decode-osm-block'
import type { Inflate } from './inflate'
import type { OsmBuilder, OsmRelation } from './osm-elements'
import type { Tags } from './osm-keys'
import { unpackBlobs } from './pbf-blobs'
import { readHeaderBlock } from './read-osm-pbf'

/** Goes through an OSM PBF more than once. Blobs without what a pass wants are passed over from the second on. */
export class PbfPasses {
  readonly #source: ByteSource
  readonly #inflate: Inflate
  readonly #run: Run
  readonly #kinds: (BlockKinds | undefined)[] = []

  constructor(source: ByteSource, inflate: Inflate, run: Run) {
    this.#source = source
    this.#inflate = inflate
    this.#run = run
  }

  /**
   * @param header takes extent and date of the file
   * @param afterBlock lets go of what the sink holds
   */
  async pass(
    sink: OsmSink,
    { header, afterBlock }: { header?: OsmBuilder; afterBlock?: () => Promise<void> } = {},
  ): Promise<void> {
    const isWanted = (number: number): boolean => this.#has(number, sink)
    for await (const { type, number, bytes } of unpackBlobs(
      this.#source,
      this.#inflate,
      this.#run,
      isWanted,
    )) {
      if (type === 'OSMData') this.#kinds[number] = decodeOsmBlock(bytes, sink)
      else if (header !== undefined) readHeaderBlock(bytes, header)
      await afterBlock?.()
    }
  }

  #has(number: number, { wants }: OsmSink): boolean {
    const kinds = this.#kinds[number]
    if (kinds === undefined) return true
    return (kinds.node && wants.node) || (kinds.way && wants.way) || (kinds.relation && wants.relation)
  }
}

/** Takes nothing; passes say what they do want. */
export class NoSink implements OsmSink {
  readonly wants: OsmSink['wants'] = { node: false, way: false, relation: false }
  addNode(_id: number, _lon7: number, _lat7: number, _tags: Tags | null): void {}
  addWay(_id: number, _tags: Tags | null): void {}
  addWayNode(_nodeId: number): void {}
  addRelation(_relation: OsmRelation): void {}
}
