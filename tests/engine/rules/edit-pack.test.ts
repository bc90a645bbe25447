import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkPack, readPack } from '../../../src/engine/rules/check-pack'
import { type FigureField, type PackFile, type Rule, TIERS, verdictLimit } from '../../../src/model/rule-pack'
import { combinePacks } from '../../../src/model/rules/combine-packs'
import { diffPacks } from '../../../src/model/rules/diff-packs'
import {
  copyPack,
  countEdited,
  EDITED,
  editFigure,
  editParameter,
  editTierWalk,
  isEdited,
  nextVersion,
  originalOf,
  resetFigure,
  resetParameter,
  resetTierWalk,
} from '../../../src/model/rules/edit-pack'
import { countStatuses } from '../../../src/model/rules/figure'
import { findOldAreaClauses } from '../../../src/model/rules/old-area'
import { findShipped, SHIPPED_PACKS } from '../../../src/model/rules/shipped-packs'
import { writePack } from '../../../src/model/rules/write-pack'

const gb = findShipped('gb50180-2018')!
const SOURCES = join(import.meta.dirname, '../../../src')

const ruleOf = (pack: PackFile, code: string) => pack.rules.find((rule) => rule.code === code)!

test('an edited number is a judgement with the original beside it', () => {
  const edited = editFigure(gb, 'KINDERGARTEN', 'radius_m', 350, '街道实际')
  const { radius_m, figures } = ruleOf(edited, 'KINDERGARTEN')
  expect(radius_m).toBe(350)
  expect(figures?.radius_m).toMatchObject({ document: EDITED, status: 'J', note: '街道实际' })
  expect(originalOf(figures!.radius_m!)).toEqual({
    value: 300,
    source: { document: 'GB 50180-2018', clause: 'B.0.2/C.0.2', edition: '2018', status: 'P', note: 'S3b' },
  })
  // a second edit keeps the first original, and the verdict carries the mark
  const again = editFigure(edited, 'KINDERGARTEN', 'radius_m', 400)
  expect(originalOf(ruleOf(again, 'KINDERGARTEN').figures!.radius_m!)?.value).toBe(300)
  const { pack } = combinePacks({ packs: [again], old_area: false })
  expect(
    verdictLimit(
      pack!,
      pack!.rules.find(({ code }) => code === 'KINDERGARTEN')!,
    ),
  ).toEqual({
    limit_m: 400,
    status: 'J',
    basis: 'radius',
  })
  expect(isEdited(again)).toBe(true)
  expect(isEdited(gb)).toBe(false)
})

test('a class asked in other tiers is judged by the walk of the smallest, as a judgement', () => {
  const rule = ruleOf(gb, 'GREEN_15')
  expect([rule.tiers, rule.radius_m, gb.tier_walk_m]).toEqual([
    ['15'],
    null,
    { 15: 1000, 10: 500, 5: 300, B: 150 },
  ])
  const edited = editFigure(gb, 'GREEN_15', 'tiers', ['10', '15'], '按街道要求')
  const { pack } = combinePacks({ packs: [edited], old_area: false })
  const asked = pack!.rules.find(({ code }) => code === 'GREEN_15')!
  expect(verdictLimit(pack!, asked)).toMatchObject({ limit_m: 500, basis: 'tier' })
  expect(asked.figures?.tiers).toMatchObject({ document: EDITED, status: 'J', note: '按街道要求' })
  expect(countEdited(pack!)).toBe(1)
  expect(diffPacks(gb, edited)).toMatchObject([
    {
      what: 'class',
      code: 'GREEN_15',
      field: 'tiers',
      before: { value: ['15'] },
      after: { value: ['10', '15'] },
    },
  ])
  // the order of tiers says nothing
  expect(diffPacks(edited, editFigure(gb, 'GREEN_15', 'tiers', ['15', '10'], '按街道要求'))).toEqual([])
  expect(editFigure(edited, 'GREEN_15', 'tiers', ['15'])).toEqual(gb)
})

