import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ReachedPieces,
  SERVICE_AREA_DEFAULTS,
  serviceArea,
  type ServiceAreaOptions,
} from '../../../src/engine/catchment/service-area'
import { type Piece, piecesOf, street, wallsOf } from './draw-pieces'
import {
  areaAround,
  distanceTo,
  edgesOf,
  findFaults,
  isIn,
  isInAny,
  lengthOf,
  signedArea,
  walkedWithin,
} from './service-area-truth'

const FINE: ServiceAreaOptions = { cell_m: 5, buffer_m: 25, simplify_m: 2 }
const COARSE: ServiceAreaOptions = SERVICE_AREA_DEFAULTS

/** A walk once around (0, 0), `r` to every side. */
function walkAround(r: number): Piece[] {
  return street(0, [-r, -r], [r, -r], [r, r], [-r, r], [-r, -r])
}

/** A ring around (0, 0), `r` to every side. */
function squareOf(r: number): Float64Array {
  return Float64Array.from([-r, -r, r, -r, r, r, -r, r])
}

function waterNorthOf(y: number): Float64Array {
  return Float64Array.from([-1000, y, 1000, y, 1000, y + 500, -1000, y + 500])
}

function errorOf(pieces: ReachedPieces, limit: number, options: ServiceAreaOptions): number {
  const [band] = serviceArea(pieces, [limit], options, [0, 0])
  return band.area_m2 / areaAround(walkedWithin(pieces, limit), options.buffer_m, options.water, 0.25) - 1
}

describe('a single street', () => {
  const pieces = piecesOf(street(0, [0, 0], [70, 0], [130, 60]))

  test('is cut exactly at the limits', () => {
    const bands = serviceArea(pieces, [50, 100, 1000], FINE, [0, 0])
    const whole = 70 + Math.hypot(60, 60)
    expect(bands.map((band) => band.street_m)).toEqual([
      expect.closeTo(50, 9),
      expect.closeTo(100, 9),
      expect.closeTo(whole, 9),
    ])
    expect(bands.map((band) => band.limit)).toEqual([50, 100, 1000])
  })

  test('is traced as the area around it, to 1.5 % at 10 m and 0.4 % at 5 m', () => {
    for (const limit of [50, 100, 1000]) {
      expect(Math.abs(errorOf(pieces, limit, { ...COARSE, simplify_m: 0 }))).toBeLessThan(0.015)
      expect(Math.abs(errorOf(pieces, limit, { ...FINE, simplify_m: 0 }))).toBeLessThan(0.004)
    }
  })

  test('loses no more than a corridor of 2 m can take from its round ends', () => {
    for (const limit of [50, 100, 1000]) {
      expect(Math.abs(errorOf(pieces, limit, COARSE))).toBeLessThan(0.03)
      expect(Math.abs(errorOf(pieces, limit, FINE))).toBeLessThan(0.02)
    }
  })

  test('reached from both ends is drawn as if walked through', () => {
    const halves = piecesOf([
      [0, 0, 100, 40.1, 30.075, 150],
      [100, 75, 90, 40.1, 30.075, 150],
    ])
    const whole = piecesOf([[0, 0, 100, 100, 75, 100]])
    const [drawn] = serviceArea(halves, [150], FINE, [0, 0])
    expect(drawn.polygons).toEqual(serviceArea(whole, [150], FINE, [0, 0])[0].polygons)
    expect(drawn.street_m).toBeCloseTo(125, 9)
  })

  test('gives the same area turned round, and whichever end is named first', () => {
    const turned = piecesOf([[130, 60, 70 + Math.hypot(60, 60), 70, 0, 70], ...street(0, [0, 0], [70, 0])])
    expect(serviceArea(turned, [40, 90], FINE, [0, 0]).map((band) => band.polygons)).toEqual(
      serviceArea(pieces, [40, 90], FINE, [0, 0]).map((band) => band.polygons),
    )
  })
})

describe('a point that reaches nothing', () => {
  const nothing = piecesOf([])
  const disc = Math.PI * 25 * 25

  test('has its own disc in every band', () => {
    const bands = serviceArea(nothing, [300, 600], FINE, [1234.5, -876.5])
    for (const band of bands) {
      expect(band.polygons).toHaveLength(1)
      expect(band.street_m).toBe(0)
      expect(Math.abs(band.area_m2 / disc - 1)).toBeLessThan(0.06)
      expect(isIn(band.polygons[0], 1234.5, -876.5)).toBe(true)
    }
  })

  test('has its disc in the small band when only the large one reaches a street', () => {
    const far = piecesOf([[100, 0, 400, 300, 0, 600]])
    const bands = serviceArea(far, [300, 500], COARSE, [0, 0])
    expect(bands[0].polygons).toHaveLength(1)
    expect(bands[0].street_m).toBe(0)
    expect(isIn(bands[0].polygons[0], 0, 0)).toBe(true)
    expect(bands[1].polygons).toHaveLength(2)
    expect(bands[1].street_m).toBeCloseTo(100, 9)
    expect(findFaults(bands)).toEqual([])
  })

  test('keeps its disc although it stands in the water', () => {
    const lake = Float64Array.from([-500, -500, 500, -500, 500, 500, -500, 500])
    const bands = serviceArea(nothing, [300], { ...FINE, water: [[lake]] }, [3, 4])
    expect(Math.abs(bands[0].area_m2 / disc - 1)).toBeLessThan(0.06)
    expect(findFaults(bands)).toEqual([])
  })
})

