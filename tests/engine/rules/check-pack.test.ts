import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkPack, readPack, readPackFile } from '../../../src/engine/rules/check-pack'
import { EXPECTATIONS, PACK_LISTS, type PackProblem } from '../../../src/model/rules/pack-problem'
import { SHIPPED_PACKS } from '../../../src/model/rules/shipped-packs'

type Json = Record<string, unknown>

/** A copy of a shipped pack that a test may spoil. */
function spoiled(change: (pack: Json & { rules: Json[] }) => void, i = 0): readonly PackProblem[] {
  const pack = structuredClone(SHIPPED_PACKS[i]) as unknown as Json & { rules: Json[] }
  change(pack)
  return checkPack(pack).problems
}

test.each(SHIPPED_PACKS.map((pack) => [pack.id, pack] as const))('%s is a pack', (_, pack) => {
  const checked = checkPack(pack)
  expect(checked.problems).toEqual([])
  expect(checked.pack).toEqual(pack)
})

test('every mark in a shipped pack leads to its source', () => {
  for (const pack of SHIPPED_PACKS) {
    const { references, ...content } = pack
    const marks = new Set(JSON.stringify(content).match(/\bS\d+[a-f]?\b/g))
    expect(Object.keys(references ?? {}).sort(), pack.id).toEqual([...marks].sort())
  }
})

test('a problem says row, class, field, what was found and what is expected', () => {
  expect(spoiled(({ rules }) => (rules[28]['radius_m'] = '300'))).toEqual([
    {
      list: 'rules',
      row: 29,
      code: 'KINDERGARTEN',
      field: 'radius_m',
      found: '"300"',
      expected: 'positive-number',
    },
  ])
})

test.each<[string, (pack: Json & { rules: Json[] }) => void, Partial<PackProblem>]>([
  [
    'a missing field',
    ({ rules }) => delete rules[0]['name_zh'],
    { row: 1, field: 'name_zh', found: 'nothing', expected: 'needed' },
  ],
  [
    'an unknown field',
    ({ rules }) => (rules[1]['radius'] = 5),
    { row: 2, field: 'radius', expected: 'nothing' },
  ],
  ['a radius of nothing', ({ rules }) => (rules[2]['radius_m'] = 0), { row: 3, expected: 'positive-number' }],
  [
    'a status nobody knows',
    ({ rules }) => (rules[3]['status'] = 'X'),
    { row: 4, field: 'status', found: '"X"', expected: 'one-of', options: ['V', 'P', 'M', 'J', 'D'] },
  ],
  [
    'most below least',
    ({ rules }) => (rules[4]['land_m2'] = [9, 3]),
    { row: 5, field: 'land_m2', expected: 'range' },
  ],
  [
    'a tier twice',
    ({ rules }) => (rules[5]['tiers'] = ['5', '5']),
    { row: 6, field: 'tiers', expected: 'unique' },
  ],
  [
    'a tier nobody knows',
    ({ rules }) => (rules[5]['tiers'] = ['7']),
    { row: 6, field: 'tiers.0', expected: 'one-of' },
  ],
  [
    'a code twice',
    ({ rules }) => (rules[7]['code'] = 'EDU_MIDDLE'),
    { row: 8, field: 'code', expected: 'unique' },
  ],
  [
    'a source that is no document of the pack',
    ({ rules }) => (rules[8]['source'] = 'GB 50181 B.0.1'),
    { row: 9, field: 'source', expected: 'known-document', options: ['GB 50180-2018'] },
  ],
  [
    'a rule that is none',
    ({ rules }) => ((rules as unknown[])[9] = 7),
    { row: 10, field: '', found: '7', expected: 'object' },
  ],
  ['a walk without status', (pack) => (pack['tier_status'] = {}), { row: null, field: 'tier_status.15' }],
  ['no rules at all', (pack) => delete (pack as Partial<typeof pack>).rules, { row: null, field: 'rules' }],
  ['another format', (pack) => (pack['format'] = 'geojson'), { field: 'format', expected: 'one-of' }],
])('%s is told with its place', (_, change, problem) => {
  expect(spoiled(change)[0]).toMatchObject(problem)
})

test('all problems are told, in the order of rows', () => {
  const problems = spoiled(({ rules }) => {
    rules[30]['required'] = 'yes'
    rules[3]['radius_m'] = -1
    rules[3]['family'] = 'pets'
    rules[40]['code'] = 'EDU_MIDDLE'
  })
  // the repeated code is told once the shape is right
  expect(problems.map(({ row, field }) => `${row} ${field}`)).toEqual([
    '4 family',
    '4 radius_m',
    '31 required',
  ])
})

