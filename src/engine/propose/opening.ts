import type { ExplainContext } from '../explain/class-state'
import type { Option } from './places'

/** A gate that opens, a gate in a wall or a path: nobody is served by it alone, it lets people walk to what is there. */
export interface Opening extends Option {
  /** where walks that it shortens pass, metres in the frame: one of them at least */
  readonly spots: readonly (readonly [x: number, y: number])[]
  /** true: places have other ways onto the streets than before */
  readonly laysStreets: boolean
  /** the network with only this changed; null: it would move people, so whom it serves cannot be told */
  readonly open: () => ExplainContext | null
}