describe('limits', () => {
  test('none give no bands', () => {
    expect(serviceArea(piecesOf(street(0, [0, 0], [9, 9])), [], COARSE, [0, 0])).toEqual([])
  })

  test('a cost equal to the limit is within it', () => {
    const pieces = piecesOf([
      [0, 0, 100, 80, 0, 100],
      [80, 0, 100, 80, 90, 101],
    ])
    const [at, under] = [100, 99.999].map((limit) => serviceArea(pieces, [limit], COARSE, [0, 0])[0])
    expect(at.street_m).toBe(80)
    expect(under.street_m).toBe(0)
  })

  test('equal limits give equal bands', () => {
    const [a, b] = serviceArea(piecesOf(street(0, [0, 0], [99, 50])), [60, 60], FINE, [0, 0])
    expect(a.polygons).toEqual(b.polygons)
    expect(a.street_m).toBe(b.street_m)
  })

  test('descending limits and a cell larger than the buffer are refused', () => {
    const pieces = piecesOf(street(0, [0, 0], [9, 9]))
    expect(() => serviceArea(pieces, [600, 300], COARSE, [0, 0])).toThrow(/600, 300 do not ascend/)
    expect(() => serviceArea(pieces, [300], { ...COARSE, cell_m: 30 }, [0, 0])).toThrow(/cell 30 m/)
  })
})

describe('holes', () => {
  const block = piecesOf([
    ...street(0, [0, 0], [200, 0], [200, 200]),
    ...street(0, [0, 0], [0, 200], [200, 200]),
  ])

  test('a walk around a large block leaves a hole of the right size', () => {
    const [band] = serviceArea(block, [400], { ...FINE, simplify_m: 0 }, [0, 0])
    expect(band.polygons.map((rings) => rings.length)).toEqual([2])
    // the block less 25 m on all sides, to a few square metres in its corners
    expect(Math.abs(signedArea(band.polygons[0][1]) + 150 * 150)).toBeLessThan(80)
  })

  test('a block whose far side is not reached is open there', () => {
    const [band] = serviceArea(block, [300], COARSE, [0, 0])
    expect(band.polygons.map((rings) => rings.length)).toEqual([1])
    expect(isIn(band.polygons[0], 200, 170)).toBe(false)
  })

  test('two walks that meet inside one street leave its middle out until both have come through', () => {
    // reached from both ends at 500: at 560 there are 280 m of street without anybody
    const superblock = piecesOf([
      [0, 0, 500, 200, 0, 700],
      [400, 0, 500, 200, 0, 700],
    ])
    const [first, second] = serviceArea(superblock, [560, 700], COARSE, [0, 0])
    expect(first.street_m).toBeCloseTo(120, 9)
    expect(first.polygons).toHaveLength(2)
    expect(first.polygons.some((rings) => isIn(rings, 200, 0))).toBe(false)
    expect(second.street_m).toBeCloseTo(400, 9)
    expect(second.polygons).toHaveLength(1)
    expect(findFaults([first, second])).toEqual([])
  })

  test('go to the smallest shell around them: a ring of streets inside a ring of streets', () => {
    const [band] = serviceArea(piecesOf([...walkAround(300), ...walkAround(100)]), [5000], COARSE, [0, 0])
    expect(band.polygons.map((rings) => rings.length)).toEqual([2, 2])
    expect(findFaults([band])).toEqual([])
  })

  test('too small to see are left out', () => {
    // 25 m around a square of 56 m leaves 6 × 6 m
    const pieces = piecesOf(street(0, [0, 0], [56, 0], [56, 56], [0, 56], [0, 0]))
    const [band] = serviceArea(pieces, [1000], { ...FINE, cell_m: 2 }, [0, 0])
    expect(band.polygons.map((rings) => rings.length)).toEqual([1])
  })

  test('an island in a lake in a catchment is a polygon of its own', () => {
    const pieces = piecesOf([
      ...street(0, [-200, -200], [200, -200], [200, 200], [-200, 200], [-200, -200]),
      ...street(0, [-10, 0], [10, 0]),
    ])
    const [band] = serviceArea(pieces, [5000], { ...FINE, water: [[squareOf(150)]] }, [0, 0])
    expect(band.polygons.map((rings) => rings.length)).toEqual([2])
    const [withIsle] = serviceArea(
      pieces,
      [5000],
      { ...FINE, water: [[squareOf(150), squareOf(60)]] },
      [0, 0],
    )
    expect(withIsle.polygons.map((rings) => rings.length).sort((a, b) => a - b)).toEqual([1, 2])
    expect(findFaults([withIsle])).toEqual([])
  })
})

