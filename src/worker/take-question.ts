import type { PlanQuestion } from '../engine/propose/plan-question'

/** The question that the engine's worker sends through a port, once. */
export function takeQuestion(port: MessagePort): Promise<PlanQuestion> {
  return new Promise((resolve) => {
    port.addEventListener('message', ({ data }: MessageEvent<PlanQuestion>) => {
      port.close()
      resolve(data)
    })
    port.start()
  })
}
