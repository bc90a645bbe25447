import { ringsOf } from '../src/engine/geometry/rings'
import { prepare } from '../src/engine/pipeline'
import type { Gate } from '../src/model/layers'
import type { Project } from '../src/model/project'
import { seededRandom } from './street-grid'

/** Every third community behind a wall, with up to four gates where streets cross its edge. */
export async function wallIn(project: Project): Promise<Project> {
  const { network, snaps } = await prepare(project, null, {}, { isPlain: true })
  const random = seededRandom(3)
  const gates: Gate[] = []
  const communities = project.layers.communities.map((community) => {
    const crossings = random() < 1 / 3 ? snaps.crossings(ringsOf(community.geometry, network.frame)) : []
    if (crossings.length < 2) return community
    crossings.slice(0, 4).forEach(({ x, y }, i) =>
      gates.push({
        id: `${community.id} ${i}`,
        community: community.id,
        access: i === 0 || random() < 0.7 ? 'residents' : random() < 0.5 ? 'public' : 'closed',
        geometry: { type: 'Point', coordinates: [network.frame.lon(x), network.frame.lat(y)] },
      }),
    )
    return { ...community, gated: true }
  })
  return { ...project, layers: { ...project.layers, communities, gates } }
}