describe('water', () => {
  test('is cut along the shore', () => {
    const pieces = piecesOf(street(0, [0, 0], [300, 0]))
    // ten metres of the 25 remain on that side
    const [band] = serviceArea(pieces, [300], { ...FINE, simplify_m: 0, water: [[waterNorthOf(10)]] }, [0, 0])
    for (const ring of band.polygons.flat())
      for (const [, y] of edgesOf(ring)) expect(y).toBeLessThan(10 + 1e-9)
    expect(
      Math.abs(errorOf(pieces, 300, { ...FINE, simplify_m: 0, water: [[waterNorthOf(10)]] })),
    ).toBeLessThan(0.004)
  })

  test('may be a closed ring or an open one', () => {
    const pieces = piecesOf(street(0, [0, 0], [300, 0]))
    const open = waterNorthOf(3)
    const closed = Float64Array.from([...open, open[0], open[1]])
    expect(serviceArea(pieces, [300], { ...COARSE, water: [[closed]] }, [0, 0])).toEqual(
      serviceArea(pieces, [300], { ...COARSE, water: [[open]] }, [0, 0]),
    )
  })

  test('where two areas overlap is still water', () => {
    const pieces = piecesOf(street(0, [0, 0], [300, 0]))
    const water = [[waterNorthOf(10)], [waterNorthOf(-5)]]
    expect(serviceArea(pieces, [300], { ...COARSE, water }, [0, 0])).toEqual(
      serviceArea(pieces, [300], { ...COARSE, water: [[waterNorthOf(-5)]] }, [0, 0]),
    )
  })

  test('far away changes nothing', () => {
    const pieces = piecesOf(street(0, [0, 0], [300, 0], [300, 200]))
    for (const [dx, dy] of [
      [9000, 0],
      [-9000, 0],
      [0, 9000],
      [0, -9000],
    ]) {
      const lake = Float64Array.from([
        -99 + dx,
        -99 + dy,
        99 + dx,
        -99 + dy,
        99 + dx,
        99 + dy,
        -99 + dx,
        99 + dy,
      ])
      expect(serviceArea(pieces, [100, 400], { ...COARSE, water: [[lake]] }, [0, 0])).toEqual(
        serviceArea(pieces, [100, 400], COARSE, [0, 0]),
      )
    }
  })
})

test('repeating a question gives the same bytes, whatever was asked between', () => {
  const a = piecesOf(street(0, [0, 0], [333, 111], [400, 500]))
  const b = piecesOf(street(0, [-3000, 0], [2000, 100]))
  const ask = () =>
    serviceArea(
      a,
      [200, 400, 900],
      { ...FINE, water: [[Float64Array.from([50, 0, 90, 0, 70, 300])]] },
      [0, 0],
    )
  const first = ask()
  serviceArea(b, [4000], COARSE, [0, 0])
  expect(ask()).toEqual(first)
})

test('the result of one call survives the next', () => {
  const a = serviceArea(piecesOf(street(0, [0, 0], [300, 0])), [300], COARSE, [0, 0])
  const copy = structuredClone(a)
  serviceArea(piecesOf(street(0, [5000, 0], [5300, 80])), [300], COARSE, [0, 0])
  expect(a).toEqual(copy)
})

// --- random catchments ---

const place = fc.tuple(fc.integer({ min: -150, max: 150 }), fc.integer({ min: -150, max: 150 }))

const anyPiece: fc.Arbitrary<Piece[]> = fc.oneof(
  // a street walked on
  fc
    .tuple(fc.nat(300), fc.array(place, { minLength: 2, maxLength: 6 }))
    .map(([c, points]) => street(c, ...points)),
  // reached from both ends, the walks meet somewhere inside
  fc.tuple(place, place, fc.nat(300), fc.nat(300)).map(([a, b, ca, cb]): Piece[] => {
    const length = Math.hypot(a[0] - b[0], a[1] - b[1])
    const half = Math.min(1, Math.max(0, length === 0 ? 0 : (cb - ca + length) / (2 * length)))
    const m = [a[0] + half * (b[0] - a[0]), a[1] + half * (b[1] - a[1])]
    const top = ca + half * length
    return [
      [...a, ca, m[0], m[1], top],
      [...b, cb, m[0], m[1], top],
    ]
  }),
  // equal cost all along; no length at all; a loop; off the end of the data
  fc.tuple(place, place, fc.nat(400)).map(([a, b, c]): Piece[] => [[...a, c, ...b, c]]),
  fc.tuple(place, fc.nat(400), fc.nat(400)).map(([a, c, d]): Piece[] => [[...a, c, ...a, d]]),
  fc
    .tuple(place, fc.integer({ min: 20, max: 90 }), fc.nat(200))
    .map(([[x, y], r, c]) =>
      street(c, [x - r, y - r], [x + r, y - r], [x + r, y + r], [x - r, y + r], [x - r, y - r]),
    ),
  fc
    .tuple(place, fc.nat(100))
    .map(([a, c]) =>
      street(c, a, [a[0] + 2000, a[1]]).map(
        (p) => [...p.slice(0, 3), a[0] + 180, a[1], c + 180] as unknown as Piece,
      ),
    ),
)

