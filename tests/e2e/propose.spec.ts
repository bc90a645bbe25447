import { expect } from '@playwright/test'

import { openDemo, test } from './open-app'

test('a unit gets a plan: proved by the solver, measured again, its gain told, and kept as a scenario', async ({
  page,
}) => {
  await openDemo(page)
  await page.getByRole('button', { name: '方案' }).first().click()
  await page.locator('.plan-tabs').getByText('联合', { exact: true }).click()
  // which belong together is seen on the map before any is opened
  await expect(page.locator('.legend')).toContainText('相连的小区为一个改造单元')
  await page.getByText('水车新村等 4 个小区').click()
  await expect(page.locator('.unit-members')).toContainText('营造宿舍')
  // reading begins at its head
  const head = await page
    .locator('.unit-row.is-open')
    .evaluate(
      (row) =>
        row.getBoundingClientRect().top - (row.closest('.panel-scroll')?.getBoundingClientRect().top ?? 0),
    )
  expect(Math.abs(head)).toBeLessThanOrEqual(2)
  // and all of it is outlined, though a row about two of them has come under the hand
  expect(await page.evaluate(() => window.lifecircle.view.getState().marked.length)).toBe(4)
  await page.getByRole('button', { name: '计算增益' }).click()
  await expect(page.locator('.gain-headline')).toContainText('联动多覆盖')
  // the rows of communities add up to what the two sides serve
  const figures = async (rows: string): Promise<number[][]> =>
    (await page.locator(rows).allInnerTexts()).map((text) =>
      (text.replaceAll(',', '').match(/\d+/g) ?? []).map(Number),
    )
  const rows = await figures('.gain-communities .figure')
  const sides = (await figures('.gain-bars strong')).flat()
  expect([0, 1].map((side) => rows.reduce((sum, row) => sum + row[side], 0))).toEqual(sides)
  // nothing of it lies beyond the panel, in longer words either
  await page.evaluate(() => window.lifecircle.actions.setLocale('en'))
  await expect(page.locator('.gain-headline')).toContainText('together')
  const beyond = await page.locator('.gain').evaluate((gain) => gain.scrollWidth - gain.clientWidth)
  expect(beyond).toBeLessThanOrEqual(0)
  await page.evaluate(() => window.lifecircle.actions.setLocale('zh'))
  await page.getByRole('button', { name: '为本单元做优化方案' }).click()
  // for whom it is asked is seen on the map
  await expect.poll(() => page.evaluate(() => window.lifecircle.view.getState().marked.length)).toBe(4)
  await page.getByRole('button', { name: '求方案' }).click()
  await page.waitForFunction(() => window.lifecircle.planning.getState().plan?.phase === 'done')
  const { promised, measured, gap } = await page.evaluate(() => {
    const { plan } = window.lifecircle.planning.getState()
    return {
      promised: plan?.proposal?.people_served ?? 0,
      measured: plan?.measured?.people_served ?? 0,
      gap: plan?.proposal?.gap ?? 1,
    }
  })
  expect(promised).toBeGreaterThan(0)
  expect(measured).toBeGreaterThanOrEqual(promised)
  expect(gap).toBeLessThanOrEqual(0.005)
  await page.locator('.measure-head').first().click()
  await expect(page.locator('.measure-body').first()).toContainText('去掉它少覆盖')
  await page.getByRole('button', { name: '存为方案' }).click()
  await expect(page.getByText('已存为「优化方案 1」')).toBeVisible()
  await page.waitForFunction(() => window.lifecircle.results.getState().planEffect !== null)

  // a stop is obeyed at once, whatever the solver is at
  const felt = await page.evaluate(async () => {
    const { actions, planning } = window.lifecircle
    const until = async (isSo: () => boolean): Promise<void> =>
      new Promise((resolve) => {
        const stop = planning.subscribe(() => {
          if (!isSo()) return
          stop()
          resolve()
        })
      })
    actions.chooseUnit(null)
    actions.setWishes({ classChoice: 'all', budget_yuan: 20_000_000 })
    void actions.propose()
    await until(() => planning.getState().plan?.proposal != null)
    const isStopped = until(() => planning.getState().plan?.phase === 'stopped')
    actions.stopPlanning()
    await isStopped
    return { hasPlan: planning.getState().plan?.proposal != null }
  })
  expect(felt.hasPlan).toBe(true)

  // and by hand: the press that stops must not start the next one
  const phases = await page.evaluateHandle(() => {
    const { planning } = window.lifecircle
    const list: (string | undefined)[] = []
    planning.subscribe(({ plan }) => {
      if (plan?.phase !== list.at(-1)) list.push(plan?.phase)
    })
    return list
  })
  await page.getByRole('button', { name: '求方案' }).click()
  await page.getByRole('button', { name: '停止', exact: true }).click()
  await expect(page.getByText('已由你停止')).toBeVisible()
  await expect(page.getByRole('button', { name: '求方案' })).toBeVisible()
  const told = await phases.jsonValue()
  expect(told.at(-1)).toBe('stopped')
  expect(told.filter((phase) => phase === 'asking')).toHaveLength(1)
})
