/** Units as types: a bare number still fits, but the signature says what it means. */
declare const unit: unique symbol

export type Metres = number & { readonly [unit]?: 'm' }
export type SquareMetres = number & { readonly [unit]?: 'm2' }
export type Degrees = number & { readonly [unit]?: 'deg' }

/** Longitude, latitude in WGS84 degrees. */
export type LonLat = readonly [lon: Degrees, lat: Degrees]
