import type { HostingPack } from '../../model/hosting'
import type { Facility, Space } from '../../model/layers'
import type { Project } from '../../model/project'
import type { Complex, ComplexPart } from '../../model/service-complex'
import { partOfSpace } from '../../model/space-parts'
import type { LocalFrame } from '../geometry/local-frame'
import { OPEN_AIR } from '../suitability/rules/hr16-new-building'
import { groupSpaces } from './group-spaces'
import { judgeComplex, servicesOf } from './judge-complex'

/** So many different uses on one site make a complex of it, if so many of them are services (J). */
const LEAST_USES = 3
const LEAST_SERVICES = 2

/**
 * Sites that are split among three uses or more, at least two of them different services of the guide to embedded
 * services: each is a complex, and judged as one. `planned`: the project with the edits of a scenario made.
 */
export function findComplexes({ layers }: Project, pack: HostingPack, frame: LocalFrame): Complex[] {
  const partsOf = new Map<string, ComplexPart[]>()
  const services = new Map(pack.uses.map(({ code, service }) => [code, service ?? null]))
  for (const facility of layers.facilities) {
    const part = partOf(facility, services)
    if (part !== null) partsOf.set(part.space, [...(partsOf.get(part.space) ?? []), part])
  }
  // most scenarios have no three uses at all, and need no look at buildings
  if (usesOf([...partsOf.values()].flat()).length < LEAST_USES) return []
  const used = layers.spaces.filter(({ id }) => partsOf.has(id))
  return groupSpaces(used, layers.buildings, frame).flatMap((spaces) => {
    const parts = spaces.flatMap(({ id }) => partsOf.get(id) ?? [])
    const isComplex = usesOf(parts).length >= LEAST_USES && servicesOf(parts).length >= LEAST_SERVICES
    return isComplex ? [describeComplex(spaces, parts)] : []
  })
}

function partOf(
  facility: Facility,
  services: ReadonlyMap<string, ComplexPart['service']>,
): ComplexPart | null {
  const taken = partOfSpace(facility)
  if (taken === null) return null
  const { space, use, area_m2 } = taken
  return { facility: facility.id, space, use, service: services.get(use) ?? null, area_m2 }
}

function describeComplex(spaces: readonly Space[], parts: readonly ComplexPart[]): Complex {
  const land = new Set(
    spaces.flatMap(({ id, kind }) => (kind === 'vacant_land' || kind === 'waste_land' ? [id] : [])),
  )
  const rooms = parts.filter(({ space }) => !land.has(space))
  const floor_m2 = rooms.reduce((sum, { area_m2 }) => sum + area_m2, 0)
  // a building on open land has a floor area that only its design tells
  const isWhole = parts.every(({ space, use }) => !land.has(space) || OPEN_AIR.has(use))
  return {
    spaces: spaces.map(({ id }) => id),
    parts,
    uses: usesOf(parts),
    services: servicesOf(parts),
    floor_m2: isWhole ? floor_m2 : null,
    findings: judgeComplex(parts, floor_m2, isWhole),
  }
}

function usesOf(parts: readonly ComplexPart[]): string[] {
  return [...new Set(parts.map(({ use }) => use))]
}
