import { describe, expect, test } from 'vitest'

import { type PackageInput, describePackage } from '../../../src/engine/package/describe-package'
import { sumWorks } from '../../../src/engine/package/sum-works'
import { LocalFrame } from '../../../src/engine/geometry/local-frame'
import type { Comparison } from '../../../src/model/comparison'
import { COST_PACK } from '../../../src/model/cost-pack'
import { HOSTING_PACK } from '../../../src/model/hosting-pack'
import { emptyPackage, type PlanPackage } from '../../../src/model/package'
import type { Edit } from '../../../src/model/scenario'
import { WORKS_PACK } from '../../../src/model/works-pack'
import { at, Scene } from '../../scene/scene'

const square = (x: number) =>
  [
    [x, 0],
    [x + 100, 0],
    [x + 100, 100],
    [x, 100],
  ] as const

const project = new Scene()
  .community('east', square(200), { owners: 30, exclusive_area_m2: 3000, households: 30 })
  .community('west', square(0), {
    owners: 90,
    exclusive_area_m2: 9000,
    households: 100,
    floor_area_m2: 10_000,
  })
  .gate('side', [0, 50], { community: 'west', access: 'closed' })
  .space('shed', [50, 60], {
    community: 'west',
    ownership: 'owners',
    kind: 'idle_room',
    storey: 1,
    area_m2: 100,
  })
  .space('depot', [60, 60], {
    community: 'west',
    ownership: 'government',
    kind: 'idle_room',
    storey: 1,
    area_m2: 200,
  })
  .space('cellar', [70, 60], { community: 'west', ownership: 'owners', kind: 'underground' })
  .project()

const openGate: Edit = { kind: 'open-gate', gate: 'side', access: 'public' }
const convert = (space: string, use: string): Edit => ({ kind: 'convert-space', space, use, class: use })

function describeIt(
  edits: readonly Edit[],
  decided: Partial<PlanPackage> = {},
  more: Partial<PackageInput> = {},
) {
  const input: PackageInput = {
    project,
    scenario: { id: 's', name: 's', edits },
    decided: { ...emptyPackage('s'), ...decided },
    costs: COST_PACK,
    hosting: HOSTING_PACK,
    works: WORKS_PACK,
    frame: new LocalFrame(120, 30),
    year: 2026,
    verdictOf: () => 'unknown',
    comparison: null,
    ...more,
  }
  const answer = describePackage(input)
  // the sum that is asked for without measuring is the same
  expect(sumWorks(input)).toEqual(answer.cost.works)
  return answer
}

