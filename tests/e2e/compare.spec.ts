import { expect } from '@playwright/test'
import { openDemo, test } from './open-app'

test('a link becomes a scenario; beside the present it is told in numbers and in two halves of the map', async ({
  page,
}) => {
  await openDemo(page)
  await page.evaluate(() => {
    window.lifecircle.actions.setWorkspace('plan')
    // the community of the demo's locked gate: looked through at once
    window.lifecircle.actions.setLinkView({ communities: ['c-caixing'] })
  })
  await page.locator('.plan-tabs').getByText('联合', { exact: true }).click()
  await page.locator('.plan-parts').getByText('打通', { exact: true }).click()
  const rows = page.locator('.link-row')
  await expect(rows.first()).toContainText('人·分钟')
  for (const kind of ['穿行', '围墙', '连接']) await page.locator('.link-kinds').getByText(kind).click()
  await expect(rows).toHaveCount(1)
  await rows.first().click()
  await expect(page.locator('.link-details')).toContainText('实测')
  await page.getByRole('button', { name: '新建「方案 1」并加入' }).click()
  await expect(page.getByText('没有能缩短步行的打通点')).toBeVisible()

  await page.evaluate(() => window.lifecircle.actions.showInDrawer('compare'))
  const table = page.locator('.compare-table')
  await expect(table.getByRole('row', { name: /^受益居民/ })).toContainText('2,335 人')
  await page.getByRole('button', { name: '差异图' }).click()
  await expect(page.locator('.compare-on-map')).toContainText('现状 → 方案 1')
  await page.getByRole('button', { name: '卷帘' }).click()
  const divider = page.getByRole('slider', { name: /拖动分隔线/ })
  await expect(divider).toHaveAttribute('aria-valuenow', '50')
  await divider.press('ArrowLeft')
  await expect(divider).toHaveAttribute('aria-valuenow', '48')
  await page.getByRole('button', { name: '结束地图比较' }).click()
  await expect(divider).toHaveCount(0)

  // in a meeting S does the same; its arrows turn no page, and Esc ends it before the meeting
  await page.keyboard.press('5')
  await page.keyboard.press('s')
  await divider.press('ArrowRight')
  await expect(divider).toHaveAttribute('aria-valuenow', '50')
  await page.keyboard.press('Escape')
  await expect(divider).toHaveCount(0)
  await expect(page.getByRole('button', { name: '退出汇报' })).toBeVisible()
})
