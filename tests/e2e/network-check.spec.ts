import { expect } from '@playwright/test'
import type { LonLat } from '../../src/model/units'
import { lookAt, openOnce, waitForAnalysis } from './open-app'

const { test, demo } = openOnce()

test('a gap in the network is found, repaired with its effect in people, listed and undone', async () => {
  const page = demo()
  await page.getByRole('button', { name: '数据', exact: true }).click()
  const check = page.getByRole('region', { name: '路网体检' })
  await check.getByRole('button', { name: /端点未接上/ }).click()
  await check.getByRole('button', { name: /船坞支弄/ }).click()
  await expect(check.getByText('道路端点差 0.63 m 没有接上')).toBeVisible()
  await expect(check.getByText(/\+\d/)).toBeVisible()
  await expect(check.getByText('成年人 · 标准距离')).toBeVisible()

  await check.getByRole('button', { name: '修复' }).click()
  await expect(check.getByRole('button', { name: /端点未接上/ })).toHaveCount(0)
  await expect(page.getByText('未保存')).toBeVisible()
  await waitForAnalysis(page)
  const corrections = page.getByRole('region', { name: '数据修正' })
  await expect(corrections.getByText('补一段 0.63 m 的通道')).toBeVisible()

  await corrections.getByRole('button', { name: '撤销' }).click()
  await expect(check.getByRole('button', { name: /端点未接上/ })).toBeVisible()
  await expect(corrections.getByText('还没有数据修正')).toBeVisible()
})

test('an ignored finding is no longer listed', async () => {
  const page = demo()
  const check = page.getByRole('region', { name: '路网体检' })
  await check.getByRole('button', { name: /孤立路段/ }).click()
  await check.getByRole('button', { name: /船坞支弄/ }).click()
  await check.getByRole('button', { name: '忽略' }).click()
  await expect(check.getByRole('button', { name: /孤立路段/ })).toHaveCount(0)
  await expect(check.getByText('已忽略 1 处')).toBeVisible()
})

test('a mark on the map opens its finding in the list', async () => {
  const page = demo()
  const check = page.getByRole('region', { name: '路网体检' })
  await expect(check.getByRole('button', { name: /端点未接上/ })).toBeVisible()
  const place = await page.evaluate((): LonLat => {
    const { checkUp } = window.lifecircle.results.getState()
    return checkUp!.findings.find(({ kind }) => kind === 'near-miss')!.at
  })
  const { x, y } = await lookAt(page, place, 17)
  await page.mouse.click(x, y)
  await expect(check.getByText('道路端点差 0.63 m 没有接上')).toBeVisible()
})
