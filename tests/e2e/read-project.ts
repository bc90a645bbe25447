import type { Page } from '@playwright/test'

/** Everything of a project that must survive a save: counts, what was surveyed, every verdict. */
export function readProject(page: Page) {
  return page.evaluate(() => {
    const { summary } = window.lifecircle.project.getState()
    const { assessment, gaps } = window.lifecircle.results.getState().analysis!
    return {
      name: summary!.name,
      counts: summary!.counts,
      surveyed: summary!.surveyed,
      verdicts: [...assessment.status],
      gaps: gaps.map(({ id }) => id),
    }
  })
}
