import { describe, expect, test } from 'vitest'

import { judge, measure, prepare } from '../../../src/engine/pipeline'
import { reportOf, unitsOf } from '../../../src/engine/plan-pipeline'
import type { Community, Space } from '../../../src/model/layers'
import type { ProposedUnits, UnitReport } from '../../../src/model/unit-report'
import { Scene } from '../../scene/scene'
import { DISTANCE } from '../../scenes/analyse-scene'

/** Walled communities 60 m wide along a street, each with a gate on it and a way in. */
class Row {
  readonly scene = new Scene()
  private readonly xs: number[] = []

  walled(id: string, x: number, fields: Partial<Community> = {}): this {
    this.xs.push(x)
    this.scene
      .community(
        id,
        [
          [x - 30, 5],
          [x + 30, 5],
          [x + 30, 65],
          [x - 30, 65],
        ],
        {
          gated: true,
          residents: 1000,
          built_year: 1985,
          subdistrict: '杏林',
          expropriation_planned: false,
          last_renovated_year: 2001,
          affordable_housing: false,
          ...fields,
        },
      )
      .gate(`gate-${id}`, [x, 5], { community: id, access: 'residents' })
      .street(`in-${id}`, [
        [x, 0],
        [x, 5],
        [x, 40],
      ])
    return this
  }

  project() {
    this.scene.street('s', [[-300, 0], ...this.xs.map((x) => [x, 0] as const), [3000, 0]])
    return this.scene.project()
  }

  async units(): Promise<ProposedUnits> {
    const measured = await measure(await prepare(this.project(), null, {}), DISTANCE, {})
    return unitsOf(measured, (await judge(measured, {})).view.assessment)
  }
}

const members = ({ units }: ProposedUnits): string[] => units.map(({ communities }) => communities.join(' '))

describe('units are proposed', () => {
  test('of communities whose people are near each other, not of those beyond 300 m', async () => {
    const found = await new Row().walled('a', 0).walled('b', 150).walled('c', 900).units()
    expect(members(found)).toEqual(['a b'])
    expect(found.alone).toEqual(['c'])
    // from gate to gate along the street, 5 m before each; everybody of both has somebody of the other near
    expect(found.links).toEqual([
      {
        communities: ['a', 'b'],
        walk_m: 160,
        gates_m: 160,
        near_share: 1,
        wall_m: 0,
        divide: null,
        affinity: 1,
      },
    ])
  })

  test('of those that share a wall, however far their gates are', async () => {
    const row = new Row().walled('a', 0)
    row.scene
      .community(
        'b',
        [
          [-30, 65],
          [30, 65],
          [30, 125],
          [-30, 125],
        ],
        {
          gated: true,
          residents: 500,
          built_year: 1990,
          subdistrict: '杏林',
          expropriation_planned: false,
          last_renovated_year: 2001,
          affordable_housing: false,
        },
      )
      .gate('gate-b', [0, 125], { community: 'b', access: 'residents' })
      .street('t', [
        [-2000, 125],
        [0, 125],
        [2000, 125],
      ])
    const found = await row.units()
    expect(members(found)).toEqual(['a b'])
    expect(found.links[0]).toMatchObject({ walk_m: null, gates_m: null, wall_m: 60, affinity: 0.5 })
  })

  test('not across a main road, water or a railway', async () => {
    const road = new Row().walled('a', 0).walled('b', 150)
    road.scene.street(
      'main',
      [
        [75, -200],
        [75, 200],
      ],
      { kind: 'secondary' },
    )
    expect((await road.units()).links[0].divide).toBe('main-road')
    expect(members(await road.units())).toEqual([])
    const canal = new Row().walled('a', 0).walled('b', 150)
    canal.scene.barrier('canal', 'rail', [
      [75, 10],
      [75, 200],
    ])
    expect(members(await canal.units())).toEqual([])
  })

  test('not with what is not to be renovated, nor across sub-districts', async () => {
    const mixed = new Row()
      .walled('a', 0)
      .walled('new', 100, { built_year: 2012 })
      .walled('elsewhere', 200, { subdistrict: '望湖' })
    expect(members(await mixed.units())).toEqual([])
  })

  test('with one whose sub-district is not on record, but never so that two sub-districts are in one', async () => {
    const one = await new Row().walled('a', 0).walled('b', 100, { subdistrict: undefined }).units()
    expect(members(one)).toEqual(['a b'])
    const two = new Row()
      .walled('a', 0)
      .walled('b', 70, { subdistrict: undefined })
      .walled('c', 150, { subdistrict: '望湖' })
    expect(members(await two.units())).toEqual(['a b'])
  })

  test('of communities of which nothing is known only if they are taken as if they may be renovated', async () => {
    const unknown = { built_year: undefined, expropriation_planned: undefined }
    const row = new Row().walled('a', 0, unknown).walled('b', 150, unknown).walled('c', 900)
    const found = await row.units()
    expect(members(found)).toEqual([])
    expect(found.alone).toEqual(['a', 'b', 'c'])
    expect(found.with_unknown).toEqual([{ id: 'unit:a', communities: ['a', 'b'] }])
    const known = await new Row().walled('a', 0).walled('b', 150).units()
    expect(known.with_unknown).toEqual(known.units)
  })

  test('no larger than one five-minute circle; whoever is nearest first', async () => {
    const large = new Row()
      .walled('a', 0, { residents: 6000 })
      .walled('b', 70, { residents: 5000 })
      .walled('c', 250, { residents: 5000 })
    expect(members(await large.units())).toEqual(['a b'])
  })
})

