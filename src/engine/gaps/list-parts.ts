import type { GapParts, GapPoint } from '../../model/gap'
import { UNSERVED } from '../assessment/community-judge'
import type { GapEvidence } from './gap-evidence'
import { judgePoints } from './judge-points'

/**
 * The unserved people of some communities about one class, place by place, and what of it is drawn: the houses
 * where people are counted by house, else the whole community. `places`: ids of the communities of a gap.
 */
export function listParts(
  evidence: GapEvidence,
  gap: { readonly id: string; readonly class: string; readonly places: readonly string[] },
): GapParts {
  const { assessment, project, people, reach, places } = evidence
  const c = assessment.classes.findIndex(({ code }) => code === gap.class)
  const parts = { id: gap.id, points: [], houses: [], communities: [] }
  if (c < 0) return parts
  const verdicts = judgePoints(evidence, c)
  const wanted = new Set(gap.places)
  const shapeOf = new Map(project.layers.buildings.map(({ id, geometry }) => [id, geometry]))
  const points: GapPoint[] = []
  const houses: GapParts['houses'][number][] = []
  const whole = new Set<string>()
  for (const [p, { community, share, carrier, id }] of people.points.entries()) {
    const row = assessment.communities[community]
    if (verdicts[p] !== UNSERVED || !wanted.has(row.id)) continue
    const shape = carrier === 'building' ? shapeOf.get(id ?? '') : undefined
    if (shape === undefined) whole.add(row.id)
    else houses.push(...(shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates))
    const cost = reach.cost[c][p]
    const all = people.people[community]
    points.push({
      community: row.id,
      carrier,
      id: id ?? null,
      at: [places[2 * p], places[2 * p + 1]],
      people: all === null ? null : Math.round(all * share),
      walk: cost < 0 ? null : cost / 1000,
      facility: cost < 0 ? null : assessment.facility_ids[reach.facility[c][p]],
    })
  }
  points.sort((a, b) =>
    walkOf(a) === walkOf(b) ? (b.people ?? 0) - (a.people ?? 0) : walkOf(b) > walkOf(a) ? 1 : -1,
  )
  return { id: gap.id, points, houses, communities: [...whole].sort() }
}

function walkOf({ walk }: GapPoint): number {
  return walk ?? Infinity
}
