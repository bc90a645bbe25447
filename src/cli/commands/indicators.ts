import { tallyDataOf, tallyIndicators } from '../../engine/assessment/tally-indicators'
import { judge, measure, prepare } from '../../engine/pipeline'
import type { IndicatorTally } from '../../model/indicator-tally'
import type { RulePack } from '../../model/rule-pack'
import type { Command } from '../command'
import { tellEntries, tellIndicatorReason, tellIndicatorValue } from '../indicator-sentences'
import { JSON_OPTION, RULES_OPTIONS, settingsFrom, tellBasis, WALK_OPTIONS } from '../settings'
import { loadSource } from '../source'
import { formatTable } from '../table'
import { tellScenario } from '../tell-scenario'

export const indicatorsCommand: Command = {
  name: 'indicators',
  summary:
    'the indicators of the rule packs: met, unmet or unknown, and why unknown; what the planner entered is marked',
  positionals: ['SOURCE'],
  options: [...WALK_OPTIONS, ...RULES_OPTIONS, JSON_OPTION],
  async run(args, io) {
    const project = await loadSource(args.positionals[0], io)
    const settings = await settingsFrom(args, project)
    const prepared = await prepare(project, settings.scenario, {}, { hour: settings.hour })
    tellScenario(prepared, settings.year, io)
    const judged = await judge(await measure(prepared, settings, {}), {})
    const tally = tallyIndicators(tallyDataOf(judged, project.entered ?? []))
    if (args.has('--json')) {
      io.out(`${JSON.stringify(tally)}\n`)
      return
    }
    io.err(`${tellBasis(tally.basis)}; every mark but V: 请规划师核对, a planner must check it\n`)
    io.out(tabulate(tally, settings.rules))
  },
}

function tabulate({ indicators }: IndicatorTally, { indicators: asked = [] }: RulePack): string {
  return formatTable(
    ['code', 'of', 'met', 'unmet', 'unknown', 'value', 'entered', 'mark', 'why'],
    indicators.map((counted, i) => {
      const { code, judged, met, unmet, unknown, reasons } = counted
      return [
        code,
        judged,
        ...[met, unmet, unknown].map(String),
        tellIndicatorValue(counted, asked[i]),
        tellEntries(counted),
        asked[i].source.status,
        reasons.map((reason) => tellIndicatorReason(reason, asked[i])).join('; '),
      ]
    }),
  )
}
