import type { Community } from '../../../model/layers'
import type { Extent } from '../../../model/project'
import type { RenovationUnit } from '../../../model/renovation-unit'
import { boxOf } from '../../../store/place'

// about 100 m: a unit is seen with the streets around it
const SURROUNDINGS = 0.001

/** The part of the map a unit takes; null: none of its communities is there. */
export function boxOfUnit(
  { communities }: RenovationUnit,
  records: ReadonlyMap<string, Community>,
): Extent | null {
  const boxes = communities.flatMap((id) => {
    const record = records.get(id)
    return record === undefined ? [] : [boxOf(record.geometry)]
  })
  if (boxes.length === 0) return null
  const least = (side: 0 | 1): number => Math.min(...boxes.map((box) => box[side])) - SURROUNDINGS
  const most = (side: 2 | 3): number => Math.max(...boxes.map((box) => box[side])) + SURROUNDINGS
  return [least(0), least(1), most(2), most(3)]
}
