import { beforeAll, describe, expect, it } from 'vitest'

import { STORIES } from '../../data/make-demo/stories'
import type { Building, Community, Facility, Space } from '../../src/model/layers'
import type { Project } from '../../src/model/project'
import { makeSlowWalks, metresBetween, type Place, type SlowWalks } from './slow-walks'
import { demoProject } from '../worker/demo-files'

let demo: Project
let walks: SlowWalks
beforeAll(() => {
  demo = demoProject()
  walks = makeSlowWalks(demo)
})

function middleOf(record: Building | Facility | Space): number[] {
  if (record.geometry.type === 'Point') return record.geometry.coordinates
  const ring = (record.geometry.coordinates[0] as number[][]).slice(0, -1)
  return [0, 1].map((k) => ring.reduce((sum, c) => sum + (c[k] ?? 0), 0) / ring.length)
}

function facility(id: string): Facility {
  const found = demo.layers.facilities.find((f) => f.id === id)
  if (!found) throw new Error(`no facility ${id}`)
  return found
}

function doorsOf(f: Facility): Place[] {
  const doors = demo.layers.entrances.filter((e) => e.of === f.id)
  return doors.length > 0 ? doors.map((e) => ({ at: e.geometry.coordinates })) : [{ at: middleOf(f) }]
}

/** Everybody may use these. */
function publicDoors(facilityClass: string): Place[] {
  return demo.layers.facilities
    .filter((f) => f.class === facilityClass && f.access !== 'residents')
    .flatMap(doorsOf)
}

function homesOf(community: string): { place: Place; residents: number }[] {
  const isGated = demo.layers.communities.find((c) => c.id === community)?.gated === true
  return demo.layers.buildings
    .filter((b) => b.community === community && b.use === 'residential')
    .map((b) => ({ place: { at: middleOf(b), zone: isGated ? community : '' }, residents: b.residents ?? 0 }))
}

const peopleOf = (homes: readonly { residents: number }[]): number =>
  homes.reduce((sum, h) => sum + h.residents, 0)

const at = (key: string): number[] => key.split(',').map(Number)

function communityOf(id: string): Community | undefined {
  return demo.layers.communities.find((c) => c.id === id)
}

describe('the network', () => {
  it('reaches every home: each finds a bus stop on foot', () => {
    const stops = publicDoors('BUS_STOP')
    const lost = demo.layers.communities.filter((c) =>
      homesOf(c.id).some((home, i) => i % 7 === 0 && walks.nearest(home.place, stops) > 1500),
    )
    expect(lost.map((c) => c.id)).toEqual([])
  })

  it('is one piece, except for the alley of the story', () => {
    const start = walks.segments[0]
    if (!start) throw new Error('no streets')
    const main = walks.componentAt({ at: at(start.a), zone: start.zone })
    const loose = new Set<string>()
    for (const s of walks.segments)
      if (walks.componentAt({ at: at(s.a), zone: s.zone }) !== main) loose.add(s.street)
    expect([...loose]).toEqual([STORIES.island.street])
  })
})

