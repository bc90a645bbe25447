import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { openDemo, test } from './open-app'

test('from the table to a decision, a sheet, charts and profiles side by side', async ({ page }) => {
  await openDemo(page, '&basis=time')
  await page.keyboard.press('t')
  const drawer = page.locator('.drawer')
  await expect(drawer.getByRole('status')).toHaveText('61 / 61 个小区')

  // two communities are decided together, with a note
  const boxes = drawer.locator('.matrix-row .matrix-check')
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await drawer.getByLabel('决定说明（可不填）').fill('居民议事会')
  await drawer.getByRole('button', { name: '拆改结合' }).click()
  // one of them is not in scope: which and why is said before anything is set
  const prompt = drawer.getByRole('alertdialog', { name: '1 个小区不在改造范围' })
  await expect(prompt).toContainText('云栖台：2000 年后建成')
  await expect(drawer.locator('.matrix-row').nth(1)).not.toContainText('拆改结合')
  await prompt.getByRole('button', { name: '仍设为拆改结合' }).click()
  await expect(drawer.locator('.matrix-row').nth(1)).toContainText('拆改结合')
  await page.getByRole('combobox', { name: '改造模式' }).selectOption('rebuild')
  await expect(drawer.getByRole('status')).toHaveText(/^[23] \/ 61 个小区$/)

  const saved = page.waitForEvent('download')
  await drawer.getByRole('button', { name: '导出 XLSX' }).click()
  const bytes = readFileSync(await (await saved).path())
  // a zip
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  await drawer.getByRole('button', { name: '清除筛选' }).click()

  await drawer.getByLabel('按街道分组').check()
  await expect(drawer.locator('.matrix-row.is-group').first()).toBeVisible()

  await drawer.locator('.matrix-row:not(.is-group) .matrix-cell.col-name').first().click()
  await drawer.getByRole('tab', { name: '小区一张表' }).click()
  await expect(drawer.locator('.sheet-classes tbody tr').first()).toBeVisible()
  await expect(drawer.locator('.sheet-foot')).toContainText('规则')
  // printed it is one page of A4, and nothing before or after it
  await page.evaluate(() => (window.print = () => undefined))
  await drawer.getByRole('button', { name: '打印 A4' }).click()
  const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(printed.match(/\/MediaBox *\[[^\]]*\]/g)).toEqual([
    expect.stringMatching(/\[0 0 59\d[.\d]* 84\d[.\d]*\]/),
  ])

  await drawer.getByRole('tab', { name: '图表' }).click()
  await expect(drawer.locator('.histogram')).toBeVisible()
  await drawer.locator('.histogram [role=button]').nth(2).click()
  await drawer.getByRole('button', { name: '显示数据表' }).first().click()
  await expect(drawer.locator('.chart-figures').first()).toBeVisible()

  await drawer.getByRole('tab', { name: '供给' }).click()
  await drawer.getByRole('button', { name: '计算供给' }).click()
  await expect(drawer.getByText(/所列 61 个小区中至多 \d+ 个缺泊位/)).toBeVisible()
  await drawer.getByRole('combobox', { name: '看什么' }).selectOption({ label: '公园绿地(五分钟)' })
  await expect(drawer.getByRole('columnheader', { name: '人均供给（m² 用地）' })).toBeVisible()

  await drawer.getByRole('tab', { name: '人群对比' }).click()
  await expect(drawer.getByText(/按老人步行比按成年人少覆盖/).first()).toBeVisible()
  await drawer.getByRole('button', { name: '失去类数' }).first().click()
  await expect(drawer.getByText('生活圈完整的老人')).toBeVisible()

  // what goes by access alone says so where verdicts do not
  const told = drawer.getByText('按可达性判断，不计供给')
  await expect(told).toHaveCount(0)
  await page.evaluate(() => window.lifecircle.actions.setJudging('both'))
  await expect(told).toHaveCount(2)
})
