import type { LayAll, Laying } from './lay-apart'

/** What somebody waits for to be laid. */
interface Waiting {
  /** which of those who ask */
  readonly who: number
  readonly layings: readonly Laying[]
  readonly goOn: () => void
}

/**
 * The answers of several who have things laid. Each goes as far as it comes without what it asks to be laid, one after the
 * other; when all wait, everything they wait for is laid at once, as far as it is apart, and they go on. What many ask for one
 * by one costs a network of the whole district each.
 */
export async function layInRounds<T>(
  asks: readonly ((layAll: LayAll) => Promise<T>)[],
  layNow: LayAll,
): Promise<T[]> {
  let waiting: Waiting[] = []
  let isWaiting: () => void = ignore
  const answers: Promise<T>[] = []
  const comesToWait = async (): Promise<void> =>
    new Promise((resolve) => {
      isWaiting = resolve
    })
  for (const [who, ask] of asks.entries()) {
    const waits = comesToWait()
    const layAll: LayAll = async (layings) => {
      if (layings.length === 0) return
      await new Promise<void>((goOn) => {
        waiting.push({ who, layings, goOn })
        isWaiting()
      })
    }
    answers.push(ask(layAll))
    await Promise.race([answers[who], waits])
  }
  while (waiting.length > 0) {
    const round = waiting
    waiting = []
    await layNow(round.flatMap(({ layings }) => layings))
    for (const { who, goOn } of round) {
      const waits = comesToWait()
      goOn()
      await Promise.race([answers[who], waits])
    }
  }
  return Promise.all(answers)
}

function ignore(): void {}
