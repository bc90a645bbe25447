import type { Community, Layers, Street } from '../../model/layers'
import type { Landmark, Landmarks } from '../../model/landmark'
import { boxOfGeometry, growBox } from '../geometry/degree-box'
import { LocalFrame } from '../geometry/local-frame'
import { distanceBetweenRings } from '../geometry/ring-distance'
import { type Rings, ringsOf } from '../geometry/rings'

/** A street farther away tells nobody where a community is, metres. */
const NEAR_M = 300

type Places = Pick<Layers, 'communities' | 'streets'>

/**
 * What tells communities without a name apart, and those that share one. The nearest street: by whole metres from the
 * outline, of equally near ones the first by name. Where several would be told alike they are numbered in the order of
 * their ids, so the order of records decides nothing.
 */
export function findLandmarks({ communities, streets }: Places): Landmarks {
  const uses = new Map<string, number>()
  for (const { name } of communities) uses.set(nameOf(name), (uses.get(nameOf(name)) ?? 0) + 1)
  const unnamed = communities
    .filter(({ name }) => isBlank(name) || uses.get(nameOf(name)) !== 1)
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  if (unnamed.length === 0) return {}
  const named = new NamedStreets(streets)
  const alone = unnamed.map((community) => locate(community, named))
  const groups = new Map<string, number[]>()
  alone.forEach(({ kind, name }, i) => {
    const key = JSON.stringify([nameOf(unnamed[i].name), kind, name])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [i])
    else group.push(i)
  })
  const numbers = new Map(
    [...groups.values()].flatMap((group) =>
      group.length === 1 ? [] : group.map((i, n) => [i, n + 1] as const),
    ),
  )
  // ids come from files: one may be called __proto__
  return Object.fromEntries(
    unnamed.map(({ id }, i) => [id, { ...alone[i], number: numbers.get(i) ?? null } satisfies Landmark]),
  )
}

function locate(community: Community, streets: NamedStreets): Omit<Landmark, 'number'> {
  const street = streets.nearest(community)
  if (street !== null) return { kind: 'street', name: street }
  const { subdistrict } = community
  return subdistrict === undefined || isBlank(subdistrict)
    ? { kind: 'none', name: '' }
    : { kind: 'subdistrict', name: subdistrict.trim() }
}

/** '': none */
function nameOf(name: string | undefined): string {
  return (name ?? '').trim()
}

function isBlank(name: string | undefined): boolean {
  return nameOf(name) === ''
}

/** Streets that have a name, with the box of each: there are many, and few are near. */
class NamedStreets {
  private readonly streets: readonly Street[]
  private readonly boxes: Float64Array

  constructor(streets: readonly Street[]) {
    this.streets = streets.filter(({ name }) => !isBlank(name))
    this.boxes = new Float64Array(4 * this.streets.length)
    this.streets.forEach(({ geometry }, i) => this.boxes.set(boxOfGeometry(geometry), 4 * i))
  }

  /** The name of the nearest one; null: none is near. */
  nearest({ geometry }: Community): string | null {
    const box = boxOfGeometry(geometry)
    const [west, south, east, north] = growBox(box, NEAR_M)
    const frame = new LocalFrame((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    const rings = ringsOf(geometry, frame)
    let best: { readonly name: string; readonly away_m: number } | null = null
    for (let i = 0; i < this.streets.length; i++) {
      const at = 4 * i
      const { boxes } = this
      if (boxes[at] > east || boxes[at + 2] < west || boxes[at + 1] > north || boxes[at + 3] < south) continue
      const street = this.streets[i]
      const name = (street.name ?? '').trim()
      const away_m = Math.round(distanceBetweenRings(rings, thereAndBack(street, frame)))
      if (away_m > NEAR_M) continue
      if (best === null || away_m < best.away_m || (away_m === best.away_m && name < best.name))
        best = { name, away_m }
    }
    return best?.name ?? null
  }
}

/** A line as an area without any ground: nothing lies in it. */
function thereAndBack({ geometry: { coordinates } }: Street, frame: LocalFrame): Rings {
  const there = coordinates.map(([lon, lat]) => [frame.x(lon), frame.y(lat)])
  return [Float64Array.from([...there, ...there.slice(0, -1).reverse()].flat())]
}
