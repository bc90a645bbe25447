/**
 * A variant of the untouched base: plain, ordered edits. The first form knows gates; each further edit
 * is one new member of the union.
 */
export interface Scenario {
  readonly id: string
  readonly name: string
  readonly note?: string
  readonly edits: readonly Edit[]
}

export type Edit =
  | { readonly kind: 'open-gate'; readonly gate: string; readonly access: 'public' | 'residents' }
  | { readonly kind: 'close-gate'; readonly gate: string }
