import type { Verdict } from '../../model/assessment'
import type { Comparison } from '../../model/comparison'
import type { CommunityBallots, EditVote, JudgedAffected } from '../../model/consent'
import type { CostPack } from '../../model/cost'
import { addSums, sumCosts } from '../../model/cost-sum'
import type { SharingBasis } from '../../model/funding'
import { hashPlan } from '../../model/hash-plan'
import type { HostingPack } from '../../model/hosting'
import { affectedBy, type PlanPackage } from '../../model/package'
import type { PackageAnswer, PackageCommunity } from '../../model/package-answer'
import type { Project } from '../../model/project'
import type { Scenario } from '../../model/scenario'
import type { WorksPack } from '../../model/works'
import { countOwners } from '../consent/count-owners'
import { judgeAffected } from '../consent/judge-affected'
import { strictestVote } from '../consent/vote-of-edit'
import { costPerPerson } from '../finance/cost-per-person'
import { peopleNewlyServed } from '../finance/people-newly-served'
import { type Beneficiary, shareAmongResidents } from '../finance/share-among-residents'
import { splitFunding } from '../finance/split-funding'
import type { LocalFrame } from '../geometry/local-frame'
import type { CommunityFacts } from '../works/community-facts'
import { findConflicts } from '../works/find-conflicts'
import { orderWorks } from '../works/order-works'
import { gatherFacts } from './gather-facts'
import { allOf, isBallotCarried, isEditCarried, judgeBallots } from './judge-consent'
import { costsOfWorks, judgeWorks, votedItems } from './judge-works'
import { type ListedEdit, listEdits } from './list-edits'

/** What a package is described from. */
export interface PackageInput {
  /** with its corrections made, without the scenario */
  readonly project: Project
  readonly scenario: Scenario
  readonly decided: PlanPackage
  readonly costs: CostPack
  readonly hosting: HostingPack
  readonly works: WorksPack
  readonly frame: LocalFrame
  /** of judgement */
  readonly year: number
  /** how a community is served of a class before the scenario; unknown where nobody assessed it */
  readonly verdictOf: (community: string, code: string) => Verdict
  /** what the scenario changes against the base; null: not compared */
  readonly comparison: Comparison | null
}

/** A scenario as a project: what it costs, who pays, who votes and how that stands, and which works go along. */
export function describePackage(input: PackageInput): PackageAnswer {
  const { project, scenario, decided, works, frame, comparison } = input
  const edits = listEdits(project, scenario, input, frame)
  const facts = gatherFacts(project.layers, membersOf(edits, decided), input.verdictOf, input.year, frame)
  const communities = facts.map((each) => describeCommunity(input, each, edits))
  const possible = edits.filter(({ isPossible }) => isPossible)
  const sums = {
    edits: sumCosts(possible.map(({ cost }) => cost)),
    works: sumCosts(communities.flatMap((each) => costsOfWorks(each.works))),
  }
  const total = addSums(sums.edits, sums.works)
  const funding = splitFunding(total.default_yuan, decided.funding)
  const residents_yuan = funding.parts.find(({ source }) => source === 'residents')?.yuan ?? 0
  const basis = decided.sharing ?? 'people'
  const charges = edits.map((listed) => {
    const { edit, line, isPossible, cost, vote } = listed
    const affected = isPossible ? judgeAffectedBy(listed, input) : null
    const isCarried = isPossible ? isEditCarried(vote, affected, communities) : null
    return { kind: edit.kind, line, isPossible, cost, vote, affected, isCarried }
  })
  return {
    scenario: scenario.id,
    edits: charges,
    communities,
    conflicts: findConflicts(
      works.conflicts,
      possible.flatMap(({ planned }) => planned ?? []),
      communities.map(({ id, works: states }) => ({
        community: id,
        items: states.flatMap(({ item, choice }) => (choice === 'chosen' ? [item] : [])),
      })),
    ),
    cost: { ...sums, total },
    perPerson:
      comparison === null ? null : costPerPerson(total, comparison.people.gain, comparison.uncounted.gain),
    funding,
    remainder: {
      low_yuan: splitFunding(total.low_yuan, decided.funding).remainder_yuan,
      high_yuan: splitFunding(total.high_yuan, decided.funding).remainder_yuan,
    },
    sharing: shareAmongResidents(residents_yuan, basis, listBeneficiaries(input, basis, facts)),
    isCarried: allOf([
      ...communities.flatMap(({ ballots }) => [
        isBallotCarried(ballots.consent),
        isBallotCarried(ballots.approval),
      ]),
      ...charges.flatMap(({ affected, isCarried }) => (affected === null ? [] : [isCarried])),
      // somebody has to vote, and nobody knows who
      ...(possible.some(({ vote }) => isOfNobodyKnown(vote)) ? [null] : []),
    ]),
  }
}

