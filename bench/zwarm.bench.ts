import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { judge, measure, prepare } from '../src/engine/pipeline'
import { mergeImports } from '../src/engine/project/merge-import'
import { bytesSource } from '../src/engine/read/byte-source'
import { readFile } from '../src/engine/read/read-file'
import pack from '../data/rules/gb50180-2018.json'
const T = () => Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
export async function run(print: (l: string) => void): Promise<void> {
  const bytes = new Uint8Array(readFileSync('../shared/data/hangzhou-westlake/westlake_10km.osm.pbf'))
  const { project } = mergeImports(null, [await readFile(bytesSource('w', bytes), { inflate: (p: any) => inflateSync(p) } as any, {})], 'Xihu')
  const prepared = await prepare(project, null, {})
  const settings: any = { profile: 'adult', basis: 'distance', rules: pack, scenario: null, year: 2026, bandsBasis: 'distance', bands: [300, 500, 1000] }
  const rows: number[][] = []
  for (let i = 0; i < Number(process.env.N ?? 30); i++) {
    const a = T(); const w0 = performance.now()
    const m = await measure(prepared, settings, {})
    const b = T(); const w1 = performance.now()
    await judge(m, {})
    const c = T(); const w2 = performance.now()
    if (i >= 5) rows.push([b - a, c - b, c - a, w1 - w0, w2 - w1, w2 - w0])
  }
  const q = (k: number, p: number): string => rows.map((r) => r[k]).sort((x, y) => x - y)[Math.floor(rows.length * p)].toFixed(0)
  print(['measure', 'judge', 'both', 'measure clock', 'judge clock', 'both clock'].map((n, k) => `${n} min ${q(k, 0)} med ${q(k, 0.5)}`).join('; '))
}
