import { expect, test } from 'vitest'
import { explainClass } from '../../../src/engine/explain/explain-class'
import { prepare } from '../../../src/engine/pipeline'
import type { AnalysisSettings } from '../../../src/model/analysis'
import type { Completeness } from '../../../src/model/project'
import type { Rule } from '../../../src/model/rule-pack'
import { Scene } from '../../scene/scene'
import { DISTANCE, RULES, verdictOf } from '../../scenes/analyse-scene'

type XY = readonly [number, number]

const PARTIAL: Completeness = { streets: 'partial', facilities: 'complete', greens: 'complete' }

/** Parks of 4,000 to 10,000 m², markets of 500 m² or more; both within 300 m. */
const SIZES: Readonly<Record<string, Partial<Rule>>> = {
  GREEN_5: { land_m2: [4000, 10_000], width_m: 30, radius_m: 300 },
  MARKET: { building_m2: [500, null], radius_m: 300 },
}
const settings: AnalysisSettings = {
  ...DISTANCE,
  rules: {
    ...RULES,
    rules: RULES.rules.flatMap((rule) =>
      SIZES[rule.code] === undefined ? [] : [{ ...rule, ...SIZES[rule.code] }],
    ),
  },
}

function box(west: number, south: number, east: number, north: number): XY[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]
}

/** A street, and another one 215 m north of it, which no street on record leads to. */
function streets(): Scene {
  return new Scene()
    .street('south', [
      [-900, -5],
      [900, -5],
    ])
    .street('north', [
      [-900, 210],
      [900, 210],
    ])
}

/** A community on the southern street, 150 m from the other one. */
function banks(): Scene {
  return streets()
    .community('c', box(0, 0, 100, 60), { residents: 300 })
    .community('other', box(-800, 0, -700, 60))
}

/** What is said of the community about a class, with the surveys as given. */
async function tell(scene: Scene, code: string, completeness = PARTIAL, asked = settings): Promise<string> {
  const { verdict, reason } = await verdictOf(scene.project({ completeness }), 'c', code, asked)
  return `${verdict}: ${reason}`
}

const UNKNOWN = 'unknown: not-surveyed'
const FAR = 'unserved: too-far'

test('a park across is in sight where it is large enough for its rule', async () => {
  // 60 × 80 m = 4,800 m²
  expect(await tell(banks().green('g', box(20, 212, 80, 292), { kind: 'park' }), 'GREEN_5')).toBe(UNKNOWN)
  expect(await tell(banks().green('g', box(20, 212, 80, 292), { kind: 'park' }), 'GREEN_5', {})).toBe(FAR)
})

test.each([
  ['too small', box(20, 212, 60, 252), { kind: 'park' as const }],
  ['too large', box(0, 212, 100, 332), { kind: 'park' as const }],
  ['too narrow', box(-100, 212, 150, 232), { kind: 'park' as const }],
  ['too small on record', box(20, 212, 80, 292), { kind: 'park' as const, area_m2: 900 }],
  ['a court', box(20, 212, 80, 292), { kind: 'court' as const }],
])('what could not serve is no reason to doubt: %s', async (_, ring, fields) => {
  expect(await tell(banks().green('g', ring, fields), 'GREEN_5')).toBe(FAR)
})

test('a market counts by its size, unless small ones serve too', async () => {
  const small = (): Scene => banks().facility('f', 'MARKET', [50, 212], { floor_area_m2: 200 })
  expect(await tell(small(), 'MARKET')).toBe(FAR)
  expect(await tell(small(), 'MARKET', PARTIAL, { ...settings, countsSmall: true })).toBe(UNKNOWN)
  // what is not known is not too small
  expect(await tell(banks().facility('f', 'MARKET', [50, 212]), 'MARKET')).toBe(UNKNOWN)
})

test('in sight is what lies within the limit of the edge of the community, and no further', async () => {
  expect(await tell(banks().facility('f', 'MARKET', [50, 359]), 'MARKET')).toBe(UNKNOWN)
  // a gate may be on record up to 12 m off its edge
  expect(await tell(banks().facility('f', 'MARKET', [50, 374]), 'MARKET')).toBe(FAR)
})

