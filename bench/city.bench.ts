import pack from '../data/rules/gb50180-2018.json'
import { LOOKOUT_M } from '../src/engine/catchment/lookout'
import { measureReach } from '../src/engine/catchment/measure-reach'
import type { Reach } from '../src/engine/catchment/reach'
import { measureHelper } from '../src/cli/measure-helper'
import { analyse, prepare } from '../src/engine/pipeline'
import type { Prepared } from '../src/engine/pipeline'
import type { AnalysisSettings } from '../src/model/analysis'
import type { RulePack } from '../src/model/rule-pack'
import { growCity } from './grow-city'
import { assertEqual, beside } from './measure'
import { SlowWalker } from './slow-zones'

const RULES = pack as unknown as RulePack

const SETTINGS: AnalysisSettings = {
  profile: 'adult',
  basis: 'distance',
  rules: RULES,
  scenario: null,
  year: 2026,
  bandsBasis: 'distance',
  bands: [300, 500, 1000],
}

/** places of people whose walks are walked again */
const SAMPLE = 24

/**
 * A whole city: a million junctions, 20,000 buildings in 2,000 communities of which a third is walled, 5,000
 * facilities of every class. A sample of its answers is walked again the slow way.
 */
export async function run(print: (line: string) => void): Promise<void> {
  const city = growCity(17, {
    half_m: 20_000,
    block_m: 40,
    communities: 2000,
    buildings: 10,
    facilities: 5000,
    codes: RULES.rules.map(({ code }) => code),
  })
  const { streets, buildings, communities, gates, facilities } = city.layers
  print(
    `${streets.length} streets, ${communities.length} communities, ${gates.length} gates, ${buildings.length} buildings, ${facilities.length} facilities of ${RULES.rules.length} classes; the project takes ${megabytes(process.memoryUsage().heapUsed)}`,
  )
  const stages: string[] = []
  let last = performance.now()
  const start = last
  const prepared = await prepare(city, null, {
    onProgress: (stage, done) => {
      const now = performance.now()
      if (done > 0)
        stages.push(`${['', 'network', 'facilities', 'people'][done] ?? stage} ${seconds(now - last)}`)
      last = now
    },
  })
  const built = performance.now()
  const { network } = prepared
  print(
    `${network.nodeCount} nodes, ${network.homeEdgeCount} edges, ${network.portalCount} passages, ${prepared.people.points.length} places of people: ready after ${seconds(built - start)} (${stages.join(', ')})`,
  )
  const first = await analyse(prepared, SETTINGS, {}, measureHelper)
  const assessed = performance.now()
  const again = await analyse(prepared, SETTINGS, {}, measureHelper)
  const done = performance.now()
  print(
    `assessment and gaps: first ${beside((assessed - built) / 1000, 3, 's', 2)}, then ${seconds(done - assessed)}; ${first.gaps.length} gaps`,
  )
  assertEqual(again.gaps.length, first.gaps.length, 'gaps of the same city')
  const peak = process.resourceUsage().maxRSS / 1000
  const walked = performance.now()
  const reach = await measureReach(prepared, SETTINGS, {})
  print(`of it the walks of all places to all classes: ${seconds(performance.now() - walked)}`)
  print(`${checkSample(prepared, reach)} walks from ${SAMPLE} places the slow way: the same`)
  print(`memory of the process: peak ${beside(peak, 1500, 'MB', 0)}, before the slow way`)
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`
}

/** Walks again from places spread over the city to the nearest facility of every class; counts the walks. */
function checkSample(prepared: Prepared, reach: Reach): number {
  const { network, people, facilities, project } = prepared
  const walker = new SlowWalker(network)
  const membersOf = new Map<string, number[]>()
  project.layers.facilities.forEach(({ class: code = '' }, i) => {
    const members = membersOf.get(code)
    if (members === undefined) membersOf.set(code, [i])
    else members.push(i)
  })
  let checked = 0
  for (let i = 0; i < SAMPLE; i++) {
    const p = Math.floor(((i + 0.5) * people.points.length) / SAMPLE)
    const { access, community } = people.points[p]
    const own = project.layers.communities[community].id
    const walks = access.map((home) => ({ home, costs: walker.walkFrom(home) }))
    reach.codes.forEach((code, c) => {
      const members = (membersOf.get(code) ?? []).filter((f) => {
        const facility = project.layers.facilities[f]
        return facility.access !== 'residents' || facility.community === own
      })
      let slow = Infinity
      for (const { home, costs } of walks)
        slow = Math.min(slow, walker.nearest(home, costs, members, facilities).cost)
      const fast = reach.cost[c][p]
      assertEqual(fast, slow > LOOKOUT_M * 1000 ? -1 : slow, `walk from ${own} to ${code}`)
      checked++
    })
  }
  return checked
}
