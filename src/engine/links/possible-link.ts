import type { LinkKind } from '../../model/links'
import type { Edit } from '../../model/scenario'
import type { AccessPoint } from '../places/access-point'

/** A link that could be made, as its two sides on the network. */
export interface PossibleLink {
  readonly id: string
  readonly kind: LinkKind
  readonly edits: readonly Edit[]
  /** zone it opens or lies in; −1: public ground on both sides */
  readonly zone: number
  /** the two zones whose walls in common it opens; absent: it does not */
  readonly between?: readonly [number, number]
  readonly gates: readonly string[]
  readonly streets: readonly string[]
  /** its two sides; for a way through, outside of the two gates */
  readonly a: AccessPoint
  readonly b: AccessPoint
  /** metres from side to side, and what it costs, in the search's unit */
  readonly length_m: number
  readonly cost: number
  /** walks between the sides as they are now, for ways through: inside the compound. Metres; null: none */
  readonly before_m: number | null
  /** drawn, in metres of the frame */
  readonly line: readonly (readonly [number, number])[]
}

/** Half way between the ends of what is drawn of a link, metres in the frame. */
export function middleOf({ line }: Pick<PossibleLink, 'line'>): readonly [number, number] {
  const [first, last] = [line[0], line[line.length - 1]]
  return [(first[0] + last[0]) / 2, (first[1] + last[1]) / 2]
}
