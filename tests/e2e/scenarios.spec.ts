import { expect } from '@playwright/test'
import { lookAt, openDemo, test, waitForAnalysis } from './open-app'

test('a locked gate is opened in the list: people are newly served, taken back they are not', async ({
  page,
}) => {
  await openDemo(page)
  await page.keyboard.press('4')
  await page.locator('.plan-tabs').getByText('资源', { exact: true }).click()
  await page.locator('.plan-parts').getByText('出入口', { exact: true }).click()
  await page.getByLabel('只看有关闭大门的小区').check()
  // the first edit makes the scenario
  const locked = page.getByLabel('采荇新村便门(上锁) · 通行')
  await locked.selectOption('public')
  await expect(page.locator('.top-deciders')).toContainText('方案 1')
  await waitForAnalysis(page)
  // it stays in the list, where it can be closed again
  await page.waitForFunction(() => window.lifecircle.results.getState().planned !== null)
  await expect(locked).toHaveValue('public')
  await page.locator('.plan-tabs').getByText('方案', { exact: true }).click()
  const effect = page.getByRole('region', { name: '与现状相比' })
  await expect(effect).toContainText('菜市场或生鲜超市')
  await expect(effect).toContainText('+2,335 人')
  await expect(effect).toContainText('没有居民失去覆盖或走得更远')
  const edits = page.getByRole('region', { name: '措施' })
  await expect(edits).toContainText('采荇新村便门(上锁) → 开放')
  await expect(edits).toContainText('业主表决：过半数 · 民法典 278')
  await expect(page.locator('.top-deciders')).toContainText('方案 1')

  await page.keyboard.press('Control+z')
  await expect(page.getByText('还没有措施。可以先试试：')).toBeVisible()
  await expect(effect).toHaveCount(0)
  await waitForAnalysis(page)
  const people = await page.evaluate(() => {
    const { analysis, baseAnalysis } = window.lifecircle.results.getState()
    return [analysis, baseAnalysis].map((view) => view?.assessment.totals.map((total) => total.people_served))
  })
  expect(people[0]).toEqual(people[1])

  await page.keyboard.press('Control+Shift+z')
  await expect(effect).toContainText('+2,335 人')

  // in a meeting one click on whom it lets pass does the same
  await page.keyboard.press('5')
  await page.evaluate(() => window.lifecircle.actions.select({ kind: 'gate', id: 'gate-caixing-2' }))
  const flip = page.getByRole('group', { name: /^采荇新村便门/ })
  await expect(flip.getByRole('button', { name: '开放' })).toHaveAttribute('aria-pressed', 'true')
  const figures = page.locator('.present-figures')
  await expect(figures).toContainText('2,335 人')
  await flip.getByRole('button', { name: '关闭' }).click()
  await expect(figures).not.toContainText('2,335 人')
})

test('what a press on a wall would change is said while the pointer rests there, and is so when it is pressed', async ({
  page,
}) => {
  await openDemo(page)
  await page.keyboard.press('4')
  await page.evaluate(() => window.lifecircle.actions.createScenario('方案甲'))
  await page.getByRole('button', { name: '开口' }).click()
  const wall = await page.evaluate(() => {
    const { baseLayers } = window.lifecircle.project.getState()
    const walled = baseLayers?.communities.filter(({ gated }) => gated === true) ?? []
    const [[a, b]] = walled[5].geometry.coordinates as [number, number][][]
    return [(a[0] * 2 + b[0]) / 3, (a[1] * 2 + b[1]) / 3] as const
  })
  const { x, y } = await lookAt(page, wall, 17)
  await page.mouse.move(x + 40, y + 30)
  await page.mouse.move(x, y, { steps: 5 })
  const hint = page.locator('.tool-hint')
  await expect(hint).toContainText('按下后：')
  const foretold = /按下后：(.*)/.exec(await hint.innerText())?.[1]
  const minutes = /步行 −([\d,]+)/.exec(foretold ?? '')?.[1] ?? 'none'
  // a hand that trembles means the same place
  await page.mouse.move(x + 1, y)
  await page.mouse.down()
  await page.mouse.up()
  await expect(page.getByRole('region', { name: '与现状相比' })).toContainText(`${minutes} 人·分钟`)
  await expect(page.getByRole('region', { name: '措施' })).toContainText('围墙开口')
  await waitForAnalysis(page)
  // the same from nothing
  const [now, whole] = await page.evaluate(async () => {
    const { results, actions } = window.lifecircle
    const sum = () => results.getState().planEffect?.comparison.person_minutes
    const now = sum()
    actions.setBasis('time')
    actions.setBasis('distance')
    return [now, sum()]
  })
  expect(now).toBeGreaterThan(0)
  expect(whole).toBe(now)
})

test('a community is opened from side to side by both its gates, in one scenario that is made for them', async ({
  page,
}) => {
  await openDemo(page)
  await page.keyboard.press('4')
  await page.locator('.plan-tabs').getByText('联合', { exact: true }).click()
  await page.locator('.plan-parts').getByText('打通', { exact: true }).click()
  for (const kind of ['大门', '围墙', '共墙', '连接'])
    await page.locator('.link-kinds').getByText(kind, { exact: true }).click()
  await page.locator('.link-row').getByText('营造宿舍大门、营造宿舍边门').click()
  await page.getByRole('button', { name: '新建「方案 1」并加入' }).click()
  const scenarios = () =>
    page.evaluate(() =>
      window.lifecircle.project.getState().summary?.scenarios.map(({ edits }) => edits.length),
    )
  expect(await scenarios()).toEqual([2])
  // and taken back by one step
  await page.keyboard.press('Control+z')
  expect(await scenarios()).toEqual([0])
})

test('on a projector the top bar keeps to the page in both languages while a scenario is shown', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await openDemo(page)
  await page.evaluate(() => window.lifecircle.actions.createScenario('Plan A'))
  await page.keyboard.press('4')
  for (const locale of ['en', 'zh'] as const) {
    await page.evaluate((next) => window.lifecircle.actions.setLocale(next), locale)
    const lastButton = page.locator('.top-actions button').last()
    await expect
      .poll(async () => ((await lastButton.boundingBox())?.x ?? 9999) + 32)
      .toBeLessThanOrEqual(1280)
  }
})
