import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { openDemo, test, waitForAnalysis } from './open-app'
import { readProject } from './read-project'

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
