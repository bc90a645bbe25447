import fc from 'fast-check'
import { expect, test } from 'vitest'

import { analyse, measure, prepare } from '../../../src/engine/pipeline'
import { askPlan } from '../../../src/engine/plan-pipeline'
import { groupDemand } from '../../../src/engine/siting/joint-plan'
import { servedBy } from '../../../src/engine/siting/joint-served'
import type { AnalysisSettings } from '../../../src/model/analysis'
import type { Facility, Gate } from '../../../src/model/layers'
import type { Project } from '../../../src/model/project'
import { DEFAULT_PROPOSAL } from '../../../src/model/proposal'
import type { Edit } from '../../../src/model/scenario'
import { DISTANCE, RULES, TIME } from '../../scenes/analyse-scene'
import { towns } from './random-rows'

/*
 * Openings that help only together, found and measured, against every pair there is carried out and assessed anew from
 * nothing.
 */

const CLASSES = ['STORE', 'SPORT_S']
const SHORT = {
  ...RULES,
  rules: RULES.rules
    .filter(({ code }) => CLASSES.includes(code))
    // no whole number of metres: a street that two paths join is walked in pieces, some millimetres longer in all
    .map((rule) => ({ ...rule, radius_m: 221.3 })),
}

async function servedWith(project: Project, edits: readonly Edit[], settings: AnalysisSettings) {
  const planned = { ...project, scenarios: [{ id: 'plan', name: 'plan', edits }] }
  const asked = { ...settings, scenario: 'plan' }
  const { assessment, issues } = await analyse(await prepare(planned, 'plan', {}), asked, {})
  expect(issues.filter(({ code }) => code === 'edit-impossible')).toEqual([])
  return assessment.totals.reduce((sum, total) => sum + total.people_parts.served, 0) / 1e6
}

/** No gate lets strangers pass, and no compound is locked up: of such ones nothing is known, and nothing is promised. */
const lettingFew = towns.map((town): Project => {
  const { gates } = town.layers
  const opened = new Set<string | undefined>()
  const changed = gates.map((gate): Gate => {
    const isFirst = !opened.has(gate.community)
    opened.add(gate.community)
    return { ...gate, access: isFirst || gate.access !== 'closed' ? 'residents' : 'closed' }
  })
  // what is kept to residents no estimate of links counts
  const facilities = town.layers.facilities.map((facility): Facility => ({
    ...facility,
    access: 'public',
    community: undefined,
  }))
  return { ...town, layers: { ...town.layers, gates: changed, facilities } }
})

test('two openings that help only together serve just whom the plan says, and few such pairs are missed', async () => {
  const seen = { together: 0, found: 0 }
  await fc.assert(
    fc.asyncProperty(lettingFew, fc.boolean(), async (town, isByTime) => {
      const settings = { ...(isByTime ? TIME : DISTANCE), rules: SHORT }
      const measured = await measure(await prepare(town, null, {}), settings, {})
      const options = {
        ...DEFAULT_PROPOSAL,
        classes: CLASSES,
        weighting: 'people',
        countsCapacity: false,
        usesSpaces: false,
        sharesFacilities: false,
      } as const
      const { problem, measures } = await askPlan(measured, options, {})
      const groups = groupDemand(problem)
      const numberOf = new Map(measures.map(({ key }, d) => [key, d]))
      const before = await servedWith(town, [], settings)
      // gates that no measure is made of too
      const gates = town.layers.gates
        .filter(({ access }) => access !== 'public')
        .map(({ id }): readonly [string, Edit] => [
          `gate:${id}`,
          { kind: 'open-gate', gate: id, access: 'public' },
        ])
      const others = measures.flatMap(({ key, edit }): (readonly [string, Edit])[] =>
        edit.kind === 'open-gate' ? [] : [[key, edit]],
      )
      const all = [...gates, ...others].slice(0, 9)
      const single = { ...problem, covers: problem.covers.filter(({ needs }) => needs.length === 1) }
      const groupsAlone = groupDemand(single)
      const gained = async (edits: readonly Edit[]): Promise<number> =>
        (await servedWith(town, edits, settings)) - before
      const takenOf = (...keys: string[]): Set<number> =>
        new Set(keys.flatMap((key) => numberOf.get(key) ?? []))
      for (const [i, [key, edit]] of all.entries())
        for (const [other, otherEdit] of all.slice(i + 1)) {
          const taken = takenOf(key, other)
          const both = await gained([edit, otherEdit])
          const promised = servedBy(problem, groups, taken)
          expect(promised).toBeLessThanOrEqual(both + 1e-3)
          if (both <= servedBy(single, groupsAlone, taken) + 1e-3) continue
          seen.together++
          if (promised > both - 1e-3) seen.found++
        }
    }),
    { numRuns: 120, seed: 1014 },
  )
  // the towns ask something, and what the estimate misses is little
  expect(seen.together).toBeGreaterThan(10)
  expect(seen.found).toBeGreaterThanOrEqual(0.9 * seen.together)
})
