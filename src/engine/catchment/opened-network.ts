import type { Compound } from '../network/compounds'
import { type NetworkBase, openGates } from '../network/open-gates'
import { GraphCache } from './graph-cache'

/** A network, as far as its gates decide about it. */
export interface GatedNetwork {
  readonly base: NetworkBase
  readonly compounds: readonly Compound[]
  readonly isPlain: boolean
}

/** The same network, were every closed gate to let its residents through. */
export interface OpenedNetwork {
  readonly compounds: readonly Compound[]
  readonly graphs: GraphCache
}

interface Known extends OpenedNetwork {
  readonly base: NetworkBase
}

// measuring everybody and a click on the map ask for the same
const known = new WeakMap<readonly Compound[], Known>()

/** The network with all closed gates opened to residents, made once for each; null: none is closed. */
export function openedNetwork({ base, compounds, isPlain }: GatedNetwork): OpenedNetwork | null {
  const opened = openClosed({ compounds, isPlain })
  if (opened === null) return null
  const last = known.get(compounds)
  if (last?.base === base) return last
  const made = { base, compounds: opened, graphs: new GraphCache(openGates(base, opened), isPlain) }
  known.set(compounds, made)
  return made
}

/** The compounds with all closed gates opened to residents; null: none is closed. */
export function openClosed({
  compounds,
  isPlain,
}: Pick<GatedNetwork, 'compounds' | 'isPlain'>): readonly Compound[] | null {
  return isPlain || !compounds.some(hasClosed) ? null : compounds.map(withGatesOpen)
}

/** Tells what `openedNetwork` would make, where it is known from another state of the same streets. */
export function keepOpened({ base, compounds }: GatedNetwork, opened: OpenedNetwork): void {
  known.set(compounds, { base, ...opened })
}

function hasClosed({ gates }: Compound): boolean {
  return gates.some(({ access }) => access === 'closed')
}

function withGatesOpen(compound: Compound): Compound {
  if (!hasClosed(compound)) return compound
  return {
    ...compound,
    gates: compound.gates.map((gate) =>
      gate.access === 'closed' ? { ...gate, access: 'residents' as const } : gate,
    ),
  }
}
