/**
 * What tells a community from others that have no name either, or the same: the nearest street with a name, else its
 * sub-district, else nothing; and a number where several would be told alike. It is no record of anybody's.
 */
export interface Landmark {
  readonly kind: 'street' | 'subdistrict' | 'none'
  /** of the street or sub-district, as recorded; '': none */
  readonly name: string
  /** from 1, in the order of ids; null: the only one */
  readonly number: number | null
}

/** By id, of communities without a name of their own. */
export type Landmarks = Readonly<Record<string, Landmark>>
