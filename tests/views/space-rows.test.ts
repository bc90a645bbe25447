import { beforeAll, expect, test } from 'vitest'
import writeWorkbook from 'write-excel-file/universal'
import type { Space } from '../../src/model/layers'
import type { Project } from '../../src/model/project'
import { spaceRows } from '../../src/views/spaces/space-rows'
import { writeCsv } from '../../src/views/table/write-csv'
import { wordsEn } from '../../src/views/words.en'
import { type Words, wordsZh } from '../../src/views/words.zh'
import { addToProject } from '../../src/worker/read-input'
import { demoProject } from '../worker/demo-files'

let demo: Project
let names: ReadonlyMap<string, string>
beforeAll(() => {
  demo = demoProject()
  names = new Map(demo.layers.communities.map(({ id, name }) => [id, name ?? id]))
})

const csv = (spaces: readonly Space[], words: Words) =>
  new Blob([writeCsv(spaceRows(spaces, [], names, words))])

async function xlsx(spaces: readonly Space[]): Promise<Blob> {
  const data = spaceRows(spaces, [], names, wordsZh).map((row) =>
    row.map((value) =>
      value === null ? null : { value, type: typeof value === 'number' ? Number : String },
    ),
  )
  return writeWorkbook([{ sheet: '候选空间', data }]).toBlob()
}

const filled = (space: Space): Space => ({
  ...space,
  ownership: 'civil_defense',
  structure: 'mixed',
  fire_grade: 2,
  flue: false,
  heritage: true,
  sun_hours: 2.5,
  outdoor_m2: 30,
  photos: "'=旧.jpg",
  note: '-3',
  survey_date: '2026-03-01',
  extra: { 门牌: '12 号' },
})

test('the table of spaces comes in again unchanged: CSV in both languages, and XLSX', async () => {
  const base = { ...demo, layers: { ...demo.layers, spaces: [] } }
  const spaces = demo.layers.spaces.map(filled)
  const files = [
    ['a.csv', csv(spaces, wordsZh)],
    ['b.csv', csv(spaces, wordsEn)],
    ['c.xlsx', await xlsx(spaces)],
  ] as const
  for (const [name, blob] of files) {
    const { project, issues } = await addToProject(base, [{ name, blob }], {})
    expect([name, issues]).toEqual([name, []])
    expect(project.layers.spaces).toEqual(spaces)
  }
})

test('a table laid over the project it came from changes what was filled in, and adds nothing', async () => {
  const [first, second] = demo.layers.spaces
  const table = [filled(first), second, { ...second, id: 'another' }, { ...first, geometry: second.geometry }]
  const { project, issues } = await addToProject(demo, [{ name: 'a.csv', blob: csv(table, wordsZh) }], {})
  expect(project.layers.spaces.slice(0, demo.layers.spaces.length)).toEqual(demo.layers.spaces)
  // another id, and the same id at another place: those are further spaces
  expect(project.layers.spaces.slice(demo.layers.spaces.length).map(({ id }) => id)).toEqual([
    'another',
    `${first.id}-2`,
  ])
  expect(project.corrections).toHaveLength(demo.corrections.length + 1)
  expect(project.corrections.at(-1)).toMatchObject({
    kind: 'set-space',
    space: first.id,
    facts: { ownership: 'civil_defense', heritage: true, note: '-3' },
  })
  expect(issues.map(({ code, facts }) => [code, facts])).toContainEqual([
    'spaces-updated',
    { count: 2, changed: 1 },
  ])
})
