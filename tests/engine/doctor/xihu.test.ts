import gcoord from 'gcoord'
import { expect } from 'vitest'

import { applyCorrections } from '../../../src/engine/correction/apply-corrections'
import { type Finding, FINDING_KINDS } from '../../../src/model/finding'
import { sharedProject, testWith } from '../../shared-data'
import { findingsOf, withRepair } from './examine-scene'

const CLIP = 'hangzhou-westlake/xihu_cuiyuan_gudang.osm.pbf'

function countByKind(findings: readonly Finding[]): Record<string, number> {
  return Object.fromEntries(
    FINDING_KINDS.map((kind) => [kind, findings.filter((finding) => finding.kind === kind).length]),
  )
}

testWith(CLIP)('the Xihu clip has a few findings of each kind, the same each time', async () => {
  const project = await sharedProject(CLIP)
  const findings = await findingsOf(project)
  process.stdout.write(`network doctor on the Xihu clip: ${JSON.stringify(countByKind(findings))}\n`)
  expect(JSON.stringify(await findingsOf(project))).toBe(JSON.stringify(findings))
  expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
  const counts = countByKind(findings)
  // real data, well kept: some of everything, and no flood of any
  expect(counts['layer-shifted']).toBe(0)
  for (const kind of ['island', 'near-miss', 'missed-crossing', 'suspicious-snap']) {
    expect(counts[kind]).toBeGreaterThan(0)
    expect(counts[kind]).toBeLessThan(100)
  }
})

testWith(CLIP)('every repair proposed for the clip fits its data, and its finding goes', async () => {
  let project = await sharedProject(CLIP)
  const before = (await findingsOf(project)).filter(({ repairs }) => repairs.length > 0)
  for (const finding of before) project = withRepair(project, finding)
  // a link made first may have taken another one's street end with it; nothing else may fail
  const { issues } = applyCorrections(project)
  expect(issues).toEqual([])
  const left = new Set((await findingsOf(project)).map(({ id }) => id))
  expect(before.filter(({ id }) => left.has(id)).map(({ id }) => id)).toEqual([])
})

testWith(CLIP)('a layer of the clip in GCJ-02 is told from the others, and moved back it fits', async () => {
  const project = await sharedProject(CLIP)
  for (const layer of ['facilities', 'gates'] as const) {
    const shifted = {
      ...project,
      layers: { ...project.layers, [layer]: project.layers[layer].map(shiftToGcj) },
    }
    const [finding, ...more] = (await findingsOf(shifted)).filter(({ kind }) => kind === 'layer-shifted')
    expect(more).toEqual([])
    expect(finding).toMatchObject({ id: `layer-shifted:${layer}`, facts: { crs: 'gcj02' } })
    const left = await findingsOf(withRepair(shifted, finding))
    expect(left.filter(({ kind }) => kind === 'layer-shifted')).toEqual([])
  }
})

/** A record as it would be drawn on a Chinese web map. */
function shiftToGcj<R extends { readonly geometry: object }>(record: R): R {
  // gcoord changes the geometry it is given
  const geometry = structuredClone(record.geometry) as R['geometry']
  return { ...record, geometry: gcoord.transform(geometry as never, gcoord.WGS84, gcoord.GCJ02) }
}
