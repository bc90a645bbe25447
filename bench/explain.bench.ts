import { representativePoint } from '../src/engine/geometry/rings'
import { explainClass } from '../src/engine/explain/explain-class'
import { prepare } from '../src/engine/pipeline'
import type { Explanation, ExplainedWalk } from '../src/model/explanation'
import type { Space } from '../src/model/layers'
import type { Project } from '../src/model/project'
import { PAGE_SETTINGS, readDistrict } from './district'
import { assertEqual, beside } from './measure'
import { wallIn } from './wall-in'

const CLASSES = ['MARKET', 'KINDERGARTEN', 'ELDER_DAYCARE', 'STORE', 'SPORT_S', 'HEALTH_STATION']

/** Why is this not served? One click after the other on Xihu District, a third of its communities walled in. */
export async function run(print: (line: string) => void): Promise<void> {
  const district = await readDistrict(print)
  if (district === null) return
  const project = withSpaces(await wallIn(district))
  const prepared = await prepare(project, null, {})
  const { rules } = PAGE_SETTINGS
  const known = new Set(rules.rules.map(({ code }) => code))
  const classes = CLASSES.filter((code) => known.has(code))
  const all = { times: [] as number[], changes: 0, unserved: 0 }
  for (const basis of ['distance', 'time'] as const) {
    const settings = {
      profile: 'adult',
      basis,
      rules,
      scenario: null,
      year: 2026,
      bandsBasis: 'distance',
      bands: [300, 500, 1000],
    } as const
    const laps: number[] = []
    const processor: number[] = []
    for (let i = 0; i < 120; i++) {
      const { id } = project.layers.communities[(i * 97) % project.layers.communities.length]
      const t = performance.now()
      const used = process.cpuUsage()
      const answer = await explainClass(
        prepared,
        settings,
        { kind: 'community', id },
        classes[i % classes.length],
        {},
      )
      const { user, system } = process.cpuUsage(used)
      if (i >= 5) {
        laps.push(performance.now() - t)
        processor.push((user + system) / 1000)
      }
      assertSums(answer)
      all.changes += answer.changes.length
      if (answer.verdict === 'unserved') all.unserved++
    }
    laps.sort((a, b) => a - b)
    processor.sort((a, b) => a - b)
    print(
      `${basis}: click → explained: median ${laps[laps.length >> 1].toFixed(1)} ms, p95 ${beside(laps[Math.floor(laps.length * 0.95)], 150, 'ms', 1)}, longest ${laps[laps.length - 1].toFixed(1)} ms; processor time: median ${processor[laps.length >> 1].toFixed(1)} ms, p95 ${processor[Math.floor(laps.length * 0.95)].toFixed(1)} ms`,
    )
  }
  print(`${all.unserved} of 240 not served, ${all.changes} single changes that would serve; all walks add up`)
}

/** An idle room at every sixth community: the map has none. */
function withSpaces(project: Project): Project {
  const spaces = project.layers.communities
    .filter((_, i) => i % 6 === 0)
    .map(({ id, geometry }): Space => {
      const [lon, lat] = representativePoint(geometry)
      const point = { type: 'Point' as const, coordinates: [lon, lat] }
      return { id: `space ${id}`, kind: 'idle_room', community: id, geometry: point }
    })
  return { ...project, layers: { ...project.layers, spaces } }
}

function assertSums({ walk, refused }: Explanation): void {
  for (const each of [walk, refused]) if (each !== null) assertWalk(each)
}

function assertWalk({ mm, ms, legs }: ExplainedWalk): void {
  assertEqual(
    legs.reduce((sum, leg) => sum + leg.mm, 0),
    mm,
    'millimetres of the legs',
  )
  assertEqual(
    legs.reduce((sum, leg) => sum + leg.ms, 0),
    ms,
    'milliseconds of the legs',
  )
}
