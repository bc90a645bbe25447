import { expect, test } from 'vitest'
import { nameProject } from '../../../src/engine/read/name-project'

const named = (...files: readonly (string | readonly [name: string, communities: number])[]) =>
  nameProject(
    files.map((file) =>
      typeof file === 'string' ? { name: file, communities: 0 } : { name: file[0], communities: file[1] },
    ),
  )

test('one file names its project, without folder and endings', () => {
  expect(named('a/district.osm.pbf')).toBe('district')
  expect(named('小区.xlsx')).toBe('小区')
  expect(named('.csv')).toBe('.csv')
})

test('of several files what all names begin with is the name, as far as it is a whole word', () => {
  expect(named('澜北街道-小区.xlsx', '澜北街道-设施.csv', '澜北街道_路网.geojson')).toBe('澜北街道')
  expect(named('西湖区小区.xlsx', '西湖区设施.csv')).toBe('西湖区')
  expect(named('xihu_communities.geojson', 'xihu_companies.geojson')).toBe('xihu')
  expect(named('澜北街道（小区）.xlsx', '澜北街道（设施）.xlsx')).toBe('澜北街道')
  // not of a part of a word, nor of a date alone
  expect(named('commons.csv', ['compounds.geojson', 9])).toBe('compounds')
  expect(named('2026-小区.csv', ['2026-杭氧.geojson', 3])).toBe('2026-杭氧')
})

test('files dropped with their folder take its name', () => {
  expect(named('澜北普查/小区.xlsx', '澜北普查/图层/设施.csv')).toBe('澜北普查')
  expect(named('澜北普查/小区.xlsx')).toBe('小区')
})

test('else the file with the communities names it, unless its name says only that', () => {
  expect(named('hangzhou.osm.pbf', ['杭氧片区普查.xlsx', 12])).toBe('杭氧片区普查')
  expect(named('设施表.csv', ['小区名单.xlsx', 12], 'hangzhou.osm.pbf')).toBe('hangzhou')
  expect(named('facilities.csv', ['communities.geojson', 12])).toBe('communities')
})
