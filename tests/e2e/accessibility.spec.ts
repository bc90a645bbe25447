import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { openOnce, waitForAnalysis } from './open-app'

const { test, demo } = openOnce()

/** Serious and critical violations in short: rule, and the elements it speaks of. */
async function findViolations(page: Page): Promise<readonly string[]> {
  // a color on its way from light to dark is neither
  await page.waitForFunction(() => document.getAnimations().every((one) => !(one instanceof CSSTransition)))
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    )
}

async function selectFirstCommunity(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { actions, project } = window.lifecircle
    actions.select({ kind: 'community', id: project.getState().mapLayers!.communities[0].id })
  })
  await page.waitForFunction(() => window.lifecircle.results.getState().catchment?.bands.length === 3)
}

test('a community is found, its walk drawn and cleared, with the keyboard alone', async () => {
  const page = demo()
  await page.keyboard.press('/')
  await page.keyboard.type('青禾二区')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '青禾二区', exact: true })).toBeVisible()
  const row = page
    .getByRole('complementary', { name: '详情' })
    .getByRole('button', { pressed: false })
    .filter({ hasText: '幼儿园' })
  await row.first().focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => window.lifecircle.results.getState().route !== null)
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => window.lifecircle.results.getState().route === null)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: '青禾二区', exact: true })).toBeHidden()
  await waitForAnalysis(page)
})

test('the map shows that it has the keys to whoever came by keys, and to nobody else', async () => {
  const page = demo()
  const canvas = page.locator('.map-host canvas.maplibregl-canvas').first()
  const ring = page.locator('.map-canvas.has-keys')
  await page.getByRole('button', { name: '正北朝上' }).focus()
  await page.keyboard.press('Shift+Tab')
  await expect(canvas).toBeFocused()
  await expect(ring).toHaveCount(1)
  await page.keyboard.press('Tab')
  await expect(ring).toHaveCount(0)
  const box = (await canvas.boundingBox())!
  await page.mouse.move(box.x + box.width - 40, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.up()
  await page.keyboard.press('ArrowRight')
  await expect(canvas).toBeFocused()
  await expect(ring).toHaveCount(0)
  await page.keyboard.press('Escape')
})

test('whoever closes the rules by keys is back at what opened them', async () => {
  const page = demo()
  const opener = page.locator('.decider-rules')
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: '规则集' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(opener).toBeFocused()
})

// each look takes seconds: the panels that differ most, then the rest at once in the other language and light
test('nothing open keeps anybody out', async () => {
  const page = demo()
  await selectFirstCommunity(page)
  for (const workspace of ['present', 'assess'] as const) {
    await page.evaluate((to) => window.lifecircle.actions.setWorkspace(to), workspace)
    // what a meeting shows is loaded with the first one
    if (workspace === 'present') await expect(page.locator('.present-figures')).toBeVisible()
    expect.soft(await findViolations(page), workspace).toEqual([])
  }
  await page.evaluate(() => {
    const { actions } = window.lifecircle
    actions.setAppearance('dark')
    actions.setLocale('en')
    actions.setWorkspace('data')
    actions.setTableOpen(true)
  })
  await expect(page.locator('html')).toHaveAttribute('data-appearance', 'dark')
  await expect(page.locator('.drawer')).toBeVisible()
  expect(await findViolations(page)).toEqual([])
})