describe('money', () => {
  test('known costs add up, unknown ones are counted and not zero, what cannot work costs nothing', () => {
    const gone = convert('nowhere', 'GYM')
    const hall: Edit = { kind: 'add-facility', name: 'hall', class: 'GYM', at: at(50, 50) }
    const { cost, edits } = describeIt([convert('shed', 'GYM'), hall, gone, openGate])
    expect(cost.edits).toEqual({ low_yuan: 120_000, default_yuan: 200_000, high_yuan: 350_000, unknown: 1 })
    expect(edits.map(({ isPossible }) => isPossible)).toEqual([true, true, false, true])
    expect(cost.total).toEqual(cost.edits)
  })

  test('works add to it; what the edits do is not paid twice', () => {
    const works = [
      {
        community: 'west',
        choices: [
          { item: 'WHOLE', choice: 'chosen' as const },
          { item: 'DRAINAGE', choice: 'chosen' as const },
          { item: 'ELDER_CARE', choice: 'chosen' as const },
          { item: 'LIFTS', choice: 'left-out' as const },
          { item: 'CAR_CHARGING', choice: 'chosen' as const },
        ],
      },
    ]
    const { cost, communities } = describeIt([convert('depot', 'ELDER_DAYCARE')], { works })
    // 200 m² × 3000 by the edit, 10,000 m² × 400 by the works; the chargers without a number are unknown
    expect(cost.edits.default_yuan).toBe(600_000)
    expect(cost.works).toMatchObject({ default_yuan: 4_000_000, unknown: 1 })
    const west = communities.find(({ id }) => id === 'west')
    expect(west?.works.find(({ item }) => item === 'ELDER_CARE')?.cost).toEqual({ kind: 'edits', edits: [0] })
    // the depot is the government's: no vote on it; the works need more than half
    expect(west?.vote).toBe('simple')
    expect(west?.items).toEqual(['WHOLE', 'DRAINAGE', 'CAR_CHARGING'])
  })

  test('the user’s prices count', () => {
    const costs = { ...COST_PACK, items: COST_PACK.items.map((item) => ({ ...item, default_yuan: 1 })) }
    expect(describeIt([convert('shed', 'GYM')], {}, { costs }).cost.total.default_yuan).toBe(100)
  })

  test('residents’ part by people newly served, the rest nobody’s yet, and what each person costs', () => {
    const comparison = {
      classes: [{ required: true }],
      places: [
        { community: 'east', people: 30, gained: [0], lost: [] },
        { community: 'west', people: 10, gained: [0], lost: [] },
      ],
      people: { gain: 40, lose: 0, both: 0 },
      uncounted: { gain: 0, lose: 0, minutes: 0, all: 0, of: 2 },
    } as unknown as Comparison
    const answer = describeIt(
      [convert('shed', 'GYM')],
      { funding: [{ source: 'residents', yuan: 1001 }] },
      { comparison },
    )
    expect(answer.perPerson).toEqual({
      people: 40,
      uncounted: 0,
      low_yuan: 3000,
      default_yuan: 5000,
      high_yuan: 8750,
    })
    expect(answer.funding.remainder_yuan).toBe(198_999)
    expect(answer.remainder).toEqual({ low_yuan: 118_999, high_yuan: 348_999 })
    expect(answer.sharing.shares.map(({ community, yuan }) => [community, yuan])).toEqual([
      ['east', 751],
      ['west', 250],
    ])
    // by households: the communities of the package alone
    const byHouseholds = describeIt([convert('shed', 'GYM')], {
      funding: [{ source: 'residents', yuan: 1001 }],
      sharing: 'households',
    })
    expect(byHouseholds.sharing.shares).toEqual([
      { community: 'west', weight: 100, yuan: 1001, yuan_per_household: 10.01 },
    ])
  })
})

const yes = (heads: number, of = 90) => ({
  voting_area_m2: of * 100,
  voting_heads: of,
  yes_area_m2: heads * 100,
  yes_heads: heads,
})

