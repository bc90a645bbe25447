import { judge, measure, prepare } from '../../engine/pipeline'
import { linksOf } from '../../engine/links-of'
import { LINK_ORDERS, type LinkOrder, orderLinks, servedByLink, worthOfLink } from '../../model/link-effect'
import { type CommunityEffect, LINK_KINDS, type LinkCandidate } from '../../model/links'
import type { Project } from '../../model/project'
import type { Options } from '../args'
import { type Command, NoAnswer, UsageError } from '../command'
import { nameCommunities } from '../name-communities'
import { JSON_OPTION, RULES_OPTIONS, settingsFrom, tellBasis, WALK_OPTIONS } from '../settings'
import { loadSource } from '../source'
import { watchProgress } from '../progress'
import { formatTable } from '../table'
import { tellScenario } from '../tell-scenario'

/** So many of the best are measured unless told otherwise. */
const MEASURED = 5

export const linksCommand: Command = {
  name: 'links',
  summary:
    'gates, wall openings and short paths that would shorten walks, ranked by person-minutes or people newly served',
  positionals: ['SOURCE'],
  options: [
    { name: '--community', value: 'A,B', help: 'only what opens or touches these; default everywhere' },
    { name: '--kind', value: 'A,B', help: `of ${LINK_KINDS.join(', ')}; default all` },
    {
      name: '--by',
      value: 'ORDER',
      help: 'walks (person-minutes saved) or people (newly served); default walks',
    },
    {
      name: '--measure',
      value: 'N',
      help: `so many of the best are measured with their edits made; the others are estimated; default ${MEASURED}`,
    },
    ...WALK_OPTIONS,
    ...RULES_OPTIONS,
    JSON_OPTION,
  ],
  async run(args, io) {
    const kinds = kindsFrom(args)
    const order = orderFrom(args)
    const measured = args.number('--measure') ?? MEASURED
    const project = await loadSource(args.positionals[0], io)
    const communities = communitiesFrom(args, project)
    const settings = await settingsFrom(args, project)
    const progress = watchProgress(io)
    const { run } = progress
    const prepared = await prepare(project, settings.scenario, run, { hour: settings.hour })
    const judged = await judge(await measure(prepared, settings, run), run)
    const search = await linksOf(judged, { communities, kinds, measured: Math.floor(measured) }, run)
    progress.end()
    tellScenario(prepared, settings.year, io)
    const found = { ...search, candidates: orderLinks(search.candidates, order) }
    if (args.has('--json')) {
      io.out(`${JSON.stringify({ ...found, candidates: found.candidates.map(nameUnits) })}\n`)
      return
    }
    const { labelWithId } = nameCommunities(prepared.project.layers)
    io.err(`${tellBasis(found.basis)}\n`)
    if (!found.hasPeople)
      io.err('no residents on record: communities are counted, each as one, and the minutes they save\n')
    const measures = found.hasPeople ? ['person_minutes', 'people'] : ['community_minutes', 'communities']
    io.out(
      formatTable(
        ['kind', ...measures, 'before_m', 'after_m', 'measured', 'where'],
        found.candidates.map((each) => [
          each.kind,
          String(worthOfLink(each.effect)),
          String(servedByLink(each.effect)),
          String(each.detour_before_m ?? 'none'),
          String(each.detour_after_m),
          each.isMeasured ? 'yes' : 'estimated',
          [
            ...(each.communities.length > 0 ? each.communities : each.near === null ? [] : [each.near]).map(
              labelWithId,
            ),
            ...each.gates,
            ...each.streets,
            each.at.join(),
          ]
            .filter(Boolean)
            .join(' '),
        ]),
      ),
    )
  },
}

/** Where nobody is counted no person-minutes are told: they are not known. */
function nameUnits({ isMeasured, effect, ...candidate }: LinkCandidate): object {
  const { communities, ...ofPeople } = effect
  const told = communities === null ? ofPeople : { ...nameCommunityUnits(communities) }
  return { ...candidate, effect: told, measured: isMeasured }
}

function nameCommunityUnits({ minutes, gain, lose, classes }: CommunityEffect): object {
  return { community_minutes: minutes, communities: gain, communities_lost: lose, classes }
}

function orderFrom(args: Options): LinkOrder {
  const word = args.text('--by') ?? 'walks'
  const order = LINK_ORDERS.find((each) => each === word)
  if (order === undefined) throw new UsageError(`--by takes one of ${LINK_ORDERS.join(', ')}, not "${word}"`)
  return order
}

function kindsFrom(args: Options): LinkCandidate['kind'][] {
  const words = args.text('--kind')?.split(',') ?? [...LINK_KINDS]
  return words.map((word) => {
    const kind = LINK_KINDS.find((each) => each === word)
    if (kind === undefined)
      throw new UsageError(`--kind takes some of ${LINK_KINDS.join(', ')}, not "${word}"`)
    return kind
  })
}

function communitiesFrom(args: Options, { layers }: Project): readonly string[] | null {
  const ids = args.text('--community')?.split(',')
  const unknown = ids?.find((id) => !layers.communities.some((community) => community.id === id))
  if (unknown !== undefined) throw new NoAnswer(`there is no community ${unknown}`)
  return ids ?? null
}
