/**
 * The one list of everything drawn, from the paper up. `deck` layers are drawn by deck.gl between those
 * of the base style. Nothing else decides what covers what.
 */
const ORDER = [
  ['ground', 'base'],
  ['land', 'base'],
  ['woods', 'base'],
  ['greens', 'base'],
  ['greens-edge', 'base'],
  ['water', 'base'],
  ['water-line', 'base'],
  ['communities-fill', 'deck'],
  ['communities-pattern', 'deck'],
  ['surface-cells', 'deck'],
  ['surface-hexagons', 'deck'],
  ['surface-hatch', 'deck'],
  ['catchment', 'deck'],
  ['tunnels', 'base'],
  ['buildings', 'base'],
  ['buildings-edge', 'base'],
  ['paths', 'base'],
  ['steps', 'base'],
  ['local-casing', 'base'],
  ['main-casing', 'base'],
  ['local-streets', 'base'],
  ['main-streets', 'base'],
  ['bridge-casing', 'base'],
  ['bridges', 'base'],
  ['rail', 'base'],
  ['rail-sleepers', 'base'],
  ['walls', 'base'],
  ['heritage', 'base'],
  ['communities-edge', 'base'],
  ['gap-area', 'deck'],
  ['gap-edge', 'deck'],
  ['catchment-edge', 'deck'],
  ['spaces-area', 'deck'],
  ['proposed-areas', 'deck'],
  ['unit-ties', 'deck'],
  ['highlight', 'deck'],
  ['planned-paths', 'deck'],
  ['links', 'deck'],
  ['gates', 'deck'],
  ['route', 'deck'],
  ['explained-walk', 'deck'],
  ['finding-lines', 'deck'],
  ['repair', 'deck'],
  // under the signs and names: a ring says how many, not where exactly
  ['gap-marks', 'deck'],
  // a name over a sign can be read, a sign over a name hides it
  ['spaces', 'deck'],
  ['facility-dots-minor', 'base'],
  ['facility-dots', 'base'],
  ['street-names', 'base'],
  ['water-names', 'base'],
  ['green-names', 'base'],
  ['community-names', 'base'],
  ['kept-free', 'base'],
  // above the names, because what is above is placed first: names keep off the signs
  ['facilities-minor', 'base'],
  ['facilities', 'base'],
  ['findings', 'deck'],
  ['repair-places', 'deck'],
  ['explained-marks', 'deck'],
  ['planned-signs', 'deck'],
  ['proposed-uses', 'deck'],
  ['planned-point', 'deck'],
  ['difference', 'deck'],
  ['link-marks', 'deck'],
  ['link-ring', 'deck'],
  ['selected-sign', 'deck'],
  ['starts', 'deck'],
  ['origin', 'deck'],
] as const

type Entry = (typeof ORDER)[number]
export type BaseLayerId = Extract<Entry, readonly [string, 'base']>[0]
export type DeckLayerId = Extract<Entry, readonly [string, 'deck']>[0]

/** Place of a layer, 0 lowest. Throws for a layer that is not in the list. */
export function layerOrder(id: string): number {
  const index = ORDER.findIndex(([known]) => known === id)
  if (index < 0) throw new Error(`map layer "${id}" is not in the layer order`)
  return index
}

/** The base layer that a deck layer is drawn under; undefined: it is drawn over all of them. */
export function baseLayerAbove(id: DeckLayerId): BaseLayerId | undefined {
  const above = ORDER.slice(layerOrder(id) + 1).find((entry) => entry[1] === 'base')
  return above?.[0]
}

/** Every base layer that some deck layer is drawn under; undefined: over all of them. */
export function deckPlaces(): (BaseLayerId | undefined)[] {
  const deckIds = ORDER.filter((entry) => entry[1] === 'deck').map(([id]) => id)
  return [...new Set(deckIds.map(baseLayerAbove))]
}

/** Sorted copy, lowest first. */
export function inLayerOrder<L extends { readonly id: string }>(layers: readonly L[]): L[] {
  return [...layers].sort((a, b) => layerOrder(a.id) - layerOrder(b.id))
}
