import { applyCorrections } from '../engine/correction/apply-corrections'
import { findCommunities } from '../engine/project/find-communities'
import { resolveNames } from '../engine/project/references'
import { checkGeometry } from '../engine/read/check-geometry'
import type { ReadResult } from '../engine/read/read-result'
import { type Correction, withSpaceKnown, withSpacePlaced } from '../model/correction'
import type { Issue } from '../model/issue'
import type { Layers, Space } from '../model/layers'
import { isPlacedByCommunity } from '../model/placed-by-community'
import type { Project } from '../model/project'
import { SPACE_FIELDS, type SpaceFacts } from '../model/space-facts'
import { type UnplacedSpace, waitingSpaces } from '../model/unplaced-space'

interface KnownSpaces {
  /** with what the files say of spaces that were there, as corrections */
  readonly project: Project
  /** without these spaces */
  readonly results: readonly ReadResult[]
  readonly issues: readonly Issue[]
}

/**
 * Candidate spaces that come in again: a table was exported, filled in and imported. They are the same spaces, not
 * further ones. What the file says otherwise of them becomes corrections, as if it had been typed; what it leaves open
 * stays as it was. The same is a space under the same id and
 *
 * - at the same place;
 * - of the same name, where its place was only estimated, or nobody had said any: it is put where the file says;
 * - without a place in the file, where it was one without a place before.
 *
 * The same id at another place is else another space: offices count theirs from 1.
 */
export function takeKnownSpaces(project: Project, results: readonly ReadResult[]): KnownSpaces {
  const { layers } = applyCorrections(project).project
  const known = new KnownList(project, layers)
  const issues: Issue[] = []
  const rest = results.map((result): ReadResult => {
    const spaces = (result.layers.spaces ?? []).filter((space) => !known.take(space))
    const unplaced = (result.unplaced ?? []).filter((space) => !known.takeUnplaced(space))
    const count = known.takeCount()
    if (count.again === 0) return result
    issues.push({
      severity: 'info',
      code: 'spaces-updated',
      file: result.name,
      layer: 'spaces',
      facts: { count: count.again, changed: count.changed },
    })
    const { unplaced: _all, ...others } = result
    return {
      ...others,
      ...(unplaced.length === 0 ? {} : { unplaced }),
      layers: result.layers.spaces === undefined ? result.layers : { ...result.layers, spaces },
    }
  })
  return { project: known.project(), results: rest, issues }
}

/** The spaces of a project while files tell more of them. */
class KnownList {
  readonly #project: Project
  readonly #layers: Layers
  readonly #byId: ReadonlyMap<string, Space>
  #waiting: ReadonlyMap<string, UnplacedSpace>
  #unplaced: readonly UnplacedSpace[]
  #corrections: readonly Correction[]
  #again = 0
  #changed = 0

  constructor(project: Project, layers: Layers) {
    this.#project = project
    this.#layers = layers
    this.#byId = new Map(layers.spaces.map((space) => [space.id, space]))
    this.#unplaced = project.unplaced ?? []
    this.#corrections = project.corrections
    this.#waiting = new Map(waitingSpaces(this.#unplaced, project.corrections).map((each) => [each.id, each]))
  }

  /** A space with a place; false: it is another one. */
  take(told: Space): boolean {
    const known = this.#byId.get(told.id)
    if (known !== undefined) {
      const isThere = shapeOf(known) === shapeOf(told)
      const isFound = isPlacedByCommunity(known) && known.name === told.name && told.geometry.type === 'Point'
      if (!isThere && !isFound) return false
      this.#know(known, told)
      if (!isThere) this.#place(told)
      return true
    }
    const waiting = this.#waiting.get(told.id)
    if (waiting === undefined || waiting.name !== told.name || told.geometry.type !== 'Point') return false
    this.#place(told)
    this.#know(waiting, told)
    return true
  }

  /** A space without a place; false: it is another one. */
  takeUnplaced(told: UnplacedSpace): boolean {
    const known = this.#byId.get(told.id)
    const isOurs = known !== undefined && this.#cameWithoutPlace(known) && known.name === told.name
    if (isOurs) {
      this.#know(known, told)
      return true
    }
    const waiting = this.#waiting.get(told.id)
    if (waiting === undefined || waiting.name !== told.name) return false
    this.#again++
    const named =
      told.community === undefined ? null : findCommunities(this.#layers.communities)(told.community)
    if (named?.kind === 'found')
      this.#corrections = withSpacePlaced(this.#corrections, told.id, { community: named.community.id })
    const facts = listChanges(waiting, told)
    if (Object.keys(facts).length === 0) return true
    this.#changed++
    const next: UnplacedSpace = { ...waiting, ...told }
    this.#unplaced = this.#unplaced.map((each) => (each.id === told.id ? next : each))
    return true
  }

  /** How many spaces came again since it was asked last, and of how many another thing was said. */
  takeCount(): { readonly again: number; readonly changed: number } {
    const count = { again: this.#again, changed: this.#changed }
    this.#again = 0
    this.#changed = 0
    return count
  }

  project(): Project {
    const unplaced = this.#unplaced.length === 0 ? {} : { unplaced: this.#unplaced }
    return { ...this.#project, ...unplaced, corrections: this.#corrections }
  }

  #cameWithoutPlace(space: Space): boolean {
    return isPlacedByCommunity(space) || this.#unplaced.some(({ id }) => id === space.id)
  }

  #know(known: Space | UnplacedSpace, told: Space | UnplacedSpace): void {
    this.#again++
    // a name stands for the community that has it
    const [named] = resolveNames('spaces', [told as Space], this.#layers) as readonly Space[]
    const facts = listChanges(known, named)
    if (Object.keys(facts).length === 0) return
    this.#changed++
    this.#corrections = withSpaceKnown(this.#corrections, known.id, facts)
  }

  #place({ id, geometry }: Space): void {
    if (geometry.type !== 'Point') return
    const [lon, lat] = geometry.coordinates
    this.#corrections = withSpacePlaced(this.#corrections, id, { at: [lon, lat] })
  }
}

/** Where a space is, as every import writes it: rounded, rings closed and turned. */
function shapeOf({ geometry }: Space): string {
  return JSON.stringify(checkGeometry('spaces', geometry))
}

function listChanges(known: Space | UnplacedSpace, told: Space | UnplacedSpace): SpaceFacts {
  return Object.fromEntries(
    SPACE_FIELDS.flatMap((field) => {
      const value = told[field]
      return value === undefined || value === known[field] ? [] : [[field, value]]
    }),
  )
}
