import { expect } from '@playwright/test'
import { openOnce, waitForAnalysis } from './open-app'

const { test, demo } = openOnce('&basis=time')

test('the range of people served is asked for, says what was varied, and follows the basis', async () => {
  const page = demo()
  const toggle = page.getByRole('button', { name: '敏感性', exact: true })
  await toggle.click()
  await expect(toggle).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText('步行速度 ±10%')).toBeVisible()
  const ranges = page.locator('.served-range')
  await expect(ranges.first()).toHaveText(/^覆盖 [\d,]+ 人（[\d,]+–[\d,]+）$/)

  await page.getByText('标准距离', { exact: true }).first().click()
  await expect(page.getByText('步行速度与等候不影响结果')).toBeVisible()
  await toggle.click()
  await expect(ranges).toHaveCount(0)
})

test('at night fewer people are served, and every basis line says the time', async () => {
  const page = demo()
  const served = () =>
    page.evaluate(() =>
      window.lifecircle.results
        .getState()
        .analysis!.assessment.totals.reduce((sum, { people_served }) => sum + people_served, 0),
    )
  const anyTime = await served()
  await page.getByRole('combobox', { name: '时段' }).click()
  await page.getByLabel('自定时刻').fill('23:05')
  await page.waitForFunction(
    () => window.lifecircle.results.getState().analysis?.assessment.basis.hour === 1385,
  )
  await waitForAnalysis(page)
  expect(await served()).toBeLessThan(anyTime)
  await page.evaluate(() => window.lifecircle.actions.setWorkspace('present'))
  await expect(page.getByText('时段：23:05')).toBeVisible()
})
