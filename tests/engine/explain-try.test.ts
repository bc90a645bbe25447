import { test } from 'vitest'
import { makeDemo } from '../../data/make-demo/make-demo'
import { STORIES } from '../../data/make-demo/stories'
import { explainClass, prepare } from '../../src/engine/pipeline'
import { DISTANCE } from '../scenes/analyse-scene'
test('x', async () => {
  const p = await prepare(makeDemo(20231220), null, {})
  const show = async (id: string, code: string) => {
    const t = performance.now()
    const e = await explainClass(p, DISTANCE, { kind: 'community', id }, code, {})
    const ms = performance.now() - t
    const strip = (k: string, v: unknown) => (k === 'line' || k === 'link' ? undefined : v)
    console.log(id, code, ms.toFixed(0), 'ms', JSON.stringify({ ...e, walk: e.walk && { ...e.walk, legs: 0 }, refused: e.refused && { ...e.refused, legs: 0 } }, strip, 1))
    for (const l of e.walk?.legs ?? []) console.log('  ', l.kind, l.name, l.street_kind, (l.mm/1000).toFixed(1), (l.ms/1000).toFixed(1), l.wait_ms/1000, l.line.length)
  }
  await show('c-caixing', 'MARKET')
  await show('c-liuan-2', 'KINDERGARTEN')
  await show('c-qinghe-1', 'ELDER_DAYCARE')
  await show('c-qinghe-2', 'ELDER_DAYCARE')
  for (const n of STORIES.privateCourt.neighbours) await show(n, 'SPORT_S')
}, 60000)
