import { prepare } from '../../engine/pipeline'
import { walkBetween } from '../../engine/catchment/walk-between'
import type { Command } from '../command'
import { NoAnswer } from '../command'
import { PLAIN_OPTION, JSON_OPTION, settingsFrom, WALK_OPTIONS } from '../settings'
import { loadSource } from '../source'
import { formatTable } from '../table'
import { tellScenario } from '../tell-scenario'

export const walkCommand: Command = {
  name: 'walk',
  summary: 'the shortest walk between two points',
  positionals: ['SOURCE'],
  options: [
    { name: '--from', value: 'LON,LAT', help: 'where the walk starts' },
    { name: '--to', value: 'LON,LAT', help: 'where it ends' },
    PLAIN_OPTION,
    ...WALK_OPTIONS,
    JSON_OPTION,
  ],
  async run(args, io) {
    const from = args.lonLat('--from')
    const to = args.lonLat('--to')
    const project = await loadSource(args.positionals[0], io)
    const settings = await settingsFrom(args, project)
    const prepared = await prepare(
      project,
      settings.scenario,
      {},
      { isPlain: args.has('--plain'), hour: settings.hour },
    )
    tellScenario(prepared, settings.year, io)
    for (const [end, at] of [
      ['start', from],
      ['end', to],
    ] as const)
      if (!isNearStreet(prepared, at))
        throw new NoAnswer(`the ${end} of the walk, ${at.join(',')}, is not connected: no street near it`)
    const walk = walkBetween(prepared, from, to, settings)
    if (walk === null) throw new NoAnswer(`there is no way on foot from ${from.join(',')} to ${to.join(',')}`)
    const answer = {
      distance_m: round(walk.distance_m, 3),
      time_s: round(walk.time_s, 1),
      snap_from_m: round(walk.snap_from_m, 2),
      snap_to_m: round(walk.snap_to_m, 2),
      path: walk.line,
    }
    if (args.has('--json')) io.out(`${JSON.stringify(answer)}\n`)
    else
      io.out(
        formatTable(
          ['distance_m', 'time_s', 'snap_from_m', 'snap_to_m'],
          [[answer.distance_m, answer.time_s, answer.snap_from_m, answer.snap_to_m].map(String)],
        ),
      )
  },
}

function isNearStreet(prepared: Awaited<ReturnType<typeof prepare>>, at: readonly [number, number]): boolean {
  return walkBetween(prepared, at, at, { profile: 'adult', basis: 'distance' }) !== null
}

/** A number to so many decimals. */
export function round(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale
}
