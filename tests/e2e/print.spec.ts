import { expect, type JSHandle, type Page } from '@playwright/test'
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

test('every community lies on paper where it is, to half a millimetre, and the scale bar is true', async () => {
  const page = demo()
  // a page that is still drawing when the first picture is taken is asked again
  await expect(async () => {
    await waitForMap(page)
    const withThem = await pictureOnPaper(page)
    await showCommunities(page, false)
    const without = await pictureOnPaper(page)
    await showCommunities(page, true)
    // what they have drawn against their outlines laid by hand, moved about: it fits best where it is
    const best = await page.evaluate(
      ([{ width, height, width_mm, dots: shown }, { dots: hidden }]) => {
        const map = window.lifecircleMap
        const { clientWidth, clientHeight } = map.getContainer()
        const outlines = new OffscreenCanvas(width, height).getContext('2d')!
        for (const { geometry } of window.lifecircle.project.getState().baseLayers!.communities) {
          const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
          for (const [ring] of polygons as number[][][][]) {
            outlines.beginPath()
            for (const [lon, lat] of ring) {
              const { x, y } = map.project([lon, lat])
              outlines.lineTo((x / clientWidth) * width, (y / clientHeight) * height)
            }
            outlines.fill()
          }
        }
        const { data } = outlines.getImageData(0, 0, width, height)
        const [most, margin] = [8, 0.2]
        const drawn = shown.filter((dot, i) => dot !== hidden[i]).length / shown.length
        let found = { x: 0, y: 0, agreeing: -1 }
        for (let dy = -most; dy <= most; dy++)
          for (let dx = -most; dx <= most; dx++) {
            let agreeing = 0
            for (let y = Math.round(margin * height); y < (1 - margin) * height; y++)
              for (let x = Math.round(margin * width); x < (1 - margin) * width; x++) {
                const i = y * width + x
                const isDrawn = shown[i] !== hidden[i]
                const isInside = data[4 * (i - dy * width - dx) + 3] > 127
                if (isDrawn === isInside) agreeing++
              }
            if (agreeing > found.agreeing) found = { x: dx, y: dy, agreeing }
          }
        return { drawn, off_mm: Math.hypot(found.x, found.y) * (width_mm / width) }
      },
      [withThem, without] as const,
    )
    expect(best.drawn).toBeGreaterThan(0.02)
    expect(best.off_mm).toBeLessThanOrEqual(0.5)
  }).toPass({ timeout: 40_000 })

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
    await expect(page.locator('.map-view > .map-canvas .maplibregl-ctrl-scale')).toBeVisible()
  })
  expect(await appearance()).toBe('dark')
  await page.evaluate(() => window.lifecircle.actions.setAppearance('light'))
  await expect(page.locator('.map-paper')).toHaveCount(0)
})

/** Until the map has drawn itself with or without them. */
async function showCommunities(page: Page, isVisible: boolean): Promise<void> {
  await page.evaluate(
    (is) =>
      new Promise<void>((resolve) => {
        window.lifecircleMap.once('idle', () => resolve())
        window.lifecircle.actions.setVisible('communities', is)
      }),
    isVisible,
  )
}

interface Picture {
  readonly width: number
  readonly height: number
  readonly width_mm: number
  /** a number for the color of each dot */
  readonly dots: readonly number[]
}

/** A picture of the map as paper gets it, two dots to the millimetre; it stays in the page. */
async function pictureOnPaper(page: Page): Promise<JSHandle<Picture>> {
  let picture: JSHandle<Picture> | null = null
  await onPaper(page, async () => {
    picture = await page.locator('canvas.map-print').evaluateHandle((copy: HTMLCanvasElement) => {
      const width_mm = (copy.getBoundingClientRect().width / 96) * 25.4
      const width = Math.ceil(2 * width_mm)
      const height = Math.round((width * copy.height) / copy.width)
      const context = new OffscreenCanvas(width, height).getContext('2d')!
      // of each dot all that it stands for, however fine the picture is
      context.imageSmoothingQuality = 'high'
      context.drawImage(copy, 0, 0, width, height)
      const { data } = context.getImageData(0, 0, width, height)
      const dots = Array.from({ length: width * height }, (_, i) =>
        [0, 1, 2].reduce((sum, k) => 256 * sum + data[4 * i + k], 0),
      )
      return { width, height, width_mm, dots }
    })
  })
  return picture!
}

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
