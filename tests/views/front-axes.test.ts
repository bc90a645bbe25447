import { expect, test } from 'vitest'
import { frontAxes } from '../../src/views/plan/propose/front-axes'

const point = (cost_yuan: number, people_served: number) => ({ cost_yuan, people_served })

test('a curve without a point, or of plans that serve nobody, has no axes', () => {
  expect(frontAxes([])).toBeNull()
  expect(frontAxes([point(0, 0), point(0, 0)])).toBeNull()
  expect(frontAxes([point(200_000, 0)])).toBeNull()
})

test('few people are counted one by one, many in tens of thousands; what costs nothing is drawn too', () => {
  expect(frontAxes([point(80_000, 310), point(450_000, 2_310)])).toEqual({
    mostYuan: 600_000,
    mostPeople: 2_400,
    perTick: 1,
  })
  expect(frontAxes([point(5_000_000, 61_000)])).toEqual({
    mostYuan: 6_000_000,
    mostPeople: 80_000,
    perTick: 10_000,
  })
  expect(frontAxes([point(0, 3)])).toEqual({ mostYuan: 10_000, mostPeople: 4, perTick: 1 })
})
