import { expect, test } from 'vitest'
import pack from '../../data/rules/gb50180-2018.json'
import { PLACE_ZOOM } from '../../src/map/camera'
import { listInSight } from '../../src/map/facilities-in-sight'
import { facilityLook, hasDotFrom, isShown, signSize } from '../../src/map/facility-display'
import { EMPTY_SCENE, type Mark, type Scene } from '../../src/map/scene'
import type { Facility } from '../../src/model/layers'
import type { ClassFamily, RulePack } from '../../src/model/rule-pack'

const rules = pack as unknown as RulePack
const view = { rules, hiddenFamilies: [], mapTheme: { kind: 'missing' } } as const

function mark(code: string): Mark<Facility> {
  const family: ClassFamily | null = rules.rules.find((rule) => rule.code === code)?.family ?? null
  const record: Facility = { id: code, class: code, geometry: { type: 'Point', coordinates: [120, 30] } }
  return { record, at: [120, 30], sign: '', family, color: '#000000' }
}

test('a hidden family is hidden, a class the pack does not know is not', () => {
  const shown = isShown({ ...view, hiddenFamilies: ['child'] })
  expect(shown(mark('KINDERGARTEN'))).toBe(false)
  expect(shown(mark('MARKET'))).toBe(true)
  expect(shown(mark('CASINO'))).toBe(true)
})

test('looking at one class shows that class only, even of a hidden family', () => {
  const shown = isShown({
    ...view,
    hiddenFamilies: ['child'],
    mapTheme: { kind: 'class', code: 'KINDERGARTEN' },
  })
  expect(shown(mark('KINDERGARTEN'))).toBe(true)
  expect(shown(mark('MARKET'))).toBe(false)
  expect(shown(mark('CASINO'))).toBe(false)
})

test('signs grow with the scale and never shrink', () => {
  let last = 0
  for (let zoom = 8; zoom <= 20; zoom += 0.25) {
    expect(signSize(zoom)).toBeGreaterThanOrEqual(last)
    last = signSize(zoom)
  }
})

test('where facilities crowd, only the planned families have dots on a map of the district', () => {
  const scene = (count: number): Scene => ({
    ...EMPTY_SCENE,
    facilities: Array.from({ length: count }, () => mark('KINDERGARTEN')),
  })
  expect(hasDotFrom(mark('KINDERGARTEN'), scene(4000), view)).toBe(0)
  expect(hasDotFrom(mark('MARKET'), scene(4000), view)).toBe(13.5)
  expect(hasDotFrom(mark('CASINO'), scene(4000), view)).toBe(13.5)
  expect(hasDotFrom(mark('MARKET'), scene(40), view)).toBe(0)
  const oneClass = { ...view, mapTheme: { kind: 'class', code: 'MARKET' } } as const
  expect(hasDotFrom(mark('MARKET'), scene(4000), oneClass)).toBe(0)
})

test('a place that is looked at shows signs, also when a bookmark brings the look back to a rounding', () => {
  for (const isCrowded of [true, false])
    expect(facilityLook(view, isCrowded).minorSignsFrom).toBeLessThan(PLACE_ZOOM - 0.01)
})

const facility = (id: string, lon: number, code?: string): Facility => ({
  id,
  ...(code === undefined ? {} : { class: code }),
  geometry: { type: 'Point', coordinates: [lon, 30] },
})

test('what a legend explains: signs from near, dots of families from afar, each once and only where it is seen', () => {
  const all = [
    facility('a', 120, 'MARKET'),
    facility('b', 120, 'KINDERGARTEN'),
    facility('c', 120.001, 'KINDERGARTEN'),
    facility('d', 120.001, 'CASINO'),
    facility('e', 120),
    // one sign for all sizes of a park
    facility('f', 120, 'GREEN_5'),
    facility('g', 120, 'GREEN_15'),
    facility('h', 121, 'MALL'),
  ]
  const box = [119.99, 29.99, 120.01, 30.01] as const
  const near = listInSight(all, box, 16, view)
  expect(near.signs.map(({ sign, classes }) => [sign.character, ...classes])).toEqual([
    ['菜', 'MARKET'],
    ['幼', 'KINDERGARTEN'],
    ['园', 'GREEN_15', 'GREEN_5'],
    ['?', 'CASINO', undefined],
  ])
  expect(near.dots).toEqual([])
  // everyday ones have their signs later
  const middle = listInSight(all, box, 14, view)
  expect(middle.signs.map(({ sign }) => sign.character)).toEqual(['幼', '园', '?'])
  expect(middle.dots.map(({ family }) => family)).toEqual(['commerce'])
  const far = listInSight(all, box, 11, view)
  expect(far.signs).toEqual([])
  expect(far.dots.map(({ family }) => family)).toEqual(['sport', 'commerce', 'child', null])
  const hidden = { ...view, hiddenFamilies: ['child', 'sport'] }
  expect(listInSight(all, box, 11, hidden).dots.map(({ family }) => family)).toEqual(['commerce', null])
})