/** A market across for the residents of a community, or of none. */
const owned = (community?: string): Scene =>
  banks().facility('f', 'MARKET', [50, 212], { access: 'residents', ...(community && { community }) })

test('what is for residents puts its own community in doubt alone', async () => {
  expect(await tell(owned('c'), 'MARKET')).toBe(UNKNOWN)
  expect(await tell(owned('other'), 'MARKET')).toBe(FAR)
  expect(await tell(owned(), 'MARKET')).toBe(FAR)
})

test('what is seen is the outline, not the box around it', async () => {
  // a corner around the community: its box covers it, its arms stay 320 m away and more
  const corner: XY[] = [
    [-400, 385],
    [430, 385],
    [430, -400],
    [442, -400],
    [442, 397],
    [-400, 397],
  ]
  const wide = { ...SIZES['GREEN_5'], land_m2: [4000, null] as [number, null], width_m: null }
  const rules = { ...RULES, rules: RULES.rules.filter(({ code }) => code === 'GREEN_5') }
  const asked = { ...settings, rules: { ...rules, rules: rules.rules.map((rule) => ({ ...rule, ...wide })) } }
  const scene = (): Scene => banks().green('g', corner, { kind: 'park' })
  expect(await tell(scene(), 'GREEN_5', PARTIAL, asked)).toBe(FAR)
  // its door is a part of it, wherever that is
  expect(await tell(scene().entrance('e', 'g', [50, 205]), 'GREEN_5', PARTIAL, asked)).toBe(UNKNOWN)
})

/** As `banks`, a community 700 m long with a market across from its eastern end. */
const wide = (): Scene =>
  streets()
    .community('c', box(-600, 0, 100, 60), { residents: 300 })
    .facility('f', 'MARKET', [90, 212])

test('a house looks out from its door, people of a gate from anywhere in their community', async () => {
  expect(await tell(wide(), 'MARKET')).toBe(UNKNOWN)
  const home = (): Scene => wide().building('b', box(-590, 20, -570, 40), { community: 'c', residents: 300 })
  expect(await tell(home(), 'MARKET')).toBe(FAR)
  expect(await tell(home().entrance('e', 'b', [80, 20]), 'MARKET')).toBe(UNKNOWN)
  // of houses nobody looked for there may be one beside the market
  expect(await tell(home(), 'MARKET', { ...PARTIAL, streets: 'complete', buildings: 'none' })).toBe(UNKNOWN)
  expect(await tell(home(), 'MARKET', { ...PARTIAL, streets: 'complete', buildings: 'partial' })).toBe(FAR)
})

test('a house outside of the community it names looks out from where it stands', async () => {
  const scene = banks()
    .building('b', box(600, 20, 620, 40), { community: 'c', residents: 300 })
    .facility('f', 'MARKET', [610, 212])
  expect(await tell(scene, 'MARKET')).toBe(UNKNOWN)
})

/** Why it is unknown whether a market across serves the community; null: it is known. */
const explainUnknown = async (completeness: Completeness) => {
  const project = banks().facility('f', 'MARKET', [50, 212]).project({ completeness })
  const context = await prepare(project, null, {})
  const { unknown } = await explainClass(context, settings, { kind: 'community', id: 'c' }, 'MARKET', {})
  return unknown
}

test('an explanation says which survey is incomplete, not that the class was not surveyed', async () => {
  expect(await explainUnknown(PARTIAL)).toEqual({ kind: 'not-surveyed', layers: ['streets'] })
  expect(await explainUnknown({ ...PARTIAL, gates: 'none' })).toEqual({
    kind: 'not-surveyed',
    layers: ['gates', 'streets'],
  })
  expect(await explainUnknown({ ...PARTIAL, facilities: 'none' })).toEqual({
    kind: 'not-surveyed',
    layers: [],
  })
  expect(await explainUnknown({})).toBeNull()
})
