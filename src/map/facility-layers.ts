import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { type FacilityLook, iconSize } from './facility-display'
import type { BaseLayerId } from './layer-order'
import { FONT } from './map-fonts'
import { SIGN_WIDTH } from '../model/side-by-side'
import { SIGN_PREFIX } from './sign-atlas'

/** A dot in the family's color, where there is no room for signs. */
export function facilityDots(
  id: BaseLayerId,
  filter: ExpressionSpecification,
  maxzoom: number,
  { color, dotRadius, dotEdge }: FacilityLook,
  halo: string,
): LayerSpecification {
  return {
    id,
    type: 'circle',
    source: 'labels',
    maxzoom,
    filter,
    paint: {
      'circle-color': color,
      'circle-radius': dotRadius,
      'circle-stroke-color': halo,
      'circle-stroke-width': dotEdge,
    },
  }
}

/** A disc in the family's color with the class's sign; its name below where there is room. */
export function facilitySigns(
  id: BaseLayerId,
  filter: ExpressionSpecification,
  minzoom: number,
  c: { readonly text: string; readonly halo: string },
): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: 'labels',
    minzoom,
    filter,
    layout: {
      'icon-image': [
        'coalesce',
        ['image', ['concat', SIGN_PREFIX, ['coalesce', ['get', 'code'], '']]],
        ['image', SIGN_PREFIX],
      ],
      'icon-size': iconSize(SIGN_WIDTH),
      // several that share a space stand side by side
      'icon-offset': [
        'case',
        ['has', 'offset'],
        ['array', 'number', 2, ['get', 'offset']],
        ['literal', [0, 0]],
      ],
      'icon-allow-overlap': true,
      'icon-padding': 0,
      'text-field': ['step', ['zoom'], '', 16, ['coalesce', ['get', 'name'], '']],
      'text-font': FONT,
      'text-size': 11,
      'text-anchor': 'top',
      'text-offset': [0, 1.2],
      'text-max-width': 8,
      'text-padding': 4,
      'text-optional': true,
    },
    paint: { 'text-color': c.text, 'text-halo-color': c.halo, 'text-halo-width': 1.4, 'text-opacity': 0.9 },
  }
}
