import { expect, test } from 'vitest'
import { describeLink } from '../../src/map/describe-marks'
import { shownLinks } from '../../src/map/layers/links'
import type { LinkOrder } from '../../src/model/link-effect'
import type { LinkSearch } from '../../src/model/links'
import { DEFAULT_RULES } from '../../src/model/rules/shipped-packs'
import { FIRST_LINK_VIEW } from '../../src/store/link-view'
import type { ViewState } from '../../src/store/state'

const found = (id: string, person_minutes: number, people: number, communities: object | null = null) => ({
  id,
  kind: 'gate',
  at: [120, 30],
  line: [],
  effect: { person_minutes, people, people_lost: 0, classes: [], communities },
})
const reader = { locale: 'zh', rules: DEFAULT_RULES } as const
const told = (candidates: readonly object[], order: LinkOrder) =>
  shownLinks({
    view: { workspace: 'plan', links: { ...FIRST_LINK_VIEW, isOpen: true, order } } as ViewState,
    links: { candidates } as unknown as LinkSearch,
  }).map((mark) => [mark.id, mark.worth, describeLink(mark, reader)[1]])

test('the marks of links go by what the list is ranked by', () => {
  const links = [found('a', 90, 10), found('b', 80, 30)]
  expect(told(links, 'walks')).toEqual([
    ['a', 90, '少走 90 人·分钟'],
    ['b', 80, '少走 80 人·分钟'],
  ])
  expect(told(links, 'people')).toEqual([
    ['b', 30, '单独新覆盖 30 人次'],
    ['a', 10, '单独新覆盖 10 人次'],
  ])
})

test('so do those of communities, where nobody is counted', () => {
  const links = [found('a', 0, 0, { minutes: 9, gain: 1 }), found('b', 0, 0, { minutes: 8, gain: 2 })]
  expect(told(links, 'walks').map(([id, worth]) => [id, worth])).toEqual([
    ['a', 9],
    ['b', 8],
  ])
  expect(told(links, 'people')).toEqual([
    ['b', 2, '单独新覆盖 2 小区·类'],
    ['a', 1, '单独新覆盖 1 小区·类'],
  ])
})
