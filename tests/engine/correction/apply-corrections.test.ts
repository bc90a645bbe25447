import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { applyCorrections } from '../../../src/engine/correction/apply-corrections'
import {
  packProject,
  projectFromEntries,
  projectToEntries,
  unpackProject,
} from '../../../src/engine/project/project-file'
import { addCorrection, type Change, type Correction, removeCorrection } from '../../../src/model/correction'
import type { Project } from '../../../src/model/project'
import { analyse, checkUp, prepare } from '../../../src/engine/pipeline'
import { at, Scene } from '../../scene/scene'
import { DISTANCE } from '../../scenes/analyse-scene'
import { arbitraryCorrection } from '../project/arbitrary-project'

function smallTown(): Project {
  return new Scene()
    .street('main', [
      [-500, 0],
      [500, 0],
    ])
    .street('side', [
      [0, -2],
      [0, -300],
    ])
    .community('c', [
      [10, 10],
      [90, 10],
      [90, 90],
      [10, 90],
    ])
    .gate('g', [50, 10], { community: 'c' })
    .facility('f', 'MARKET', [100, 20])
    .project()
}

const link: Change = {
  kind: 'add-link',
  from: { street: 'side', at: at(0, -2) },
  to: { street: 'main', at: at(0, 0) },
}

function corrected(...changes: readonly Change[]): Project {
  return changes.reduce<Project>(
    (project, change) => ({
      ...project,
      corrections: addCorrection(project.corrections, 'x', change),
    }),
    smallTown(),
  )
}

test('a link is a street of its own and a vertex in each street it meets', () => {
  const { project, issues } = applyCorrections(corrected(link))
  expect(issues).toEqual([])
  const [main, side, added] = project.layers.streets
  expect(main.geometry.coordinates[1]).toEqual([...at(0, 0)])
  expect(side.geometry.coordinates).toHaveLength(2)
  expect(added).toMatchObject({ id: 'link~c1', kind: 'footway', source: 'correction' })
  expect(project.corrections).toEqual([])
})

test('the recorded layers stay as they are', () => {
  const project = corrected(link, { kind: 'move-gate', gate: 'g', at: at(60, 10) })
  const before = JSON.stringify(project)
  applyCorrections(project)
  expect(JSON.stringify(project)).toBe(before)
})

test('a correction whose record is gone, or lies elsewhere now, is told and the others are made', () => {
  const moved: Change = { kind: 'share-node', streets: ['main', 'side'], at: at(0, 40) }
  const gone: Change = { kind: 'drop-street', street: 'nowhere' }
  const { project, issues } = applyCorrections(corrected(gone, moved, link))
  expect(issues.map(({ code, facts }) => [code, facts?.['correction'], facts?.['record']])).toEqual([
    ['correction-stale', 'c1', 'nowhere'],
    ['correction-stale', 'c2', 'main'],
  ])
  expect(project.layers.streets.map(({ id }) => id)).toEqual(['main', 'side', 'link~c3'])
})

const layersAfter = (change: Change): Project['layers'] => applyCorrections(corrected(change)).project.layers

test('each kind changes what it names and nothing else', () => {
  const base = smallTown().layers
  expect(layersAfter({ kind: 'drop-street', street: 'side' }).streets.map(({ id }) => id)).toEqual(['main'])
  expect(layersAfter({ kind: 'enter-facility', facility: 'f', at: at(100, 0) }).entrances).toMatchObject([
    { of: 'f', geometry: { coordinates: [...at(100, 0)] } },
  ])
  const gates = layersAfter({ kind: 'add-gates', community: 'c', at: [at(10, 50), at(90, 50)] }).gates
  expect(gates.slice(1)).toMatchObject([
    { community: 'c', access: 'residents' },
    { community: 'c', access: 'residents' },
  ])
  expect(new Set(gates.map(({ id }) => id)).size).toBe(3)
  expect(layersAfter({ kind: 'move-gate', gate: 'g', at: at(60, 10) }).gates[0].geometry.coordinates).toEqual(
    [...at(60, 10)],
  )
  expect(layersAfter({ kind: 'ignore' })).toEqual(base)
  const shifted = layersAfter({ kind: 'shift-layer', layer: 'facilities', from: 'gcj02' })
  expect(shifted.facilities).not.toEqual(base.facilities)
  expect({ ...shifted, facilities: base.facilities }).toEqual(base)
})

test('ids follow the highest one, so that undoing and doing again never mixes two up', () => {
  const [a, b] = corrected(link, { kind: 'ignore' }).corrections
  const left = removeCorrection([a, b], a.id)
  expect(addCorrection(left, 'y', { kind: 'ignore' }).map(({ id }) => id)).toEqual(['c2', 'c3'])
})

const known: fc.Arbitrary<Correction> = fc
  .tuple(
    fc.stringMatching(/^c\d{1,2}$/),
    fc.constantFrom<Change>(
      link,
      { kind: 'share-node', streets: ['main', 'side'], at: at(0, 0) },
      { kind: 'drop-street', street: 'side' },
      { kind: 'enter-facility', facility: 'f', at: at(100, 0) },
      { kind: 'add-gates', community: 'c', at: [at(10, 50)] },
      { kind: 'move-gate', gate: 'g', at: at(60, 10) },
      { kind: 'shift-layer', layer: 'streets', from: 'gcj02' },
      { kind: 'ignore' },
    ),
  )
  .map(([id, change]) => ({ ...change, id, finding: 'x' }))

test('any corrections in any order are made or told, the same each time', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(known, arbitraryCorrection), { maxLength: 12 }), (corrections) => {
      const project = { ...smallTown(), corrections }
      const { project: once, issues } = applyCorrections(project)
      expect(applyCorrections(project)).toEqual({ project: once, issues })
      for (const layer of Object.values(once.layers))
        expect(new Set(layer.map(({ id }) => id)).size).toBe(layer.length)
      expect(issues.every(({ code }) => code === 'correction-stale')).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('whatever was corrected, the network is built, examined and analysed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(known, { maxLength: 8 }), async (corrections) => {
      const prepared = await prepare({ ...smallTown(), corrections }, null, {})
      const { findings } = await checkUp(prepared, corrections, {})
      expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
      const { assessment } = await analyse(prepared, DISTANCE, {})
      expect(assessment.communities).toHaveLength(1)
    }),
    { numRuns: 60 },
  )
})

test('doing and undoing leaves the project as it was', () => {
  fc.assert(
    fc.property(fc.array(known, { maxLength: 5 }), known, (list, one) => {
      const before = list.reduce<readonly Correction[]>((all, each) => addCorrection(all, 'x', each), [])
      const done = addCorrection(before, 'y', one)
      expect(removeCorrection(done, done[done.length - 1].id)).toEqual(before)
    }),
  )
})

test('a project file keeps corrections in order, and one of version 1 opens without any', () => {
  const project = corrected(link, { kind: 'ignore' })
  const read = unpackProject(packProject(project))
  expect(read.issues).toEqual([])
  expect(read.project.corrections).toEqual(project.corrections)

  const entries = projectToEntries(project)
  const { corrections: _, ...json } = JSON.parse(new TextDecoder().decode(entries.get('project.json')))
  const old = new TextEncoder().encode(JSON.stringify({ ...json, version: 1 }))
  const opened = projectFromEntries(new Map([...entries, ['project.json', old]]))
  expect(opened.issues).toEqual([])
  expect(opened.project.corrections).toEqual([])
})
