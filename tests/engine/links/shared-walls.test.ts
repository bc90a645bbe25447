import { describe, expect, test } from 'vitest'

import { judge, type Judged, measure, prepare } from '../../../src/engine/pipeline'
import { linksOf } from '../../../src/engine/links-of'
import type { AnalysisSettings } from '../../../src/model/analysis'
import type { LinkCandidate, LinkKind } from '../../../src/model/links'
import type { Project } from '../../../src/model/project'
import type { Edit } from '../../../src/model/scenario'
import type { Scene } from '../../scene/scene'
import { at } from '../../scene/scene'
import { DISTANCE, RULES, TIME } from '../../scenes/analyse-scene'
import { backToBack, rectangle } from '../../scenes/shared-wall-scenes'

type SharedEdit = Extract<Edit, { readonly kind: 'open-shared-wall' }>

const ONLY = { ...RULES, rules: RULES.rules.filter(({ code }) => code === 'MARKET') }
const MARKET = { ...DISTANCE, rules: ONLY }
/** Metres an adult walks in a minute: 1.2 m/s. */
const METRES_A_MINUTE = 72
const tenths = (minutes: number): number => Math.round(minutes * 10) / 10

async function stateOf(
  project: Project,
  edits: readonly Edit[] = [],
  settings: AnalysisSettings = MARKET,
): Promise<Judged> {
  const planned = { ...project, scenarios: [{ id: 's', name: 's', edits }] }
  const prepared = await prepare(planned, 's', {})
  return judge(await measure(prepared, { ...settings, scenario: 's' }, {}), {})
}

async function find(
  scene: Scene,
  { kinds = ['shared'] as readonly LinkKind[], measured = 0, settings = MARKET } = {},
): Promise<readonly LinkCandidate[]> {
  const state = await stateOf(scene.project(), [], settings)
  return (await linksOf(state, { communities: null, kinds, measured }, {})).candidates
}

const editOf = ({ edits: [edit] }: LinkCandidate): SharedEdit => edit as SharedEdit
/** Metres north of the scene's origin. */
const northOf = ([, lat]: readonly [number, number]): number => Math.round((lat - 30) / (at(0, 1)[1] - 30))

/** Walks of the home of 甲 to the market, metres; null: none within the lookout. */
async function walkOf(scene: Scene, edits: readonly Edit[], settings = MARKET): Promise<number | null> {
  const { measured } = await stateOf(scene.project(), edits, settings)
  const { people } = measured.prepared
  const p = people.points.findIndex(({ id }) => id === 'home')
  expect(p).toBeGreaterThanOrEqual(0)
  const cost = measured.reach.cost[p]
  return cost < 0 ? null : cost / 1000
}

