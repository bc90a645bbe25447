import { beforeAll, describe, expect, it } from 'vitest'

import { STORIES } from '../../data/make-demo/stories'
import { explainClass } from '../../src/engine/explain/explain-class'
import { prepare, type Prepared } from '../../src/engine/pipeline'
import type { Explanation, Who } from '../../src/model/explanation'
import { tellExplanation, type Told } from '../../src/views/explain/tell-explanation'
import { createFormatters } from '../../src/views/format'
import { wordsEn } from '../../src/views/words.en'
import { wordsZh } from '../../src/views/words.zh'
import { DISTANCE, RULES } from '../scenes/analyse-scene'
import { demoProject } from '../worker/demo-files'

let prepared: Prepared

beforeAll(async () => {
  prepared = await prepare(demoProject(), null, {})
}, 120_000)

interface Answer {
  readonly facts: Explanation
  readonly zh: Told
  readonly en: Told
}

const communityOf = (id: string): string =>
  prepared.project.layers.communities.find((each) => each.id === id)?.name ?? id

/** The facts about somebody and a class, and both languages' sentences. */
async function ask(who: Who, code: string): Promise<Answer> {
  const facts = await explainClass(prepared, DISTANCE, who, code, {})
  const rule = RULES.rules.find((each) => each.code === code)
  if (rule === undefined) throw new Error(`no class ${code}`)
  const tell = (locale: 'zh' | 'en'): Told => {
    const words = locale === 'zh' ? wordsZh : wordsEn
    const className = locale === 'zh' ? rule.name_zh : rule.name_en
    return tellExplanation(facts, { words, format: createFormatters(locale, words), className, communityOf })
  }
  return { facts, zh: tell('zh'), en: tell('en') }
}

const askCommunity = (id: string, code: string): Promise<Answer> => ask({ kind: 'community', id }, code)

/** One of the sentences says all of these. */
function expectSays(sentences: readonly string[], ...parts: readonly string[]): void {
  expect(sentences.filter((sentence) => parts.every((part) => sentence.includes(part)))).not.toEqual([])
}

