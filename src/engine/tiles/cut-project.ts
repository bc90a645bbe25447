import type { Building, LayerName, LayerRecord, Layers } from '../../model/layers'
import { LAYER_NAMES } from '../../model/layers'
import type { Project } from '../../model/project'
import { GREEN_CLASSES, isClassSurveyed } from '../../model/survey'
import {
  boxOfGeometry,
  type DegreeBox,
  doBoxesMeet,
  EMPTY_BOX,
  growBox,
  joinBoxes,
} from '../geometry/degree-box'
import { representativePoint } from '../geometry/rings'
import { frameOf } from '../network/street-lines'
import { ISLAND_M } from '../network/snap'
import { classifyWalkability } from '../network/walkable'
import { isPark } from '../places/services'
import { isInTile, type Tile } from './tile'

/** A tile of a project, with all around it that can bear on its communities. */
export interface CutProject {
  readonly project: Project
  /** ids of the communities the tile answers for; the others are there because their walls are in the way */
  readonly communities: readonly string[]
  /** what was kept is all there is within this box; null: no community in the tile */
  readonly box: DegreeBox | null
}

/** Gates are joined to streets over less than this; walls and signals act over less, too. Metres. */
const NEAR_M = 100

/**
 * Cuts a project down to what the communities of a tile need: those whose representative point lies in it,
 * their buildings and gates, and streets, walls and facilities within `halo_m` of them. Records stay whole,
 * in their order, and as they are. Frame, extent and surveyed classes stay those of the whole project, so
 * that the answers about these communities are the same as the whole project's, to the byte.
 *
 * `project`: with corrections applied. `halo_m`: see `haloOf`.
 */
export function cutProject(project: Project, tile: Tile, halo_m: number): CutProject {
  const { layers } = project
  const own = layers.communities.filter(({ geometry }) => isInTile(tile, ...representativePoint(geometry)))
  const communities = own.map(({ id }) => id)
  const home = boxOfHomes(layers, new Set(communities))
  if (home === EMPTY_BOX) return { project: finish(project, {}), communities, box: null }

  // streets and compounds that walks may use come whole, and so does what they touch
  const walked = growBox(home, halo_m - ISLAND_M)
  let box = growBox(home, halo_m)
  for (const street of layers.streets)
    if (classifyWalkability(street) !== 'none') box = joinWhenMet(box, walked, boxOfGeometry(street.geometry))
  for (const { gated, geometry } of layers.communities)
    if (gated === true) box = joinWhenMet(box, walked, boxOfGeometry(geometry))
  box = growBox(box, NEAR_M)

  const isOwn = new Set(communities)
  const keptCommunities = layers.communities.filter(({ id, gated, geometry }) => {
    if (isOwn.has(id)) return true
    // an open community matters only where it might claim a building that names none
    return doBoxesMeet(boxOfGeometry(geometry), gated === true ? box : home)
  })
  const communityIds = new Set(keptCommunities.map(({ id }) => id))
  const isNear = ({ geometry }: LayerRecord<LayerName>): boolean => doBoxesMeet(boxOfGeometry(geometry), box)
  const buildings = layers.buildings.filter((building) => isBuildingOf(building, isOwn, home))
  const facilities = layers.facilities.filter(isNear)
  const greens = layers.greens.filter(isNear)
  const owners = new Set([...buildings, ...facilities, ...greens].map(({ id }) => id))
  const kept: { [L in LayerName]?: readonly LayerRecord<L>[] } = {
    communities: keptCommunities,
    gates: layers.gates.filter((gate) =>
      gate.community === undefined ? isNear(gate) : communityIds.has(gate.community),
    ),
    buildings,
    facilities,
    greens,
    entrances: layers.entrances.filter(({ of }) => of !== undefined && owners.has(of)),
  }
  for (const layer of LAYER_NAMES)
    if (kept[layer] === undefined) Object.assign(kept, { [layer]: layers[layer].filter(isNear) })
  return { project: finish(project, kept), communities, box }
}

/** The box around some communities, their buildings and their gates. */
function boxOfHomes(layers: Layers, ids: ReadonlySet<string>): DegreeBox {
  let home: DegreeBox = EMPTY_BOX
  if (ids.size === 0) return home
  for (const { id, geometry } of layers.communities)
    if (ids.has(id)) home = joinBoxes(home, boxOfGeometry(geometry))
  for (const layer of [layers.buildings, layers.gates])
    for (const { community, geometry } of layer)
      if (community !== undefined && ids.has(community)) home = joinBoxes(home, boxOfGeometry(geometry))
  return home
}

function joinWhenMet(box: DegreeBox, met: DegreeBox, other: DegreeBox): DegreeBox {
  return doBoxesMeet(met, other) ? joinBoxes(box, other) : box
}

/** A building that names its community, or one that stands where it may be in it. */
function isBuildingOf({ community, geometry }: Building, ids: ReadonlySet<string>, home: DegreeBox): boolean {
  return community === undefined ? doBoxesMeet(boxOfGeometry(geometry), home) : ids.has(community)
}

function finish(project: Project, kept: Partial<Layers>): Project {
  const frame = frameOf(project)
  const layers = Object.fromEntries(LAYER_NAMES.map((layer) => [layer, kept[layer] ?? []]))
  const surveyed: Record<string, boolean> = { ...project.surveyed }
  // a class may have its only records outside of the tile
  for (const { class: code } of project.layers.facilities)
    if (code !== undefined && isClassSurveyed(project, code, 1)) surveyed[code] ??= true
  const parks = project.layers.greens.filter(isPark).length
  for (const code of GREEN_CLASSES) if (isClassSurveyed(project, code, parks)) surveyed[code] ??= true
  return {
    ...project,
    // every layer is named by LAYER_NAMES, but the type cannot follow that
    layers: layers as unknown as Layers,
    origin: [frame.lon0, frame.lat0],
    surveyed,
  }
}
