import type { MapLibreMap, StyleSpecification } from 'maplibre-gl'

type Properties = Readonly<Record<string, unknown>>

/**
 * Changes colors and visibility in place. `map.setStyle` would do, but it also touches the layers that
 * deck.gl has put in between.
 */
export function restyle(map: MapLibreMap, before: StyleSpecification, after: StyleSpecification): void {
  for (const layer of after.layers) {
    const old = before.layers.find(({ id }) => id === layer.id)
    if (!old) throw new Error(`base layer "${layer.id}" was not there before`)
    for (const [name, value] of changes(old.paint, layer.paint)) {
      map.setPaintProperty(layer.id, name as never, value as never)
    }
    for (const [name, value] of changes(old.layout, layer.layout)) {
      map.setLayoutProperty(layer.id, name as never, value as never)
    }
  }
}

function changes(before: object | undefined, after: object | undefined): [string, unknown][] {
  const old = (before ?? {}) as Properties
  return Object.entries((after ?? {}) as Properties).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name]),
  )
}