describe('stories', () => {
  it('boiler house: three walled neighbours have no day-care within 300 m, one owns an idle boiler house', () => {
    const { communities, space, owner } = STORIES.boilerHouse
    const dayCares = publicDoors('ELDER_DAYCARE')
    for (const id of communities) {
      expect(demo.layers.communities.find((c) => c.id === id)?.gated).toBe(true)
      const homes = homesOf(id)
      const far = homes.filter((h) => walks.nearest(h.place, dayCares) > 300)
      expect(peopleOf(far) / peopleOf(homes)).toBeGreaterThan(0.95)
    }
    const boiler = demo.layers.spaces.find((s) => s.id === space)
    expect(boiler).toMatchObject({ kind: 'idle_room', community: owner, storey: 1, own_entrance: true })
    expect(boiler?.area_m2).toBeGreaterThanOrEqual(350)
  })

  it('across the canal: houses within 200 m of the kindergarten walk more than 850 m, and none is nearer', () => {
    const { community, facility: id } = STORIES.acrossTheCanal
    const door = doorsOf(facility(id))[0]
    const near = homesOf(community).filter((h) => metresBetween(h.place.at, door.at) < 300)
    expect(peopleOf(near)).toBeGreaterThan(600)
    expect(Math.min(...near.map((h) => metresBetween(h.place.at, door.at)))).toBeLessThan(185)
    for (const home of near) expect(walks.distance(home.place, door)).toBeGreaterThan(850)
    const all = publicDoors('KINDERGARTEN')
    for (const home of homesOf(community)) expect(walks.nearest(home.place, all)).toBeGreaterThan(600)
  })

  it('locked gate: opening it saves two thousand people about 400 m to the market', () => {
    const { community, gate } = STORIES.lockedGate
    expect(demo.layers.gates.find((g) => g.id === gate)).toMatchObject({ access: 'closed', community })
    const opened = makeSlowWalks(demo, [gate])
    const markets = publicDoors('MARKET')
    const homes = homesOf(community)
    expect(peopleOf(homes)).toBeGreaterThan(2000)
    const saved = homes.reduce(
      (sum, h) => sum + h.residents * (walks.nearest(h.place, markets) - opened.nearest(h.place, markets)),
      0,
    )
    expect(saved / peopleOf(homes)).toBeGreaterThan(380)
    const within500 = (w: SlowWalks): number =>
      peopleOf(homes.filter((h) => w.nearest(h.place, markets) <= 500))
    expect(within500(walks)).toBe(0)
    expect(within500(opened)).toBe(peopleOf(homes))
  })

  it('full and empty: a day-care with a waiting list beside one that is hardly used', () => {
    const full = facility(STORIES.fullAndEmpty.full)
    const empty = facility(STORIES.fullAndEmpty.empty)
    const walk = Math.min(...doorsOf(empty).map((d) => walks.distance(doorsOf(full)[0], d)))
    expect(walk).toBeLessThan(450)
    expect(Number(full.extra?.in_use)).toBe(full.capacity)
    expect(Number(empty.extra?.in_use)).toBeLessThan((empty.capacity ?? 0) / 5)
    const elders = demo.layers.communities
      .filter((c) => c.id.startsWith('c-chating'))
      .reduce((sum, c) => sum + (c.residents_60_plus ?? 0), 0)
    expect(elders).toBeGreaterThan(20 * (full.capacity ?? 0))
  })

  it('nursery in a basement: the wish is noted, the room is below ground', () => {
    const space = demo.layers.spaces.find((s) => s.id === STORIES.nurseryInBasement.space)
    expect(space).toMatchObject({
      kind: 'underground',
      storey: -1,
      community: STORIES.nurseryInBasement.community,
    })
    expect(space?.note).toContain('托育')
  })

  it('private court: residents reach it, their neighbours have none within 300 m', () => {
    const { community, facility: id, neighbours } = STORIES.privateCourt
    expect(facility(id)).toMatchObject({ access: 'residents', community, class: 'SPORT_S' })
    for (const home of homesOf(community))
      expect(walks.nearest(home.place, doorsOf(facility(id)))).toBeLessThan(420)
    const courts = publicDoors('SPORT_S')
    for (const neighbour of neighbours)
      for (const home of homesOf(neighbour)) expect(walks.nearest(home.place, courts)).toBeGreaterThan(300)
  })

  it('island: a reading room whose alley misses the street by a step', () => {
    const room = facility(STORIES.island.facility)
    const home = homesOf('c-yanbu-2')[0]?.place
    expect(walks.distance(home, { at: middleOf(room), zone: '' })).toBe(Infinity)
    const alley = demo.layers.streets.find((s) => s.id === STORIES.island.street)
    const end = alley?.geometry.coordinates[0] ?? []
    const streets = walks.segments.filter((s) => s.street !== STORIES.island.street)
    const gap = Math.min(
      ...streets.map((s) => {
        const [a, b] = [s.a, s.b].map((key) => key.split(',').map(Number)) as [number[], number[]]
        const steps = Math.ceil(s.length)
        return Math.min(
          ...Array.from({ length: steps + 1 }, (_, k) =>
            metresBetween(
              end,
              [0, 1].map((i) => (a[i] ?? 0) + (((b[i] ?? 0) - (a[i] ?? 0)) * k) / steps),
            ),
          ),
        )
      }),
    )
    expect(gap).toBeGreaterThan(0.5)
    expect(gap).toBeLessThan(2)
  })

  it('eligibility: one by exception, one not, one in an expropriation plan, one year missing', () => {
    const { byException, notEligible, inExpropriation, yearMissing } = STORIES.eligibility
    expect(communityOf(byException)).toMatchObject({ affordable_housing: true, management: 'basic' })
    expect(communityOf(byException)?.built_year).toBeGreaterThan(2000)
    expect(communityOf(byException)?.resident_will).toBeGreaterThan(0.8)
    expect(communityOf(notEligible)).toMatchObject({ affordable_housing: false })
    expect(communityOf(notEligible)?.built_year).toBeGreaterThan(2000)
    expect(communityOf(inExpropriation)?.expropriation_planned).toBe(true)
    expect(communityOf(yearMissing)?.built_year).toBeUndefined()
  })
})
