/** Communities that are renovated together 改造单元. A community is in one unit at most. */
export interface RenovationUnit {
  /** `unit:` and the id of its first community: the same communities give the same id */
  readonly id: string
  /** the user's own; absent: named after its communities */
  readonly name?: string
  /** ids, ascending, never empty */
  readonly communities: readonly string[]
}

/** The id of a unit of some communities. */
export function idOfUnit(communities: readonly string[]): string {
  return `unit:${[...communities].sort()[0] ?? ''}`
}

function unitOf(communities: readonly string[], name?: string): RenovationUnit {
  const ids = [...new Set(communities)].sort()
  return { id: idOfUnit(ids), ...(name === undefined ? {} : { name }), communities: ids }
}

/** The units in the order of their ids, without empty ones. */
function tidy(units: readonly RenovationUnit[]): RenovationUnit[] {
  return units
    .filter(({ communities }) => communities.length > 0)
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** A unit of just these communities; each leaves the unit it was in, which keeps its name. */
export function drawUnit(
  units: readonly RenovationUnit[],
  communities: readonly string[],
  name?: string,
): readonly RenovationUnit[] {
  if (communities.length === 0) return units
  return tidy([...dropFromUnits(units, communities), unitOf(communities, name)])
}

/** Units as one, under the name of the first of them that has one; fewer than two known ids change nothing. */
export function mergeUnits(
  units: readonly RenovationUnit[],
  ids: readonly string[],
): readonly RenovationUnit[] {
  const merged = ids.flatMap((id) => units.find((unit) => unit.id === id) ?? [])
  if (merged.length < 2) return units
  const name = merged.find((unit) => unit.name !== undefined)?.name
  const rest = units.filter((unit) => !merged.includes(unit))
  return tidy([
    ...rest,
    unitOf(
      merged.flatMap(({ communities }) => communities),
      name,
    ),
  ])
}

/** Some communities of a unit as a unit of their own; none or all of them changes nothing. */
export function splitUnit(
  units: readonly RenovationUnit[],
  id: string,
  communities: readonly string[],
): readonly RenovationUnit[] {
  const unit = units.find((each) => each.id === id)
  const taken = unit?.communities.filter((each) => communities.includes(each)) ?? []
  if (unit === undefined || taken.length === 0 || taken.length === unit.communities.length) return units
  return drawUnit(units, taken)
}

/** Communities in no unit any more; units left empty are gone. */
export function dropFromUnits(
  units: readonly RenovationUnit[],
  communities: readonly string[],
): readonly RenovationUnit[] {
  const dropped = new Set(communities)
  return tidy(
    units.map((unit) =>
      unit.communities.some((each) => dropped.has(each))
        ? unitOf(
            unit.communities.filter((each) => !dropped.has(each)),
            unit.name,
          )
        : unit,
    ),
  )
}

/** A unit under another name; an empty name: named after its communities again. */
export function renameUnit(
  units: readonly RenovationUnit[],
  id: string,
  name: string,
): readonly RenovationUnit[] {
  return units.map((unit) =>
    unit.id === id ? unitOf(unit.communities, name.trim() === '' ? undefined : name.trim()) : unit,
  )
}

/** Ids of the same communities, told apart by nothing but their order. */
export function isSameCommunities(a: readonly string[] | null, b: readonly string[] | null): boolean {
  if (a === null || b === null) return a === b
  return a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n')
}

/**
 * With which of other units one goes on that looks at a unit: the same one, else that of most of its communities, the
 * first of equal ones; null: with none.
 */
export function followUnit(
  units: readonly RenovationUnit[],
  { id, communities }: RenovationUnit,
): RenovationUnit | null {
  const same = units.find((unit) => unit.id === id)
  if (same !== undefined) return same
  const common = (unit: RenovationUnit): number =>
    unit.communities.filter((each) => communities.includes(each)).length
  return units.reduce<RenovationUnit | null>(
    (best, unit) => (common(unit) > (best === null ? 0 : common(best)) ? unit : best),
    null,
  )
}
