import { test as base, expect, type Page } from '@playwright/test'
import type { MapLibreMap } from 'maplibre-gl'
import type { LonLat } from '../../src/model/units'
import type { AppStore } from '../../src/store/state'

declare global {
  interface Window {
    /** handles that `?debug` gives */
    lifecircle: AppStore
    lifecircleMap: MapLibreMap
  }
}

interface Watched {
  /** what the page must never do: log errors, throw, or ask another origin */
  readonly offences: string[]
}

/** A page that is watched; each test ends by finding nothing to complain about. */
export const test = base.extend<Watched>({
  offences: [
    async ({ page, baseURL }, use) => {
      const offences = watch(page, baseURL!)
      await use(offences)
      expect(offences).toEqual([])
    },
    { auto: true },
  ],
})

/** Notes from now on what a page must not do. */
function watch(page: Page, baseURL: string): string[] {
  const offences: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') offences.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => offences.push(`thrown: ${error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(baseURL) && !/^(blob|data):/.test(url)) offences.push(`request: ${url}`)
  })
  return offences
}

interface OnOnePage {
  readonly test: typeof base
  /** the page of the file, watched as any other */
  readonly demo: () => Page
}

/**
 * The tests of a file on one page, each going on from where the one before left it: opening the demo and drawing it in
 * software takes longer than most of what is asked of it. When one fails, those after it are not run.
 */
export function openOnce(query = ''): OnOnePage {
  let page: Page
  let offences: string[]
  base.describe.configure({ mode: 'serial' })
  base.beforeAll(async ({ browser, baseURL }) => {
    page = await (await browser.newContext()).newPage()
    offences = watch(page, baseURL!)
    await openDemo(page, query)
  })
  base.afterEach(() => expect(offences).toEqual([]))
  base.afterAll(() => page.context().close())
  return { test: base, demo: () => page }
}

/** Opens the app and waits until the demo is assessed and drawn. */
export async function openDemo(page: Page, query = ''): Promise<void> {
  await page.goto(`/?debug${query}`)
  await waitForAnalysis(page)
  await waitForMap(page)
}

export async function waitForAnalysis(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const results = window.lifecircle?.results.getState()
    return results?.analysis != null && !results.isAnalysing
  })
}

/** Until everything that is in sight is drawn. */
export async function waitForMap(page: Page): Promise<void> {
  await page.waitForFunction(() => window.lifecircleMap?.loaded() && window.lifecircleMap.areTilesLoaded())
}

/** Looks at a place without flying there, and says where on the page it is. */
export async function lookAt(page: Page, at: LonLat, zoom: number): Promise<{ x: number; y: number }> {
  await page.evaluate(
    ([[lon, lat], level]) => {
      const { insets } = window.lifecircle.view.getState()
      window.lifecircleMap.jumpTo({ center: [lon, lat], zoom: level, padding: insets })
    },
    [at, zoom] as const,
  )
  await waitForMap(page)
  return placeOnPage(page, at)
}

/** Pixels of the page where a place is drawn. */
export async function placeOnPage(page: Page, at: LonLat): Promise<{ x: number; y: number }> {
  return page.evaluate(([lon, lat]) => {
    const box = window.lifecircleMap.getCanvas().getBoundingClientRect()
    const point = window.lifecircleMap.project([lon, lat])
    return { x: box.left + point.x, y: box.top + point.y }
  }, at)
}

/** Lets files fall onto the window, as from a file manager. */
export async function dropFiles(
  page: Page,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  target = 'body',
): Promise<void> {
  const transfer = await page.evaluateHandle(
    async (list) => {
      const data = new DataTransfer()
      for (const { name, url } of list) {
        data.items.add(new File([await (await fetch(url)).blob()], name))
      }
      return data
    },
    files.map(({ name, bytes }) => ({
      name,
      url: `data:application/octet-stream;base64,${Buffer.from(bytes).toString('base64')}`,
    })),
  )
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer })
  await page.dispatchEvent(target, 'drop', { dataTransfer: transfer })
}
