/**
 * Runs one request at a time and keeps only the newest waiting one: while a point is dragged the map
 * follows as fast as answers come, and never falls behind.
 */
export function createLatestWins<T>(run: (request: T) => Promise<void>): (request: T) => void {
  let isBusy = false
  let waiting: { readonly request: T } | null = null

  async function drain(first: T): Promise<void> {
    isBusy = true
    let next: { readonly request: T } | null = { request: first }
    while (next) {
      waiting = null
      // an error is the runner's to report; it must not stop the ones that follow
      await run(next.request).catch(() => undefined)
      next = waiting
    }
    isBusy = false
  }

  return (request) => {
    if (isBusy) waiting = { request }
    else void drain(request)
  }
}