test('an old area is judged by the share that was typed, and its clause is no longer verified', () => {
  const edited = editFigure(gb, 'GREEN_15', 'old_area_factor', 0.6)
  const { pack } = combinePacks({ packs: [edited], old_area: true })
  const green = pack!.rules.find(({ code }) => code === 'GREEN_15')!
  // 2 m² for each × 0.6
  expect(green.supply?.at_least).toBe(1.2)
  expect(green.figures?.old_area_factor).toMatchObject({ document: EDITED, status: 'J' })
  expect(green.figures?.supply).toMatchObject({ document: EDITED, status: 'D', note: '2 × 0.6' })
  expect(findOldAreaClauses(pack!)).toMatchObject({ shares: [0.6, 0.7], isGreenOnly: true })
  expect(countEdited(pack!)).toBe(1)
  // without the clause the full amount is asked
  const without = editFigure(gb, 'GREEN_15', 'old_area_factor', null)
  const full = combinePacks({ packs: [without], old_area: true }).pack!
  expect(full.rules.find(({ code }) => code === 'GREEN_15')!.supply?.at_least).toBe(2)
  expect(resetFigure(without, 'GREEN_15', 'old_area_factor')).toEqual(gb)
})

test('the first number entered again is no edit', () => {
  expect(
    editFigure(editFigure(gb, 'STORE', 'building_m2', [60, 90]), 'STORE', 'building_m2', [50, 100]),
  ).toEqual(gb)
  expect(editTierWalk(editTierWalk(gb, '5', 350), '5', 300)).toEqual(gb)
})

const anEdit = fc.oneof(
  fc.record({
    field: fc.constant<FigureField>('radius_m'),
    value: fc.option(fc.integer({ min: 1, max: 5000 }), { nil: null }),
  }),
  fc.record({
    field: fc.constantFrom<FigureField>('building_m2', 'land_m2'),
    value: fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 99, max: 9999 })),
  }),
  fc.record({ field: fc.constant<FigureField>('required'), value: fc.boolean() }),
  fc.record({ field: fc.constant<FigureField>('tiers'), value: fc.subarray([...TIERS], { minLength: 1 }) }),
  fc.record({
    field: fc.constant<FigureField>('old_area_factor'),
    value: fc.option(
      fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100),
      { nil: null },
    ),
  }),
  fc.record({ field: fc.constant<FigureField>('width_m'), value: fc.integer({ min: 1, max: 99 }) }),
  fc.record({
    field: fc.constant<FigureField>('supply'),
    value: fc.record({
      measure: fc.constant('capacity' as const),
      at_least: fc.integer({ min: 1, max: 99 }),
      per: fc.constant(1000),
      group: fc.constant('all' as const),
    }),
  }),
)

test('whatever is edited stays a pack, differs where it was edited, and is as before when reset', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SHIPPED_PACKS.filter(({ rules }) => rules.length > 0)),
      fc.array(fc.tuple(fc.nat(), anEdit, fc.string({ maxLength: 5 })), { minLength: 1, maxLength: 6 }),
      (pack, edits) => {
        let edited = pack
        const touched = new Set<string>()
        for (const [at, { field, value }, note] of edits) {
          const { code } = pack.rules[at % pack.rules.length]
          edited = editFigure(edited, code, field, value, note)
          touched.add(`${code} ${field}`)
        }
        expect(checkPack(edited).problems).toEqual([])
        for (const { code, field } of diffPacks(pack, edited)) expect(touched).toContain(`${code} ${field}`)
        // shared as a file and opened again it is the same
        expect(readPack(writePack(edited)).pack).toEqual(edited)
        for (const place of touched) {
          const [code, field] = place.split(' ') as [string, FigureField]
          edited = resetFigure(edited, code, field)
        }
        expect(diffPacks(pack, edited)).toEqual([])
        expect(isEdited(edited)).toBe(false)
      },
    ),
    { numRuns: 120, seed: 11 },
  )
})

