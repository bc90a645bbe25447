import { analyse, prepare } from '../../engine/pipeline'
import type { Command } from '../command'
import { JSON_OPTION, RULES_OPTIONS, settingsFrom, tellBasis, WALK_OPTIONS } from '../settings'
import { loadSource } from '../source'
import { formatTable } from '../table'

export const gapsCommand: Command = {
  name: 'gaps',
  summary: 'places where a service is missing, ranked',
  positionals: ['SOURCE'],
  options: [...WALK_OPTIONS, ...RULES_OPTIONS, JSON_OPTION],
  async run(args, io) {
    const project = await loadSource(args.positionals[0], io)
    const settings = await settingsFrom(args, project)
    const prepared = await prepare(project, settings.scenario, {}, { hour: settings.hour })
    const { gaps, assessment } = await analyse(prepared, settings, {})
    const unit = settings.basis === 'distance' ? 'shortfall_m' : 'shortfall_s'
    if (args.has('--json')) {
      const rows = gaps.map(({ shortfall, ...gap }) => ({ ...gap, [unit]: shortfall }))
      io.out(`${JSON.stringify({ basis: assessment.basis, gaps: rows })}\n`)
      return
    }
    io.err(`${tellBasis(assessment.basis)}\n`)
    const names = new Map(assessment.communities.map((row) => [row.id, row.name]))
    io.out(
      formatTable(
        ['severity', 'class', 'people', unit, 'places'],
        gaps.map((gap) => [
          String(gap.severity),
          gap.class,
          String(gap.people ?? 'unknown'),
          String(gap.shortfall ?? 'none in reach'),
          tellPlaces(gap.places.map((id) => names.get(id) || id)),
        ]),
      ),
    )
  },
}

/** The first few names, and how many more; `--json` has them all. */
function tellPlaces(names: readonly string[]): string {
  const shown = names.slice(0, 4).join(' ')
  return names.length > 4 ? `${shown} … ${names.length} in all` : shown
}
