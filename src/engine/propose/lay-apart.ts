import type { Edit } from '../../model/scenario'
import type { ExplainContext } from '../explain/class-state'
import { GATE_CONNECTOR_M } from '../network/loose-gates'
import { MAX_SNAP_M } from '../network/snap'
import { liveAlike } from '../places/live-alike'
import { checkpoint, type Run } from '../run'
import { type Box, doBoxesMeet, joinBoxes } from '../geometry/box'
import { boxAround, growBox } from './box'
import type { Position } from './near-walks'

/** The project with some edits more at the end of its plan; the engine's pipeline knows how. */
export type LayEdits = (edits: readonly Edit[]) => ExplainContext

/** Edits to be laid, and what for. */
export interface Laying {
  readonly edits: readonly Edit[]
  /** holds every place whose walks may change by them */
  readonly changes: Box
  /** holds every walk that is measured on them */
  readonly measured: Box
  /** told the project with these edits, and maybe others far from all that is measured; null: they would move people */
  readonly tell: (opened: ExplainContext | null) => void
}

/** Lays edits and tells of each; those that cannot touch one another on one network. */
export type LayAll = (layings: readonly Laying[]) => Promise<void>

/**
 * Lays edits: to lay some more on a network of a district takes no longer than to lay one, so those of which none changes
 * what is measured on another are laid together. What is told is what each would tell by itself: walks know nothing of
 * streets that are farther than they may lead.
 */
export async function layApart(
  on: ExplainContext,
  layings: readonly Laying[],
  lay: LayEdits,
  run: Run,
): Promise<void> {
  const batches = batch(layings)
  for (const [i, each] of batches.entries()) {
    await checkpoint(run, 'reach', i, batches.length)
    layTogether(on, each, lay)
  }
}

/** Each with the first ones that it leaves alone and that leave it alone. */
function batch(layings: readonly Laying[]): Laying[][] {
  const batches: Laying[][] = []
  for (const laying of layings) {
    const found = batches.find((others) => others.every((other) => areApart(laying, other)))
    if (found === undefined) batches.push([laying])
    else found.push(laying)
  }
  return batches
}

function areApart(a: Laying, b: Laying): boolean {
  return !(
    doBoxesMeet(a.changes, b.measured) ||
    doBoxesMeet(b.changes, a.measured) ||
    doBoxesMeet(a.changes, b.changes)
  )
}

function layTogether(on: ExplainContext, layings: readonly Laying[], lay: LayEdits): void {
  const opened = lay(layings.flatMap(({ edits }) => edits))
  if (liveAlike(on.people, opened.people)) for (const { tell } of layings) tell(opened)
  else if (layings.length === 1) layings[0].tell(null)
  else {
    // one of them moves people: the others are told without it
    const half = layings.length >> 1
    layTogether(on, layings.slice(0, half), lay)
    layTogether(on, layings.slice(half), lay)
  }
}

const NOWHERE = boxAround([])
const EVERYWHERE: Box = [-Infinity, -Infinity, Infinity, Infinity]

/** Who enters by other streets than before, or by a new gate, stands this near to them, metres. */
const BESIDE_M = MAX_SNAP_M + GATE_CONNECTOR_M

/** Holds every place whose walks may change by an edit: of a compound that comes to be passed through all of it. */
export function changesOf({ compounds, network: { frame }, project }: ExplainContext, edit: Edit): Box {
  const ofCompounds = (ids: readonly string[]): Box =>
    compounds.reduce<Box>((box, { id, bounds }) => (ids.includes(id) ? joinBoxes(box, bounds) : box), NOWHERE)
  const around = (places: readonly (readonly number[])[]): Box =>
    boxAround(places.map(([lon, lat]): Position => [frame.x(lon), frame.y(lat)]))
  const boxOf = (): Box => {
    switch (edit.kind) {
      case 'open-gate': {
        const gate = project.layers.gates.findIndex(({ id }) => id === edit.gate)
        const owner = compounds.find(({ gates }) => gates.some(({ index }) => index === gate))
        return owner?.bounds ?? EVERYWHERE
      }
      case 'open-wall':
        return joinBoxes(ofCompounds([edit.community]), around([edit.at]))
      case 'open-shared-wall':
        return joinBoxes(ofCompounds(edit.communities), around([...edit.at, ...(edit.path?.line ?? [])]))
      case 'add-path':
        return around(edit.line)
      default:
        return EVERYWHERE
    }
  }
  return growBox(boxOf(), BESIDE_M)
}
