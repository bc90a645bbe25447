import type { CostPack, PriceChange } from '../../model/cost'

/** The pack with the user's prices in place of its own; one of an item that the pack does not have changes nothing. */
export function withPrices(pack: CostPack, prices: readonly PriceChange[]): CostPack {
  if (prices.length === 0) return pack
  const own = new Map(prices.map((price) => [price.code, price]))
  return { ...pack, items: pack.items.map((item) => ({ ...item, ...own.get(item.code) })) }
}
