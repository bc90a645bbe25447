export interface AmountLimits {
  /** undefined: none */
  readonly most?: number
  /** true: whole numbers only */
  readonly isWhole?: boolean
}

/** null: left out; undefined: no number of 0 or more. Separators of thousands and full-width digits are read. */
export function readAmount(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[\s,]/g, '')
  if (plain === '') return null
  return /^\d*\.?\d+$|^\d+\.$/.test(plain) ? Number(plain) : undefined
}

/** What a field of limits takes: a number, or null where it is left out; undefined: the text is not taken. */
export function takeAmount(
  text: string,
  { most = Infinity, isWhole = false }: AmountLimits,
): number | null | undefined {
  const amount = readAmount(text)
  if (typeof amount !== 'number') return amount
  // so many digits are no number any more
  return Number.isFinite(amount) && amount <= most && (!isWhole || Number.isInteger(amount))
    ? amount
    : undefined
}
