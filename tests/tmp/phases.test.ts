import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { test } from 'vitest'
import pack from '../../data/rules/gb50180-2018.json'
import { makeDemo } from '../../data/make-demo/make-demo'
import { judge, measure, prepare, remeasure, replan } from '../../src/engine/pipeline'
import { mergeImports } from '../../src/engine/project/merge-import'
import { bytesSource } from '../../src/engine/read/byte-source'
import { readFile } from '../../src/engine/read/read-file'
import { drawEdit, KEEPING_STREETS } from '../../bench/draw-edits'
import { seededRandom } from '../../bench/street-grid'
import { wallIn } from '../../bench/wall-in'

const SETTINGS: any = { profile: 'adult', basis: 'distance', rules: pack, scenario: null, year: 2026, bandsBasis: 'time', bands: [5, 10, 15] }
const FILE = '../shared/data/hangzhou-westlake/westlake_10km.osm.pbf'
const which = process.env.WHICH ?? 'xihu'
const N = Number(process.env.N ?? 20)
const GROUPS: any[] = [
  ['gates', ['open-gate', 'close-gate']],
  ['facilities', KEEPING_STREETS.filter((k) => !k.endsWith('gate'))],
  ['walls', ['open-wall']],
  ['paths', ['add-path', 'remove-path', 'add-path']],
].filter(([n]) => !process.env.GROUP || process.env.GROUP.split(',').includes(n as string))
test('phases', async () => {
  let project = makeDemo(20231220)
  if (which === 'xihu') {
    const file = await readFile(bytesSource('w', new Uint8Array(readFileSync(FILE))), { inflate: (p: any) => inflateSync(p) } as any, {})
    project = await wallIn(mergeImports(null, [file], 'Xihu').project)
  }
  const codes = SETTINGS.rules.rules.map((r: any) => r.code)
  for (const [name, kinds] of GROUPS) {
    const random = seededRandom(5)
    let state = await judge(await measure(await prepare(project, null, {}), SETTINGS, {}), {})
    let edits: any[] = []
    const rows: number[][] = []
    for (let i = 0; i < N; i++) {
      const drawn = drawEdit(project, codes, random, kinds)
      if (!drawn) continue
      edits = [...edits, drawn]
      ;(globalThis as any).LOG = process.env.LOG ? [] : undefined
      const t0 = performance.now(); const c0 = process.cpuUsage()
      const prepared = replan(state.measured.prepared, { id: 'v', name: 'v', edits } as any, null)
      const t1 = performance.now()
      const next = remeasure(state.measured, prepared, SETTINGS)
      const t2 = performance.now()
      state = await judge(next!, {}, state)
      const t3 = performance.now(); const c = process.cpuUsage(c0)
      if (process.env.LOG) console.log(drawn.kind, [t1-t0,t2-t1,t3-t2].map((x)=>x.toFixed(0)).join(' '), '\n'+(globalThis as any).LOG.join('\n'))
      rows.push([t1 - t0, t2 - t1, t3 - t2, t3 - t0, (c.user + c.system) / 1000])
    }
    const q = (k: number, p: number): string => rows.map((r) => r[k]).sort((a, b) => a - b)[Math.min(rows.length - 1, Math.floor(rows.length * p))].toFixed(1)
    console.log(name, ['replan', 'remeasure', 'judge', 'all', 'cpu'].map((t, k) => `${t} ${q(k, 0.5)}/${q(k, 0.95)}`).join('  '))
  }
}, 600000)
