import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { BaseLayerId } from './layer-order'
import { FONT } from './map-fonts'

/** Names that are wider than their place wait for a larger scale: `size` is in degrees of longitude. */
export function isLargeEnough(kind: string): ExpressionSpecification {
  const least: ExpressionSpecification = ['step', ['zoom'], 0.0022, 14, 0.0012, 15, 0.0005, 16, 0]
  return ['all', ['==', ['get', 'kind'], kind], ['>=', ['get', 'size'], least]]
}

/** Names of places of one kind. */
export function placeNames(
  id: BaseLayerId,
  kind: string,
  minzoom: number,
  size: number,
  color: string,
  halo: string,
): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: 'labels',
    minzoom,
    filter: isLargeEnough(kind),
    layout: {
      'text-field': ['get', 'name'],
      'text-font': FONT,
      'text-size': ['interpolate', ['linear'], ['zoom'], minzoom, size, 18, size + 3],
      'text-letter-spacing': 0.15,
      'text-max-width': 7,
      'text-padding': 12,
      'symbol-sort-key': ['-', 0, ['get', 'size']],
    },
    paint: { 'text-color': color, 'text-halo-color': halo, 'text-halo-width': 1.2 },
  }
}
