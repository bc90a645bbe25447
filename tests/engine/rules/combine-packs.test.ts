import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIGURE_FIELDS, type PackFile, type PackRule, type RulePack } from '../../../src/model/rule-pack'
import { combinePacks } from '../../../src/model/rules/combine-packs'
import { sourceOfFigure, valueOfFigure } from '../../../src/model/rules/figure'
import { hashPack } from '../../../src/model/rules/hash-pack'
import { DEFAULT_RULES, findShipped, SHIPPED_PACKS } from '../../../src/model/rules/shipped-packs'

const [gb, community] = ['gb50180-2018', 'complete-community'].map((id) => findShipped(id)!)

function combined(packs: readonly PackFile[], old_area = false): RulePack {
  const { pack, problems } = combinePacks({ packs, old_area })
  expect(problems).toEqual([])
  return pack!
}

const ruleOf = (pack: RulePack, code: string) => pack.rules.find((rule) => rule.code === code)!

test('one pack alone stays what it is, and has the hash of its file', () => {
  const { members, ...alone } = combined([gb])
  const { format, schema, ...file } = gb
  expect([format, schema]).toEqual(['lifecircle-rules', 1])
  expect(alone).toEqual(file)
  expect(members).toEqual([
    { id: gb.id, version: gb.version, hash: hashPack(gb), name_zh: gb.name_zh, name_en: gb.name_en },
  ])
  expect(hashPack(DEFAULT_RULES)).toBe(hashPack(gb))
})

test('a figure the later pack states wins, keeps its source, and remembers the earlier one', () => {
  const station = ruleOf(combined([gb, community]), 'COMM_STATION')
  // GB 50180: 600-1000 m2, the 600 partly verified; the community standard: about 800
  expect(station.building_m2).toEqual([800, null])
  expect(station.figures?.building_m2).toEqual({
    document: '建科规〔2020〕7号',
    clause: '社区综合服务站',
    edition: '2020',
    status: 'M',
    pack: 'complete-community',
    replaced: [
      {
        value: [600, 1000],
        source: {
          document: 'GB 50180-2018',
          clause: 'B.0.2/C.0.2',
          edition: '2018',
          status: 'P',
          note: 'least: P (S6); most: M',
          pack: 'gb50180-2018',
        },
      },
    ],
  })
  // the community standard gives no radius: that of GB 50180 stays
  expect(station.radius_m).toBe(300)
  expect(station.figures?.radius_m).toMatchObject({
    document: 'GB 50180-2018',
    pack: 'gb50180-2018',
    status: 'M',
  })
  // thirty square metres per hundred households come from the pilot notice alone
  expect(station.supply).toEqual({ measure: 'building_m2', at_least: 30, per: 100, group: 'households' })
  expect(station.figures?.supply).toMatchObject({ status: 'V', edition: '2022' })
})

test('the order decides: the other way around GB 50180 wins', () => {
  expect(ruleOf(combined([community, gb]), 'COMM_STATION').building_m2).toEqual([600, 1000])
})

test('classes of one pack only are added, after those of the first', () => {
  const both = combined([gb, community])
  expect(both.rules.slice(0, gb.rules.length).map(({ code }) => code)).toEqual(
    gb.rules.map(({ code }) => code),
  )
  expect(ruleOf(both, 'ELDER_STATION').figures?.tiers?.pack).toBe('complete-community')
  expect(both.id).toBe('gb50180-2018+complete-community')
  expect(both.members?.map(({ id, version }) => `${id} ${version}`)).toEqual([
    'gb50180-2018 1.2.0',
    'complete-community 1.1.0',
  ])
})

test('old areas need 70 % of the green, derived and told; at full figures nothing changes', () => {
  const full = combined([gb])
  const old = combined([gb], true)
  const least = (pack: RulePack) =>
    ['15', '10', '5'].map((tier) => ruleOf(pack, `GREEN_${tier}`).supply?.at_least)
  expect(least(full)).toEqual([2, 1, 1])
  expect(least(old)).toEqual([1.4, 0.7, 0.7])
  expect(ruleOf(old, 'GREEN_15').figures?.supply).toMatchObject({
    status: 'D',
    note: '2 × 0.7',
    replaced: [{ value: { at_least: 2 }, source: { status: 'V' } }],
  })
  expect(hashPack(old)).not.toBe(hashPack(full))
  expect(old.rules.filter((rule, i) => JSON.stringify(rule) !== JSON.stringify(full.rules[i]))).toHaveLength(
    3,
  )
})

test('packs that leave something open are refused with what is missing', () => {
  expect(combinePacks({ packs: [], old_area: false }).problems).toEqual([{ code: 'no-classes', about: '' }])
  expect(combinePacks({ packs: [findShipped('xihu-2023')!], old_area: false }).problems).toEqual([
    { code: 'no-classes', about: '' },
  ])
  const alone = combinePacks({ packs: [community], old_area: false }).problems
  expect(alone).toContainEqual({ code: 'no-walk', about: '5' })
  expect(alone).toContainEqual({ code: 'no-required', about: 'PARCEL' })
  expect(combinePacks({ packs: [gb, gb], old_area: false }).problems).toEqual([
    { code: 'same-id', about: gb.id },
  ])
})

const someOrder = fc
  .shuffledSubarray([...SHIPPED_PACKS], { minLength: 1 })
  .filter((packs) => packs.includes(gb))

test('whatever the packs and their order: each figure is the last one stated, by the pack it names', () => {
  fc.assert(
    fc.property(someOrder, fc.boolean(), (packs, old_area) => {
      const { pack, problems } = combinePacks({ packs, old_area })
      expect(problems).toEqual([])
      expect(combinePacks({ packs: structuredClone(packs), old_area }).pack).toEqual(pack)
      for (const rule of pack!.rules) {
        const asked = packs.flatMap((file) => {
          const found = file.rules.find(({ code }) => code === rule.code)
          return found === undefined ? [] : [[file, found] as const]
        })
        for (const field of FIGURE_FIELDS) {
          if (old_area && field === 'supply' && rule.old_area_factor) continue
          const last = asked.findLast(([, each]) => valueOfFigure(each, field) !== null)
          expect(valueOfFigure(rule, field)).toEqual(
            last === undefined ? null : valueOfFigure(last[1], field),
          )
          if (last === undefined) continue
          const { status, document } = sourceOfFigure(pack!, rule, field)
          expect({ status, document }).toMatchObject(plainSource(last[0], last[1], field))
        }
        // tiers come from one document whole: none is made of another
        expect(asked.map(([, each]) => JSON.stringify(each.tiers))).toContain(JSON.stringify(rule.tiers))
      }
    }),
    { numRuns: 60, seed: 4 },
  )
})

function plainSource(file: PackFile, rule: PackRule, field: (typeof FIGURE_FIELDS)[number]) {
  const { status, document } = sourceOfFigure(file, rule, field)
  return { status, document }
}

test('the hash follows what a pack says, not how its file is written', () => {
  const turned = Object.fromEntries(Object.entries(gb).reverse()) as unknown as PackFile
  expect(hashPack(turned)).toBe(hashPack(gb))
  const other = structuredClone(gb) as unknown as { rules: { radius_m: number | null }[] }
  other.rules[0].radius_m = 1001
  expect(hashPack(other as unknown as PackFile)).not.toBe(hashPack(gb))
})
