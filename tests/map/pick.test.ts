import { expect, test } from 'vitest'
import type { Community, Facility } from '../../src/model/layers'
import type { LonLat } from '../../src/model/units'
import { createPicker, type PickOptions } from '../../src/map/pick'
import { EMPTY_SCENE, type Mark, type Scene } from '../../src/map/scene'

// one pixel is one ten-thousandth of a degree
const options: PickOptions = {
  degreesPerPixel: 0.0001,
  facilityRadius: () => 10,
  apart: 20,
  spaceRadius: 8,
  gateRadius: 8,
  canPickCommunities: true,
}

function square(id: string, [west, south]: LonLat, size: number): Scene['communities'][number] {
  const ring = [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ]
  const record: Community = { id, geometry: { type: 'Polygon', coordinates: [ring] } }
  return { record, rings: [ring] }
}

function facility(id: string, at: LonLat): Mark<Facility> {
  const record: Facility = { id, geometry: { type: 'Point', coordinates: [...at] } }
  return { record, at, sign: '', family: null, color: '#000000' }
}

test('a facility is found before the community it stands in', () => {
  const scene = {
    ...EMPTY_SCENE,
    communities: [square('c', [120, 30], 0.01)],
    facilities: [facility('f', [120.005, 30.005])],
  }
  const picker = createPicker(scene)
  expect(picker.pick([120.0051, 30.005], options)).toMatchObject({
    kind: 'facility',
    mark: { record: { id: 'f' } },
  })
  expect(picker.pick([120.008, 30.008], options)).toMatchObject({ kind: 'community', record: { id: 'c' } })
  // whoever draws a unit means the community all the same
  expect(picker.community([120.005, 30.005])).toMatchObject({ id: 'c' })
})

test('of two facilities under the pointer the nearer is found', () => {
  const scene = { ...EMPTY_SCENE, facilities: [facility('a', [120, 30]), facility('b', [120.0008, 30])] }
  expect(createPicker(scene).pick([120.0005, 30], options)).toMatchObject({ mark: { record: { id: 'b' } } })
})

test('a facility that is not drawn cannot be picked, the one behind it can', () => {
  const scene = {
    ...EMPTY_SCENE,
    facilities: [facility('hidden', [120, 30]), facility('shown', [120.0003, 30])],
  }
  const picked = createPicker(scene).pick([120, 30], {
    ...options,
    facilityRadius: ({ record }) => (record.id === 'hidden' ? 0 : 10),
  })
  expect(picked).toMatchObject({ mark: { record: { id: 'shown' } } })
})

test('a small community on top of a large one is found', () => {
  const scene = {
    ...EMPTY_SCENE,
    communities: [square('large', [120, 30], 0.01), square('small', [120.002, 30.002], 0.002)],
  }
  const picker = createPicker(scene)
  expect(picker.pick([120.003, 30.003], options)).toMatchObject({ record: { id: 'small' } })
  expect(picker.pick([120.006, 30.006], options)).toMatchObject({ record: { id: 'large' } })
})

test('a hole is outside', () => {
  const outer = square('c', [120, 30], 0.01)
  const hole = square('hole', [120.004, 30.004], 0.002)
  const scene = { ...EMPTY_SCENE, communities: [{ ...outer, rings: [...outer.rings, ...hole.rings] }] }
  expect(createPicker(scene).pick([120.005, 30.005], options)).toBeNull()
})

test('distances are measured on the ground, not in degrees', () => {
  // at 60° north a degree of longitude is half as long
  const scene = { ...EMPTY_SCENE, facilities: [facility('f', [20, 60])] }
  const picker = createPicker(scene)
  expect(picker.pick([20.0018, 60], options)).not.toBeNull()
  expect(picker.pick([20, 60.0018], options)).toBeNull()
})

test('nothing is found in an empty scene', () => {
  expect(createPicker(EMPTY_SCENE).pick([120, 30], options)).toBeNull()
})

const east = (pixels: number): LonLat => [120 + (pixels * 0.0001) / Math.cos(Math.PI / 6), 30]

test('uses of a space are found where their signs stand beside each other', () => {
  const [left, right] = [
    { ...facility('left', [120, 30]), beside: [-0.75, 0] as const },
    { ...facility('right', [120, 30]), beside: [0.75, 0] as const },
  ]
  const picker = createPicker({ ...EMPTY_SCENE, facilities: [left, right] })
  const found = (at: LonLat, apart = 20) => {
    const picked = picker.pick(at, { ...options, apart })
    return picked?.kind === 'facility' ? picked.mark.record.id : null
  }
  expect(found(east(15))).toBe('right')
  expect(found(east(-24))).toBe('left')
  expect(found(east(27))).toBeNull()
  // from far they share a place
  expect(found(east(15), 0)).toBeNull()
  expect(found(east(3), 0)).not.toBeNull()
})
