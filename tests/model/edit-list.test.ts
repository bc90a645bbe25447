import { expect, test } from 'vitest'
import { withEdit, withEditMoved } from '../../src/model/edit-list'
import type { Edit } from '../../src/model/scenario'

const none = () => null
const by = (id: string) => ({ made: 0, gate: 1 })[id] ?? null
const put = (edits: readonly Edit[], ...added: readonly Edit[]) =>
  added.reduce<readonly Edit[]>((list, edit) => withEdit(list, edit, none), edits)

const opened: Edit = { kind: 'open-gate', gate: 'g', access: 'public' }
const closed: Edit = { kind: 'close-gate', gate: 'g' }
const moved: Edit = { kind: 'move-facility', facility: 'f', to: [1, 1] }

test('a gate is said once, as it was said last', () => {
  expect(put([], opened, closed)).toEqual([closed])
  expect(put([], closed, { ...opened, gate: 'other' }, opened)).toEqual([
    { ...opened, gate: 'other' },
    opened,
  ])
})

test('a facility moved again keeps its place in the list and what else was said of the move', () => {
  const edits = put([], { ...moved, note: '为何' }, opened, { ...moved, to: [2, 2] })
  expect(edits).toEqual([{ ...moved, to: [2, 2], note: '为何' }, opened])
})

test('what is said of a size adds up; closing takes the rest of what was said of the facility', () => {
  const sized = put(
    [],
    { kind: 'resize-facility', facility: 'f', floor_area_m2: 300 },
    { kind: 'resize-facility', facility: 'f', capacity: 20 },
  )
  expect(sized).toEqual([{ kind: 'resize-facility', facility: 'f', floor_area_m2: 300, capacity: 20 }])
  const shut: Edit = { kind: 'close-facility', facility: 'f' }
  expect(put(sized, moved, opened, shut)).toEqual([opened, shut])
})

test('an edit of what an edit has added is told in that edit', () => {
  const spaceEdit: Edit = { kind: 'convert-space', space: 's', use: 'U', class: 'C' }
  const wall: Edit = { kind: 'open-wall', community: 'c', at: [0, 0], access: 'public' }
  const list = [spaceEdit, wall]
  expect(withEdit(list, { kind: 'resize-facility', facility: 'made', capacity: 9 }, by)).toEqual([
    { ...spaceEdit, capacity: 9 },
    wall,
  ])
  // what a space becomes stands where the space is
  expect(withEdit(list, { ...moved, facility: 'made' }, by)).toBe(list)
  expect(withEdit(list, { ...opened, gate: 'gate', access: 'residents' }, by)).toEqual([
    spaceEdit,
    { ...wall, access: 'residents' },
  ])
  expect(withEdit(list, { ...closed, gate: 'gate' }, by)).toEqual([spaceEdit])
})

test('an edit goes to another place, at most to an end', () => {
  expect(withEditMoved([opened, closed, moved], 0, 1)).toEqual([closed, opened, moved])
  expect(withEditMoved([opened, closed, moved], 0, 9)).toEqual([closed, moved, opened])
  expect(withEditMoved([opened, closed, moved], 2, -1)).toEqual([moved, opened, closed])
})

test('a gate that lets others pass keeps its hours, its note and its cost; closed it has none', () => {
  const timed: Edit = {
    ...opened,
    access: 'residents',
    hours: { from: '07:00', to: '19:00' },
    note: '门卫值守',
    cost_yuan: 5000,
  }
  expect(put([timed, moved], opened)).toEqual([{ ...timed, access: 'public' }, moved])
  expect(put([timed, moved], closed)).toEqual([moved, closed])
})