describe('votes', () => {
  test('the package takes the strictest of its edits; an edit may hold where the package does not', () => {
    const ballots = [{ community: 'west', consent: yes(90), approval: yes(60) }]
    const { communities, edits, isCarried } = describeIt([openGate, convert('shed', 'GYM')], { ballots })
    expect(communities[0]).toMatchObject({ id: 'west', vote: 'three-quarters', edits: [0, 1] })
    // 60 of 90 agree: more than half, less than three quarters
    expect(edits.map((edit) => edit.isCarried)).toEqual([true, false])
    expect(isCarried).toBe(false)
    expect(communities[0].ballots.approval.ballot).toMatchObject({ result: { missing_yes_heads: 8 } })
  })

  test('both ballots are needed, and neither entered is not carried and not failed', () => {
    expect(describeIt([openGate]).isCarried).toBe(null)
    const one = [{ community: 'west', consent: yes(90) }]
    expect(describeIt([openGate], { ballots: one }).isCarried).toBe(null)
    const both = [{ community: 'west', consent: yes(46), approval: yes(46) }]
    expect(describeIt([openGate], { ballots: both }).isCarried).toBe(true)
    const half = [{ community: 'west', consent: yes(45), approval: yes(46) }]
    expect(describeIt([openGate], { ballots: half }).isCarried).toBe(false)
  })

  test('an approval of another plan is stale and carries nothing', () => {
    const [{ plan }] = describeIt([openGate]).communities
    const ballots = [{ community: 'west', consent: yes(90), approval: { ...yes(90), plan } }]
    expect(describeIt([openGate], { ballots }).isCarried).toBe(true)
    // a price is no part of the plan, another measure is
    expect(describeIt([{ ...openGate, cost_yuan: 5 }], { ballots }).isCarried).toBe(true)
    const changed = describeIt([openGate, convert('shed', 'GYM')], { ballots })
    expect(changed.communities[0].ballots.approval.isStale).toBe(true)
    expect(changed.communities[0].ballots.consent.isStale).toBe(false)
    expect(changed.isCarried).toBe(null)
    expect(changed.edits[0].isCarried).toBe(null)
  })

  test('the majority the user asks for counts; nobody to vote needs nothing', () => {
    const ballots = [{ community: 'west', consent: { ...yes(50), type: 'three-quarters' as const } }]
    const { consent, approval } = describeIt([openGate], { ballots }).communities[0].ballots
    expect(consent).toMatchObject({ type: 'three-quarters', isOwnType: true })
    expect(approval).toMatchObject({ type: 'simple', isOwnType: false })
    const free = describeIt([convert('depot', 'GYM')])
    expect(free.communities[0].ballots.consent.ballot.state).toBe('none-needed')
    expect(free.isCarried).toBe(true)
  })

  test('communities in the order of their layer, also those only named by hand', () => {
    const path: Edit = { kind: 'add-path', line: [at(-20, 50), at(130, 50)], from: null, to: null }
    const { communities } = describeIt([path], { ballots: [{ community: 'east' }, { community: 'nowhere' }] })
    expect(communities.map(({ id, vote }) => [id, vote])).toEqual([
      ['east', 'none'],
      ['west', 'three-quarters'],
    ])
  })
})

test('conflicts are those of spaces and of works together', () => {
  const works = [{ community: 'west', choices: [{ item: 'PARKING', choice: 'chosen' as const, amount: 9 }] }]
  const { conflicts } = describeIt([convert('cellar', 'NURSERY'), convert('shed', 'CANTEEN')], { works })
  expect(conflicts.map(({ rule, level }) => `${rule} ${level}`)).toContain('WC01 check')
  // the cellar has no area, so that nothing can be made of it, and nothing conflicts
  expect(conflicts.map(({ rule }) => rule)).not.toContain('WC05')
  expect(conflicts.find(({ rule }) => rule === 'WC03')).toMatchObject({ level: 'unknown', edits: [1] })
})

describe('a dwelling turned to a use', () => {
  const withFlat = new Scene()
    .community('west', square(0), { owners: 90, exclusive_area_m2: 9000 })
    .space('flat', [50, 60], {
      community: 'west',
      ownership: 'private',
      kind: 'idle_room',
      storey: 1,
      area_m2: 100,
      current_use: '住宅',
    })
    .project()
  const asked = (agreed?: number) =>
    describeIt(
      [convert('flat', 'STORE')],
      agreed === undefined ? {} : { affected: [{ space: 'flat', use: 'STORE', owners: 12, agreed }] },
      { project: withFlat },
    )

  test('is no ballot of the community, and the package waits for every affected owner', () => {
    const open = asked()
    expect(open.communities[0]).toMatchObject({ id: 'west', vote: 'none', edits: [] })
    expect(open.edits[0]).toMatchObject({ affected: { state: 'not-entered' }, isCarried: null })
    expect(open.isCarried).toBe(null)
    expect([asked(11), asked(12)].map(({ edits, isCarried }) => [edits[0].isCarried, isCarried])).toEqual([
      [false, false],
      [true, true],
    ])
  })

  test('what was agreed to was one use: another one asks again', () => {
    const { edits } = describeIt(
      [convert('flat', 'PARCEL')],
      { affected: [{ space: 'flat', use: 'STORE', owners: 12, agreed: 12 }] },
      { project: withFlat },
    )
    expect(edits[0].affected?.state).toBe('not-entered')
  })
})
