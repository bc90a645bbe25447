import { describe, expect, test } from 'vitest'

import { voteOfEdit } from '../../../src/engine/consent/vote-of-edit'
import { costOfEdit } from '../../../src/engine/cost/cost-of-edit'
import { openByHand } from '../../../src/engine/links/list-shared-walls'
import { listOutcomes } from '../../../src/engine/package/list-outcomes'
import { applyScenario } from '../../../src/engine/scenario/apply-scenario'
import { COST_PACK } from '../../../src/model/cost-pack'
import { withEdit } from '../../../src/model/edit-list'
import { HOSTING_PACK } from '../../../src/model/hosting-pack'
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
  const cost = measured.reach.cost[0][p]
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

/** A market on the street behind the far gate of 乙, which 甲 would reach through it. */
const beyond = (access: 'public' | 'residents'): Scene =>
  backToBack({ access })
    .without('facilities', 'm')
    .street('north', [
      [20, 400],
      [20, 430],
      [400, 430],
    ])
    .gate('far', [20, 410], { access, community: '乙' })
    .facility('m', 'MARKET', [20, 430])

describe('who may pass', () => {
  test('through the neighbor to its far gate nobody goes unless that gate and its side are public', async () => {
    const shut = await find(beyond('residents'))
    expect(shut).toEqual([])
    const [open] = await find(beyond('public'), { measured: 1 })
    expect(editOf(open).sides).toEqual(['public', 'public'])
    expect(open.effect.people).toBe(100)
    // whom it lets through is said for each side: a side for residents keeps strangers out of the neighbor
    const edit = editOf(open)
    const closed = await walkOf(beyond('public'), [{ ...edit, sides: ['public', 'residents'] }])
    const opened = await walkOf(beyond('public'), [edit])
    expect(opened).toBeLessThan(200)
    expect(closed === null || closed > 500).toBe(true)
  })
})

describe('where nobody counted people', () => {
  test('links are ranked by communities, measured and estimated alike', async () => {
    const bare = backToBack({ gap: 6 })
    const whole = bare.project()
    const project = {
      ...whole,
      layers: {
        ...whole.layers,
        communities: whole.layers.communities.map(({ residents: _residents, ...community }) => community),
        buildings: whole.layers.buildings.map(({ residents: _residents, ...building }) => building),
      },
    }
    const state = await stateOf(project)
    const question = { communities: null, kinds: ['shared'] as const }
    const [guessed, measured] = await Promise.all(
      [0, 1].map((n) => linksOf(state, { ...question, measured: n }, {})),
    )
    expect(guessed.hasPeople).toBe(false)
    const [best] = measured.candidates
    const length = 2 * (400 - northOf(editOf(best).at[0])) + 46
    // 甲 has one home: all of it saves the way around
    expect(best.effect).toMatchObject({
      person_minutes: 0,
      people: 0,
      classes: [],
      communities: { gain: 1, lose: 0, classes: [{ code: 'MARKET', gained: 1 }] },
    })
    const minutes = best.effect.communities?.minutes ?? 0
    expect(Math.abs(minutes - (846 - length) / METRES_A_MINUTE)).toBeLessThan(0.3)
    expect(guessed.candidates.find(({ id }) => id === best.id)?.effect.communities?.gain).toBe(1)
  })
})

const openAt = async (scene: Scene, y: number, pair: [string, string] = ['甲', '乙']) =>
  openByHand((await stateOf(scene.project())).measured.prepared, pair, at(0, y))

describe('by hand', () => {
  test('both walls are opened, or only the pressed one onto an alley, or it is said why not', async () => {
    expect(await openAt(backToBack(), 300)).toMatchObject({
      edit: { kind: 'open-shared-wall', communities: ['甲', '乙'] },
    })
    const alley = backToBack({ gap: 8 }).street('alley', [
      [4, -20],
      [4, 430],
    ])
    expect(await openAt(alley, 300)).toMatchObject({ edit: { kind: 'open-wall', community: '甲' } })
    expect(await openAt(backToBack({ inset: 30 }), 300)).toMatchObject({
      problem: { reason: 'no-street-inside', layer: 'communities', id: '甲' },
    })
    const built = backToBack().building('long', rectangle(-8, 60, -2, 409))
    expect(await openAt(built, 300)).toMatchObject({ problem: { reason: 'building-between', id: 'long' } })
    expect(await openAt(backToBack(), 300, ['甲', 'nobody'])).toMatchObject({
      problem: { reason: 'not-gated' },
    })
    const gated = backToBack().gate('side', [0, 305], { access: 'closed', community: '乙' })
    expect(await openAt(gated, 300)).toMatchObject({ problem: { reason: 'gate-near', id: 'side' } })
  })
})

