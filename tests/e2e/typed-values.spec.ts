import { expect } from '@playwright/test'
import { openOnce } from './open-app'

const { test, demo } = openOnce()

/** The edits of the scenario that is shown. */
const edits = async (): Promise<unknown> =>
  demo().evaluate(() => window.lifecircle.project.getState().summary?.scenarios.map((each) => each.edits))

test('a gate has other hours, said where it is; half of them say what is missing', async () => {
  const page = demo()
  await page.keyboard.press('4')
  await page.evaluate(() => window.lifecircle.actions.select({ kind: 'gate', id: 'gate-zhugan-2' }))
  const gate = page.locator('.inspector')
  await gate.getByLabel('开放时段 自').fill('07:00')
  await page.keyboard.press('Enter')
  await expect(gate.getByRole('alert')).toHaveText('起止两个时刻都填才生效')
  expect(await edits()).toEqual([])
  await gate.getByLabel('开放时段 至').fill('19:00')
  await page.keyboard.press('Enter')
  const hours = { from: '07:00', to: '19:00' }
  const said = { kind: 'open-gate', gate: 'gate-zhugan-2', access: 'public', hours }
  await expect.poll(edits).toEqual([[said]])
  // once known, both times stand there once
  await expect(gate.locator('input[type=time]')).toHaveCount(2)
  await gate.getByLabel(/通行/).selectOption('residents')
  await expect.poll(edits).toEqual([[{ ...said, access: 'residents' }]])
})

test('what is no amount is not taken, says so, and takes nothing away', async () => {
  const page = demo()
  await page.locator('.edit-head').click()
  const fields = page.locator('.edit-body')
  const cost = fields.getByLabel('造价（万元），自填')
  await cost.fill('5')
  await page.keyboard.press('Tab')
  await expect.poll(edits).toMatchObject([[{ cost_yuan: 50_000 }]])
  for (const [typed, why] of [
    ['-5', '未采用「-5」：须为 0 以上的数'],
    ['5e', '未采用「5e」：须为 0 以上的数'],
    ['9'.repeat(400), /最多 10,000,000$/],
  ] as const) {
    await cost.fill(typed)
    await page.keyboard.press('Tab')
    await expect(fields.getByRole('alert')).toHaveText(why)
    await expect(cost).toHaveValue('5')
  }
  expect(await edits()).toMatchObject([[{ cost_yuan: 50_000 }]])
})

test('a step is taken back from the field one has tabbed to, and the note that is taken back is gone', async () => {
  const page = demo()
  const fields = page.locator('.edit-body')
  const note = fields.getByLabel('备注')
  await note.fill('门卫值守')
  await page.keyboard.press('Enter')
  await expect.poll(edits).toMatchObject([[{ note: '门卫值守' }]])
  await page.keyboard.press('Control+z')
  await expect(note).toHaveValue('')
  await note.fill('另一条')
  await page.keyboard.press('Escape')
  await expect(note).toHaveValue('')
  await fields.getByLabel('造价（万元），自填').fill('8')
  await page.keyboard.press('Tab')
  await expect.poll(edits).toMatchObject([[{ cost_yuan: 80_000 }]])
  await page.keyboard.press('Control+z')
  await expect(fields.getByLabel('造价（万元），自填')).toHaveValue('5')
})

test('a facility that the scenario closes is kept open again where it stood', async () => {
  const page = demo()
  await page.evaluate(() => window.lifecircle.actions.select({ kind: 'facility', id: 'f-yanbu-court' }))
  const facility = page.locator('.inspector')
  await facility.getByRole('button', { name: '关闭设施' }).click()
  await facility.getByRole('button', { name: '不关闭了：撤去这项措施' }).click()
  await expect(facility.getByRole('button', { name: '关闭设施' })).toBeVisible()
  expect(await edits()).toMatchObject([[{ kind: 'open-gate' }]])
})

test('what one unit gains by sharing is not told of another', async () => {
  const page = demo()
  await page.locator('.plan-tabs').getByText('联合', { exact: true }).click()
  await page.locator('.unit-head').nth(1).click()
  await page.getByRole('button', { name: '计算增益' }).click()
  await expect(page.locator('.gain-headline')).toBeVisible()
  await page.locator('.unit-head').nth(3).click()
  await expect(page.locator('.gain')).toBeVisible()
  await expect(page.locator('.gain-headline')).toHaveCount(0)
  // the one that is opened is in sight, though the one above it has closed
  await expect(page.locator('.unit-head').nth(3)).toBeInViewport()
})

/** Those of the scenario made last. */
const last = async (): Promise<unknown> => {
  const lists = (await edits()) as readonly unknown[]
  return lists.at(-1)
}

test('a space is split among uses where one looks at it, and says what is left', async () => {
  const page = demo()
  await page.keyboard.press('4')
  await page.evaluate(() => {
    const { actions } = window.lifecircle
    actions.createScenario('分用')
    actions.select({ kind: 'space', id: 'sp-u-yanbu' })
  })
  const space = page.locator('.inspector')
  const set = (use: string) =>
    space.locator('.hosting-list li').filter({ hasText: use }).getByText('设为').click()
  await set('地下停车')
  await expect(space.getByText('共 700 m²，已用 700 m²，剩 0 m²')).toBeVisible()
  // nothing is left for another use
  await expect(space.locator('.hosting-list').getByText('设为')).toHaveCount(0)
  await space.getByRole('textbox', { name: '地下停车' }).fill('300')
  await page.keyboard.press('Enter')
  await expect(space.getByText('共 700 m²，已用 300 m²，剩 400 m²')).toBeVisible()
  await set('室内健身')
  // bays are those of the part, and the second use takes the rest
  await expect
    .poll(last)
    .toMatchObject([{ use: 'BASEMENT_PARKING', area_m2: 300, capacity: 8 }, { area_m2: 400 }])
  await space.getByRole('textbox', { name: '室内健身' }).fill('500')
  await page.keyboard.press('Enter')
  await expect(space.getByText('不能实施：空间面积已用完，或超出空间面积')).toBeVisible()
})
