import { expect, test } from 'vitest'

import { STORIES } from '../../data/make-demo/stories'
import { compareJudged } from '../../src/engine/compare/compare-judged'
import { linkEffectOf } from '../../src/model/link-effect'
import { judge, type Judged, measure, prepare } from '../../src/engine/pipeline'
import { linksOf } from '../../src/engine/links-of'
import { LINK_KINDS } from '../../src/model/links'
import type { Edit } from '../../src/model/scenario'
import { DISTANCE, RULES } from '../scenes/analyse-scene'
import { demoProject } from '../worker/demo-files'

const project = demoProject()
const CODES = ['MARKET', 'KINDERGARTEN', 'ELDER_DAYCARE', 'EDU_PRIMARY']
const SETTINGS = {
  ...DISTANCE,
  rules: { ...RULES, rules: RULES.rules.filter(({ code }) => CODES.includes(code)) },
}

async function stateOf(edits: readonly Edit[]): Promise<Judged> {
  const prepared = await prepare({ ...project, scenarios: [{ id: 's', name: 's', edits }] }, 's', {})
  return judge(await measure(prepared, { ...SETTINGS, scenario: 's' }, {}), {})
}

test('the best links of the demo do what is estimated, and what a real scenario with them does', async () => {
  const base = await stateOf([])
  const { candidates, priced } = await linksOf(
    base,
    { communities: null, kinds: LINK_KINDS, measured: 1 },
    {},
  )
  const measured = candidates.find(({ isMeasured }) => isMeasured)!
  expect(measured.effect).toEqual(linkEffectOf(compareJudged(base, await stateOf(measured.edits))))
  const { gate } = STORIES.lockedGate
  expect(candidates.filter(({ kind }) => kind === 'gate').map(({ gates }) => gates)).toEqual([[gate]])
  for (const kind of LINK_KINDS) expect(priced[kind], kind).toBeGreaterThan(0)
  for (const kind of ['wall', 'path'] as const) {
    const best = candidates.find((each) => each.kind === kind && !each.isMeasured) ?? measured
    const real = linkEffectOf(compareJudged(base, await stateOf(best.edits)))
    // the estimate adds up walks on the network as it is: a gate's real connectors differ by centimeters
    expect(Math.abs(best.effect.person_minutes / real.person_minutes - 1), best.id).toBeLessThan(0.001)
    expect(best.effect.people).toBe(real.people)
    expect(real.people_lost).toBe(0)
  }
})
