/**
 * How answers of one call go from the worker to the page: as what an earlier one of the same page does not say already.
 * The page names the answer it has, by a number; a worker that remembers it tells the difference, any other tells all.
 */
export interface Telling<A, D extends object> {
  /** `before`: null: all of it is to be told. What moves to the page has to be a copy. */
  differ(before: A | null, after: A): D
  /** The answer again. Throws where it rests on an answer that is not `before`. */
  merge(told: D, before: A | null): A
  /** what of a difference moves instead of being copied */
  moved(told: D): ArrayBuffer[]
}

/** A difference on its way. */
export type Told<D> = D & {
  readonly serial: number
  /** the answer it differs from; null: all of it is told */
  readonly base: number | null
}

/** Answers the worker remembers: requests that are under way together name the same one. */
const REMEMBERED = 3

/** The worker's end: remembers what it told last. */
export class Teller<A, D extends object> {
  private readonly told = new Map<number, A>()
  private last = 0
  private readonly telling: Telling<A, D>

  constructor(telling: Telling<A, D>) {
    this.telling = telling
  }

  /** `known`: number of an answer the page has; null: none. */
  tell(answer: A, known: number | null): Told<D> {
    const before = known === null ? undefined : this.told.get(known)
    const serial = ++this.last
    this.told.set(serial, answer)
    for (const old of [...this.told.keys()].slice(0, -REMEMBERED)) this.told.delete(old)
    const base = before === undefined ? null : known
    return { ...this.telling.differ(before ?? null, answer), serial, base }
  }
}

/** One question: the number it names, and how its answer is read. */
export interface Hearing<A, D> {
  readonly known: number | null
  hear(told: Told<D>): A
}

/** The page's end: remembers what it heard last. */
export class Hearer<A, D extends object> {
  private last: { readonly serial: number; readonly answer: A } | null = null
  private readonly telling: Telling<A, D>

  constructor(telling: Telling<A, D>) {
    this.telling = telling
  }

  ask(): Hearing<A, D> {
    // whatever is heard meanwhile, the answer rests on what was named
    const named = this.last
    return {
      known: named?.serial ?? null,
      hear: (told) => {
        if (told.base !== null && named === null)
          throw new Error(`an answer rests on number ${told.base}, which is not here`)
        const answer = this.telling.merge(told, told.base === null ? null : (named?.answer ?? null))
        if (told.serial > (this.last?.serial ?? 0)) this.last = { serial: told.serial, answer }
        return answer
      },
    }
  }
}
