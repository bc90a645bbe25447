import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { dropFiles, openOnce, test as onOwnPage, waitForAnalysis, waitForMap } from './open-app'
import { readProject } from './read-project'

const REAL = join(import.meta.dirname, '../../../shared/data/hangzhou-westlake/westlake_10km.osm.pbf')

const text = (value: string) => new TextEncoder().encode(value)

onOwnPage('a file dropped on the empty app becomes the project', async ({ page }) => {
  await page.goto('/?debug&empty')
  await page.waitForFunction(() => window.lifecircleMap !== undefined)
  const ring = [
    [120.1, 30.2],
    [120.102, 30.2],
    [120.102, 30.202],
    [120.1, 30.202],
    [120.1, 30.2],
  ]
  const community = {
    type: 'Feature',
    properties: { name: '<b>甲</b>小区' },
    geometry: { type: 'Polygon', coordinates: [ring] },
  }
  const collection = { type: 'FeatureCollection', features: [community] }
  await dropFiles(page, [{ name: 'communities.geojson', bytes: text(JSON.stringify(collection)) }])
  await page.waitForFunction(() => window.lifecircle.project.getState().summary?.counts.communities === 1)
  // a name is text, whatever is in it
  await page.evaluate(() => {
    const [{ id }] = window.lifecircle.project.getState().mapLayers!.communities
    window.lifecircle.actions.select({ kind: 'community', id })
  })
  await expect(page.getByRole('heading', { name: '<b>甲</b>小区' })).toBeVisible()
})

onOwnPage.describe('with the demo open', () => {
  const { test, demo } = openOnce()

  test('a broken file is told in plain words, and the open project stays', async () => {
    const page = demo()
    const name = await page.evaluate(() => window.lifecircle.project.getState().summary!.name)
    await dropFiles(page, [{ name: 'broken.geojson', bytes: text('{"type":"FeatureColl') }])
    await expect(page.getByText(/broken\.geojson/).first()).toBeVisible()
    expect(await page.evaluate(() => window.lifecircle.project.getState().summary!.name)).toBe(name)
    expect(await page.evaluate(() => window.lifecircle.results.getState().analysis)).not.toBeNull()
  })

  test('an import cancelled half way leaves the open project as it was', async () => {
    test.skip(!existsSync(REAL), '../shared/data/hangzhou-westlake is absent')
    const page = demo()
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

  test('a real district of 50,000 ways opens, is assessed, and a community in it is found by name', async () => {
    test.skip(!existsSync(REAL), '../shared/data/hangzhou-westlake is absent')
    const page = demo()
    await page.evaluate((base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      return window.lifecircle.actions.openFiles([new File([bytes], 'westlake_10km.osm.pbf')])
    }, readFileSync(REAL).toString('base64'))
    await waitForAnalysis(page)
    await waitForMap(page)
    const named = await page.evaluate(
      () =>
        window.lifecircle.project.getState().mapLayers!.communities.filter(({ name }) => name !== undefined)
          .length,
    )
    expect(named).toBeGreaterThanOrEqual(962)

    await page
      .getByRole('combobox')
      .or(page.getByRole('searchbox'))
      .or(page.getByPlaceholder(/搜索/))
      .last()
      .fill('翠苑一区')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: '翠苑一区' })).toBeVisible()
    await page.waitForFunction(() => window.lifecircle.results.getState().catchment?.bands.length === 3)
  })
})