const ROOM: Partial<Space> = {
  kind: 'idle_room',
  community: 'a',
  area_m2: 250,
  storey: 1,
  own_entrance: true,
  ownership: 'owners',
  sun_hours: 4,
  outdoor_m2: 80,
  fire_grade: 1,
  flue: true,
  in_housing: false,
}

test('a unit is told what it has, misses, hosts and gains', async () => {
  const row = new Row().walled('a', 0).walled('b', 150, { households: 300, parking_bays: 60 })
  row.scene.space('room', [0, 30], ROOM)
  const project = { ...row.project(), surveyed: { NURSERY: true, MARKET: true, HEALTH_STATION: true } }
  const measured = await measure(await prepare(project, null, {}), DISTANCE, {})
  const { assessment } = (await judge(measured, {})).view
  const [report] = await reportOf(measured, assessment, unitsOf(measured, assessment).units, {})
  expect(report).toMatchObject({
    people: 2000,
    uncounted: 0,
    spaces: [{ kind: 'idle_room', count: 1, area_m2: 250, uncounted: 0 }],
    available_m2: 250,
    // a nursery 200 m², a health station 120 m²; a market fits nowhere
    needed_m2: 320,
    bays_missing: null,
    is_bays_missing_most: true,
    is_bays_missing_estimated: true,
  } satisfies Partial<UnitReport>)
  expect(
    report.deficits.map(({ class: code, people_unserved, people_within }) => [
      code,
      people_unserved,
      people_within,
    ]),
  ).toEqual([
    ['MARKET', 2000, 0],
    ['NURSERY', 2000, 2000],
    ['HEALTH_STATION', 2000, 2000],
  ])
  // not surveyed: neither missing nor there, and it says so
  expect(report.unclear).toContainEqual({
    class: 'CANTEEN',
    people_unknown: 2000,
    communities_unknown: 0,
  })
  const missing = new Set(report.deficits.map((deficit) => deficit.class))
  expect(report.unclear.filter((each) => missing.has(each.class))).toEqual([])
  expect(
    report.members.map(({ id, hosts, gains, people_gaining }) => [id, hosts, gains, people_gaining]),
  ).toEqual([
    ['a', ['NURSERY', 'HEALTH_STATION'], [], 0],
    ['b', [], ['NURSERY', 'HEALTH_STATION'], 2000],
  ])
})

