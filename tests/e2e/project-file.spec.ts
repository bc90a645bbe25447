import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { openDemo, test, waitForAnalysis } from './open-app'

const REAL = join(import.meta.dirname, '../../../shared/data/hangzhou-westlake/westlake_10km.osm.pbf')

/** Everything of a project that must survive a save: counts, what was surveyed, every verdict. */
function readProject(page: Page) {
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

test('what is unknown becomes not served once surveyed, and a saved project opens as it was', async ({
  page,
}) => {
  await openDemo(page)
  const before = await readProject(page)
  await page.evaluate(() => {
    const { assessment } = window.lifecircle.results.getState().analysis!
    const unknown = assessment.classes.find(({ facilities, required }) => facilities === 0 && required)!
    return window.lifecircle.actions.setSurveyed(unknown.code, true)
  })
  await waitForAnalysis(page)
  const saved = await readProject(page)
  expect(saved.verdicts).not.toEqual(before.verdicts)
  expect(saved.gaps.length).toBeGreaterThan(before.gaps.length)

  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: /保存/ }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toMatch(/\.lifecircle$/)
  const buffer = await readFile(await download.path())

  await page.goto('/?debug&empty')
  await page.waitForFunction(() => window.lifecircleMap !== undefined)
  await page
    .getByTestId('open-files')
    .setInputFiles({ name: download.suggestedFilename(), mimeType: 'application/zip', buffer })
  await waitForAnalysis(page)
  expect(await readProject(page)).toEqual(saved)
  expect(await page.evaluate(() => window.lifecircle.project.getState().hasUnsavedChanges)).toBe(false)
})

test('an import cancelled half way leaves the open project as it was', async ({ page }) => {
  test.skip(!existsSync(REAL), '../shared/data/hangzhou-westlake is absent')
  await openDemo(page)
  const before = await readProject(page)
  // the button's own action, at the first progress: looked for from outside, it may come after the file
  const cancelled = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const { project, actions } = window.lifecircle
        const stop = project.subscribe(({ progress }) => {
          if ((progress?.done ?? 0) === 0) return
          stop()
          actions.cancel()
          resolve()
        })
      }),
  )
  await page.getByTestId('open-files').setInputFiles(REAL)
  await cancelled
  await page.waitForFunction(() => window.lifecircle.project.getState().progress === null)
  await waitForAnalysis(page)
  expect(await readProject(page)).toEqual(before)
})
