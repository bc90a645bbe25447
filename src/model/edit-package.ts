import type { AffectedConsent, BallotEntry, BallotName, CommunityBallots } from './consent'
import type { PriceChange } from './cost'
import { FUNDING_SOURCES, type FundingEntry, type FundingSource } from './funding'
import { affectedBy, type PlanPackage } from './package'
import type { CommunityWorks, WorkChoice } from './works'

/** Each function gives a new package; null takes an entry away. Lists stay in a fixed order of their own. */

export function withFunding(
  decided: PlanPackage,
  source: FundingSource,
  entry: FundingEntry | null,
): PlanPackage {
  const others = decided.funding.filter((each) => each.source !== source)
  const entries = entry === null ? others : [...others, entry]
  const funding = FUNDING_SOURCES.flatMap((each) => entries.find((one) => one.source === each) ?? [])
  return { ...decided, funding }
}

/** All owners of a community by the user's word; null: what the data say again. */
export function withOwners(
  decided: PlanPackage,
  community: string,
  of: 'heads' | 'area_m2',
  value: number | null,
): PlanPackage {
  const { [of]: _before, ...rest } = ballotsOf(decided, community)
  return putBallots(decided, value === null ? rest : { ...rest, [of]: value })
}

/** What was counted of a ballot; undefined fields are taken away. An empty ballot is none. */
export function withBallot(
  decided: PlanPackage,
  community: string,
  name: BallotName,
  change: Partial<BallotEntry>,
): PlanPackage {
  const { [name]: before, ...rest } = ballotsOf(decided, community)
  const entry = Object.fromEntries(
    Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined),
  ) as BallotEntry
  // what was voted on is no use without votes
  const isEmpty = Object.keys(entry).every((field) => field === 'plan')
  return putBallots(decided, isEmpty ? rest : { ...rest, [name]: entry })
}

/** What was counted of the affected owners of one use of a space; undefined fields are taken away, an empty entry too. */
export function withAffected(
  decided: PlanPackage,
  of: Pick<AffectedConsent, 'space' | 'use'>,
  change: Partial<Pick<AffectedConsent, 'owners' | 'agreed'>>,
): PlanPackage {
  const { affected = [], ...rest } = decided
  const before = affectedBy(decided, of)
  const { owners, agreed } = { ...before, ...change }
  const entry: AffectedConsent = {
    space: of.space,
    use: of.use,
    ...(owners === undefined ? {} : { owners }),
    ...(agreed === undefined ? {} : { agreed }),
  }
  const isEmpty = owners === undefined && agreed === undefined
  const entries = [...affected.filter((each) => each !== before), ...(isEmpty ? [] : [entry])].toSorted(
    (a, b) => (a.space === b.space ? (a.use < b.use ? -1 : 1) : a.space < b.space ? -1 : 1),
  )
  return entries.length === 0 ? rest : { ...rest, affected: entries }
}

/** What is said of one item in one community; null: nothing. The community stays in the package. */
export function withChoice(
  decided: PlanPackage,
  community: string,
  item: string,
  choice: WorkChoice | null,
): PlanPackage {
  const works = decided.works.find((each) => each.community === community)
  const others = (works?.choices ?? []).filter((each) => each.item !== item)
  return putWorks(decided, { community, choices: choice === null ? others : [...others, choice] })
}

/** A community that has works done, though nothing of the scenario happens in it. */
export function withCommunity(decided: PlanPackage, community: string): PlanPackage {
  const isThere = decided.works.some((each) => each.community === community)
  return isThere ? decided : putWorks(decided, { community, choices: [] })
}

/** Without anything said of a community. */
export function withoutCommunity(decided: PlanPackage, community: string): PlanPackage {
  return {
    ...decided,
    ballots: decided.ballots.filter((each) => each.community !== community),
    works: decided.works.filter((each) => each.community !== community),
  }
}

/** The user's price of an item; null: the shipped one again. */
export function withPrice(
  prices: readonly PriceChange[],
  code: string,
  price: PriceChange | null,
): readonly PriceChange[] {
  const others = prices.filter((each) => each.code !== code)
  return (price === null ? others : [...others, price]).toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

function ballotsOf({ ballots }: PlanPackage, community: string): CommunityBallots {
  return ballots.find((each) => each.community === community) ?? { community }
}

function putBallots(decided: PlanPackage, ballots: CommunityBallots): PlanPackage {
  const others = decided.ballots.filter(({ community }) => community !== ballots.community)
  const isEmpty = Object.keys(ballots).length === 1
  return { ...decided, ballots: sorted(isEmpty ? others : [...others, ballots]) }
}

function putWorks(decided: PlanPackage, works: CommunityWorks): PlanPackage {
  const others = decided.works.filter(({ community }) => community !== works.community)
  const choices = works.choices.toSorted((a, b) => (a.item < b.item ? -1 : 1))
  return { ...decided, works: sorted([...others, { ...works, choices }]) }
}

function sorted<T extends { readonly community: string }>(list: readonly T[]): T[] {
  return list.toSorted((a, b) => (a.community < b.community ? -1 : 1))
}
