import type { Impossibility } from '../../model/proposal'

/** Why measures are not possible, kept for those that must be in a plan: of the others nobody asks. */
export class Rejections {
  readonly #must: readonly string[]
  readonly #reasons: { readonly key: string; readonly reason: Impossibility }[] = []

  constructor(must: readonly string[]) {
    this.#must = must
  }

  /** False: nothing must be in a plan, and no reason is kept. */
  get areAsked(): boolean {
    return this.#must.length > 0
  }

  /** `key`: of the measure, or the beginning of it up to a ":", where all that begin so are not possible. */
  add(key: string, reason: Impossibility): void {
    if (this.#must.some((each) => isPartOf(each, key))) this.#reasons.push({ key, reason })
  }

  /** The reasons that concern a key, each once, in the order in which they were found. */
  of(must: string): Impossibility[] {
    const found = new Map<string, Impossibility>()
    for (const { key, reason } of this.#reasons)
      if (isPartOf(must, key)) found.set(JSON.stringify(reason), reason)
    return [...found.values()]
  }
}

/** Whether one of two keys is the other, or the beginning of it. */
function isPartOf(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}:`) || b.startsWith(`${a}:`)
}
