/** FlatGeobuf's numbers for column types (header.fbs). */
export const COLUMN = {
  byte: 0,
  ubyte: 1,
  bool: 2,
  short: 3,
  ushort: 4,
  int: 5,
  uint: 6,
  long: 7,
  ulong: 8,
  float: 9,
  double: 10,
  string: 11,
  json: 12,
  dateTime: 13,
  binary: 14,
} as const

/** FlatGeobuf's numbers for geometry types, by GeoJSON name. */
export const GEOMETRY = {
  Unknown: 0,
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
} as const

/** "fgb", major version 3, "fgb", patch version 0 */
export const MAGIC = [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62, 0x00] as const

/** Bytes of one node of the packed R-tree: four float64 of its box, one u64 offset. */
export const NODE_BYTES = 40

/** Unknown fields of a record, as one JSON object. */
export const EXTRA_COLUMN = 'extra'

/**
 * 0-based place of a record in its layer. Features of a FlatGeobuf file lie along a Hilbert curve, for the
 * index; this column brings the layer's own order back. Features without it (drawn in a GIS) come last.
 */
export const ORDER_COLUMN = '_order'
