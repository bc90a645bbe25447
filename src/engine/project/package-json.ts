import * as v from 'valibot'
import type { AffectedConsent, BallotEntry, CommunityBallots } from '../../model/consent'
import type { PriceChange } from '../../model/cost'
import { FUNDING_SOURCES, type FundingEntry, SHARING_BASES } from '../../model/funding'
import type { PlanPackage } from '../../model/package'
import type { CommunityWorks, WorkChoice } from '../../model/works'

/** More than any project costs; sums of thousands of such amounts are still exact. */
const MOST_YUAN = 1e11

const yuan = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_YUAN))
const amount = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e9))
const heads = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9))
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

const source = v.picklist(FUNDING_SOURCES)
const fundingSchema: v.GenericSchema<unknown, FundingEntry> = v.union([
  v.strictObject({ source, share }),
  v.strictObject({ source, yuan }),
])

const ballotSchema = v.object({
  voting_area_m2: v.exactOptional(amount),
  voting_heads: v.exactOptional(heads),
  yes_area_m2: v.exactOptional(amount),
  yes_heads: v.exactOptional(heads),
  type: v.exactOptional(v.picklist(['simple', 'three-quarters'])),
  plan: v.exactOptional(v.string()),
}) satisfies v.GenericSchema<unknown, BallotEntry>

const communityBallotsSchema = v.object({
  community: v.string(),
  area_m2: v.exactOptional(amount),
  heads: v.exactOptional(heads),
  consent: v.exactOptional(ballotSchema),
  approval: v.exactOptional(ballotSchema),
}) satisfies v.GenericSchema<unknown, CommunityBallots>

const affectedSchema = v.object({
  space: v.string(),
  use: v.string(),
  owners: v.exactOptional(heads),
  agreed: v.exactOptional(heads),
}) satisfies v.GenericSchema<unknown, AffectedConsent>

const choiceSchema = v.object({
  item: v.string(),
  choice: v.picklist(['chosen', 'left-out']),
  amount: v.exactOptional(amount),
  cost_yuan: v.exactOptional(yuan),
  note: v.exactOptional(v.string()),
}) satisfies v.GenericSchema<unknown, WorkChoice>

const communityWorksSchema = v.object({
  community: v.string(),
  choices: uniqueBy(choiceSchema, 'item', ({ item }) => item),
}) satisfies v.GenericSchema<unknown, CommunityWorks>

/** One package; of two entries for the same thing nobody could say which counts, so that they are refused. */
export const packageSchema = v.object({
  scenario: v.string(),
  funding: uniqueBy(fundingSchema, 'source', (entry) => entry.source),
  sharing: v.exactOptional(v.picklist(SHARING_BASES)),
  ballots: uniqueBy(communityBallotsSchema, 'community', ({ community }) => community),
  affected: v.exactOptional(
    uniqueBy(affectedSchema, 'space and use', ({ space, use }) => JSON.stringify([space, use])),
  ),
  works: uniqueBy(communityWorksSchema, 'community', ({ community }) => community),
}) satisfies v.GenericSchema<unknown, PlanPackage>

/** A price whose range is none is refused. */
export const priceSchema = v.pipe(
  v.object({ code: v.string(), low_yuan: yuan, default_yuan: yuan, high_yuan: yuan }),
  v.check(
    ({ low_yuan, default_yuan, high_yuan }) => low_yuan <= default_yuan && default_yuan <= high_yuan,
    'low ≤ default ≤ high',
  ),
) satisfies v.GenericSchema<unknown, PriceChange>

function uniqueBy<T>(schema: v.GenericSchema<unknown, T>, name: string, keyOf: (item: T) => string) {
  return v.pipe(
    v.array(schema),
    v.check((list) => new Set(list.map(keyOf)).size === list.length, `each ${name} once`),
  )
}

/** A package with its keys in a fixed order, so that equal projects give equal text. */
export function orderPackage({
  scenario,
  funding,
  sharing,
  ballots,
  affected,
  works,
}: PlanPackage): PlanPackage {
  return {
    scenario,
    funding: funding.map((entry) =>
      'share' in entry
        ? { source: entry.source, share: entry.share }
        : { source: entry.source, yuan: entry.yuan },
    ),
    sharing,
    ballots: ballots.map(({ community, area_m2, heads: owners, consent, approval }) => ({
      community,
      area_m2,
      heads: owners,
      consent: orderBallot(consent),
      approval: orderBallot(approval),
    })),
    affected: affected?.map(({ space, use, owners, agreed }) => ({ space, use, owners, agreed })),
    works: works.map(({ community, choices }) => ({
      community,
      choices: choices.map(({ item, choice, amount: much, cost_yuan, note }) => ({
        item,
        choice,
        amount: much,
        cost_yuan,
        note,
      })),
    })),
  }
}

export function orderPrice({ code, low_yuan, default_yuan, high_yuan }: PriceChange): PriceChange {
  return { code, low_yuan, default_yuan, high_yuan }
}

function orderBallot(entry: BallotEntry | undefined): BallotEntry | undefined {
  if (entry === undefined) return undefined
  const { voting_area_m2, voting_heads, yes_area_m2, yes_heads, type, plan } = entry
  return { voting_area_m2, voting_heads, yes_area_m2, yes_heads, type, plan }
}
