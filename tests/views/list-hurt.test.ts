import { expect, test } from 'vitest'
import type { CommunityChange, PlaceChange } from '../../src/model/comparison'
import { listHurt } from '../../src/views/scenario/list-hurt'

const community = (id: string, lost: string[], people_lost: number | null): CommunityChange => ({
  id,
  gained: [],
  lost,
  people_gained: people_lost === null ? null : 0,
  people_lost,
  person_minutes: people_lost === null ? null : 0,
})
const place = (of: string, lost: number[]): PlaceChange => ({
  at: [120, 30],
  community: of,
  people: null,
  gained: [],
  lost,
})

test('a community nobody counted is named where one of its places loses, though its verdict stays', () => {
  expect(
    listHurt({
      communities: [
        community('uncounted', [], null),
        community('turned', ['MARKET'], null),
        community('few', [], 3),
        community('many', [], 40),
        community('better', [], 0),
      ],
      places: [place('uncounted', [0]), place('uncounted', [1]), place('better', []), place('many', [0])],
    }),
  ).toEqual(['many', 'few', 'turned', 'uncounted'])
})
