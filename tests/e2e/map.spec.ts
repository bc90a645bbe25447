import { expect, test as base } from '@playwright/test'
import { lookAt, openOnce, placeOnPage, waitForAnalysis, waitForMap } from './open-app'

const { test, demo } = openOnce()

test('the app opens on the demo, marked as fictional, with its assessment', async () => {
  const page = demo()
  await expect(page.getByText('虚构示例').first()).toBeVisible()
  await expect(page.getByRole('application')).toBeVisible()
  const communities = await page.evaluate(
    () => window.lifecircle.project.getState().summary!.counts.communities,
  )
  expect(communities).toBeGreaterThanOrEqual(25)
  await expect(page.getByText(String(communities), { exact: true }).first()).toBeVisible()
})

test('the map is drawn: its middle is not one flat color', async () => {
  const page = demo()
  const colors = await page.evaluate(async () => {
    const map = window.lifecircleMap
    map.triggerRepaint()
    await new Promise((resolve) => map.once('render', resolve))
    const gl = map.getCanvas().getContext('webgl2')!
    const pixels = new Uint8Array(200 * 200 * 4)
    gl.readPixels(
      gl.drawingBufferWidth / 2,
      gl.drawingBufferHeight / 2,
      200,
      200,
      gl.RGBA,
      gl.UNSIGNED_BYTE,
      pixels,
    )
    return new Set(new Uint32Array(pixels.buffer)).size
  })
  expect(colors).toBeGreaterThan(20)
})

test('a click on a community shows its three catchments and its panel', async () => {
  const page = demo()
  const community = await page.evaluate(() => {
    const { communities } = window.lifecircle.project.getState().mapLayers!
    const rows = window.lifecircle.results.getState().analysis!.assessment.communities
    const record = communities.find(({ name }) => name !== undefined)!
    return { id: record.id, name: record.name!, at: rows.find(({ id }) => id === record.id)!.at }
  })
  // hidden, so that the click meets the community and not a sign that stands in its middle
  await page.evaluate(() => {
    for (const layer of ['facilities', 'spaces', 'gates'] as const)
      window.lifecircle.actions.setVisible(layer, false)
  })
  const place = await lookAt(page, community.at, 16)
  await page.mouse.click(place.x, place.y)
  await expect(page.getByRole('heading', { name: community.name })).toBeVisible()
  await page.waitForFunction(() => window.lifecircle.results.getState().catchment?.bands.length === 3)
  const areas = await page.evaluate(() =>
    window.lifecircle.results.getState().catchment!.bands.map(({ area_m2 }) => area_m2),
  )
  expect(areas[0]).toBeGreaterThan(0)
  expect(areas[1]).toBeGreaterThan(areas[0])
  expect(areas[2]).toBeGreaterThan(areas[1])
})

test('a point set with shift and click can be dragged, and its catchments follow', async () => {
  const page = demo()
  const start = await page.evaluate(() => {
    const { lng, lat } = window.lifecircleMap.getCenter()
    return [lng, lat] as const
  })
  const place = await lookAt(page, start, 15)
  await page.keyboard.down('Shift')
  await page.mouse.click(place.x, place.y)
  await page.keyboard.up('Shift')
  await page.waitForFunction(() => window.lifecircle.results.getState().catchment?.origin.kind === 'point')
  await waitForMap(page)

  // the inspector has opened and may have moved nothing: ask again where the point is
  const selected = await page.evaluate(() => {
    const { selection } = window.lifecircle.view.getState()
    return selection?.kind === 'point' ? selection.at : null
  })
  const grip = await placeOnPage(page, selected!)
  await page.mouse.move(grip.x, grip.y)
  await page.mouse.down()
  await page.mouse.move(grip.x + 40, grip.y + 30, { steps: 4 })
  await page.mouse.up()
  await page.waitForFunction((from) => {
    const origin = window.lifecircle.results.getState().catchment?.origin
    const { selection } = window.lifecircle.view.getState()
    return (
      origin?.kind === 'point' &&
      selection?.kind === 'point' &&
      selection.at[0] !== from[0] &&
      origin.at[0] === selection.at[0] &&
      origin.at[1] === selection.at[1]
    )
  }, selected!)
})

test('another profile changes the numbers', async () => {
  const page = demo()
  const sum = () =>
    page.evaluate(() => {
      const { status } = window.lifecircle.results.getState().analysis!.assessment
      return status.reduce((total, verdict) => total + verdict, 0)
    })
  await page.evaluate(() => window.lifecircle.actions.setBasis('time'))
  await waitForAnalysis(page)
  const adult = await sum()
  await page.evaluate(() => window.lifecircle.actions.setProfile('elder75'))
  await waitForAnalysis(page)
  expect(await sum()).toBeLessThan(adult)
})

base(
  'data that come after the map is ready are shown whole beside the panel',
  async ({ browser, baseURL }) => {
    const page = await (await browser.newContext()).newPage()
    // a file of the demo comes when the map is there
    await page.route('**/communities*.fgb', async (route) => {
      await page.waitForFunction(() => window.lifecircleMap?.loaded())
      await route.continue()
    })
    await page.goto(`${baseURL}/?debug`)
    await waitForAnalysis(page)
    const { extent, seen } = await page.evaluate(() => ({
      extent: window.lifecircle.project.getState().summary!.extent!,
      seen: window.lifecircle.view.getState().seen!,
    }))
    expect((seen[0] + seen[2]) / 2).toBeCloseTo((extent[0] + extent[2]) / 2, 3)
    await page.context().close()
  },
)
