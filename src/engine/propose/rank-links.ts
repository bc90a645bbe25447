import type { PossibleLink } from '../links/possible-link'
import { waysOver } from '../links/ways-over'
import { checkpoint, type Run } from '../run'
import { type PricedWay, WorthCounter } from './count-worth'
import { type LinksFor, readTargets } from './walk-targets'

/** Links of which people are counted; of the others the walks to their sides already say that they do less (J). */
const COUNTED = 160
/** Links looked at between two looks at whether to stop. */
const AT_A_TIME = 8

/**
 * How much links would do for a plan, estimated as the link finder estimates: a walk over a link is the walk to its
 * one side, the link, and the walk on from the other, on the network as it is. Counts whom a link brings within reach
 * of what there is, or of a place that may hold what they want; 0 where its sides say that there is better. `isAsked`:
 * counted anyhow. The answer only says which links are worth measuring.
 */
export async function rankLinks(
  asked: LinksFor,
  links: readonly PossibleLink[],
  isAsked: (link: PossibleLink) => boolean,
  run: Run,
): Promise<Float64Array> {
  const targets = await readTargets(asked, [...new Set(links.flatMap(({ a, b }) => [a, b]))], run)
  const { compounds } = asked.context.on
  const waysOf = (link: PossibleLink): PricedWay[] =>
    waysOver(link, compounds).map((way) => ({ ...way, cost: link.cost }))
  /** What is known without looking who lives near: how much nearer a link brings its sides to what there may be. */
  const promiseOf = (link: PossibleLink): number => {
    let sum = 0
    for (const { from, to, cost } of waysOf(link))
      for (const { limit, onward, classes } of targets) {
        const on = onward.get(to)
        if (on === undefined) continue
        const saved = Math.min(onward.get(from) ?? limit, limit) - on - cost
        if (saved > 0) sum += saved * classes.length
      }
    return sum
  }
  const promise = Float64Array.from(links, promiseOf)
  const order = [...links.keys()]
    .filter((i) => promise[i] > 0)
    .sort((i, j) => promise[j] - promise[i] || i - j)
  const counted = new Set(order.slice(0, COUNTED))
  links.forEach((link, i) => {
    if (isAsked(link)) counted.add(i)
  })
  const counter = new WorthCounter(asked, targets)
  const worth = new Float64Array(links.length)
  let done = 0
  for (const i of counted) {
    if (done % AT_A_TIME === 0) await checkpoint(run, 'links', done, counted.size)
    done++
    worth[i] = counter.of(waysOf(links[i]))
  }
  return worth
}
