import { expect, test } from 'vitest'
import { describeUse } from '../../src/map/describe-marks'
import { layPlanned } from '../../src/map/layers/planned'
import { layUses, shownUses } from '../../src/map/layers/proposed'
import { pickUse } from '../../src/map/pick-use'
import type { Facility } from '../../src/model/layers'
import type { PlannedMeasure } from '../../src/model/proposal'
import { DEFAULT_RULES } from '../../src/model/rules/shipped-packs'
import type { LonLat } from '../../src/model/units'
import { FIRST_LINK_VIEW } from '../../src/store/link-view'
import { usesOfPlan } from '../../src/store/plan-marks'

const AT: Readonly<Record<string, LonLat>> = { room: [120, 30], yard: [120.01, 30], court: [120.02, 30] }
const PLACES = {
  placeOfSpace: (id: string) => AT[id],
  placeOfFacility: (id: string) => AT[id],
}

function measure(key: string, edit: object, code: string | null, people = 100) {
  return {
    measure: { key, edit, class: code },
    alone: { weight: people, people },
  } as unknown as PlannedMeasure
}
const use = (space: string, code: string) =>
  measure(`space:${space}:X:${code}:100`, { kind: 'convert-space', space }, code)

test('a plan marks each use at its space, those of one space side by side, and facilities that open to neighbors', () => {
  const marks = usesOfPlan(
    [
      use('room', 'NURSERY'),
      use('yard', 'CANTEEN'),
      use('room', 'ELDER_DAYCARE'),
      measure('share:court', { kind: 'share-facility', facility: 'court' }, 'SPORT_S'),
      measure('gate:g', { kind: 'open-gate', gate: 'g' }, null),
      use('gone', 'CANTEEN'),
    ],
    PLACES,
    'people',
  )
  expect(marks.map(({ class: code, space, at, beside }) => [code, space, at, beside])).toEqual([
    ['NURSERY', 'room', AT['room'], [-0.75, 0]],
    ['CANTEEN', 'yard', AT['yard'], [0, 0]],
    ['ELDER_DAYCARE', 'room', AT['room'], [0.75, 0]],
    ['SPORT_S', null, AT['court'], [0, 0]],
  ])
})

test('more uses of a space than a row holds stand in rows around its place', () => {
  const marks = usesOfPlan(
    ['A', 'B', 'C', 'D'].map((code) => use('room', code)),
    PLACES,
    'people',
  )
  expect(marks.map(({ beside }) => beside)).toEqual([
    [-1.5, -0.75],
    [0, -0.75],
    [1.5, -0.75],
    [0, 0.75],
  ])
})

test('a use is found where its sign is drawn, and says what it is and whom it serves alone', () => {
  const marks = usesOfPlan([use('room', 'NURSERY'), use('room', 'ELDER_DAYCARE')], PLACES, 'people')
  const PIXEL = 0.00001
  const near = layUses(marks, 20)
  const east = (pixels: number): LonLat => [120 + (pixels * PIXEL) / Math.cos(Math.PI / 6), 30]
  expect(pickUse(near, east(15), PIXEL)?.class).toBe('ELDER_DAYCARE')
  expect(pickUse(near, east(-15), PIXEL)?.class).toBe('NURSERY')
  expect(pickUse(near, east(45), PIXEL)).toBeNull()
  expect(describeUse(marks[0], { locale: 'zh', rules: DEFAULT_RULES })[1]).toBe('单独新覆盖 100 人次')
  const [uncounted] = usesOfPlan(
    [measure('share:court', { kind: 'share-facility', facility: 'court' }, 'SPORT_S', 2)],
    PLACES,
    'communities',
  )
  expect(describeUse(uncounted, { locale: 'zh', rules: DEFAULT_RULES })[1]).toBe('单独新覆盖 2 小区·类')
})

test('from far each space has one small mark at its place', () => {
  const marks = usesOfPlan(
    [use('room', 'NURSERY'), use('yard', 'CANTEEN'), use('room', 'ELDER_DAYCARE')],
    PLACES,
    'people',
  )
  const far = layUses(marks, 10)
  expect(far.marks.map(({ use: { class: code }, offset }) => [code, offset])).toEqual([
    ['NURSERY', [0, 0]],
    ['CANTEEN', [0, 0]],
  ])
  expect(pickUse(far, [120, 30], 0.0001)?.class).toBe('NURSERY')
})

const made = (id: string, space: string | null) =>
  ({
    id,
    geometry: null,
    ...(space === null ? {} : { extra: { from_space: space } }),
  }) as unknown as Facility

test('kept uses of a space stand side by side too; from far the first stands for them', () => {
  const facilities = [made('a', 'room'), made('new', null), made('b', 'room'), made('c', 'yard')]
  expect([...layPlanned(facilities, 20)]).toEqual([
    ['a', [-15, 0]],
    ['new', [0, 0]],
    ['b', [15, 0]],
    ['c', [0, 0]],
  ])
  expect([...layPlanned(facilities, 12).keys()]).toEqual(['a', 'new', 'c'])
})

test('marks of a plan are shown in the plan workspace alone, and not while links are looked for', () => {
  const plannedUses = usesOfPlan([use('room', 'NURSERY')], PLACES, 'people')
  const links = { ...FIRST_LINK_VIEW, plannedUses }
  expect(shownUses({ workspace: 'plan', links })).toBe(plannedUses)
  expect(shownUses({ workspace: 'assess', links })).toEqual([])
  expect(shownUses({ workspace: 'plan', links: { ...links, isOpen: true } })).toEqual([])
})
