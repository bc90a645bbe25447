import { expect, test } from 'vitest'

import { applyCorrections } from '../../../src/engine/correction/apply-corrections'
import { gatherModeFacts } from '../../../src/engine/summary/gather-mode-facts'
import { addCorrection } from '../../../src/model/correction'
import { Scene } from '../../scene/scene'

function box(x: number, y: number, width: number, height: number): [number, number][] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]
}

test('area, density and storeys are those of what is drawn', () => {
  // 100 m × 200 m are 2 ha; 700 households are 350 a hectare. Footprints: 1000 m² of 3 storeys, 500 m² of 6
  const scene = new Scene()
    .community('c', box(0, 0, 100, 200), { built_year: 1978, households: 700, resident_will: 0.5 })
    .building('low', box(10, 10, 50, 20), { storeys: 3 })
    .building('high', box(10, 50, 50, 10), { storeys: 6 })
    .building('other', box(500, 500, 10, 10), { storeys: 30 })
  const [facts] = gatherModeFacts(scene.project())
  expect(facts.area_m2).toBeCloseTo(20_000, -1)
  expect(facts.households_per_ha).toBeCloseTo(350, 0)
  expect(facts).toMatchObject({ id: 'c', buildings: 2, buildings_with_storeys: 2, most_storeys: 6, gaps: [] })
  expect(facts.prompts.map(({ code, speaksFor }) => [code, speaksFor])).toEqual([
    ['built-early', 'rebuild'],
    ['low-rise', 'rebuild'],
    ['dense', 'rebuild'],
    ['weak-will', 'comprehensive'],
  ])
  expect(facts.prompts[1].value).toBeCloseTo(2 / 3, 2)
})

test('a building belongs to the community it names, wherever it is drawn', () => {
  const scene = new Scene()
    .community('a', box(0, 0, 50, 50))
    .community('b', box(100, 0, 50, 50))
    .building('x', box(10, 10, 10, 10), { community: 'b', storeys: 7 })
  const facts = gatherModeFacts(scene.project())
  expect(facts.map(({ buildings, most_storeys }) => [buildings, most_storeys])).toEqual([
    [0, null],
    [1, 7],
  ])
})

test('from the storeys of the smaller half nothing follows, and what is missing is named', () => {
  const scene = new Scene()
    .community('c', box(0, 0, 100, 100))
    .building('known', box(0, 0, 10, 10), { storeys: 2 })
    .building('large', box(20, 20, 50, 50))
  const [facts] = gatherModeFacts(scene.project())
  expect(facts.prompts).toEqual([])
  expect(facts.gaps).toEqual(['built_year', 'storeys', 'households', 'resident_will'])
  expect(facts.households_per_ha).toBeNull()
})

test('a decision about the mode is kept with the data, the last one counts, and undone it leaves what was surveyed', () => {
  const project = new Scene()
    .community('a', box(0, 0, 50, 50), { mode: 'comprehensive' })
    .community('b', box(100, 0, 50, 50))
    .project()
  const modesOf = (corrections: typeof project.corrections) =>
    applyCorrections({ ...project, corrections }).project.layers.communities.map(({ mode }) => mode)
  const both = addCorrection([], '', {
    kind: 'set-mode',
    communities: ['a', 'b'],
    mode: 'rebuild',
    note: '街道会议',
  })
  const then = addCorrection(both, '', { kind: 'set-mode', communities: ['b'], mode: null, note: '' })
  expect(modesOf([])).toEqual(['comprehensive', undefined])
  expect(modesOf(both)).toEqual(['rebuild', 'rebuild'])
  expect(modesOf(then)).toEqual(['rebuild', undefined])
})

test('of a decision about communities that are gone the others keep theirs, and it is told', () => {
  const project = new Scene().community('a', box(0, 0, 50, 50)).project()
  const corrections = addCorrection([], '', {
    kind: 'set-mode',
    communities: ['gone', 'a'],
    mode: 'rebuild',
    note: '',
  })
  const applied = applyCorrections({ ...project, corrections })
  expect(applied.project.layers.communities[0].mode).toBe('rebuild')
  expect(applied.issues).toMatchObject([{ code: 'correction-stale', id: 'gone' }])
})
