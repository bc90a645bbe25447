import { describe, expect, it } from 'vitest'
import { type Place, searchPlaces } from '../../src/views/frame/search-places'

const place = (kind: Place['kind'], name: string): Place => ({
  kind,
  id: `${kind}-${name}`,
  name,
  detail: '',
})
const places = [
  place('facility', '翠苑一区老年食堂'),
  place('community', '翠苑一区'),
  place('community', '新翠苑一区'),
  place('space', '翠苑一区锅炉房'),
  place('community', 'Ｇarden Court'),
]
const found = (query: string, limit?: number) => searchPlaces(places, query, limit).map(({ name }) => name)

describe('search', () => {
  it('puts the whole name first, then beginnings, then what contains it', () => {
    expect(found('翠苑一区')).toEqual(['翠苑一区', '翠苑一区老年食堂', '翠苑一区锅炉房', '新翠苑一区'])
  })

  it('ignores case, spaces and full-width letters', () => {
    expect(found('garden  court')).toEqual(['Ｇarden Court'])
    expect(found('翠苑 一区', 1)).toEqual(['翠苑一区'])
  })

  it('finds nothing for nothing', () => {
    expect(found('  ')).toEqual([])
    expect(found('曙光')).toEqual([])
  })
})
