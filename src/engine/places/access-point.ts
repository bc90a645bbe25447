/** Where a person or a facility meets the network. On an edge (`edge` ≥ 0) or at a node. */
export interface AccessPoint {
  /** −1: at `node` */
  readonly edge: number
  /** fraction along the edge from its `from` node */
  readonly at: number
  /** −1: on `edge` */
  readonly node: number
  /** straight way between the place and the network, metres; walked at the profile's speed */
  readonly connector_m: number
  /** zone the place lies in, −1 public: decides whose gates it may use */
  readonly zone: number
}
