import type { PriceChange } from '../../../model/cost'

type Price = Omit<PriceChange, 'code'>

/** A range that is none, as typed over a price: it waits in the fields until it is one. */
export interface TypedPrice {
  readonly typed: PriceChange
  readonly over: Price
}

/** What waits in the fields of a price; null: nothing, or the price it was typed over is another by now, as after undo. */
export function typedOver(wrong: TypedPrice | null, price: Price): PriceChange | null {
  if (wrong === null) return null
  const { typed, over } = wrong
  const isSame =
    over.low_yuan === price.low_yuan &&
    over.default_yuan === price.default_yuan &&
    over.high_yuan === price.high_yuan
  return isSame ? typed : null
}
