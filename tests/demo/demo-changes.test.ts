import { expect, test } from 'vitest'

import { explainClass } from '../../src/engine/explain/explain-class'
import { analyse, prepare } from '../../src/engine/pipeline'
import { DISTANCE, cellOf, TIME } from '../scenes/analyse-scene'
import { demoProject } from '../worker/demo-files'

test('new gates in the walls of the demo do what they promise, within two centimetres', async () => {
  const project = demoProject()
  const gated = project.layers.communities.filter((community) => community.gated === true)
  const prepared = await prepare(project, null, {})
  let count = 0
  for (const settings of [DISTANCE, TIME]) {
    const before = await analyse(prepared, settings, {})
    for (const code of ['MARKET', 'KINDERGARTEN']) {
      const c = before.assessment.classes.findIndex((column) => column.code === code)
      if (c < 0) continue
      let tried = 0
      for (const { id } of gated) {
        if (tried > 0) break
        if (cellOf(before, id, code).verdict !== 'unserved') continue
        const { changes } = await explainClass(prepared, settings, { kind: 'community', id }, code, {})
        const change = changes.find(({ kind }) => kind === 'new-gate')
        if (change?.kind !== 'new-gate') continue
        tried++
        const { at, access } = change
        const edits = [{ kind: 'open-wall', community: id, at, access }] as const
        const then = await prepare({ ...project, scenarios: [{ id: 'v', name: 'v', edits }] }, 'v', {})
        const after = await analyse(then, settings, {})
        const cell = cellOf(after, id, code)
        expect(cell.verdict === 'served').toBe(change.serves)
        const gained = after.assessment.totals[c].people_served - before.assessment.totals[c].people_served
        expect(gained).toBe(change.gained)
        if (change.mm !== null) expect(Math.abs(cell.metres - change.mm / 1000)).toBeLessThan(0.02)
        count++
      }
    }
  }
  console.log(`${count} new gates of the demo opened`)
  expect(count).toBeGreaterThan(1)
}, 120_000)
