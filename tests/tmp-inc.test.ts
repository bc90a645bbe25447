import fc from 'fast-check'
import { test } from 'vitest'
import { judge, measure, prepare, remeasure, replan } from '../src/engine/pipeline'
import { type District, DISTRICT_CLASSES, districts } from './oracle/random-district'
import { seededRandom } from './oracle/seeded-random'
import { at } from './scene/scene'
import { DISTANCE, TIME } from './scenes/analyse-scene'
import { drawStep } from '../bench/draw-edits'
function polygon(x: number, y: number, half: number): any {
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
    [-1, -1],
  ]
  return { type: 'Polygon', coordinates: [corners.map(([dx, dy]) => [...at(x + dx * half, y + dy * half)])] }
}
function furnish({ project }: any): any {
  const { layers } = project
  return {
    ...project,
    layers: {
      ...layers,
      greens: [{ id: 'f0', kind: 'park', geometry: polygon(350, 60, 40) }],
      spaces: [
        { id: 'room', kind: 'idle_room', area_m2: 120, community: 'c0', geometry: polygon(120, 210, 8) },
        {
          id: 'lot',
          kind: 'vacant_land',
          area_m2: 400,
          geometry: { type: 'Point', coordinates: [...at(310, 330)] },
        },
      ],
    },
  }
}
test('find', async () => {
  const samples = fc.sample(
    fc.tuple(
      districts,
      fc.record({
        seed: fc.nat({ max: 1_000_000 }),
        isByTime: fc.boolean(),
        profile: fc.constantFrom('adult', 'adult', 'elder', 'wheelchair'),
      }),
    ),
    { numRuns: Number(process.env.N ?? 40), seed: Number(process.env.S ?? 1) },
  )
  let bad = 0,
    steps = 0,
    re = 0,
    anew = 0
  for (const [district, { seed, isByTime, profile }] of samples) {
    const project = furnish(district)
    const random = seededRandom(seed)
    const settings: any = { ...(isByTime ? TIME : DISTANCE), profile }
    let measured = await measure(await prepare(project, null, {}), settings, {})
    let edits: any[] = []
    for (let i = 0; i < 5; i++) {
      const last = edits
      edits = drawStep(edits, project, DISTRICT_CLASSES, random) as any[]
      const scenario = { id: 'v', name: 'v', edits }
      const prepared = replan(measured.prepared, scenario, null)
      const asked = { ...settings, scenario: 'v' }
      const next = remeasure(measured, prepared, asked)
      steps++
      if (next) re++
      if (!prepared.plan && prepared.base !== prepared.data.base) anew++
      const full = await measure(await prepare({ ...project, scenarios: [scenario] }, 'v', {}), asked, {})
      const inc = next ?? (await measure(prepared, asked, {}))
      const diffs: string[] = []
      for (const col of [
        'cost',
        'other',
        'facility',
        'residentsOnlyCost',
        'smallCost',
        'clipCost',
        'isConnected',
      ] as const) {
        const a: any = inc.reach[col],
          b: any = full.reach[col]
        for (let k = 0; k < b.length && diffs.length < 8; k++)
          if (a[k] !== b[k])
            diffs.push(
              `${col} class ${Math.floor(k / full.reach.pointCount)} point ${k % full.reach.pointCount}: ${a[k]} is ${b[k]}`,
            )
      }
      const an = JSON.stringify([inc.neighbours.onward.start, inc.neighbours.onward.points]),
        bn = JSON.stringify([full.neighbours.onward.start, full.neighbours.onward.points])
      if (an !== bn) diffs.push('neighbours')
      const ao: any = inc.opened?.cost,
        bo: any = full.opened?.cost
      if (bo)
        for (let k = 0; k < bo.length; k++)
          if (ao[k] !== bo[k]) {
            diffs.push(`opened ${k}: ${ao[k]} is ${bo[k]}`)
            break
          }
      if (diffs.length) {
        bad++
        if (bad < 4)
          console.log(
            seed,
            i,
            profile,
            isByTime,
            'from',
            JSON.stringify(last),
            'to',
            JSON.stringify(edits),
            diffs.join('\n'),
            'zones',
            prepared.plan && [...prepared.plan.gateZones],
            prepared.plan?.graft.fresh.length,
            prepared.plan?.graft.gone.length,
          )
      }
      measured = full
    }
  }
  console.log({ steps, re, anew, bad })
}, 600000)
