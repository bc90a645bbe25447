import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  drawUnit,
  dropFromUnits,
  followUnit,
  isSameCommunities,
  mergeUnits,
  renameUnit,
  type RenovationUnit,
  splitUnit,
} from '../../src/model/renovation-unit'

const ab: RenovationUnit = { id: 'unit:a', communities: ['a', 'b'] }
const cd: RenovationUnit = { id: 'unit:c', name: '南片', communities: ['c', 'd'] }

describe('renovation units', () => {
  test('merge under the first name there is', () => {
    expect(mergeUnits([ab, cd], ['unit:a', 'unit:c'])).toEqual([
      { id: 'unit:a', name: '南片', communities: ['a', 'b', 'c', 'd'] },
    ])
    expect(mergeUnits([ab, cd], ['unit:a', 'unit:x'])).toEqual([ab, cd])
  })

  test('split: what is taken out is a unit of its own, the rest keeps its name', () => {
    expect(splitUnit([ab, cd], 'unit:c', ['c'])).toEqual([
      ab,
      { id: 'unit:c', communities: ['c'] },
      { id: 'unit:d', name: '南片', communities: ['d'] },
    ])
    expect(splitUnit([ab, cd], 'unit:c', ['c', 'd'])).toEqual([ab, cd])
  })

  test('a drawn unit takes its communities from the others; an empty one is gone', () => {
    expect(drawUnit([ab, cd], ['e', 'b', 'a'])).toEqual([{ id: 'unit:a', communities: ['a', 'b', 'e'] }, cd])
    expect(dropFromUnits([ab, cd], ['a', 'b'])).toEqual([cd])
  })

  test('who looks at a unit goes on with it, else with the one of most of its communities', () => {
    expect(followUnit([ab, cd], { id: 'unit:c', communities: ['c', 'd', 'e'] })).toBe(cd)
    expect(followUnit([ab, cd], { id: 'unit:b', communities: ['b', 'c', 'd'] })).toBe(cd)
    expect(followUnit([ab, cd], { id: 'unit:b', communities: ['b', 'd'] })).toBe(ab)
    expect(followUnit([ab, cd], { id: 'unit:x', communities: ['x'] })).toBe(null)
  })

  test('the same communities are the same in any order', () => {
    expect(isSameCommunities(['a', 'b'], ['b', 'a'])).toBe(true)
    expect(isSameCommunities(['a', 'b'], ['a'])).toBe(false)
    expect(isSameCommunities(null, [])).toBe(false)
    expect(isSameCommunities(null, null)).toBe(true)
  })

  test('a blank name is none', () => {
    expect(renameUnit([ab, cd], 'unit:c', ' ')).toEqual([ab, { id: 'unit:c', communities: ['c', 'd'] }])
    expect(renameUnit([ab], 'unit:a', ' 北片 ')).toEqual([{ ...ab, name: '北片' }])
  })

  test('whatever is done, no community is in two units, and ids tell units apart', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const ids = fc.array(id, { maxLength: 4 })
    const step = fc.oneof(
      ids.map((list) => (units: readonly RenovationUnit[]) => drawUnit(units, list)),
      ids.map((list) => (units: readonly RenovationUnit[]) => dropFromUnits(units, list)),
      fc.tuple(id, ids).map(
        ([first, list]) =>
          (units: readonly RenovationUnit[]) =>
            splitUnit(units, `unit:${first}`, list),
      ),
      ids.map(
        (list) => (units: readonly RenovationUnit[]) =>
          mergeUnits(
            units,
            list.map((each) => `unit:${each}`),
          ),
      ),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const units = steps.reduce((now, next) => next(now), [] as readonly RenovationUnit[])
        const all = units.flatMap(({ communities }) => communities)
        expect(new Set(all).size).toBe(all.length)
        expect(new Set(units.map((unit) => unit.id)).size).toBe(units.length)
      }),
      { seed: 41 },
    )
  })
})
