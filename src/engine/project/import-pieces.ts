import type { Issue } from '../../model/issue'
import { LAYER_NAMES, type LayerName, type LayerRecord } from '../../model/layers'
import type { Extent, Provenance } from '../../model/project'
import { provenanceOf } from '../read/assemble-osm'
import { StreetVertices } from '../read/estimate-extent'
import type { Scratch } from '../read/scratch'
import type { OsmPieces } from '../read/split-osm'
import { checkpoint, type Run } from '../run'
import { LayerStream, orderOf } from './layer-stream'
import { findUnknownClasses } from './merge-import'
import { layerPath, PROJECT_JSON } from './project-file'
import { writeProjectJson } from './project-json'
import { makeIdsUnique } from './unique-ids'
import { type Output, ZipWriter } from './zip-write'

/** A large file on its way into a project, its layers still in the scratch file. */
export interface PiecesRead {
  readonly streams: readonly LayerStream[]
  readonly extent: Extent | null
  readonly provenance: Provenance
  readonly issues: readonly SortedIssue[]
  readonly features: number
  readonly accepted: number
  readonly rejected: number
}

/** An issue and where it stands among those of its kind. */
interface SortedIssue {
  readonly issue: Issue
  readonly stage: number
  readonly order: number
}

/** Issues of the file, of ids given twice, of classes; as reading and merging in memory tell them. */
const STAGE = { file: 0, ids: 1, classes: 2 } as const

/**
 * Assembles the pieces one by one into the layers of a project: the records that the file gives when it is
 * read at once, in the same order.
 *
 * @param name of the file, for issues and provenance
 * @param classes codes of the rule pack
 */
export async function readPieces(
  pieces: OsmPieces,
  name: string,
  classes: ReadonlySet<string>,
  scratch: Scratch,
  run: Run,
): Promise<PiecesRead> {
  const streams = LAYER_NAMES.map((layer) => new LayerStream(layer, scratch))
  const vertices = new StreetVertices()
  const issues: SortedIssue[] = []
  // the steps inside a piece are too small to tell
  const { onProgress: _, ...pieceRun } = run
  for (let piece = 0; piece < pieces.count; piece++) {
    await checkpoint(run, 'assemble', piece, pieces.count)
    const { layers, issues: groups } = await pieces.assemble(piece, pieceRun)
    groups.forEach((group, g) => {
      for (const issue of group)
        issues.push({
          issue: { file: name, ...issue },
          stage: STAGE.file,
          order: orderOf(issue.id ?? '', g),
        })
    })
    for (const stream of streams) {
      const records = layers[stream.layer]
      if (records !== undefined) await addRecords(stream, records, name, issues)
    }
    for (const street of layers.streets?.flat() ?? []) vertices.add(street)
    layers.facilities?.forEach((group, g) => {
      for (const issue of findUnknownClasses(group, classes))
        issues.push({
          issue: { ...issue, file: name },
          stage: STAGE.classes,
          order: orderOf(issue.id ?? '', g),
        })
    })
  }
  await checkpoint(run, 'assemble', pieces.count, pieces.count)
  const { extent, dataDate } = pieces.header
  return {
    streams,
    extent: extent ?? vertices.estimateExtent(),
    provenance: provenanceOf(name, 'osm-pbf', dataDate),
    issues,
    features: pieces.features,
    accepted: streams.reduce((sum, { count }) => sum + count, 0),
    rejected: issues.filter(({ issue }) => issue.severity === 'error').length,
  }
}

/** Ids of one element may clash, those of two never do. */
async function addRecords(
  stream: LayerStream,
  groups: readonly (readonly LayerRecord<LayerName>[])[],
  name: string,
  issues: SortedIssue[],
): Promise<void> {
  const unique = makeIdsUnique(stream.layer, groups.flat(), new Set(), name)
  let from = 0
  const renamed = groups.map((group) => unique.records.slice(from, (from += group.length)))
  for (const issue of unique.issues)
    // the place among all that came so far, until the places in the layer are known
    issues.push({ issue, stage: STAGE.ids, order: stream.count + (issue.row ?? 1) - 1 })
  await stream.add(renamed)
}

/**
 * Writes the project into a .lifecircle archive whose files are not packed, so that parts of them can be read.
 *
 * @returns all issues in the order of reading and merging in memory
 */
export async function writePieces(
  { streams, extent, provenance, issues }: PiecesRead,
  name: string,
  output: Output,
  run: Run,
): Promise<Issue[]> {
  const filled = streams.filter(({ count }) => count > 0)
  const zip = new ZipWriter(output)
  await zip.begin(PROJECT_JSON)
  const json = writeProjectJson({
    name,
    fictional: false,
    ...(extent === null ? {} : { extent }),
    surveyed: {},
    provenance: Object.fromEntries(filled.map(({ layer }) => [layer, provenance])),
    layers: Object.fromEntries(filled.map(({ layer, count }) => [layer, count])),
    scenarios: [],
    corrections: [],
  })
  await zip.write(new TextEncoder().encode(json))
  await zip.end()
  for (const [i, stream] of filled.entries()) {
    await checkpoint(run, 'save', i, filled.length)
    await zip.begin(layerPath(stream.layer))
    await stream.finish((bytes) => zip.write(bytes))
    await zip.end()
  }
  await zip.finish()
  await checkpoint(run, 'save', filled.length, filled.length)
  const byLayer = new Map(streams.map((stream, i) => [stream.layer, { ranks: stream.ranks, i }]))
  return issues
    .map(({ issue, stage, order }) => {
      const placed = issue.layer === undefined ? undefined : byLayer.get(issue.layer)
      if (stage !== STAGE.ids || placed === undefined) return { issue, stage, order, layer: 0 }
      const rank = placed.ranks[order]
      return { issue: { ...issue, row: rank + 1 }, stage, order: rank, layer: placed.i }
    })
    .sort((a, b) => a.stage - b.stage || a.layer - b.layer || a.order - b.order)
    .map(({ issue }) => issue)
}
