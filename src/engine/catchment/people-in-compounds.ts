import type { ReachInput } from './reach'

/** People some of whose doors lie in one of some compounds, and others elsewhere. */
export function peopleBetween({ people }: ReachInput, zones: ReadonlySet<number>): number[] {
  if (zones.size === 0) return []
  return people.points.flatMap(({ access }, p) =>
    access.some(({ zone }) => zones.has(zone)) && access.some(({ zone }) => zone !== access[0].zone)
      ? [p]
      : [],
  )
}

/** People some of whose doors lie in compounds: those of one compound alone, and all others. */
interface Homes {
  readonly ofZone: ReadonlyMap<number, readonly number[]>
  readonly scattered: readonly number[]
}

/** Lists the people of some compounds. */
export function listHomes({ people }: ReachInput, zones: ReadonlySet<number>): Homes {
  const ofZone = new Map<number, number[]>()
  const scattered: number[] = []
  people.points.forEach(({ access }, p) => {
    if (!access.some(({ zone }) => zones.has(zone))) return
    const [{ zone }] = access
    if (access.some((point) => point.zone !== zone)) scattered.push(p)
    else if (ofZone.has(zone)) ofZone.get(zone)?.push(p)
    else ofZone.set(zone, [p])
  })
  return { ofZone, scattered }
}
