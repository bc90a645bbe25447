import { expect, type Page } from '@playwright/test'
import { SHEET_MM } from '../../src/model/sheet'
import { openOnce, waitForMap } from './open-app'

const MM = 96 / 25.4
const { test, demo } = openOnce()

test.beforeEach(async () => {
  await demo().keyboard.press('5')
  await expect(demo().getByRole('button', { name: '退出汇报' })).toBeVisible()
})

test('printed from the browser’s menu, the page fills the sheet and the map all that is open of it', async () => {
  const page = demo()
  await onPaper(page, async () => {
    const [sheet, host, picture, head, foot] = await Promise.all(
      ['.frame', '.map-host', '.map-print', '.present-head', '.present-foot'].map((selector) =>
        page.locator(selector).evaluate((element) => {
          const { left, right, top, bottom, width, height } = element.getBoundingClientRect()
          return { left, right, top, bottom, width, height }
        }),
      ),
    )
    const dots = await page.locator('canvas.map-print').evaluate((copy: HTMLCanvasElement) => copy.width)
    expect(sheet.width).toBeCloseTo(SHEET_MM.width * MM, -1)
    expect(sheet.height).toBeCloseTo(SHEET_MM.height * MM, -1)
    expect(foot.bottom).toBeCloseTo(sheet.bottom, 0)
    expect(picture.left).toBeLessThanOrEqual(host.left + 0.1)
    expect(picture.right).toBeGreaterThanOrEqual(host.right - 0.1)
    expect(picture.top).toBeLessThanOrEqual(head.bottom)
    expect(picture.bottom).toBeGreaterThanOrEqual(foot.top)
    expect(dots / (picture.width / 96)).toBeGreaterThanOrEqual(150)
  })
})

test('what is drawn over the base map lies on paper where the screen has it, and the scale bar is true', async () => {
  const page = demo()
  await waitForMap(page)
  const { screen, paper } = await page.evaluate(() => {
    const map = window.lifecircleMap
    // how much of a picture is as red as communities that miss something, and where the middle of that is
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- the page gets this function as text
    const red = (canvas: HTMLCanvasElement): { share: number; x: number; y: number } => {
      const [width, height] = [360, 225]
      const context = new OffscreenCanvas(width, height).getContext('2d')!
      // of each dot all that it stands for, however fine the picture is
      context.imageSmoothingQuality = 'high'
      context.drawImage(canvas, 0, 0, width, height)
      const { data } = context.getImageData(0, 0, width, height)
      let [count, x, y] = [0, 0, 0]
      for (let i = 0; i < width * height; i++) {
        if (data[4 * i] - data[4 * i + 2] <= 60) continue
        count += 1
        x += i % width
        y += Math.floor(i / width)
      }
      return { share: count / (width * height), x: x / count, y: y / count }
    }
    map.redraw()
    const screen = red(map.getCanvas())
    window.dispatchEvent(new Event('beforeprint'))
    const paper = red(document.querySelector<HTMLCanvasElement>('.map-print')!)
    window.dispatchEvent(new Event('afterprint'))
    return { screen, paper }
  })
  expect(screen.share).toBeGreaterThan(0.02)
  expect(paper.share / screen.share).toBeGreaterThan(0.6)
  expect(paper.share / screen.share).toBeLessThan(1.6)
  expect(Math.abs(paper.x - screen.x)).toBeLessThan(4)
  expect(Math.abs(paper.y - screen.y)).toBeLessThan(4)

  // metres between two places in the middle of the map, and what the bar says of the same length
  const { told, measured } = await page.evaluate(() => {
    const map = window.lifecircleMap
    const bar = document.querySelector<HTMLElement>('.maplibregl-ctrl-scale')!
    const { width } = bar.getBoundingClientRect()
    const { x, y } = map.project(map.getCenter())
    const [a, b] = [map.unproject([x - 100, y]), map.unproject([x + 100, y])]
    return { told: Number.parseFloat(bar.textContent), measured: (a.distanceTo(b) / 200) * width }
  })
  expect(Math.abs(measured / told - 1)).toBeLessThan(0.01)
})

test('a dark page is light on paper, also from the browser’s menu, which waits for nobody', async () => {
  const page = demo()
  await page.evaluate(() => window.lifecircle.actions.setAppearance('dark'))
  await expect(page.locator('.map-paper.is-drawn')).toBeAttached()
  const middle = () =>
    page.locator('.map-paper canvas.map-print').evaluate((copy: HTMLCanvasElement) => {
      const context = new OffscreenCanvas(1, 1).getContext('2d')!
      context.drawImage(copy, 0, 0, 1, 1)
      return [...context.getImageData(0, 0, 1, 1).data]
    })
  const appearance = () => page.evaluate(() => document.documentElement.dataset['appearance'])
  await onPaper(page, async () => {
    expect(await appearance()).toBe('light')
    const [red, green, blue] = await middle()
    expect(Math.min(red, green, blue)).toBeGreaterThan(180)
    await expect(page.locator('.map-view > .map-canvas')).toBeHidden()
  })
  expect(await appearance()).toBe('dark')
  await page.evaluate(() => window.lifecircle.actions.setAppearance('light'))
  await expect(page.locator('.map-paper')).toHaveCount(0)
})

/** The page as it is printed; afterwards it is as it was. */
async function onPaper(page: Page, look: () => Promise<void>): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  try {
    await look()
  } finally {
    await page.emulateMedia({ media: null })
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  }
  await expect(page.locator('.map-print')).toHaveCount(0)
}
