import { deepStrictEqual } from 'node:assert'

import { makeDemo } from '../data/make-demo/make-demo'
import { catchmentFrom, prepare, type Prepared } from '../src/engine/pipeline'
import type { Origin } from '../src/model/analysis'
import { PAGE_SETTINGS, readDistrict } from './district'
import { beside } from './measure'
import { seededRandom } from './street-grid'
import { wallIn } from './wall-in'

/** grid of the outlines while something moves, metres */
const CELL_M = 10
const DRAGS = 800
/** a hand moves some metres between two frames, and now and then jumps */
const STEP_M = 40
const JUMP_M = 8000
const BETWEEN_JUMPS = 20

/**
 * What the worker needs to answer about a point that is dragged: three bands, the people in them and the nearest
 * facility of every class. On the demo, on Xihu District as it is, and with every third community walled by lot.
 */
export async function run(print: (line: string) => void): Promise<void> {
  drag('demo', await prepare(makeDemo(20231220), null, {}), 800, print)
  const project = await readDistrict(print)
  if (project === null) return
  drag('Xihu', await prepare(project, null, {}), 4000, print)
  drag('Xihu, every third community walled', await prepare(await wallIn(project), null, {}), 4000, print)
}

/** Drags within `reach_m` of the middle; every hundredth answer must be the same when asked again. */
function drag(name: string, prepared: Prepared, reach_m: number, print: (line: string) => void): void {
  const random = seededRandom(5)
  const { frame } = prepared.network
  const within = (place: number): number => Math.max(-reach_m, Math.min(reach_m, place))
  const times: number[] = []
  let x = 0
  let y = 0
  for (let i = 0; i < DRAGS; i++) {
    const step = i % BETWEEN_JUMPS === 0 ? JUMP_M : STEP_M
    x = within(x + (random() - 0.5) * step)
    y = within(y + (random() - 0.5) * step)
    const origin: Origin = { kind: 'point', at: [frame.lon(x), frame.lat(y)] }
    const start = performance.now()
    const answer = catchmentFrom(prepared, origin, PAGE_SETTINGS, CELL_M)
    times.push(performance.now() - start)
    if (i % 100 === 0) deepStrictEqual(catchmentFrom(prepared, origin, PAGE_SETTINGS, CELL_M), answer)
  }
  times.sort((a, b) => a - b)
  const [median, p95] = [0.5, 0.95].map((share) => times[Math.floor(times.length * share)])
  print(
    `${name}: a dragged point → three bands and the nearest of every class: median ${median.toFixed(1)} ms, p95 ${beside(p95, 5, 'ms')}`,
  )
}