const anyRing = fc
  .tuple(place, fc.array(fc.integer({ min: 5, max: 120 }), { minLength: 3, maxLength: 9 }))
  .map(([[x, y], radii]) =>
    Float64Array.from(
      radii.flatMap((r, i) => {
        const angle = (2 * Math.PI * i) / radii.length
        return [x + r * Math.cos(angle), y + r * Math.sin(angle)]
      }),
    ),
  )
/** areas that may overlap, some of two rings that may cross each other */
const anyWater = fc.array(fc.array(anyRing, { minLength: 1, maxLength: 2 }), { maxLength: 3 })

const anyWalls = fc
  .array(fc.tuple(place, place), { minLength: 1, maxLength: 8 })
  .map((walls) => wallsOf(walls.map(([a, b]) => [...a, ...b] as const)))

const anyDryCatchment = fc.record({
  pieces: fc.array(anyPiece, { maxLength: 14 }).map((list) => piecesOf(list.flat())),
  limits: fc.array(fc.nat(500), { minLength: 1, maxLength: 4 }).map((list) => list.sort((a, b) => a - b)),
  cell_m: fc.constantFrom(10, 10, 5, 7.3),
  buffer_m: fc.constantFrom(25, 25, 12, 40),
  simplify_m: fc.constantFrom(2, 2, 0, 1, 6),
  origin: place,
})
const places = fc.array(place, { minLength: 30, maxLength: 30 })

test('rings are simple and apart, holes lie in their shells, bands nest: 3000 random catchments', () => {
  fc.assert(
    fc.property(
      anyDryCatchment,
      fc.option(anyWater, { nil: [] }),
      fc.option(anyWalls, { nil: null }),
      (catchment, water, walls) => {
        const { pieces, limits, origin, ...options } = catchment
        expect(findFaults(serviceArea(pieces, limits, { ...options, water, walls }, origin))).toEqual([])
      },
    ),
    { seed: 15, numRuns: 1000 },
  )
})

test('every place well within the buffer is inside, every place well beyond it outside', () => {
  fc.assert(
    fc.property(anyDryCatchment, places, (catchment, at) => {
      const { pieces, limits, origin, ...options } = catchment
      const slack = Math.max(options.cell_m, 6) + options.simplify_m
      serviceArea(pieces, limits, options, origin).forEach((band, k) => {
        const walked = walkedWithin(pieces, limits[k])
        expect(band.street_m).toBeCloseTo(lengthOf(walked), 6)
        if (walkedWithin(pieces, limits[0]).length === 0) walked.push([...origin, ...origin])
        const isDrawn = ([x, y]: readonly [number, number]) => isIn(band.polygons.flat(), x, y)
        const distance = ([x, y]: readonly [number, number]) => distanceTo(walked, x, y)
        expect(at.filter((p) => distance(p) > options.buffer_m + slack && isDrawn(p))).toEqual([])
        expect(at.filter((p) => distance(p) < options.buffer_m - slack && !isDrawn(p))).toEqual([])
      })
    }),
    { seed: 7, numRuns: 400 },
  )
})

test('water is outside but for a margin at the shore', () => {
  fc.assert(
    fc.property(anyDryCatchment, anyWater, places, (catchment, water, at) => {
      const { pieces, limits, origin, ...options } = catchment
      const shore = water.flat().flatMap(edgesOf)
      const slack = Math.max(options.cell_m + options.simplify_m, 12)
      const wet = at.filter(
        ([x, y]) =>
          isInAny(water, x, y) &&
          distanceTo(shore, x, y) > slack &&
          // a point in the water keeps its own disc
          Math.hypot(x - origin[0], y - origin[1]) > options.buffer_m + slack,
      )
      for (const band of serviceArea(pieces, limits, { ...options, water }, origin))
        expect(wet.filter(([x, y]) => isIn(band.polygons.flat(), x, y))).toEqual([])
    }),
    { seed: 3, numRuns: 400 },
  )
})
