import { describe, expect, test } from 'vitest'

import { measure, prepare } from '../../../src/engine/pipeline'
import { askPlan, checkEdits } from '../../../src/engine/plan-pipeline'
import { proposeExactly, proposeGreedily } from '../../../src/engine/propose/answer-question'
import { gainOfSharing } from '../../../src/engine/propose/gain-of-sharing'
import { traceFront } from '../../../src/engine/propose/trace-front'
import { DEFAULT_PROPOSAL, type ProposalOptions } from '../../../src/model/proposal'
import type { Project } from '../../../src/model/project'
import { DISTANCE } from '../../scenes/analyse-scene'
import { twoNeighbours } from '../../scenes/two-neighbours'
import { solveHere } from '../siting/highs'

const PROVEN = { time_s: 20, gap: 0 }

/** The same town with nothing that tells how many live in some of its communities. */
function uncounted(project: Project, ids: readonly string[]): Project {
  const communities = project.layers.communities.map((each) => {
    const { residents: _, ...rest } = each
    return ids.includes(each.id) ? rest : each
  })
  return { ...project, layers: { ...project.layers, communities } }
}

async function plan(project: Project, options: Partial<ProposalOptions>) {
  const measured = await measure(await prepare(project, null, {}), DISTANCE, {})
  const wishes = { ...DEFAULT_PROPOSAL, classes: ['NURSERY'], ...options }
  const asked = await askPlan(measured, wishes, {})
  const proposal = await proposeExactly(asked, solveHere, PROVEN)
  const edits = proposal.measures.map((each) => each.measure.edit)
  const { classes } = asked
  const { communities, gaps, counts } = wishes
  const checked = await checkEdits(measured, edits, { classes, communities, gaps, counts }, {})
  return { asked, proposal, checked }
}

const NOBODY = ['甲', '乙', '丙']
const BY_COMMUNITIES = { counts: 'communities' } as const

describe('where nobody is counted', () => {
  test('a plan by people serves nobody; by communities it serves two of three, and carried out just these', async () => {
    const town = uncounted(twoNeighbours(), NOBODY)
    expect((await plan(town, {})).proposal).toMatchObject({ measures: [], people_unserved: 0 })
    const { proposal, checked } = await plan(town, BY_COMMUNITIES)
    expect(proposal).toMatchObject({
      people_served: 2,
      people_unserved: 3,
      people_beyond: 1,
      cost_yuan: 640_000,
      isOptimal: true,
      by_class: [{ id: 'NURSERY', people: 2 }],
      by_community: [
        { id: '甲', people: 1 },
        { id: '乙', people: 1 },
      ],
    })
    expect(proposal.measures.map(({ measure: { class: code } }) => code)).toEqual(['NURSERY'])
    expect(checked).toMatchObject({ people_served: 2, people_lost: 0 })
  })

  test('how many live somewhere changes nothing about it', async () => {
    const plans = await Promise.all(
      [[], ['甲'], NOBODY].map(async (ids) => {
        const { proposal } = await plan(uncounted(twoNeighbours(), ids), BY_COMMUNITIES)
        return { ...proposal, measures: proposal.measures.map(({ alone, measure }) => [measure.key, alone]) }
      }),
    )
    expect(plans[1]).toEqual(plans[0])
    expect(plans[2]).toEqual(plans[0])
  })

  test('a community that is known to be empty counts nothing', async () => {
    const town = twoNeighbours()
    const communities = town.layers.communities.map((each) =>
      each.id === '乙' ? { ...each, residents: 0 } : each,
    )
    const empty = { ...town, layers: { ...town.layers, communities } }
    const { proposal } = await plan(empty, BY_COMMUNITIES)
    expect(proposal).toMatchObject({ people_served: 1, people_unserved: 2 })
  })

  test('without capacities: nobody knows how much of one a community takes', async () => {
    const { asked } = await plan(uncounted(twoNeighbours(), NOBODY), { ...BY_COMMUNITIES, classes: null })
    expect(asked.problem.decisions.every(({ capacity }) => capacity === Infinity)).toBe(true)
  })

  test('homes served in part are a part of their community, never rounded up', async () => {
    const homes = twoNeighbours((scene) => {
      for (const [i, y] of [15, 40, 55].entries()) {
        const ring = [
          [-14, y],
          [-6, y],
          [-6, y + 4],
          [-14, y + 4],
        ] as const
        scene.building(`home-${i}`, ring, { residents: 10 })
      }
      return scene
    })
    const few = { ...BY_COMMUNITIES, weighting: 'people' } as const
    const { asked } = await plan(uncounted(homes, NOBODY), few)
    const of = asked.demand.people.filter((_, i) => asked.communities[asked.demand.community[i]] === '甲')
    expect(of.length).toBeGreaterThan(1)
    expect(of.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9)
  })

  test('the curve and the gain of sharing are told in communities too', async () => {
    const { asked } = await plan(uncounted(twoNeighbours(), NOBODY), BY_COMMUNITIES)
    const points = []
    for await (const point of traceFront(asked, 2, solveHere, PROVEN)) points.push(point.people_served)
    expect(points.at(-1)).toBe(2)
    const gain = await gainOfSharing(
      { ...asked, problem: { ...asked.problem, budget: 640_000 } },
      solveHere,
      PROVEN,
    )
    expect([gain.alone.people_served, gain.together.people_served]).toEqual([1, 2])
    expect(proposeGreedily(asked).people_served).toBe(2)
  })
})
