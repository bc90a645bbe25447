import { stat } from 'node:fs/promises'

import { type PiecesRead, readPieces, writePieces } from '../engine/project/import-pieces'
import { splitOsm } from '../engine/read/split-osm'
import type { Issue } from '../model/issue'
import { type Io, NoAnswer } from './command'
import { inflateNatively, isOsmPbf, progressOn, withFile } from './source'
import { streamOutput } from './write-output'

/** An OSM PBF larger than this is imported piece by piece: at once it would take some 40 times its size. */
const LARGE_BYTES = 12e6
/** A piece takes some 300 MB while it is put together. */
const NODES_PER_PIECE = 500_000

export async function isLargePbf(path: string): Promise<boolean> {
  return (await isOsmPbf(path)) && (await stat(path)).size > LARGE_BYTES
}

/**
 * Imports one large OSM PBF into a project file, in memory for its nodes and one piece of it. Beside the
 * output lies a scratch file of about five times the input while it runs.
 *
 * @param name of the project
 * @param classes codes of the rule pack
 */
export async function importLarge(
  path: string,
  out: string,
  name: string,
  classes: ReadonlySet<string>,
  io: Io,
  nodesPerPiece = NODES_PER_PIECE,
): Promise<{ readonly read: PiecesRead; readonly issues: readonly Issue[] }> {
  const run = progressOn(io)
  return withFile(path, (source) =>
    streamOutput(out, async (output, scratch) => {
      const pieces = await splitOsm(source, inflateNatively, scratch, nodesPerPiece, run)
      const read = await readPieces(pieces, source.name, classes, scratch, run)
      if (read.accepted === 0)
        throw new NoAnswer(`nothing in ${source.name} can be used, no project was written`)
      return { read, issues: await writePieces(read, name, output, run) }
    }),
  )
}
