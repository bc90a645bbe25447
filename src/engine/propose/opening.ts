import type { PossibleLink } from '../links/possible-link'
import type { Option } from './places'

/** A gate that opens, a gate in a wall or a path: nobody is served by it alone, it lets people walk to what is there. */
export interface Opening extends Option {
  /** where walks that it shortens pass, metres in the frame: one of them at least */
  readonly spots: readonly (readonly [x: number, y: number])[]
  /** true: places have other ways onto the streets than before; false: it is a gate of the data */
  readonly laysStreets: boolean
  /** its two sides and what it costs to go over; null: it meets no street, and none is known */
  readonly over: Pick<PossibleLink, 'a' | 'b' | 'cost'> | null
  /** true: strangers to its compound come in by it, and pass on by another such one */
  readonly isPublic: boolean
  /** false: by itself it changes no walk, it is thought of only together with another one */
  readonly helpsAlone: boolean
}