describe('the stories of the demo, told to a resident', { timeout: 60_000 }, () => {
  it('locked gate: the market is behind it, and opening it serves everybody', async () => {
    const { community, gate, class: code, facility } = STORIES.lockedGate
    const { facts, zh, en } = await askCommunity(community, code)
    expect(facts).toMatchObject({ verdict: 'unserved', reason: 'closed-gate', limit: 500, limit_unit: 'm' })
    expect(facts.walk?.facility.id).toBe(facility)
    expect(facts.crow).toMatchObject({ facility: { id: facility }, isWalked: true })
    expect(facts.crow?.between.flatMap((each) => each.closedGates.map(({ id }) => id))).toEqual([gate])
    expect(facts.walk?.detour?.gate?.id).toBe('gate-caixing-1')
    const [best] = facts.changes
    expect(best).toMatchObject({ kind: 'open-gate', gate: { id: gate }, access: 'residents', serves: true })
    expect(best.gained).toBe(facts.people)
    expect(best.mm).toBeLessThan(500_000)
    expect(zh.headline).toMatch(
      /^从采荇新村（.+）去最近的菜市场.+「井亭农贸市场」要走 \d+ m，.+多出 \d+ m，所以未覆盖。$/,
    )
    expect(en.headline).toMatch(/井亭农贸市场, is \d+ m on foot, .+ \d+ m more than the 500 m/)
    expectSays(zh.details, '直线距离只有', '本小区围墙（墙上的「采荇新村便门(上锁)」不开放）')
    expectSays(en.details, 'In a straight line', '采荇新村便门(上锁) in it is not open')
    expectSays(zh.details, '「采荇新村大门」', '多绕')
    expectSays(zh.changes.slice(0, 1), '如果把「采荇新村便门(上锁)」向本小区居民开放', '新增覆盖 2,335 人')
    expectSays(en.changes.slice(0, 1), '采荇新村便门(上锁) is opened to its residents', '2,335 people')
    expectSays(zh.details, '请规划师核对')
  })

  it('across the canal: the kindergarten is near in a straight line, and no single change brings it nearer', async () => {
    const { community, class: code, facility } = STORIES.acrossTheCanal
    const { facts, zh, en } = await askCommunity(community, code)
    expect(facts).toMatchObject({ verdict: 'unserved', reason: 'too-far', changes: [] })
    expect(facts.crow).toMatchObject({ facility: { id: facility }, isWalked: true })
    expect(facts.crow?.ratio).toBeGreaterThan(4)
    expect(facts.crow?.between.map(({ kind }) => kind)).toContain('water')
    expect(facts.walk?.legs.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['bridge', 'stairs']))
    expectSays(zh.details, '中间隔着', '杏林运河', '4.5 倍')
    expectSays(en.details, '杏林运河', '4.5 times')
    expect(zh.changes).toEqual(['无单项措施可解决。'])
    expect(en.changes).toEqual(['No single change solves it.'])
  })

  it('boiler house: its own community gets a day-care from it; to the neighbours it is too far alone', async () => {
    const { communities, class: code, space, owner } = STORIES.boilerHouse
    for (const id of communities) {
      const { facts, zh, en } = await askCommunity(id, code)
      expect(facts).toMatchObject({ verdict: 'unserved', reason: 'too-far' })
      expectSays([zh.headline], '日间照料中心', '所以未覆盖')
      if (id !== owner) {
        expect(facts.changes).toEqual([])
        expectSays(zh.changes, '无单项措施可解决')
        continue
      }
      expect(facts.changes[0]).toMatchObject({ kind: 'use-space', space: { id: space }, serves: true })
      expectSays(zh.changes, '「青禾二区锅炉房」（432 m²）', '按空间适用性规则适合', '新增覆盖 2,203 人')
      expectSays(en.changes, '青禾二区锅炉房', 'fits by the rules of hosting', '2,203 people')
    }
  })

  it('private court: the nearest court is reserved; sharing it serves those who live near enough', async () => {
    const { community, class: code, facility, neighbours } = STORIES.privateCourt
    for (const id of neighbours) {
      const { facts, zh, en } = await askCommunity(id, code)
      expect(facts.verdict).toBe('unserved')
      expect(facts.crow).toMatchObject({
        facility: { id: facility },
        isReserved: true,
        owner: { id: community },
      })
      expectSays(zh.details, '「盐埠一区篮球场」', '它只供盐埠一区居民使用')
      expectSays(en.details, '盐埠一区篮球场', 'only residents of 盐埠一区 may use it')
    }
    const { facts, zh, en } = await askCommunity(neighbours[0], code)
    const share = facts.changes.find(({ kind }) => kind === 'share-facility')
    expect(share).toMatchObject({ shared: { id: facility }, serves: false })
    expect(share?.gained).toBeGreaterThan(100)
    expectSays(zh.changes, '「盐埠一区篮球场」向邻近居民开放共享', '居中一户仍未覆盖')
    expectSays(en.changes, '盐埠一区篮球场 of 盐埠一区 is shared')
  })

  it('its owners are served by the court, and told where the time goes', async () => {
    const { community, class: code, facility } = STORIES.privateCourt
    const { facts, zh, en } = await askCommunity(community, code)
    expect(facts.walk?.facility.id).toBe(facility)
    expect(facts).toMatchObject({ verdict: 'served', changes: [] })
    expectSays([zh.headline], '「盐埠一区篮球场」', '已覆盖')
    expectSays([en.headline], 'so it is served')
    expect(zh.changes).toEqual([])
  })

  it('island: the reading room next door stands on an alley that joins no other street', async () => {
    const { facility, street } = STORIES.island
    const { facilities, streets } = prepared.project.layers
    const code = facilities.find(({ id }) => id === facility)?.class ?? ''
    // the house nearest to it
    const { facts, zh, en } = await ask({ kind: 'building', id: 'b-0926' }, code)
    expect(facts).toMatchObject({ verdict: 'unserved', reason: 'too-far' })
    expect(facts.crow).toMatchObject({ facility: { id: facility }, cutOff: 'other-part', mm: null })
    expect(facts.crow?.straight_m).toBeLessThan(100)
    expect(streets.some(({ id }) => id === street)).toBe(true)
    expectSays(zh.details, '「船坞书屋」', '与其他道路没有接通')
    expectSays(en.details, '船坞书屋', 'do not join the others')
    expectSays([zh.headline], '盐埠二区 13 幢')
  })

  it('a class nobody surveyed is unknown, and says what would settle it', async () => {
    const { facts, zh, en } = await askCommunity(STORIES.lockedGate.community, 'OUTPATIENT')
    expect(facts).toMatchObject({ verdict: 'unknown', unknown: { kind: 'not-surveyed' }, changes: [] })
    expectSays([zh.headline], '还没有调查', '未知', '补充调查')
    expectSays([en.headline], 'not surveyed', 'unknown, not absent')
    expect(zh.changes).toEqual([])
  })
})
