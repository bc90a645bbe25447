import { expect } from '@playwright/test'
import { dropFiles, openOnce, waitForAnalysis } from './open-app'

const { test, demo } = openOnce()

/** People served by kindergartens, as the page has it. */
const kindergartens = () => {
  const { analysis } = window.lifecircle.results.getState()
  return analysis!.assessment.totals.find(({ code }) => code === 'KINDERGARTEN')!.people_served
}

test('a radius is edited, the numbers follow, the original is beside it, and the way back is exact', async () => {
  const page = demo()
  const before = await page.evaluate(kindergartens)
  await page.getByRole('button', { name: '规则集：选用、对比、修改' }).click()
  const drawer = page.getByRole('dialog', { name: '规则集' })
  // what edits a row stands at its end, and is not to be scrolled to
  const table = drawer.locator('.rules-table')
  await expect(table).toBeVisible()
  expect(
    await table.evaluate((each) => each.scrollWidth - (each.parentElement?.clientWidth ?? 0)),
  ).toBeLessThanOrEqual(0)
  await drawer.getByRole('textbox', { name: '查找类别' }).fill('幼儿园')
  await expect(drawer.getByText('请规划师核对').first()).toBeVisible()
  await drawer.getByRole('button', { name: '修改：幼儿园' }).click()
  await drawer.getByRole('spinbutton', { name: '服务半径 m' }).fill('500')
  await drawer.getByRole('button', { name: /应\s?用/ }).click()
  await waitForAnalysis(page)
  await expect.poll(() => page.evaluate(kindergartens)).toBeGreaterThan(before)
  await expect(drawer.getByText(/原为 300/).first()).toBeVisible()
  await drawer.getByText('与原版对比').click()
  await expect(drawer.getByText('1 处不同')).toBeVisible()
  await drawer.getByText('设施指标').click()
  await drawer.getByRole('button', { name: '修改：幼儿园' }).click()
  await drawer.getByRole('button', { name: '全部恢复' }).click()
  await expect.poll(() => page.evaluate(kindergartens)).toBe(before)
})

test('a class is asked in another tier and old areas by another share; what cannot be is told in words', async () => {
  const page = demo()
  const drawer = page.getByRole('dialog', { name: '规则集' })
  await drawer.getByRole('textbox', { name: '查找类别' }).fill('GREEN_15')
  await drawer.getByRole('button', { name: /^修改：/ }).click()
  const form = drawer.getByRole('form')
  const apply = form.getByRole('button', { name: /应\s?用/ })
  await form.getByRole('checkbox', { name: '15 分钟' }).uncheck()
  await expect(form.getByRole('alert')).toContainText('层级：至少选一个层级')
  await expect(apply).toBeDisabled()
  await form.getByRole('checkbox', { name: '10 分钟' }).check()
  await expect(form.getByText('没有服务半径，按最小层级步行 500 m 判断')).toBeVisible()
  await form.getByRole('spinbutton', { name: '旧区系数 %' }).fill('120')
  await expect(form.getByRole('alert')).toContainText('旧区系数：应大于 0、不大于 100')
  await form.getByRole('spinbutton', { name: '旧区系数 %' }).fill('60')
  await apply.click()
  await expect(drawer.getByText('原为 15 分钟').first()).toBeVisible()
  await expect(drawer.getByText('旧区公共绿地按 60%、70% 判断')).toBeVisible()
  await expect(drawer.getByText(/用户修改 2 处/).first()).toBeVisible()
  await form.getByRole('button', { name: '全部恢复' }).click()
  await expect(drawer.getByText('旧区公共绿地按 70% 判断')).toBeVisible()
  await expect(drawer.getByText(/用户修改/)).toHaveCount(0)
})

test('a bad pack that is dropped is refused with its row, and the rules stay', async () => {
  const page = demo()
  const rules = () => page.evaluate(() => window.lifecircle.view.getState().rules)
  const before = await rules()
  const pack = { format: 'lifecircle-rules', schema: 1, id: 'x', rules: [{ code: 'STORE', radius_m: -5 }] }
  await dropFiles(page, [{ name: 'bad.json', bytes: new TextEncoder().encode(JSON.stringify(pack)) }])
  const drawer = page.getByRole('dialog', { name: '规则集' })
  await expect(drawer.getByRole('alert')).toContainText(
    '设施类别第 1 行 STORE · radius_m：值为 -5，应为大于 0 的数',
  )
  expect(await rules()).toEqual(before)
})

test('a surveyed value is entered, judged and marked; a bad one changes nothing; it is taken back', async () => {
  const page = demo()
  const drawer = page.getByRole('dialog', { name: '规则集' })
  const entered = () => page.evaluate(() => window.lifecircle.project.getState().summary!.entered)
  await drawer.getByText('统计指标').click()
  const row = drawer.getByRole('row', { name: /GREEN_BLOCK_OLD/ })
  await expect(row).toContainText('未知')
  await row.getByRole('button', { name: /^填报/ }).click()
  const form = drawer.getByRole('form', { name: /^填报：/ })
  await form.getByRole('textbox', { name: '数值' }).fill('-1')
  await form.getByRole('button', { name: /填\s?报/ }).click()
  await expect(form.getByRole('alert')).toContainText('数值不应小于 0')
  await expect(form.getByRole('alert')).toContainText('请填写来源')
  expect(await entered()).toEqual([])
  await form.getByRole('textbox', { name: '数值' }).fill('0.31')
  await form.getByLabel('调查或方案日期').fill('2024-05-01')
  await form.getByRole('textbox', { name: '来源' }).fill('竣工图')
  await form.getByRole('button', { name: /填\s?报/ }).click()
  await expect(row).toContainText('合计未达（填报）')
  await expect(row).toContainText('填报 全部小区合计：0.31 m²/人，未达（2024-05-01、来源：竣工图）')
  await form.getByRole('button', { name: '撤销' }).click()
  await expect(row).toContainText('未知')
  expect(await entered()).toEqual([])
})