describe('two compounds wall to wall', () => {
  test.each([
    ['one wall drawn twice', 0],
    ['a strip of six metres between', 6],
    ['outlines that overlap by two metres', -2],
  ])('%s: found, with the way around, the minutes, and whom it serves', async (_, gap) => {
    const scene = backToBack({ gap })
    const around = 400 + 20 + gap + 20 + 400
    expect(await walkOf(scene, [])).toBeCloseTo(around, 0)
    const [best, ...others] = await find(scene, { measured: 1 })
    expect(others.every(({ kind }) => kind === 'shared')).toBe(true)
    const edit = editOf(best)
    const up = 400 - northOf(edit.at[0])
    const opened = 2 * Math.abs(up) + 40 + gap
    expect(best).toMatchObject({
      kind: 'shared',
      communities: ['甲', '乙'],
      isMeasured: true,
      edits: [{ communities: ['甲', '乙'], sides: ['residents', 'residents'] }],
      effect: { people: 100, classes: [{ code: 'MARKET', gained: 100 }], people_lost: 0 },
    })
    expect(edit.path?.joins.filter((street) => street !== null)).toEqual(['in-甲', 'in-乙'])
    expect(
      Math.abs(best.effect.person_minutes - tenths(((around - opened) * 100) / METRES_A_MINUTE)),
    ).toBeLessThan(3)
    expect(await walkOf(scene, best.edits)).toBeCloseTo(opened, 0)
    // measured and estimated are the same to what connectors are rounded by
    const [guessed] = await find(scene)
    expect(guessed.id).toBe(best.id)
    expect(Math.abs(guessed.effect.person_minutes / best.effect.person_minutes - 1)).toBeLessThan(0.01)
    // no other kind knows this wall
    for (const other of await find(scene, { kinds: ['wall', 'gate', 'path'] }))
      expect(other.effect.people).toBeLessThan(100)
  })

  test('a gate costs its wait once for one wall and twice for two', async () => {
    const settings = { ...TIME, rules: ONLY }
    for (const [gap, gates] of [
      [0, 1],
      [6, 2],
    ]) {
      const scene = backToBack({ gap })
      const [best] = await find(scene, { settings })
      const length = 2 * (400 - northOf(editOf(best).at[0])) + 40 + gap
      expect(await walkOf(scene, best.edits, settings)).toBeCloseTo(length / 1.2 + 5 * gates, 0)
    }
  })

  test('farther apart than twelve metres they share no wall', async () => {
    expect(await find(backToBack({ gap: 13 }))).toEqual([])
  })

  test('an alley between is joined by the way', async () => {
    const scene = backToBack({ gap: 8 }).street(
      'alley',
      [
        [4, -20],
        [4, 430],
      ],
      { kind: 'service' },
    )
    const [best] = await find(scene, { measured: 1 })
    expect(best.streets).toEqual(['alley'])
    expect(editOf(best).path?.joins.filter((street) => street !== null)).toEqual(['in-甲', 'alley', 'in-乙'])
    const { measured } = await stateOf(scene.project(), best.edits)
    expect(measured.prepared.scenarioIssues).toEqual([])
    expect(await walkOf(scene, best.edits)).toBeCloseTo(2 * (400 - northOf(editOf(best).at[0])) + 48, 0)
  })

  test('no way leads over a main road, water, or a railway', async () => {
    const road = backToBack({ gap: 8 }).street(
      'road',
      [
        [4, -20],
        [4, 430],
      ],
      { kind: 'secondary' },
    )
    expect(await find(road)).toEqual([])
    const river = backToBack({ gap: 8 }).barrier('river', 'water', rectangle(2, -20, 6, 430))
    expect(await find(river)).toEqual([])
    const rail = backToBack({ gap: 8 }).barrier('rail', 'rail', [
      [4, -20],
      [4, 430],
    ])
    expect(await find(rail)).toEqual([])
    // a wall on record along the edge is the edge
    const wall = backToBack({ gap: 8 }).barrier('wall', 'wall', [
      [4, -20],
      [4, 430],
    ])
    expect(await find(wall)).not.toEqual([])
  })

  test('none where a house stands in the way, the wall is locked, heritage, or streets inside are far', async () => {
    const built = backToBack().building('long', rectangle(-8, 60, -2, 409))
    for (const each of await find(built)) expect(northOf(editOf(each).at[0])).toBeLessThan(60)
    const locked = backToBack()
    const project = locked
      .barrier('old', 'wall', [
        [0, 100],
        [0, 410],
      ])
      .project()
    const withLock = {
      ...project,
      layers: {
        ...project.layers,
        barriers: project.layers.barriers.map((each) => ({ ...each, locked: true })),
      },
    }
    const state = await stateOf(withLock)
    const { candidates } = await linksOf(state, { communities: null, kinds: ['shared'], measured: 0 }, {})
    expect(candidates.length).toBeGreaterThan(0)
    for (const each of candidates) expect(northOf(editOf(each).at[0])).toBeLessThan(100)
    const whole = backToBack().project()
    const { geometry } = whole.layers.communities[0]
    const old = { ...whole, layers: { ...whole.layers, heritage: [{ id: 'h', grade: '市级', geometry }] } }
    expect(
      (await linksOf(await stateOf(old), { communities: null, kinds: ['shared'], measured: 0 }, {}))
        .candidates,
    ).toEqual([])
    expect(await find(backToBack({ inset: 30 }))).toEqual([])
  })
})
