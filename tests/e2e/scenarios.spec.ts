import { expect } from '@playwright/test'
import { openDemo, test, waitForAnalysis } from './open-app'

test('a locked gate is opened in the list: people are newly served, taken back they are not', async ({
  page,
}) => {
  await openDemo(page)
  await page.keyboard.press('4')
  await page.locator('.plan-tabs').getByText('资源', { exact: true }).click()
  await page.locator('.plan-parts').getByText('出入口', { exact: true }).click()
  await page.getByLabel('只看有关闭大门的小区').check()
  // the first edit makes the scenario
  await page.getByLabel('采荇新村便门(上锁) · 通行').selectOption('public')
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
