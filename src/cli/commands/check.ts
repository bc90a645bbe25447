import { prepare } from '../../engine/pipeline'
import type { Command } from '../command'
import { tellIssue } from '../sentences'
import { JSON_OPTION } from '../settings'
import { loadSourceWithIssues } from '../source'

export const checkCommand: Command = {
  name: 'check',
  summary: 'what is wrong or doubtful in the data and its street network',
  positionals: ['SOURCE'],
  options: [JSON_OPTION],
  async run(args, io) {
    const { project, issues } = await loadSourceWithIssues(args.positionals[0], io)
    const prepared = await prepare(project, null, {})
    const findings = [...issues, ...prepared.issues]
    const { network } = prepared
    const summary = {
      nodes: network.nodeCount,
      edges: network.homeEdgeCount,
      street_m: Math.round(network.componentLength_m.reduce((sum, length) => sum + length, 0)),
      components: network.componentLength_m.length,
      largest_component_share: share(network.componentLength_m),
    }
    if (args.has('--json')) {
      io.out(`${JSON.stringify({ network: summary, findings })}\n`)
      return
    }
    io.out(
      `${summary.nodes} nodes, ${summary.edges} edges, ${(summary.street_m / 1000).toFixed(1)} km in ${summary.components} parts, ` +
        `${(summary.largest_component_share * 100).toFixed(1)} % in the largest\n`,
    )
    for (const finding of findings) io.out(`${finding.severity}: ${tellIssue(finding)}\n`)
  },
}

function share(lengths: Float64Array): number {
  const total = lengths.reduce((sum, length) => sum + length, 0)
  return total === 0 ? 0 : Math.round((lengths[0] / total) * 10_000) / 10_000
}
