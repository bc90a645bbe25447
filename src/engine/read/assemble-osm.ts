import type { Issue } from '../../model/issue'
import { checkpoint } from '../run'
import type { Run } from '../run'
import { AreaIndex } from './area-index'
import { collectAreas, isSubdistrict } from './collect-areas'
import { collectCrossings } from './collect-crossings'
import { collectFacilities, isCampus, tellUnclear } from './collect-facilities'
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
import type { OsmElements } from './osm-elements'
import type { ReadResult } from './read-result'

const STEPS = 5

/**
 * OpenStreetMap elements as survey layers. All formats pass through here, so the same content gives the
 * same layers. Records are in the order of ways, then relations (facilities: points first), each by id;
 * ids are n123, w123, r123.
 */
export async function assembleOsm(
  elements: OsmElements,
  name: string,
  format: string,
  run: Run,
): Promise<ReadResult> {
  const issues: Issue[] = []
  if (elements.remark !== undefined)
    issues.push({ severity: 'warning', code: 'file-truncated', facts: { remark: elements.remark } })
  const areas = collectAreas(elements, issues)
  await checkpoint(run, 'assemble', 1, STEPS)

  const housing = new AreaIndex(areas.filter(isHousing))
  const subdistricts = new AreaIndex(areas.filter(({ tags }) => isSubdistrict(tags)))
  const campuses = new AreaIndex(areas.filter(isCampus))
  const streets = collectStreets(elements, areas, issues, findCrossingTag(elements))
  await checkpoint(run, 'assemble', 2, STEPS)

  const merged = mergeFacilities(collectFacilities(elements, areas, housing, campuses))
  const { entrances: exits, lone } = collectStationExits(elements, merged)
  const facilities = [...merged, ...lone]
  issues.push(...tellUnclear(facilities))
  await checkpoint(run, 'assemble', 3, STEPS)

  const greens = collectGreens(areas)
  const greenIds = new Set(greens.map((green) => green.id))
  const entrances = collectEntrances(elements, [
    ...facilities.flatMap(({ record, area }) => (area === null ? [] : [{ of: record.id, area }])),
    ...areas.filter((area) => greenIds.has(area.id)).map((area) => ({ of: area.id, area })),
  ])
  const barrierAreas = collectBarrierAreas(areas)
  const buildings = collectBuildings(areas, housing)
  await checkpoint(run, 'assemble', 4, STEPS)

  const layers = {
    communities: collectCommunities(areas, subdistricts),
    gates: collectGates(elements, housing),
    buildings,
    facilities: facilities.map(({ record }) => record),
    entrances: [...entrances, ...exits],
    streets,
    crossings: collectCrossings(elements),
    barriers: [...barrierAreas, ...collectBarrierLines(elements, new Set(barrierAreas.map(({ id }) => id)))],
    greens,
    heritage: collectHeritage(areas),
    land: collectLand(areas),
    subdistricts: collectSubdistricts(areas),
  }
  const extent = elements.extent ?? estimateExtent(streets)
  await checkpoint(run, 'assemble', STEPS, STEPS)
  return {
    name,
    format,
    crs: 'WGS84',
    layers: Object.fromEntries(Object.entries(layers).filter(([, records]) => records.length > 0)),
    provenance: {
      files: [name],
      format,
      crs: 'WGS84',
      topology: 'vertices',
      licence: '© OpenStreetMap contributors, ODbL 1.0',
      ...(elements.dataDate === undefined ? {} : { data_date: elements.dataDate }),
    },
    ...(extent === null ? {} : { extent }),
    features: elements.count,
    accepted: Object.values(layers).reduce((sum, records) => sum + records.length, 0),
    rejected: issues.filter((issue) => issue.severity === 'error').length,
    issues,
  }
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
