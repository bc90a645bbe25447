/** Upper edges of the steps in seconds: the life circle's, then five minutes more; above is the last step. */
const EDGES_S = [300, 600, 900, 1200]

/** The step of the ramp for a walk in seconds, 0 nearest. */
export function walkStep(seconds: number): number {
  const step = EDGES_S.findIndex((edge) => seconds <= edge)
  return step < 0 ? EDGES_S.length : step
}
