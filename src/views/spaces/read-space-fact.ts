import { type SpaceFacts, type SpaceField, specOfSpaceField } from '../../model/space-facts'
import { readAmount } from '../ui/read-amount'

/** A fact as it is kept; null: not known. */
export type SpaceFact = (SpaceFacts[SpaceField] & {}) | null

/** What a field takes, where something else was typed. */
export type Wanted = 'number' | 'whole' | 'storey' | 'grade'

/** What was typed for a fact of a space: the fact, or what it should have been. An empty text says: not known. */
export function readSpaceFact(field: SpaceField, typed: string): { fact: SpaceFact } | { wanted: Wanted } {
  const text = typed.trim()
  if (text === '') return { fact: null }
  const { type } = specOfSpaceField(field)
  if (type !== 'number' && type !== 'int') return { fact: text }
  if (field === 'storey') {
    // basements are below 0
    const plain = text.normalize('NFKC').replace('−', '-')
    return /^[+-]?\d{1,3}$/.test(plain) ? { fact: Number(plain) } : { wanted: 'storey' }
  }
  const amount = readAmount(text)
  if (field === 'fire_grade')
    return typeof amount === 'number' && [1, 2, 3, 4].includes(amount)
      ? { fact: amount }
      : { wanted: 'grade' }
  const isWhole = type === 'int'
  const isRight =
    typeof amount === 'number' && Number.isFinite(amount) && (!isWhole || Number.isInteger(amount))
  return isRight ? { fact: amount } : { wanted: isWhole ? 'whole' : 'number' }
}
