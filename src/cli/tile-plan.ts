import { basename } from 'node:path'

import { type DegreeBox, growBox, joinBoxes } from '../engine/geometry/degree-box'
import { representativePoint } from '../engine/geometry/rings'
import { cutTile } from '../engine/pipeline'
import { mergeImports } from '../engine/project/merge-import'
import { StreetVertices } from '../engine/read/estimate-extent'
import type { CutProject } from '../engine/tiles/cut-project'
import { type PlannedTile, planTiles } from '../engine/tiles/plan-tiles'
import { isInTile, type Tile } from '../engine/tiles/tile'
import { LAYER_NAMES } from '../model/layers'
import type { Extent, Project } from '../model/project'
import type { LonLat } from '../model/units'
import { type Io, NoAnswer } from './command'
import { isOsmPbf, loadSource, readArchivePart, readDataFile, readPbfBounds } from './source'
import { readJson } from './read-json'

/** What every tile must know of the whole; printed by --tiles, read by --plan. */
export interface TilePlan {
  readonly source: string
  /** where the data of the whole ends; null: nowhere */
  readonly extent: Extent | null
  /** facility classes that are on record somewhere, or that the project says were surveyed */
  readonly surveyed: Readonly<Record<string, boolean>>
  readonly tiles: readonly PlannedTile[]
}

/** A file is planned in pieces of about this many bytes: one takes some 500 MB while it is read. */
const PIECE_BYTES = 12e6
/** Read around a piece or a tile so that what crosses its border is judged as in the whole, metres. */
const MARGIN_M = 2000

/**
 * At least `count` tiles over a source. A large OSM PBF is read piece by piece, of a project imported from one
 * only communities and facilities.
 */
export async function planSource(
  path: string,
  count: number,
  io: Io,
  pieceBytes = PIECE_BYTES,
): Promise<TilePlan> {
  const pbf = (await isOsmPbf(path)) ? await readPbfBounds(path, io) : null
  const facts = new SourceFacts()
  let extent: Extent | null = null
  if (pbf?.bounds && pbf.size > pieceBytes) {
    const vertices = new StreetVertices()
    for (const piece of piecesOf(pbf.bounds, Math.ceil(pbf.size / pieceBytes))) {
      const project = await readBox(path, growBox(piece, MARGIN_M), io)
      facts.add(project, piece)
      for (const street of project.layers.streets) {
        const [lon, lat] = street.geometry.coordinates[0]
        if (isInTile(piece, lon, lat)) vertices.add(street)
      }
    }
    extent = pbf.extent ?? vertices.estimateExtent()
  } else {
    const project =
      (await readArchivePart(path, ['communities', 'facilities'], EVERYWHERE)) ?? (await loadSource(path, io))
    facts.add(project, EVERYWHERE)
    extent = project.extent ?? null
  }
  return {
    source: basename(path),
    extent,
    surveyed: facts.surveyed,
    tiles: planTiles(facts.communities, count),
  }
}

const EVERYWHERE: Tile = [-Infinity, -Infinity, Infinity, Infinity]

/** What a plan is made of, from projects or pieces of one. */
class SourceFacts {
  readonly communities: LonLat[] = []
  readonly surveyed: Record<string, boolean> = {}

  add({ layers, surveyed }: Project, piece: Tile): void {
    Object.assign(this.surveyed, surveyed)
    for (const { geometry } of layers.communities) {
      const point = representativePoint(geometry)
      if (isInTile(piece, ...point)) this.communities.push(point)
    }
    for (const { class: code, geometry } of layers.facilities)
      if (code !== undefined && isInTile(piece, ...representativePoint(geometry)))
        this.surveyed[code] ??= true
  }
}

/** A grid of at least `count` pieces; the outermost reach to the end of the world. */
function piecesOf([west, south, east, north]: DegreeBox, count: number): Tile[] {
  const side = Math.ceil(Math.sqrt(count))
  const cut = (low: number, high: number, i: number): number =>
    i === 0 ? -Infinity : i === side ? Infinity : low + ((high - low) * i) / side
  const pieces: Tile[] = []
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      pieces.push([
        cut(west, east, column),
        cut(south, north, row),
        cut(west, east, column + 1),
        cut(south, north, row + 1),
      ])
  return pieces
}

async function readBox(path: string, box: DegreeBox, io: Io): Promise<Project> {
  const project = await readArchivePart(path, LAYER_NAMES, box)
  if (project !== null) return project
  return mergeImports(null, [await readDataFile(path, { box }, io)], basename(path)).project
}

/**
 * What the communities of a tile need of a source. No more than that is read of a project that was imported in
 * pieces, and of an OSM PBF with a plan; of a PBF without one, and of other sources, all is read and then cut.
 */
export async function loadTile(
  path: string,
  tile: Tile,
  halo_m: number,
  given: TilePlan | null,
  io: Io,
): Promise<CutProject> {
  const isArchive = (await readArchivePart(path, [], tile)) !== null
  const plan = given ?? (isArchive ? await planSource(path, 1, io) : null)
  if (plan === null || !(isArchive || (await isOsmPbf(path))))
    return cutTile(await loadSource(path, io), tile, halo_m)
  const { extent, surveyed } = plan
  let box = growBox(tile, halo_m + MARGIN_M)
  for (;;) {
    const { extent: _, ...read } = await readBox(path, box, io)
    const cut = cutTile({ ...read, ...(extent === null ? {} : { extent }), surveyed }, tile, halo_m)
    // a community or a street may reach farther than was guessed
    if (cut.box === null || holds(box, cut.box)) return cut
    box = growBox(joinBoxes(box, cut.box), MARGIN_M)
  }
}

function holds(box: DegreeBox, other: DegreeBox): boolean {
  return box[0] <= other[0] && box[1] <= other[1] && box[2] >= other[2] && box[3] >= other[3]
}

/** A plan that --tiles printed. */
export async function readTilePlan(path: string): Promise<TilePlan> {
  const value = await readJson(path)
  const plan = value as Partial<TilePlan> | null
  const isPlan =
    typeof plan === 'object' &&
    plan !== null &&
    Array.isArray(plan.tiles) &&
    (plan.extent === null || (Array.isArray(plan.extent) && plan.extent.length === 4)) &&
    typeof plan.surveyed === 'object' &&
    plan.surveyed !== null
  if (!isPlan) throw new NoAnswer(`${path} is not a plan of tiles; make one with assess SOURCE --tiles N`)
  return value as TilePlan
}
