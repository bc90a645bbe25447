import { expect, test } from 'vitest'
import { readSpaceFact } from '../../src/views/spaces/read-space-fact'

test('what is no fact of its field is no unknown one either', () => {
  expect(readSpaceFact('area_m2', 'abc')).toEqual({ wanted: 'number' })
  expect(readSpaceFact('area_m2', '-5')).toEqual({ wanted: 'number' })
  expect(readSpaceFact('area_m2', '1,205.5')).toEqual({ fact: 1205.5 })
  expect(readSpaceFact('area_m2', '２００')).toEqual({ fact: 200 })
  expect(readSpaceFact('area_m2', ' ')).toEqual({ fact: null })
  expect(readSpaceFact('storey', '-1')).toEqual({ fact: -1 })
  expect(readSpaceFact('storey', '−2')).toEqual({ fact: -2 })
  expect(readSpaceFact('storey', '1.5')).toEqual({ wanted: 'storey' })
  expect(readSpaceFact('fire_grade', '5')).toEqual({ wanted: 'grade' })
  expect(readSpaceFact('fire_grade', '2')).toEqual({ fact: 2 })
  expect(readSpaceFact('note', '屋顶漏水')).toEqual({ fact: '屋顶漏水' })
})
