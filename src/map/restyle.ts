import type { LayerSpecification, MapLibreMap, StyleSpecification } from 'maplibre-gl'

type Properties = Readonly<Record<string, unknown>>

/**
 * Changes colors, visibility, filters and zoom ranges in place. `map.setStyle` would do, but it also touches the layers that
 * deck.gl has put in between.
 */
export function restyle(map: MapLibreMap, before: StyleSpecification, after: StyleSpecification): void {
  for (const layer of after.layers) {
    const old = before.layers.find(({ id }) => id === layer.id)
    if (!old) throw new Error(`base layer "${layer.id}" was not there before`)
    if (layer.minzoom !== old.minzoom || layer.maxzoom !== old.maxzoom) {
      map.setLayerZoomRange(layer.id, layer.minzoom ?? 0, layer.maxzoom ?? 24)
    }
    if ('filter' in layer && JSON.stringify(layer.filter) !== JSON.stringify(filterOf(old))) {
      map.setFilter(layer.id, layer.filter)
    }
    for (const [name, value] of changes(old.paint, layer.paint)) {
      map.setPaintProperty(layer.id, name as never, value as never)
    }
    for (const [name, value] of changes(old.layout, layer.layout)) {
      map.setLayoutProperty(layer.id, name as never, value as never)
    }
  }
}

function filterOf(layer: LayerSpecification): unknown {
  return 'filter' in layer ? layer.filter : undefined
}

function changes(before: object | undefined, after: object | undefined): [string, unknown][] {
  const old = (before ?? {}) as Properties
  return Object.entries((after ?? {}) as Properties).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name]),
  )
}
