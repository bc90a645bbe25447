import type { Issue } from '../../model/issue'
import type { LayerName, LayerRecord } from '../../model/layers'
import type { Provenance } from '../../model/project'
import { checkpoint } from '../run'
import type { Run } from '../run'
import { AreaIndex } from './area-index'
import { collectAreas, isSubdistrict } from './collect-areas'
import { collectCrossings } from './collect-crossings'
import { collectFacilities, isCampus, tellUnclear } from './collect-facilities'
import type { FoundFacility } from './collect-facilities'
import { collectEntrances, collectGates } from './collect-gates'
import { collectBarrierLines } from './collect-lines'
import { collectStationExits } from './collect-stations'
import { collectStreets } from './collect-streets'
import {
  collectBarrierAreas,
  collectBuildings,
  collectCommunities,
  collectGreens,
  collectHeritage,
  collectLand,
  collectSubdistricts,
  isHousing,
} from './collect-surfaces'
import { estimateExtent } from './estimate-extent'
import { mergeFacilities } from './merge-facilities'
import type { OsmContent, OsmElements } from './osm-elements'
import type { ReadResult } from './read-result'

const STEPS = 5

/**
 * The layers of some elements. Each layer comes in groups, one after the other; within a group records are in
 * the order of nodes, ways, then relations, each by id. Ids are n123, w123, r123, some with an ending.
 */
export interface OsmLayers {
  readonly layers: { readonly [L in LayerName]?: readonly (readonly LayerRecord<L>[])[] }
  /** in the same kind of groups, by the id of what they are about */
  readonly issues: readonly (readonly Issue[])[]
}

/** OpenStreetMap elements as survey layers. All formats pass through here, so the same content gives the same layers. */
export async function assembleOsm(
  elements: OsmContent,
  name: string,
  format: string,
  run: Run,
): Promise<ReadResult> {
  const assembled = await assembleLayers(elements, run)
  const layers: { [L in LayerName]?: readonly LayerRecord<L>[] } = {}
  let accepted = 0
  for (const [layer, groups] of Object.entries(assembled.layers)) {
    const records: readonly LayerRecord<LayerName>[] = groups.length === 1 ? groups[0] : groups.flat()
    if (records.length > 0) Object.assign(layers, { [layer]: records })
    accepted += records.length
  }
  const issues: Issue[] = []
  if (elements.remark !== undefined)
    issues.push({ severity: 'warning', code: 'file-truncated', facts: { remark: elements.remark } })
  issues.push(...assembled.issues.flat())
  const extent = elements.extent ?? estimateExtent(layers.streets ?? [])
  await checkpoint(run, 'assemble', STEPS, STEPS)
  return {
    name,
    format,
    crs: 'WGS84',
    layers,
    provenance: provenanceOf(name, format, elements.dataDate),
    ...(extent === null ? {} : { extent }),
    features: elements.count,
    accepted,
    rejected: issues.filter((issue) => issue.severity === 'error').length,
    issues,
  }
}

/** Where layers assembled here come from; `dataDate` when the file says it. */
export function provenanceOf(name: string, format: string, dataDate: string | undefined): Provenance {
  return {
    files: [name],
    format,
    crs: 'WGS84',
    topology: 'vertices',
    licence: '© OpenStreetMap contributors, ODbL 1.0',
    ...(dataDate === undefined ? {} : { data_date: dataDate }),
  }
}

export async function assembleLayers(elements: OsmElements, run: Run): Promise<OsmLayers> {
  const areaIssues: Issue[] = []
  const areas = collectAreas(elements, areaIssues)
  await checkpoint(run, 'assemble', 1, STEPS)

  const housing = new AreaIndex(areas.filter(isHousing))
  const subdistricts = new AreaIndex(areas.filter(({ tags }) => isSubdistrict(tags)))
  const campuses = new AreaIndex(areas.filter(isCampus))
  const streetIssues: Issue[] = []
  const streets = collectStreets(elements, areas, streetIssues, findCrossingTag(elements))
  await checkpoint(run, 'assemble', 2, STEPS)

  const merged = mergeFacilities(collectFacilities(elements, areas, housing, campuses))
  const { entrances: exits, lone } = collectStationExits(elements, merged)
  const facilities = [...groupFacilities(merged), lone]
  await checkpoint(run, 'assemble', 3, STEPS)

  const greens = collectGreens(areas)
  const greenIds = new Set(greens.map((green) => green.id))
  const entrances = collectEntrances(elements, [
    ...merged.flatMap(({ record, area }) => (area === null ? [] : [{ of: record.id, area }])),
    ...areas.filter((area) => greenIds.has(area.id)).map((area) => ({ of: area.id, area })),
  ])
  const barrierAreas = collectBarrierAreas(areas)
  const buildings = collectBuildings(areas, housing)
  await checkpoint(run, 'assemble', 4, STEPS)

  return {
    layers: {
      communities: [collectCommunities(areas, subdistricts)],
      gates: [collectGates(elements, housing)],
      buildings: [buildings],
      facilities: facilities.map((group) => group.map(({ record }) => record)),
      entrances: [entrances, exits],
      streets,
      crossings: [collectCrossings(elements)],
      barriers: [barrierAreas, collectBarrierLines(elements, new Set(barrierAreas.map(({ id }) => id)))],
      greens: [greens],
      heritage: [collectHeritage(areas)],
      land: [collectLand(areas)],
      subdistricts: [collectSubdistricts(areas)],
    },
    issues: [areaIssues, streetIssues, ...facilities.map(tellUnclear)],
  }
}

/** Points, lines and areas: the order in which facilities are collected. */
function groupFacilities(found: readonly FoundFacility[]): FoundFacility[][] {
  return [
    found.filter(({ record, area }) => area === null && record.id.startsWith('n')),
    found.filter(({ record, area }) => area === null && !record.id.startsWith('n')),
    found.filter(({ area }) => area !== null),
  ]
}

/** The crossing=* of the first crossing node on a way. */
function findCrossingTag(elements: OsmElements): (way: number) => string | undefined {
  const crossings = new Map<number, string>()
  for (const { index, tags } of elements.taggedNodes)
    if (tags.highway === 'crossing' && tags.crossing !== undefined) crossings.set(index, tags.crossing)
  return (way) => {
    for (let i = elements.wayStart[way]; i < elements.wayStart[way + 1]; i++) {
      const crossing = crossings.get(elements.wayNodes[i])
      if (crossing !== undefined) return crossing
    }
    return undefined
  }
}
