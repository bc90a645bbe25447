import { explainClass } from '../../engine/explain/explain-class'
import { prepare } from '../../engine/pipeline'
import type { Who } from '../../model/explanation'
import type { Options } from '../args'
import type { Command } from '../command'
import { NoAnswer, UsageError } from '../command'
import { rowOf, tellExplanation } from '../explain-sentences'
import { JSON_OPTION, RULES_OPTIONS, settingsFrom, WALK_OPTIONS } from '../settings'
import { loadSource } from '../source'
import { formatTable } from '../table'
import { tellScenario } from '../tell-scenario'

export const explainCommand: Command = {
  name: 'explain',
  summary: 'why a class is served or not for somebody, and which single change would serve it',
  positionals: ['SOURCE'],
  options: [
    { name: '--class', value: 'CODE', help: 'facility class, such as MARKET' },
    { name: '--community', value: 'ID', help: 'for the median resident of a community' },
    { name: '--building', value: 'ID', help: 'for the people of a building' },
    { name: '--from', value: 'LON,LAT', help: 'for whoever stands there' },
    ...WALK_OPTIONS,
    ...RULES_OPTIONS,
    JSON_OPTION,
  ],
  async run(args, io) {
    const code = args.required('--class')
    const who = whoFrom(args)
    const project = await loadSource(args.positionals[0], io)
    const settings = await settingsFrom(args, project)
    const rule = settings.rules.rules.find((each) => each.code === code)
    if (rule === undefined)
      throw new NoAnswer(
        `the rule pack has no class ${code}; it has ${settings.rules.rules.map((each) => each.code).join(', ')}`,
      )
    if (who.kind !== 'point') {
      const layer = who.kind === 'community' ? project.layers.communities : project.layers.buildings
      if (!layer.some(({ id }) => id === who.id)) throw new NoAnswer(`there is no ${who.kind} ${who.id}`)
    }
    const prepared = await prepare(project, settings.scenario, {}, { hour: settings.hour })
    tellScenario(prepared, settings.year, io)
    const answer = await explainClass(prepared, settings, who, code, {})
    if (args.has('--json')) {
      io.out(`${JSON.stringify(answer)}\n`)
      return
    }
    io.out(`${tellExplanation(answer, `${rule.name_zh} ${rule.name_en}`).join('\n')}\n`)
    if (answer.walk === null) return
    const header = ['from_s', 'leg', 'name', 'metres', 'seconds', 'waiting_s']
    io.out(`\n${formatTable(header, answer.walk.legs.map(rowOf))}`)
  },
}

/** Exactly one of the three ways to say who is asked about. */
function whoFrom(args: Options): Who {
  const [community, building] = [args.text('--community'), args.text('--building')]
  const given = [community, building, args.text('--from')].filter((each) => each !== undefined)
  if (given.length !== 1) throw new UsageError('give one of --community, --building and --from')
  if (community !== undefined) return { kind: 'community', id: community }
  if (building !== undefined) return { kind: 'building', id: building }
  return { kind: 'point', at: args.lonLat('--from') }
}
