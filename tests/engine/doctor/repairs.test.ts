import fc from 'fast-check'
import { expect, test } from 'vitest'

import { applyCorrections } from '../../../src/engine/correction/apply-corrections'
import { removeCorrection } from '../../../src/model/correction'
import { obstructed } from '../../oracle/random-obstacles'
import { Scene } from '../../scene/scene'
import { findingsOf, findingsOfKind, networkText, withRepair } from './examine-scene'

/*
 *  ───┬──────────────────┬─── y 0        a street through two walled compounds without a gate where it comes in:
 *     │ ╔════╗    ╔════╗ │               each piece inside hangs together with nothing
 *     └─╫────╫─┬──╫────╫─┘    y −60
 *       ╚════╝ │  ╚════╝
 */
test('islands of one street are told apart, and only the one looked at is ignored', async () => {
  const scene = new Scene()
    .street('main', [
      [-1000, 0],
      [-300, 0],
      [300, 0],
      [1000, 0],
    ])
    .street('cut', [
      [-300, 0],
      [-300, -60],
      [0, -60],
      [300, -60],
      [300, 0],
    ])
    .street('between', [
      [0, -60],
      [0, -900],
    ])
  for (const [id, x] of [
    ['west', -200],
    ['east', 100],
  ] as const)
    scene
      .community(
        id,
        [
          [x, -200],
          [x + 100, -200],
          [x + 100, -10],
          [x, -10],
        ],
        { gated: true, residents: 50 },
      )
      .gate(`gate of ${id}`, [x + 50, -200], { community: id, access: 'residents' })
  const project = scene.project()
  const islands = await findingsOfKind(project, 'island')
  expect(islands.map(({ facts }) => facts.street_m)).toEqual([1040, 100, 100])
  expect(new Set(islands.map(({ id }) => id)).size).toBe(3)
  const [, looked, other] = islands
  const ignoring = { ...project, corrections: [{ id: 'c1', kind: 'ignore' as const, finding: looked.id }] }
  const left = (await findingsOfKind(ignoring, 'island')).map(({ id }) => id)
  expect(left).toContain(other.id)
  expect(left).not.toContain(looked.id)
})

/*
 *   y 300 ────north─────        150 m from the gate
 *            g
 *        ╔═══╧═══╗ y 150
 *        ║       ║              through the compound it would be 130 m to the end of the stub
 *        ╚═══╤═══╝ y 20
 *           stub
 *   y 0  ────south─────
 */
test('the path to a gate comes from outside, never through its own compound', async () => {
  const scene = new Scene()
    .street('south', [
      [-1000, 0],
      [0, 0],
      [1000, 0],
    ])
    .street('stub', [
      [0, 0],
      [0, 20],
    ])
    .community(
      'c',
      [
        [-50, 20],
        [50, 20],
        [50, 150],
        [-50, 150],
      ],
      { gated: true, residents: 10 },
    )
    .gate('g', [10, 150], { community: 'c', access: 'residents' })
  const [alone] = await findingsOfKind(scene.project(), 'gate-not-connected')
  // nothing to the north: around the corner there is no straight path
  expect(alone.repairs).toEqual([])
  const project = scene
    .street('north', [
      [-1000, 0],
      [-1000, 300],
      [1000, 300],
    ])
    .project()
  const [finding] = await findingsOfKind(project, 'gate-not-connected')
  expect(finding.repairs[0].facts.length_m).toBe(150)
  expect(await findingsOfKind(withRepair(project, finding), 'gate-not-connected')).toEqual([])
})

/*
 *    y 0 ───┬─────────────┬───        both ends of the street stand in the wall: the island beyond is 20 m away,
 *           │ ╔══╗        │            through the compound
 *      ─────┼─╫──╫──isle  │
 *             ╚══╝ 20 m
 */
test('no link leads through a compound, from wall to wall', async () => {
  const scene = new Scene()
    .street('main', [
      [-1000, 0],
      [0, 0],
      [1000, 0],
    ])
    .street('west', [
      [0, 0],
      [0, -60],
      [100, -60],
    ])
    .street('isle', [
      [120, -60],
      [400, -60],
    ])
    .community(
      'c',
      [
        [100, -200],
        [120, -200],
        [120, -20],
        [100, -20],
      ],
      { gated: true, residents: 10 },
    )
    .gate('g', [110, -20], { community: 'c', access: 'residents' })
  const [island] = await findingsOfKind(scene.project(), 'island')
  expect(island.id).toBe('island:isle')
  expect(island.repairs).toEqual([])
  // the same without the compound: a link of 20 m
  const open = scene.without('communities', 'c').without('gates', 'g').project()
  expect((await findingsOfKind(open, 'island'))[0].repairs[0].facts.length_m).toBe(20)
})

test('a community inside a compound gets no path through the wall', async () => {
  const scene = new Scene()
    .street('main', [
      [-1000, 0],
      [0, 0],
      [1000, 0],
    ])
    .street('to the wall', [
      [0, 0],
      [0, -200],
    ])
    .community(
      'walled',
      [
        [-200, -800],
        [200, -800],
        [200, -200],
        [-200, -200],
      ],
      { gated: true, residents: 10 },
    )
    .gate('g', [190, -200], { community: 'walled', access: 'residents' })
    .community(
      'open',
      [
        [-20, -440],
        [20, -440],
        [20, -400],
        [-20, -400],
      ],
      { residents: 10 },
    )
  const found = await findingsOfKind(scene.project(), 'community-not-connected')
  expect(found.find(({ id }) => id === 'community-not-connected:open')?.repairs).toEqual([])
})

test('in random districts every repair finds its place, mends what it answers, and undone leaves no trace', async () => {
  let repairs = 0
  await fc.assert(
    fc.asyncProperty(obstructed, fc.nat(), async ({ project }, pick) => {
      const before = networkText(project)
      const findings = await findingsOf(project)
      expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
      const repairable = findings.filter((finding) => finding.repairs.length > 0)
      for (const k of [0, 1, 2]) {
        const finding = repairable[(pick + k * 7) % repairable.length]
        if (finding === undefined) continue
        const repaired = withRepair(project, finding, pick % finding.repairs.length)
        expect(applyCorrections(repaired).issues).toEqual([])
        const left = await findingsOf(repaired)
        expect(left.map(({ id }) => id)).not.toContain(finding.id)
        const undone = removeCorrection(repaired.corrections, repaired.corrections[0].id)
        expect(networkText({ ...repaired, corrections: undone })).toBe(before)
        repairs++
      }
    }),
    { numRuns: 10, seed: 20261122, endOnFailure: true },
  )
  expect(repairs).toBeGreaterThan(20)
})
