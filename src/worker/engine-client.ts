import { createClient, type EngineClient } from './rpc'

/** Starts the engine's worker and returns the page's end of it. */
export function startEngine(): EngineClient {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), {
    type: 'module',
    name: 'lifecircle-engine',
  })
  const client = createClient(worker)
  // a worker that cannot start or dies answers nothing: say so instead of waiting for ever
  worker.addEventListener('error', (event) => client.fail(`engine worker: ${event.message}`))
  worker.addEventListener('messageerror', () => client.fail('engine worker: unreadable message'))
  return client
}
