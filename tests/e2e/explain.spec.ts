import { expect } from '@playwright/test'
import { lookAt, openOnce, waitForMap } from './open-app'

const { test, demo } = openOnce()

test('a house is clicked, named, and its people’s walks are explained', async () => {
  const page = demo()
  // the house at the locked gate’s far end
  const at = await lookAt(page, [120.1095241, 30.2758385], 17.5)
  await waitForMap(page)
  await page.mouse.click(at.x, at.y)
  await expect(page.getByRole('heading', { name: '采荇新村 1 幢' })).toBeVisible()
  await page.getByRole('button', { name: '菜市场或生鲜超市：为什么？' }).click()
  await expect(page.getByRole('region', { name: '为什么未覆盖' })).toContainText('从采荇新村 1 幢去最近的')
})

test('why a market is not served: asked in the inspector, answered in words, as a strip and on the map', async () => {
  const page = demo()
  await page.evaluate(() => window.lifecircle.actions.select({ kind: 'community', id: 'c-caixing' }))
  const why = page.getByRole('button', { name: '菜市场或生鲜超市：为什么？' })
  await why.click()
  const section = page.getByRole('region', { name: '为什么未覆盖' })
  await expect(section).toContainText('去最近的菜市场或生鲜超市「井亭农贸市场」要走 721 m')
  await expect(section).toContainText('采荇新村便门(上锁)')
  await expect(section.getByRole('img', { name: /步行用时/ })).toBeVisible()
  await expect(section.getByRole('listitem').filter({ hasText: '新增覆盖 2,335 人' })).not.toHaveCount(0)

  // another language, the same question; another basis is asked anew
  await page.evaluate(() => window.lifecircle.actions.setLocale('en'))
  await expect(page.getByRole('region', { name: 'Why it is not served' })).toContainText('Single changes')
  await page.evaluate(() => window.lifecircle.actions.setBasis('time'))
  await page.waitForFunction(() => window.lifecircle.results.getState().explanation?.basis === 'time')

  await page.getByRole('button', { name: 'Close the explanation' }).click()
  await expect(page.getByRole('region', { name: 'Why it is not served' })).toHaveCount(0)
})
