import { expect, test } from 'vitest'

import { STORIES } from '../../data/make-demo/stories'
import { analyse, prepare } from '../../src/engine/pipeline'
import { walkBetween } from '../../src/engine/catchment/walk-between'
import { representativePoint } from '../../src/engine/geometry/rings'
import { distanceOnSphere } from '../../src/engine/geometry/local-frame'
import { cellOf, DISTANCE } from '../scenes/analyse-scene'
import { demoProject } from '../worker/demo-files'

// the product's own assessment must find every story planted in the demo, by name
const demo = demoProject()
const prepared = await prepare(demo, null, {})
const view = await analyse(prepared, DISTANCE, {})

const rowOf = (id: string): (typeof view.assessment.communities)[number] => {
  const row = view.assessment.communities.find((candidate) => candidate.id === id)
  if (row === undefined) throw new Error(`no community ${id}`)
  return row
}
const facilityOf = (id: string): (typeof demo.layers.facilities)[number] => {
  const found = demo.layers.facilities.find((candidate) => candidate.id === id)
  if (found === undefined) throw new Error(`no facility ${id}`)
  return found
}

test('boiler house: none of the three neighbours has a day-care in reach, and all stand in a gap', () => {
  const { communities, class: code, space } = STORIES.boilerHouse
  for (const id of communities) {
    expect(cellOf(view, id, code)).toMatchObject({ verdict: 'unserved', share: 0 })
    expect(view.gaps.some((gap) => gap.class === code && gap.places.includes(id))).toBe(true)
  }
  const room = demo.layers.spaces.find((candidate) => candidate.id === space)
  expect(room).toMatchObject({ kind: 'idle_room', own_entrance: true })
  expect(room?.area_m2).toBeGreaterThanOrEqual(350)
})

test('across the canal: the nearest kindergarten is near as the crow flies and far on foot', () => {
  const { community, class: code, facility } = STORIES.acrossTheCanal
  const cell = cellOf(view, community, code)
  expect(cell).toMatchObject({ verdict: 'unserved', reason: 'too-far', facility })
  expect(cell.metres).toBeGreaterThan(800)
  const here = representativePoint(facilityOf(facility).geometry)
  const nearest = Math.min(
    ...demo.layers.buildings
      .filter((building) => building.community === community)
      .map((building) => distanceOnSphere(...here, ...representativePoint(building.geometry))),
  )
  expect(nearest).toBeLessThan(200)
  expect(view.gaps.some((gap) => gap.class === code && gap.places.includes(community))).toBe(true)
})

test('locked gate: opening it serves thousands and saves them some 400 m', async () => {
  const { community, gate, class: code } = STORIES.lockedGate
  const before = cellOf(view, community, code)
  const scenario = {
    id: 'open',
    name: '开门',
    edits: [{ kind: 'open-gate', gate, access: 'residents' } as const],
  }
  const planned = await prepare({ ...demo, scenarios: [scenario] }, 'open', {})
  const opened = await analyse(planned, { ...DISTANCE, scenario: 'open' }, {})
  const after = cellOf(opened, community, code)
  expect(rowOf(community).people).toBeGreaterThan(2000)
  expect([before.verdict, after.verdict]).toEqual(['unserved', 'served'])
  expect(before.metres - after.metres).toBeGreaterThan(350)
  // the gap is closed by id, and nobody else loses
  const stillThere = opened.gaps.filter((gap) => gap.class === code && gap.places.includes(community))
  expect(stillThere).toEqual([])
})

test('full and empty: the two day-cares are a short walk apart, and both are known to be what they are', () => {
  const { full, empty } = STORIES.fullAndEmpty
  const [a, b] = [full, empty].map(facilityOf)
  const walk = walkBetween(
    prepared,
    representativePoint(a.geometry),
    representativePoint(b.geometry),
    DISTANCE,
  )
  expect(walk?.distance_m).toBeLessThan(500)
  const inUse = [a, b].map((facility) => Number(facility.extra?.in_use) / (facility.capacity ?? NaN))
  expect(inUse[0]).toBeGreaterThanOrEqual(1)
  expect(inUse[1]).toBeLessThan(0.5)
})

test('nursery in the basement: the community lacks one, and the space offered lies below ground', () => {
  const { community, space, class: code } = STORIES.nurseryInBasement
  expect(cellOf(view, community, code).verdict).not.toBe('served')
  expect(demo.layers.spaces.find((candidate) => candidate.id === space)).toMatchObject({
    kind: 'underground',
    storey: -1,
  })
})

test('private court: its own residents are served by it, the neighbours are not', () => {
  const { community, facility, class: code, neighbours } = STORIES.privateCourt
  expect(cellOf(view, community, code)).toMatchObject({ verdict: 'served', facility })
  for (const id of neighbours) {
    const cell = cellOf(view, id, code)
    expect(cell.verdict).toBe('unserved')
    expect(cell.facility).not.toBe(facility)
  }
})

test('island: the reading room on the loose alley is reported by name and serves nobody', () => {
  const { facility } = STORIES.island
  expect(view.issues).toContainEqual(expect.objectContaining({ code: 'on-island', id: facility }))
  expect(view.assessment.facility_ids.indexOf(facility)).toBeGreaterThanOrEqual(0)
  expect([...view.assessment.facility]).not.toContain(view.assessment.facility_ids.indexOf(facility))
})

test('eligibility: one by exception, one not, one in an expropriation plan, one without a year', () => {
  const { byException, notEligible, inExpropriation, yearMissing } = STORIES.eligibility
  expect(rowOf(byException).eligibility.verdict).toBe('by-exception')
  expect(rowOf(notEligible).eligibility.verdict).toBe('not-eligible')
  expect(rowOf(inExpropriation).eligibility).toMatchObject({
    verdict: 'not-eligible',
    clauses: ['expropriation-planned'],
  })
  expect(rowOf(yearMissing).eligibility).toMatchObject({ verdict: 'data-missing', missing: ['built_year'] })
})

test('gaps hold the people whom the median resident hides, and stand at real places', () => {
  expect(view.gaps.length).toBeGreaterThan(300)
  const hidden = view.gaps.filter(({ class: code, places }) =>
    places.every((id) => cellOf(view, id, code).verdict === 'served'),
  )
  expect(hidden.length).toBeGreaterThan(20)
  for (const {
    people,
    group_people,
    at: [lon, lat],
  } of view.gaps) {
    expect(people).toBeGreaterThanOrEqual(0)
    expect(group_people ?? 0).toBeLessThanOrEqual(people ?? 0)
    expect(Number.isFinite(lon + lat)).toBe(true)
  }
})