const refusalOf = async (scene: Scene, edit: Edit): Promise<unknown> => {
  const { planned, issues } = applyScenario(scene.project(), { id: 's', name: 's', edits: [edit] })
  // all of it or nothing
  expect(issues).toHaveLength(1)
  expect(planned.layers.gates).toEqual(scene.project().layers.gates)
  expect(planned.layers.streets).toEqual(scene.project().layers.streets)
  return issues[0].facts?.['reason']
}

const apart = (): Scene => backToBack({ gap: 6 })
/** Whatever record is asked about is of the first edit. */
const ofTheEdit = (): number => 0

describe('the edit', () => {
  test('is refused with its reason, and leaves everything as it was', async () => {
    const [best] = await find(backToBack({ gap: 6 }))
    const edit = editOf(best)
    const place = edit.at[0]
    const { path } = edit
    if (path === null) throw new Error('no way')
    const joining = (street: string) => ({ ...path, joins: path.joins.map((each) => each && street) })
    expect(await refusalOf(apart(), { ...edit, communities: ['甲', 'nobody'] })).toBe('missing')
    expect(await refusalOf(apart(), { ...edit, communities: ['甲', '甲'], at: [place, place] })).toBe(
      'walls-apart',
    )
    expect(await refusalOf(apart(), { ...edit, at: [place, at(106, 200)] })).toBe('walls-apart')
    expect(await refusalOf(apart(), { ...edit, at: [at(-40, 200), edit.at[1]] })).toBe('far-from-edge')
    expect(await refusalOf(apart(), { ...edit, path: joining('nothing') })).toBe('missing')
    expect(await refusalOf(apart(), { ...edit, path: joining('s') })).toBe('not-on-street')
    expect(await refusalOf(apart(), { ...edit, path: { line: [place, place], joins: [null, null] } })).toBe(
      'line-too-short',
    )
    const near = apart().gate('side', [0, northOf(place) + 5], { access: 'closed', community: '甲' })
    expect(await refusalOf(near, edit)).toBe('gate-near')
    const house = apart().building('x', rectangle(-12, northOf(place) - 30, -4, northOf(place) + 30))
    expect(await refusalOf(house, edit)).toBe('building-between')
  })

  test('costs a gate for each wall and its way, and both communities vote', async () => {
    const { layers } = backToBack().project()
    for (const [gap, walls] of [
      [0, 1],
      [6, 2],
    ]) {
      const [best] = await find(backToBack({ gap }))
      const edit = editOf(best)
      const cost = costOfEdit(edit, layers, HOSTING_PACK, COST_PACK)
      expect(cost).toMatchObject({ item: COST_PACK.gate, amount: walls, besides: { item: COST_PACK.path } })
      expect(cost?.besides?.amount).toBeCloseTo(best.detour_after_m * COST_PACK.path_width_m, -1)
      expect(voteOfEdit(edit, layers)).toEqual({
        type: 'three-quarters',
        ground: 'alters-facilities',
        communities: ['乙', '甲'].sort(),
      })
      expect(costOfEdit({ ...edit, cost_yuan: 5 }, layers, HOSTING_PACK, COST_PACK)?.default_yuan).toBe(5)
    }
  })

  test('its two gates and its way are the edit of the list, and go with it', async () => {
    const project = backToBack({ gap: 6 }).project()
    const [best] = await find(backToBack({ gap: 6 }))
    const scenario = { id: 's', name: 's', edits: [editOf(best)] }
    const { planned, issues } = applyScenario(project, scenario)
    const [outcome] = listOutcomes(project, planned, scenario, issues)
    expect([outcome.made, outcome.besides]).toEqual(['gate~edit-1', ['gate~edit-1~', 'path~edit-1']])
    for (const edit of [
      { kind: 'close-gate', gate: 'gate~edit-1~' },
      { kind: 'remove-path', street: 'path~edit-1' },
    ] as const)
      expect(withEdit(scenario.edits, edit, ofTheEdit)).toEqual([])
    expect(
      withEdit(scenario.edits, { kind: 'open-gate', gate: 'gate~edit-1', access: 'public' }, ofTheEdit),
    ).toMatchObject([{ kind: 'open-shared-wall', sides: ['public', 'public'] }])
  })
})
