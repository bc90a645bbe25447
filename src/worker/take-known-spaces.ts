import { applyCorrections } from '../engine/correction/apply-corrections'
import { resolveNames } from '../engine/project/references'
import { checkGeometry } from '../engine/read/check-geometry'
import type { ReadResult } from '../engine/read/read-result'
import { withSpaceKnown } from '../model/correction'
import type { Issue } from '../model/issue'
import type { Space } from '../model/layers'
import type { Project } from '../model/project'
import { SPACE_FIELDS, type SpaceFacts } from '../model/space-facts'

interface KnownSpaces {
  /** with what the files say of spaces that were there, as corrections */
  readonly project: Project
  /** without these spaces */
  readonly results: readonly ReadResult[]
  readonly issues: readonly Issue[]
}

/**
 * Candidate spaces that come in again, under the id and at the place of a space of the project: a table was exported,
 * filled in and imported. They are the same spaces, not further ones. What the file says otherwise of them becomes
 * corrections, as if it had been typed; what it leaves open stays as it was. The same id at another place is another
 * space: offices count theirs from 1.
 */
export function takeKnownSpaces(project: Project, results: readonly ReadResult[]): KnownSpaces {
  const { layers } = applyCorrections(project).project
  const byId = new Map(layers.spaces.map((space) => [space.id, space]))
  const issues: Issue[] = []
  let { corrections } = project
  const isKnown = (space: Space): boolean => {
    const known = byId.get(space.id)
    return known !== undefined && shapeOf(known) === shapeOf(space)
  }
  const rest = results.map((result): ReadResult => {
    const { spaces } = result.layers
    if (spaces === undefined) return result
    const again = spaces.filter(isKnown)
    if (again.length === 0) return result
    let changed = 0
    for (const space of resolveNames('spaces', again, layers) as readonly Space[]) {
      const facts = listChanges(byId.get(space.id)!, space)
      if (Object.keys(facts).length === 0) continue
      changed++
      corrections = withSpaceKnown(corrections, space.id, facts)
    }
    issues.push({
      severity: 'info',
      code: 'spaces-updated',
      file: result.name,
      layer: 'spaces',
      facts: { count: again.length, changed },
    })
    return { ...result, layers: { ...result.layers, spaces: spaces.filter((space) => !isKnown(space)) } }
  })
  return { project: { ...project, corrections }, results: rest, issues }
}

/** Where a space is, as every import writes it: rounded, rings closed and turned. */
function shapeOf({ geometry }: Space): string {
  return JSON.stringify(checkGeometry('spaces', geometry))
}

function listChanges(known: Space, told: Space): SpaceFacts {
  return Object.fromEntries(
    SPACE_FIELDS.flatMap((field) => {
      const value = told[field]
      return value === undefined || value === known[field] ? [] : [[field, value]]
    }),
  )
}