test('walks of tiers and parameters are edited and reset alike', () => {
  for (const tier of TIERS) {
    const edited = editTierWalk(gb, tier, 777)
    expect(checkPack(edited).problems).toEqual([])
    expect(edited.tier_status[tier]).toBe('J')
    expect(diffPacks(gb, edited)).toMatchObject([{ what: 'tier', code: tier, after: { value: 777 } }])
    expect(resetTierWalk(edited, tier)).toEqual(gb)
  }
  const plan = findShipped('xihu-2023')!
  const later = editParameter(plan, 'BUILT_BY_YEAR', 2004, '成都口径')
  expect(checkPack(later).problems).toEqual([])
  expect(diffPacks(plan, later)).toMatchObject([
    { what: 'parameter', code: 'BUILT_BY_YEAR', after: { value: 2004 } },
  ])
  expect(resetParameter(later, 'BUILT_BY_YEAR')).toEqual(plan)
  expect(editParameter(plan, 'MODES', 3)).toEqual(plan)
})

test('every number that can be edited among the parameters is one the program asks for', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  const source = files.map((name) => readFileSync(join(SOURCES, name), 'utf8')).join('\n')
  const numbers = SHIPPED_PACKS.flatMap(({ parameters = [] }) => parameters).filter(
    ({ value }) => typeof value === 'number',
  )
  expect(numbers.map(({ code }) => code).filter((code) => !source.includes(`'${code}'`))).toEqual([])
})

test('a copy says what it was made from, and takes a free id', () => {
  const copy = copyPack(gb, new Set(['gb50180-2018-own']), { name_zh: '我的', name_en: 'Mine' })
  expect(copy).toMatchObject({ id: 'gb50180-2018-own-2', version: '1.0.0', name_zh: '我的' })
  expect(copy.made_from).toMatchObject({ id: 'gb50180-2018', version: '1.2.0' })
  expect(checkPack(copy).problems).toEqual([])
  expect(copyPack(copy, new Set([copy.id]), copy).id).toBe('gb50180-2018-own')
})

test.each([
  ['1.0.0', '1.0.1'],
  ['1.0.9', '1.0.10'],
  ['草稿', '草稿.1'],
  ['v2', 'v3'],
])('after version %s comes %s', (before, after) => expect(nextVersion(before)).toBe(after))

test('a difference tells classes that come and go', () => {
  const less: PackFile = { ...gb, rules: gb.rules.slice(1) }
  expect(diffPacks(gb, less)).toMatchObject([{ what: 'class', code: 'EDU_MIDDLE', field: null, after: null }])
  expect(diffPacks(less, gb)).toMatchObject([
    { what: 'class', code: 'EDU_MIDDLE', field: null, before: null },
  ])
})

function countFigures(pack: PackFile): number {
  return Object.values(countStatuses(pack)).reduce((a, b) => a + b, 0)
}

test('the status summary counts every number once', () => {
  const none: PackFile = { ...gb, rules: [], indicators: [], parameters: [] }
  expect(countFigures(none)).toBe(4)
  const one: PackFile = { ...none, rules: [ruleOf(gb, 'GREEN_15')] }
  // tiers, land, width, supply, factor, required
  expect(countFigures(one)).toBe(10)
  expect(countStatuses(one)).toEqual({ V: 2, P: 3, M: 4, J: 1, D: 0 })
})

type Told = Pick<Rule, 'code' | 'tiers' | 'radius_m' | 'building_m2' | 'land_m2' | 'source'> & {
  readonly required: boolean | null
}

function told({ code, tiers, radius_m, building_m2, land_m2, required, source }: Told): Told {
  return { code, tiers, radius_m, building_m2, land_m2, required, source }
}

const DOMAIN = join(import.meta.dirname, '../../../../shared/domain/facilities-gb50180.json')

test.skipIf(!existsSync(DOMAIN))(
  'the 46 classes of GB 50180 are those of the table they were taken from',
  () => {
    const table = JSON.parse(readFileSync(DOMAIN, 'utf8')) as Rule[]
    expect(table).toHaveLength(46)
    expect(gb.rules.slice(0, 46).map(told)).toEqual(table.map(told))
  },
)
