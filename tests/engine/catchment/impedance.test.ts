import fc from 'fast-check'
import { expect, test } from 'vitest'

import { priceNetwork } from '../../../src/engine/catchment/impedance'
import { buildNetwork } from '../../../src/engine/network/build-network'
import type { WalkNetwork } from '../../../src/engine/network/walk-network'
import { PROFILE_IDS, PROFILES } from '../../../src/model/profile'
import { Scene } from '../../scene/scene'

/** A main road crossed by a footpath, stairs, a crossing that meets no road, a hill, and a compound's gate. */
function everything(): WalkNetwork {
  const project = new Scene()
    .street(
      'road',
      [
        [-100, 0],
        [0, 0],
        [100, 0],
      ],
      { kind: 'primary' },
    )
    .street(
      'path',
      [
        [0, -100],
        [0, 0],
        [0, 100],
      ],
      { kind: 'footway', rise_m: 10 },
    )
    .street(
      'stairs',
      [
        [0, 100],
        [30, 100],
      ],
      { kind: 'steps', step_free: false },
    )
    .street(
      'crossing',
      [
        [30, 100],
        [50, 100],
      ],
      { kind: 'footway', crossing: 'signals' },
    )
    .street('home', [
      [50, 100],
      [150, 100],
    ])
    .community(
      'z',
      [
        [100, 50],
        [200, 50],
        [200, 150],
        [100, 150],
      ],
      { gated: true },
    )
    .gate('g', [100, 100], { community: 'z', access: 'residents', step_free: false })
    .project()
  return buildNetwork(project, { isPlain: false }).network
}

const NETWORK = everything()
const ADULT = { profile: 'adult', basis: 'time', isPlain: false } as const

function edgesWhere(is: (edge: number) => boolean): number[] {
  return Array.from({ length: NETWORK.edgeCount }, (_, e) => e).filter(is)
}

test('a walk faster than the profile takes less time for its metres and the same for its waits', () => {
  const usual = priceNetwork(NETWORK, ADULT)
  const fast = priceNetwork(NETWORK, { ...ADULT, speedFactor: 1.1 })
  for (const e of edgesWhere((edge) => NETWORK.edgeDelay[edge] === 0))
    expect(Math.abs(fast.edgeCost[e] * 1.1 - usual.edgeCost[e])).toBeLessThanOrEqual(1.1)
  const [crossing] = edgesWhere((edge) => NETWORK.edgeDelay[edge] !== 0)
  expect(fast.edgeCost[crossing]).toBe(Math.round(20_000 / (1.2 * 1.1) + 30_000))
  expect(fast.turnCost).toEqual(usual.turnCost)
  expect(fast.portalCost).toEqual(usual.portalCost)
  expect(fast.costPerMetre).toBeCloseTo(1000 / (1.2 * 1.1), 9)
  // metres are metres at any speed
  expect(fast.edgeOther).toEqual(usual.edgeOther)
})

test('without delays nothing waits, and stairs and slopes stay what they are', () => {
  const usual = priceNetwork(NETWORK, ADULT)
  const hasty = priceNetwork(NETWORK, { ...ADULT, hasDelays: false })
  expect(Math.max(...usual.turnCost)).toBe(15_000)
  expect(Math.max(...hasty.turnCost)).toBe(0)
  expect([...new Set(usual.portalCost)]).toEqual([5000])
  expect([...new Set(hasty.portalCost)]).toEqual([0])
  const [crossing] = edgesWhere((edge) => NETWORK.edgeDelay[edge] !== 0)
  expect(usual.edgeCost[crossing] - hasty.edgeCost[crossing]).toBe(30_000)
  for (const e of edgesWhere((edge) => NETWORK.edgeDelay[edge] === 0)) {
    expect(hasty.edgeCost[e]).toBe(usual.edgeCost[e])
    expect(hasty.edgeCostBack[e]).toBe(usual.edgeCostBack[e])
  }
})

test('stairs and a gate with steps are closed to wheels, in both measures', () => {
  const costs = priceNetwork(NETWORK, { ...ADULT, profile: 'wheelchair' })
  const [stairs] = edgesWhere((edge) => NETWORK.edgeIsSteps[edge] === 1)
  for (const column of [costs.edgeCost, costs.edgeCostBack, costs.edgeOther, costs.edgeOtherBack])
    expect(column[stairs]).toBe(-1)
  expect([...costs.portalCost, ...costs.portalOther].every((cost) => cost === -1)).toBe(true)
})

test('the two measures trade places with the basis, and no open edge costs less than nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PROFILE_IDS),
      fc.double({ min: 0.5, max: 2, noNaN: true }),
      fc.boolean(),
      fc.boolean(),
      (profile, speedFactor, hasDelays, isPlain) => {
        const shared = { profile, speedFactor, hasDelays, isPlain }
        const byTime = priceNetwork(NETWORK, { ...shared, basis: 'time' })
        const byMetres = priceNetwork(NETWORK, { ...shared, basis: 'distance' })
        expect(byTime.edgeCost).toEqual(byMetres.edgeOther)
        expect(byTime.edgeCostBack).toEqual(byMetres.edgeOtherBack)
        expect(byTime.turnCost).toEqual(byMetres.turnOther)
        expect(byTime.portalOther).toEqual(byMetres.portalCost)
        for (let e = 0; e < NETWORK.edgeCount; e++) {
          expect(byTime.edgeCost[e] < 0).toBe(byMetres.edgeCost[e] < 0)
          // no walk is faster than Tobler's best slope on stairs of factor one
          const fastest =
            (NETWORK.edgeLength_mm[e] / (PROFILES[profile].speed_m_s * speedFactor)) * Math.exp(-0.175)
          if (byTime.edgeCost[e] >= 0) expect(byTime.edgeCost[e]).toBeGreaterThanOrEqual(fastest - 1)
        }
        for (const cost of byTime.turnCost) expect(cost).toBeGreaterThanOrEqual(0)
      },
    ),
    { numRuns: 60 },
  )
})
