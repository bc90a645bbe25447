import { beforeAll, describe, expect, test } from 'vitest'

import { judge, measure, type Measured, prepare } from '../../src/engine/pipeline'
import { searchFrom } from '../../src/engine/catchment/search-starts'
import { askPlan, layingOver, layInRounds, unitsOf } from '../../src/engine/plan-pipeline'
import { AskedPoints } from '../../src/engine/propose/asked-points'
import type { LayAll } from '../../src/engine/propose/lay-apart'
import { DEFAULT_PROPOSAL } from '../../src/model/proposal'
import { seededRandom } from '../oracle/seeded-random'
import { DISTANCE } from '../scenes/analyse-scene'
import { demoProject } from '../worker/demo-files'

let measured: Measured
let units: readonly (readonly string[])[]
beforeAll(async () => {
  measured = await measure(await prepare(demoProject(), null, {}), DISTANCE, {})
  const { assessment } = (await judge(measured, {})).view
  units = unitsOf(measured, assessment).units.map(({ communities }) => communities)
}, 60_000)

describe('the units of the demo', () => {
  test('are asked about in rounds what each is asked alone, where every opening is laid by itself', async () => {
    const random = seededRandom(7)
    const some = units.filter(() => random() < 0.4)
    let [openings, networks] = [0, 0]
    const onProgress = (): void => {
      networks++
    }
    const layTold = layingOver(measured, { onProgress })
    const asks = some.map(
      (communities) => async (layAll: LayAll) =>
        askPlan(measured, { ...DEFAULT_PROPOSAL, communities }, {}, { layAll }),
    )
    const inRounds = await layInRounds(asks, async (layings) => {
      openings += layings.length
      await layTold(layings)
    })
    // some of them are far enough apart
    expect(networks).toBeLessThan(0.8 * openings)
    const layOne = layingOver(measured, {})
    const oneByOne: LayAll = async (layings) => {
      for (const laying of layings) await layOne([laying])
    }
    for (const [i, ask] of asks.entries()) expect(inRounds[i]).toEqual(await ask(oneByOne))
    expect(inRounds.flatMap(({ problem }) => problem.covers).length).toBeGreaterThan(0)
  })

  test('a few places are read as they are among all', () => {
    const { prepared: on, reach, settings } = measured
    const all = new AskedPoints(new Uint8Array(on.people.points.length).fill(1))
    const random = seededRandom(3)
    const few = new AskedPoints(Uint8Array.from(all.points, () => (random() < 0.05 ? 1 : 0)))
    const search = on.graphs.search(settings.profile, settings.basis, true)
    let found = 0
    for (const members of reach.members.fit) {
      const starts = searchFrom({ on, search, lookout: 800_000 }, members)
      const whole = all.read(search, on.people, starts, 800_000)
      const part = few.read(search, on.people, starts, 800_000)
      const ofPart = new Map(Array.from(part.places, (n, i) => [few.points[n], part.cost[i]]))
      const expected = Array.from(whole.places, (n, i) => [all.points[n], whole.cost[i]] as const)
      expect(ofPart).toEqual(new Map(expected.filter(([p]) => few.numberOf[p] >= 0)))
      found += part.places.length
    }
    expect(all.count).toBeGreaterThan(400)
    expect(few.count).toBeLessThan(400)
    expect(found).toBeGreaterThan(100)
  })
})
