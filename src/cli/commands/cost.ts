import { applyCorrections } from '../../engine/correction/apply-corrections'
import { packageInput } from '../../engine/package/package-input'
import { complexesOf } from '../../engine/list-complexes'
import { listForbidden } from '../../engine/list-forbidden'
import { describePackage } from '../../engine/package/describe-package'
import { applyScenario } from '../../engine/scenario/apply-scenario'
import { HOSTING_PACK } from '../../model/hosting-pack'
import type { JudgedAffected } from '../../model/consent'
import type { CostPack, CostSum, EditCost } from '../../model/cost'
import type { EditCharge, PackageAnswer } from '../../model/package-answer'
import type { Scenario } from '../../model/scenario'
import { type Command } from '../command'
import { describeComplex, tellComplex } from '../complex-sentences'
import { JSON_OPTION, YEAR_OPTION, yearFrom } from '../settings'
import { loadSource } from '../source'
import { scenarioNamed } from '../scenario-named'
import { formatTable } from '../table'
import { describeForbidden, tellScenario } from '../tell-scenario'

export const costCommand: Command = {
  name: 'cost',
  summary: 'what a scenario costs, who pays and who votes, edit by edit',
  positionals: ['SOURCE'],
  options: [{ name: '--scenario', value: 'NAME', help: 'the scenario; needed' }, YEAR_OPTION, JSON_OPTION],
  async run(args, io) {
    const name = args.required('--scenario')
    const project = await loadSource(args.positionals[0], io)
    const scenario = scenarioNamed(project, name)
    const corrected = applyCorrections(project).project
    const year = yearFrom(args)
    const { edits } = scenario
    tellScenario({ corrected, edits, scenarioIssues: applyScenario(corrected, scenario).issues }, year, io)
    const input = packageInput(corrected, scenario, year)
    const { costs } = input
    const answer = describePackage({
      ...input,
      // nothing is walked here: what people need is asked of `assess`
      verdictOf: () => 'unknown',
      comparison: null,
    })
    const complexes = complexesOf(corrected, scenario.edits)
    if (args.has('--json'))
      io.out(
        `${JSON.stringify({
          ...toJson(answer, scenario, costs),
          forbidden: listForbidden(corrected, edits, HOSTING_PACK, year).map(describeForbidden),
          complexes: complexes.map(describeComplex),
        })}\n`,
      )
    else {
      io.out(tabulate(answer, scenario, costs))
      for (const each of complexes) io.out(`\n${tellComplex(each)}\n`)
    }
  },
}

/** How far a price can be trusted; null: it is the user's own figure, or nobody knows it. */
function statusOf(cost: EditCost | null, costs: CostPack): string | null {
  return costs.items.find(({ code }) => code === cost?.item)?.status ?? null
}

function toJson(answer: PackageAnswer, { name, edits }: Scenario, costs: CostPack): object {
  const { cost, funding, remainder, communities, conflicts, isCarried } = answer
  return {
    scenario: name,
    edits: answer.edits.map((charge, i) => ({
      ...edits[i],
      possible: charge.isPossible,
      cost: charge.cost,
      cost_status: statusOf(charge.cost, costs),
      vote: charge.vote.type,
      vote_ground: charge.vote.ground,
      vote_communities: charge.vote.communities,
      ...(charge.affected === null ? {} : { affected: charge.affected }),
      carried: charge.isCarried,
    })),
    cost,
    funding,
    remainder,
    communities: communities.map(({ id, vote, owners, ballots }) => ({ id, vote, owners, ballots })),
    conflicts,
    carried: isCarried,
  }
}

function tabulate(answer: PackageAnswer, { edits }: Scenario, costs: CostPack): string {
  const { cost, funding, communities, isCarried } = answer
  const rows = answer.edits.map((charge, i) => {
    const { vote } = charge
    return [
      String(i + 1),
      charge.kind,
      subjectOf(edits[i]),
      ...tellCost(charge),
      charge.cost === null ? '' : (statusOf(charge.cost, costs) ?? 'own'),
      vote.type === 'none' ? `none (${vote.ground})` : vote.type,
      vote.communities.join(', '),
    ]
  })
  const sums = [tellSum('edits', cost.edits), tellSum('works', cost.works), tellSum('total', cost.total)]
  const votes = communities
    .filter(({ vote }) => vote !== 'none')
    .map(({ id, vote, ballots }) => [id, vote, ballots.consent.ballot.state, ballots.approval.ballot.state])
  const affected = answer.edits.flatMap((charge, i) =>
    charge.affected === null ? [] : [[String(i + 1), ...tellAffected(charge.affected)]],
  )
  return [
    formatTable(
      ['#', 'edit', 'of', 'low_yuan', 'default_yuan', 'high_yuan', 'status', 'vote', 'owners of'],
      rows,
    ),
    ...sums,
    `funded: ${funding.funded_yuan} yuan; not yet funded: ${funding.remainder_yuan} yuan`,
    '',
    ...(votes.length === 0 ? [] : [formatTable(['community', 'vote', 'consent', 'approval'], votes)]),
    ...(affected.length === 0
      ? []
      : [formatTable(['#', 'affected owners', 'counted by', 'missing', 'consent (art. 279)'], affected)]),
    `carried: ${isCarried === null ? 'not all ballots are counted' : isCarried ? 'yes' : 'no'}`,
    'prices of another status than V are defaults nobody has verified; which vote an edit needs is a judgement (J)',
    '',
  ].join('\n')
}

/** What an edit is about, by id. */
function subjectOf(edit: Scenario['edits'][number]): string {
  if ('gate' in edit) return edit.gate
  if ('space' in edit) return `${edit.space} → ${edit.use}`
  if ('facility' in edit) return edit.facility
  if ('street' in edit) return edit.street
  if ('name' in edit) return edit.name
  if ('communities' in edit) return edit.communities.join(', ')
  return 'community' in edit ? (edit.community ?? '') : ''
}

function tellAffected({ owners, missing, state }: JudgedAffected): string[] {
  return [String(owners.value ?? 'unknown'), owners.basis ?? '', String(missing ?? 'unknown'), state]
}

function tellCost({ isPossible, cost }: EditCharge): string[] {
  if (!isPossible) return ['impossible', '', '']
  if (cost === null) return ['unknown', 'unknown', 'unknown']
  return [cost.low_yuan, cost.default_yuan, cost.high_yuan].map(String)
}

function tellSum(name: string, { low_yuan, default_yuan, high_yuan, unknown }: CostSum): string {
  const rest = unknown === 0 ? '' : `, and ${unknown} of unknown cost besides`
  return `${name}: ${default_yuan} yuan (${low_yuan} to ${high_yuan})${rest}`
}
