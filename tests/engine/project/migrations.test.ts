import { expect, test } from 'vitest'
import { type Migration, migrateProject, type ProjectDocument } from '../../../src/engine/project/migrations'
import { DataError } from '../../../src/model/issue'
import { emptyLayers } from '../../../src/model/layers'

const document: ProjectDocument = {
  json: { version: 1, title: '古荡' },
  layers: {
    ...emptyLayers(),
    gates: [
      { id: 'g', geometry: { type: 'Point', coordinates: [120, 30] }, extra: { zugang: 'public', a: 1 } },
    ],
  },
}

/** Renames a key of project.json, and a field of a layer that version 2 knows and version 1 did not. */
const rename: Migration = {
  from: 1,
  to: 2,
  migrate: ({ json: { title, ...json }, layers }) => ({
    json: { ...json, name: title },
    layers: {
      ...layers,
      gates: layers.gates.map(({ extra: { zugang, ...extra } = {}, ...gate }) => ({
        ...gate,
        access: zugang as 'public',
        extra,
      })),
    },
  }),
}
const mark: Migration = {
  from: 2,
  to: 4,
  migrate: ({ json, layers }) => ({ json: { ...json, marked: true }, layers }),
}

function codeThrown(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    if (error instanceof DataError) return error.issue.code
    throw error
  }
  return 'nothing thrown'
}

test('a document goes through every step to the target, in order, and the source stays', () => {
  const copy = structuredClone(document)
  const migrated = migrateProject(document, 'project.json', [mark, rename], 4)
  expect(migrated.json).toEqual({ version: 4, name: '古荡', marked: true })
  expect(migrated.layers.gates).toEqual([
    { id: 'g', geometry: { type: 'Point', coordinates: [120, 30] }, access: 'public', extra: { a: 1 } },
  ])
  expect(document).toEqual(copy)
})

test('a document of the target version is not touched', () => {
  expect(migrateProject(document, 'project.json', [rename], 1)).toBe(document)
})

test('a newer document, one without a version and one with no way to the target are refused', () => {
  expect(codeThrown(() => migrateProject(document, 'project.json', [], 0))).toBe('project-version-newer')
  expect(codeThrown(() => migrateProject(document, 'project.json', [], 2))).toBe('project-invalid')
  // a step that jumps over the target
  const at2 = { ...document, json: { version: 2 } }
  expect(codeThrown(() => migrateProject(at2, 'project.json', [mark], 3))).toBe('project-invalid')
  const none = { ...document, json: {} }
  expect(codeThrown(() => migrateProject(none, 'project.json', [rename], 2))).toBe('project-invalid')
})
