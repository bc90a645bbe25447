import { expect, test } from '@playwright/test'
import { openDemo } from './open-app'

// not watched as other pages are: what fails here is told in the console
test('a part that cannot be loaded leaves the page and the project standing', async ({ page }) => {
  const file = /\/RulesDrawer-[^/]*\.js$/
  await page.route(file, (route) => route.abort())
  await openDemo(page)
  await page.getByRole('button', { name: '规则集：选用、对比、修改' }).click()
  const failed = page.getByRole('alert').filter({ hasText: '这一部分没能显示' })
  await expect(failed).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    failed.getByRole('button', { name: '保存项目' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.lifecircle$/)
  await expect(page.getByRole('complementary', { name: '评估' })).toBeVisible()
  // gone again, the part fails again; there again, it is shown
  await failed.getByRole('button', { name: '重试' }).click()
  await expect(failed).toBeVisible()
  await page.unroute(file)
  await failed.getByRole('button', { name: '重试' }).click()
  await expect(page.getByRole('dialog', { name: '规则集' })).toBeVisible()
})
