import { expect, test } from 'vitest'
import { orderLinks } from '../../src/model/link-effect'
import type { LinkEffect } from '../../src/model/links'

const link = (id: string, person_minutes: number, people: number, communities: object | null = null) => ({
  id,
  effect: { person_minutes, people, people_lost: 0, classes: [], communities } as unknown as LinkEffect,
})
const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join('')

test('links are ranked by walking saved or by people newly served; the other decides between equal ones', () => {
  const found = [link('a', 90, 10), link('b', 80, 30), link('c', 70, 30), link('d', 60, 0)]
  expect(idsOf(orderLinks(found, 'walks'))).toBe('abcd')
  expect(idsOf(orderLinks(found, 'people'))).toBe('bcad')
})

test('where nobody is counted communities stand for people', () => {
  const found = [link('a', 0, 0, { minutes: 9, gain: 1 }), link('b', 0, 0, { minutes: 8, gain: 2 })]
  expect(idsOf(orderLinks(found, 'people'))).toBe('ba')
})
