import { cleanRecords } from '../read/clean-records'
import { type DegreeBox, doBoxesMeet } from '../geometry/degree-box'
import type { Issue } from '../../model/issue'
import type { LayerName } from '../../model/layers'
import type { ByteSource } from '../read/byte-source'
import { type LayerRead, readHeader, sortByOrder } from './flatgeobuf-read'
import { type PlacedRecord, readFeature } from './flatgeobuf-record'
import { NODE_BYTES } from './layer-columns'
import { levelSizes } from './packed-tree'

/** Headers of this tool's layers take a tenth of it. */
const HEAD_BYTES = 64 * 1024
/** Between two things read, less than this is read along. */
const GAP_BYTES = 64 * 1024
/** What is read at once stays below this, bytes. */
const MOST_BYTES = 4 * 2 ** 20

/**
 * The records of a FlatGeobuf file whose boxes meet a box, found by its index; no more of the file is read.
 * They are in the order of the layer.
 *
 * @param file as the user knows it, for messages
 */
export async function readLayerPart<L extends LayerName>(
  layer: L,
  source: ByteSource,
  box: DegreeBox,
  file: string,
): Promise<LayerRead<L>> {
  const head = await source.read(0, Math.min(HEAD_BYTES, source.size))
  const header = readHeader(head, file, layer, source.size)
  const { promised, nodeSize, treeStart, featuresStart } = header
  const found: PlacedRecord<L>[] = []
  const issues: Issue[] = []
  if (promised === null || nodeSize < 2) return { records: [], issues, promised }
  const spans = await findFeatures(source, treeStart, promised, nodeSize, box)
  for (const group of groupSpans(spans)) {
    const from = featuresStart + group[0].start
    const bytes = await source.read(from, featuresStart + group[group.length - 1].end)
    for (const { start, end, number } of group) {
      const at = featuresStart + start - from
      const feature = bytes.subarray(at + 4, end === Infinity ? bytes.length : featuresStart + end - from)
      const about = { file, layer, row: number + 1 }
      try {
        found.push(...readFeature(layer, feature, header, about, issues))
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        issues.push({ severity: 'error', code: 'file-unreadable', ...about })
      }
    }
  }
  const clean = cleanRecords(sortByOrder(found), { file, layer })
  return { records: clean.records, issues: [...issues, ...clean.issues], promised }
}

/** A feature: its number in the file, and its bytes from the first feature's. */
interface Span {
  readonly number: number
  readonly start: number
  /** Infinity: the last one ends with the file */
  readonly end: number
}

/** Goes down the tree level by level; only nodes under those that meet the box are looked at. */
async function findFeatures(
  source: ByteSource,
  treeStart: number,
  count: number,
  nodeSize: number,
  box: DegreeBox,
): Promise<Span[]> {
  const sizes = levelSizes(count, nodeSize)
  let levelStart = treeStart
  let wanted = [{ from: 0, to: 1 }]
  for (let depth = sizes.length - 1; ; depth--) {
    const spans: Span[] = []
    const below: { from: number; to: number }[] = []
    for (const { from, to } of wanted) {
      // of leaves one more is read: a feature ends where the next begins
      const last = depth === 0 ? Math.min(to + 1, count) : to
      const bytes = await source.read(levelStart + from * NODE_BYTES, levelStart + last * NODE_BYTES)
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      const offsetOf = (at: number): number => Number(view.getBigUint64(at + 32, true))
      for (let number = from; number < to; number++) {
        const at = (number - from) * NODE_BYTES
        const sides = [0, 8, 16, 24].map((side) => view.getFloat64(at + side, true))
        if (!doBoxesMeet(sides as unknown as DegreeBox, box)) continue
        if (depth > 0) addRange(below, number * nodeSize, Math.min((number + 1) * nodeSize, sizes[depth - 1]))
        else
          spans.push({
            number,
            start: offsetOf(at),
            end: number + 1 < count ? offsetOf(at + NODE_BYTES) : Infinity,
          })
      }
    }
    if (depth === 0) return spans
    levelStart += sizes[depth] * NODE_BYTES
    wanted = below
  }
}

/** Adds a range to others before it, to the last one if they touch. */
function addRange(ranges: { from: number; to: number }[], from: number, to: number): void {
  const last = ranges.at(-1)
  const isShort = last !== undefined && (to - last.from) * NODE_BYTES <= MOST_BYTES
  if (isShort && last.to === from) last.to = to
  else ranges.push({ from, to })
}

/** Features that are read together. */
function groupSpans(spans: readonly Span[]): Span[][] {
  const groups: Span[][] = []
  for (const span of spans) {
    const group = groups.at(-1)
    const isNear =
      group !== undefined &&
      span.start - group[group.length - 1].end < GAP_BYTES &&
      span.end - group[0].start < MOST_BYTES
    if (isNear) group.push(span)
    else groups.push([span])
  }
  return groups
}
