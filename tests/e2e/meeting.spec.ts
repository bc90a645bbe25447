import { expect, type Page } from '@playwright/test'
import { openOnce, waitForMap } from './open-app'

const { test, demo } = openOnce()

test('a meeting shows in its middle, and whole, what was seen before; afterwards all is as it was', async () => {
  const page = demo()
  const before = await camera(page)
  await page.keyboard.press('5')
  await expect(page.getByRole('button', { name: '退出汇报' })).toBeVisible()
  const meeting = await camera(page)
  expect(middleOf(meeting.seen)[0]).toBeCloseTo(middleOf(before.seen)[0], 6)
  expect(middleOf(meeting.seen)[1]).toBeCloseTo(middleOf(before.seen)[1], 5)
  const [west, south, east, north] = meeting.seen
  expect(west).toBeLessThanOrEqual(before.seen[0] + 1e-6)
  expect(south).toBeLessThanOrEqual(before.seen[1] + 1e-6)
  expect(east).toBeGreaterThanOrEqual(before.seen[2] - 1e-6)
  expect(north).toBeGreaterThanOrEqual(before.seen[3] - 1e-6)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '退出汇报' })).toBeHidden()
  const after = await camera(page)
  expect(after.zoom).toBeCloseTo(before.zoom, 9)
  expect(after.seen.map((value, i) => Math.abs(value - before.seen[i])).every((off) => off < 1e-8)).toBe(true)
})

test('Esc closes the outline of the talk and the list of keys before it ends the meeting', async () => {
  const page = demo()
  await page.keyboard.press('5')
  const exit = page.getByRole('button', { name: '退出汇报' })
  await expect(exit).toBeVisible()
  for (const [opener, opened] of [
    ['编排', '.talk-editor'],
    ['按键', '.talk-keys dl'],
  ] as const) {
    await page.getByRole('button', { name: opener, exact: true }).click()
    await expect(page.locator(opened)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.locator(opened)).toHaveCount(0)
    await expect(exit).toBeVisible()
  }
  await page.keyboard.press('Escape')
  await expect(exit).toBeHidden()
})

test('whoever puts the talk in order by keys keeps the place: at an end, and after deleting', async () => {
  const page = demo()
  await page.keyboard.press('5')
  await page.getByRole('button', { name: '编排', exact: true }).click()
  const keep = page.getByRole('button', { name: '记录当前画面' })
  for (const caption of ['甲', '乙', '丙']) {
    await keep.click()
    await page.locator('.talk-input').last().fill(caption)
    await page.keyboard.press('Enter')
  }
  const captions = () =>
    page
      .locator('.talk-input')
      .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value).join(''))
  const rowOf = (index: number) => page.locator('.talk-row').nth(index)
  await rowOf(1).getByRole('button', { name: '下移' }).focus()
  await page.keyboard.press('Enter')
  expect(await captions()).toBe('甲丙乙')
  await expect(rowOf(2).getByRole('button', { name: '上移' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  expect(await captions()).toBe('乙甲丙')
  await expect(rowOf(0).getByRole('button', { name: '下移' })).toBeFocused()
  await rowOf(1).getByRole('button', { name: '删除' }).focus()
  await page.keyboard.press('Enter')
  expect(await captions()).toBe('乙丙')
  await expect(rowOf(1).getByRole('button', { name: '删除' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(rowOf(0).getByRole('button', { name: '删除' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(keep).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '退出汇报' })).toBeHidden()
})

test('the first picture of a map of another size has everything where it is', async () => {
  const page = demo()
  await waitForMap(page)
  const pictures = page.evaluate(
    () =>
      new Promise<[first: Red, settled: Red]>((resolve) => {
        const map = window.lifecircleMap
        // how much is as red as communities that miss something, and where the middle of that is, pixels from the top
        const red = (): Red => {
          const [width, height] = [360, 225]
          const context = new OffscreenCanvas(width, height).getContext('2d')!
          context.drawImage(map.getCanvas(), 0, 0, width, height)
          const { data } = context.getImageData(0, 0, width, height)
          let [count, sum] = [0, 0]
          for (let i = 0; i < width * height; i++) {
            if (data[4 * i] - data[4 * i + 2] <= 60) continue
            count += 1
            sum += Math.floor(i / width)
          }
          return { count, y: (sum / count / height) * map.getCanvas().clientHeight }
        }
        map.once('resize', () =>
          map.once('render', () => {
            const drawnFirst = red()
            map.once('idle', () => {
              map.redraw()
              map.once('render', () => resolve([drawnFirst, red()]))
              map.redraw()
            })
          }),
        )
      }),
  )
  await page.setViewportSize({ width: 1440, height: 780 })
  const [drawnFirst, settled] = await pictures
  expect(Math.abs(drawnFirst.count / settled.count - 1)).toBeLessThan(0.02)
  expect(Math.abs(drawnFirst.y - settled.y)).toBeLessThan(2)
})

interface Red {
  readonly count: number
  readonly y: number
}

function camera(page: Page) {
  return page.evaluate(() => ({
    seen: window.lifecircle.view.getState().seen!,
    zoom: window.lifecircleMap.getZoom(),
  }))
}

function middleOf([west, south, east, north]: readonly number[]): readonly [number, number] {
  return [(west + east) / 2, (south + north) / 2]
}
