import { DataError } from '../../model/issue'
import type { JsonValue, Layers } from '../../model/layers'
import { SCHEMA_VERSION } from '../../model/project'

export type JsonObject = { readonly [key: string]: JsonValue }

/**
 * A project file as read and not yet checked: project.json and the records of its layers, in which fields
 * the present schema does not know are under `extra`.
 */
export interface ProjectDocument {
  readonly json: JsonObject
  readonly layers: Layers
}

/** One step from a schema version to a later one. It knows nothing of the steps before and after it. */
export interface Migration {
  readonly from: number
  readonly to: number
  readonly migrate: (document: ProjectDocument) => ProjectDocument
}

/** In any order; at most one step leaves each version. */
export const MIGRATIONS: readonly Migration[] = [
  // version 2 keeps corrections of the data; files of version 1 have none
  {
    from: 1,
    to: 2,
    migrate: ({ json, layers }) => ({ json: { ...json, corrections: [] }, layers }),
  },
  // version 3 may keep the rules it is judged by and how complete layers are; older files say neither
  {
    from: 2,
    to: 3,
    migrate: (document) => document,
  },
  // version 4 may keep prices, the money, votes and works of its scenarios, renovation units and bookmarks
  {
    from: 3,
    to: 4,
    migrate: (document) => document,
  },
  // version 5 may keep values of indicators that the planner entered
  {
    from: 4,
    to: 5,
    migrate: (document) => document,
  },
]

/**
 * Brings a document to the target version, step by step, and writes the version into its JSON.
 *
 * @throws DataError `project-version-newer` for a file of a later program, `project-invalid` where no chain
 *   of steps leads to the target
 */
export function migrateProject(
  document: ProjectDocument,
  file: string,
  migrations: readonly Migration[] = MIGRATIONS,
  target: number = SCHEMA_VERSION,
): ProjectDocument {
  const found = document.json.version
  if (typeof found !== 'number' || !Number.isInteger(found))
    throw new DataError({ code: 'project-invalid', file, facts: { path: 'version' } })
  if (found > target)
    throw new DataError({ code: 'project-version-newer', file, facts: { version: found, known: target } })
  let current = document
  let version = found
  while (version < target) {
    const step = migrations.find(({ from }) => from === version)
    if (step === undefined || step.to <= version || step.to > target)
      throw new DataError({ code: 'project-invalid', file, facts: { path: 'version', found } })
    const migrated = step.migrate(current)
    version = step.to
    current = { ...migrated, json: { ...migrated.json, version } }
  }
  return current
}