test('where nobody counted people a unit is told in communities what it misses, hosts and gains', async () => {
  const unknown = { residents: undefined }
  const row = new Row().walled('a', 0, unknown).walled('b', 150, unknown).walled('c', 230)
  row.scene.space('room', [0, 30], ROOM)
  const project = { ...row.project(), surveyed: { NURSERY: true, MARKET: true } }
  const measured = await measure(await prepare(project, null, {}), DISTANCE, {})
  const { assessment } = (await judge(measured, {})).view
  const unit = { id: 'u', communities: ['a', 'b', 'c'] }
  const [report] = await reportOf(measured, assessment, [unit], {})
  expect(report).toMatchObject({ people: 1000, uncounted: 2, needed_m2: 200 })
  const told = report.deficits.map((each) => [
    each.class,
    each.people_unserved,
    each.people_within,
    each.communities_unserved,
    each.communities_within,
    each.spaces,
  ])
  expect(told).toEqual([
    ['MARKET', 1000, 0, 2, 0, 0],
    ['NURSERY', 1000, 1000, 2, 2, 1],
  ])
  expect(report.unclear).toContainEqual({ class: 'CANTEEN', people_unknown: 1000, communities_unknown: 2 })
  expect(
    report.members.map(({ id, hosts, gains, people_gaining }) => [id, hosts, gains, people_gaining]),
  ).toEqual([
    ['a', ['NURSERY'], [], null],
    ['b', [], ['NURSERY'], null],
    ['c', [], ['NURSERY'], 1000],
  ])
  // nobody at all is counted, and what is missing is known all the same
  const [own] = await reportOf(measured, assessment, [{ id: 'u', communities: ['a', 'b'] }], {})
  expect(own.people).toBe(null)
  expect(own.deficits.map((each) => [each.class, each.people_unserved, each.communities_unserved])).toEqual([
    ['MARKET', 0, 2],
    ['NURSERY', 0, 2],
  ])
})

test('people that are only estimated are told as such: they miss what they are counted for', async () => {
  const row = new Row()
    .walled('a', 0, { residents: undefined, households: 200 })
    .walled('b', 150, { residents: undefined })
    .walled('c', 230)
  const project = { ...row.project(), surveyed: { MARKET: true } }
  const measured = await measure(await prepare(project, null, {}), DISTANCE, {})
  const { assessment } = (await judge(measured, {})).view
  const [report] = await reportOf(measured, assessment, [{ id: 'u', communities: ['a', 'b', 'c'] }], {})
  expect(report).toMatchObject({ people: 1000, people_estimated: 500, estimated: 1, uncounted: 1 })
  expect(report.members.map(({ people, people_estimated }) => [people, people_estimated])).toEqual([
    [null, 500],
    [null, null],
    [1000, null],
  ])
  expect(report.deficits[0]).toMatchObject({
    class: 'MARKET',
    people_unserved: 1500,
    communities_unserved: 1,
  })
  // nobody counted at all is not nobody known of
  const [alone] = await reportOf(measured, assessment, [{ id: 'u', communities: ['a'] }], {})
  expect(alone).toMatchObject({ people: null, people_estimated: 500, uncounted: 0 })
})

/** Bays missing of a unit of two, with whether they are such at most, and estimated. */
const tellBays = async (
  surveyed: Readonly<Record<string, boolean>>,
  second: Parameters<Row['walled']>[2],
) => {
  const row = new Row()
    .walled('a', 0, { households: 100, parking_bays: 60 })
    .walled('b', 150, { parking_bays: 60, ...second })
  const measured = await measure(await prepare({ ...row.project(), surveyed }, null, {}), DISTANCE, {})
  const { assessment } = (await judge(measured, {})).view
  const [report] = await reportOf(measured, assessment, unitsOf(measured, assessment).units, {})
  return [report.bays_missing, report.is_bays_missing_most, report.is_bays_missing_estimated]
}

test('bays missing are such at most where some kind of car park was not surveyed, and estimated where households are', async () => {
  // 70 − 60, and 140 − 60
  const all = { CAR_PARK: true, CAR_RES: true }
  expect(await tellBays(all, { households: 200 })).toEqual([90, false, false])
  expect(await tellBays({ CAR_RES: true }, { households: 200 })).toEqual([90, true, false])
  expect(await tellBays({}, { households: 200 })).toEqual([90, true, false])
  // 1,000 people ÷ 2.5 = 400 households: 280 − 60
  expect(await tellBays(all, {})).toEqual([230, false, true])
})