function isOfNobodyKnown({ type, communities }: EditVote): boolean {
  return type !== 'none' && type !== 'all-affected' && communities.length === 0
}

/** How the consent of all affected owners stands; null: the edit asks for none. */
function judgeAffectedBy(
  { edit, vote, space }: ListedEdit,
  { decided, project }: PackageInput,
): JudgedAffected | null {
  if (vote.type !== 'all-affected' || edit.kind !== 'convert-space' || space === null) return null
  return judgeAffected(space, project.layers.buildings, affectedBy(decided, edit))
}

/** Communities where something happens, somebody votes, or something was decided. */
function membersOf(edits: readonly ListedEdit[], { ballots, works }: PlanPackage): Set<string> {
  return new Set([
    ...edits.flatMap(({ planned }) => planned?.communities ?? []),
    ...ballots.map(({ community }) => community),
    ...works.map(({ community }) => community),
  ])
}

function describeCommunity(
  { scenario, decided, costs, works, frame }: PackageInput,
  facts: CommunityFacts,
  edits: readonly ListedEdit[],
): PackageCommunity {
  const { id } = facts.community
  const choices = decided.works.find(({ community }) => community === id)?.choices ?? []
  const states = judgeWorks(facts, choices, edits, { works, costs })
  const items = votedItems(states)
  const voted = edits.flatMap(({ vote, planned }, index) =>
    planned !== null && vote.type !== 'all-affected' && vote.communities.includes(id)
      ? [{ type: vote.type, index }]
      : [],
  )
  const itemVotes = works.items.flatMap(({ code, vote: type }) => (items.includes(code) ? [{ type }] : []))
  const vote = strictestVote([...voted, ...itemVotes])
  const entered: CommunityBallots | undefined = decided.ballots.find(({ community }) => community === id)
  const owners = countOwners(facts.community, facts.dwellings, entered, frame)
  const plan = hashPlan(
    voted.map(({ index }) => scenario.edits[index]),
    items,
  )
  return {
    id,
    vote,
    plan,
    edits: voted.map(({ index }) => index),
    items,
    owners,
    ballots: judgeBallots(vote, entered, owners, plan),
    works: states,
    order: orderWorks(works, states),
  }
}

/** Who carries the residents' part: those newly served, wherever they live, or the communities of the package. */
function listBeneficiaries(
  { project, comparison }: PackageInput,
  basis: SharingBasis,
  facts: readonly CommunityFacts[],
): Beneficiary[] {
  if (basis !== 'people')
    return facts.map(({ community, floor_area_m2 }) => ({
      community: community.id,
      weight: basis === 'floor-area' ? floor_area_m2 : (community.households ?? null),
      households: community.households ?? null,
    }))
  if (comparison === null) return []
  const served = peopleNewlyServed(comparison)
  return project.layers.communities.flatMap(({ id, households }) => {
    const weight = served.get(id)
    return weight === undefined ? [] : [{ community: id, weight, households: households ?? null }]
  })
}