test('what is no JSON is told as such', () => {
  expect(readPack('{"id": ')).toMatchObject({ problems: 'json', line: 1 })
  // another kind of file is told so once, not by every field that it lacks
  expect(readPack('{"type": "FeatureCollection"}').problems).toEqual([
    {
      list: null,
      row: null,
      code: null,
      field: 'format',
      found: 'nothing',
      expected: 'one-of',
      options: ['lifecircle-rules'],
    },
  ])
  expect(readPack(`\uFEFF${JSON.stringify(SHIPPED_PACKS[0])}`).pack?.id).toBe('gb50180-2018')
  for (const text of ['null', '[]', '7', '""', '{}'])
    expect(readPack(text).problems.length).toBeGreaterThan(0)
})

test('a pack is read from a file in the encodings of Chinese offices; what is no text is told as such', () => {
  const json = JSON.stringify({ ...SHIPPED_PACKS[0], name_zh: 'MINE' })
  // 我的 in GB18030
  const [before, after] = json.split('MINE')
  const gb18030 = Buffer.concat([asGb18030(before), Buffer.from([0xce, 0xd2, 0xb5, 0xc4]), asGb18030(after)])
  const utf16 = Buffer.from(`\uFEFF${json.replace('MINE', '我的')}`, 'utf16le')
  const utf8 = Buffer.from(`\uFEFF${json.replace('MINE', '我的')}`)
  for (const bytes of [gb18030, utf16, utf8]) expect(readPackFile(bytes).pack?.name_zh).toBe('我的')
  expect(readPackFile(new Uint8Array([0x7b, 0xff, 0xff]))).toEqual({ pack: null, problems: 'encoding' })
})

/** A JSON text in GB18030, which escapes what is not ASCII. */
function asGb18030(json: string): Buffer {
  return Buffer.from(
    json.replaceAll(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
  )
}

/** Every place inside a value, as a path. */
function pathsOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Object.entries(value).flatMap(([key, part]) =>
    pathsOf(part, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return [path, ...inner]
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    -1,
    0,
    1e300,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    true,
    [],
    {},
    [[]],
  ),
  fc.string(),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    'constructor',
    '__proto__',
    { __proto__: null },
    { toString: 1 },
    ['5', '10'],
    [1, 2],
  ),
)

test('a pack with anything changed is a pack or has problems that name a place; it never throws', () => {
  const places = SHIPPED_PACKS.map((pack) => pathsOf(pack).slice(1))
  let refused = 0
  fc.assert(
    fc.property(
      fc.nat({ max: SHIPPED_PACKS.length - 1 }),
      fc.array(fc.tuple(fc.nat(), odd, fc.boolean()), { minLength: 1, maxLength: 4 }),
      (which, changes) => {
        const pack = structuredClone(SHIPPED_PACKS[which]) as unknown
        for (const [at, value, isRemoved] of changes) {
          const path = places[which][at % places[which].length]
          const last = path[path.length - 1]
          let parent = pack
          for (const key of path.slice(0, -1))
            parent = typeof parent === 'object' && parent !== null ? Reflect.get(parent, key) : null
          if (typeof parent !== 'object' || parent === null) continue
          if (isRemoved) Reflect.deleteProperty(parent, last)
          else Reflect.set(parent, last, value)
        }
        const { pack: good, problems } = checkPack(pack)
        expect(good === null).toBe(problems.length > 0)
        if (good !== null) expect(checkPack(structuredClone(good)).problems).toEqual([])
        if (problems.length > 0) refused++
        for (const { list, row, field, found, expected } of problems) {
          expect(EXPECTATIONS).toContain(expected)
          expect(found.length).toBeLessThanOrEqual(60)
          expect(row !== null || field !== '').toBe(true)
          if (list !== null) expect(PACK_LISTS).toContain(list)
          if (row !== null) expect(row).toBeGreaterThan(0)
        }
      },
    ),
    { numRuns: 250, seed: 50180 },
  )
  // most changes break something: the property is not about untouched packs
  expect(refused).toBeGreaterThan(120)
})

test('any other value is refused in words', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(checkPack(value).problems.length).toBeGreaterThan(0)
    }),
    { numRuns: 300, seed: 7 },
  )
})
