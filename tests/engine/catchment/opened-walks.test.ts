import { expect, test } from 'vitest'

import pack from '../../../data/rules/gb50180-2018.json'
import { makeDemo } from '../../../data/make-demo/make-demo'
import { measureOpened } from '../../../src/engine/catchment/measure-opened'
import { measureClasses, measureReach } from '../../../src/engine/catchment/measure-reach'
import { openedNetwork } from '../../../src/engine/catchment/opened-network'
import { emptyReach } from '../../../src/engine/catchment/reach'
import { ReachDraft } from '../../../src/engine/catchment/reach-draft'
import { limitSpan } from '../../../src/engine/catchment/span'
import { prepare } from '../../../src/engine/pipeline'
import type { AnalysisSettings } from '../../../src/model/analysis'
import type { Basis } from '../../../src/model/profile'
import type { RulePack } from '../../../src/model/rule-pack'

/** Walks through opened gates are looked for around the compounds that have them; every class searched whole says the same. */
test.each<Basis>(['distance', 'time'])(
  'walks by opened gates are those of the opened network, by %s',
  async (basis) => {
    const settings: AnalysisSettings = {
      profile: 'adult',
      basis,
      rules: pack as unknown as RulePack,
      scenario: null,
      year: 2026,
      bandsBasis: 'time',
      bands: [5, 10, 15],
    }
    const on = await prepare(makeDemo(20231220), null, {})
    const reach = await measureReach(on, settings, {})
    const around = measureOpened(on, reach, settings)
    const graphs = openedNetwork(on)?.graphs
    if (around === null || graphs === undefined) throw new Error('the demo has closed gates')
    const whole = new ReachDraft(emptyReach({ ...on, graphs }, settings, false), false)
    measureClasses(whole, new Set(whole.reach.codes.keys()), { ...on, graphs }, settings, limitSpan(settings))
    expect(around.reach.cost).toEqual(whole.reach.cost)
    expect(
      around.cost.flatMap((column) => column.filter((cost) => cost >= 0).length).reduce((a, b) => a + b),
    ).toBeGreaterThan(0)
  },
)
