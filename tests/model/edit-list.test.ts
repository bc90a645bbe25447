import { expect, test } from 'vitest'
import { withEdit, withEditAt, withEditMoved, withoutEdit } from '../../src/model/edit-list'
import { editNames, nameEdits } from '../../src/model/edit-name'
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
    { ...spaceEdit, id: '1', capacity: 9 },
    { ...wall, id: '2' },
  ])
  // what a space becomes stands where the space is
  const named = nameEdits(list)
  expect(withEdit(named, { ...moved, facility: 'made' }, by)).toBe(named)
  expect(withEdit(list, { ...opened, gate: 'gate', access: 'residents' }, by)).toEqual([
    named[0],
    { ...wall, id: '2', access: 'residents' },
  ])
  expect(withEdit(list, { ...closed, gate: 'gate' }, by)).toEqual([named[0]])
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

const wallAt = (lon: number): Edit => ({ kind: 'open-wall', community: 'c', at: [lon, 0], access: 'public' })

test('what adds a record keeps its name when edits before it go, come or change places', () => {
  const list = [wallAt(1), opened, wallAt(2), wallAt(3)]
  expect(editNames(list)).toEqual(['1', '2', '3', '4'])
  const without = withoutEdit(list, 0)
  expect(editNames(without).slice(1)).toEqual(['3', '4'])
  expect(editNames(withEditMoved(list, 3, 0))[0]).toBe('4')
  // said anew, without its name
  expect(withEditAt(without, 1, wallAt(9))[1]).toEqual({ ...wallAt(9), id: '3' })
  // what comes next is called like nothing there was, so that nobody takes it for what has gone
  const [, , , added] = put(without, wallAt(5))
  expect(editNames([...list, added])).toEqual([...editNames(list), added.id])
  expect(put(withoutEdit(put(without, wallAt(5)), 3), wallAt(6))[3].id).not.toBe(added.id)
})

test('two edits that a file calls the same, and two that say the same, are told apart', () => {
  const twice = put([], wallAt(1), wallAt(1))
  expect(new Set(editNames(twice)).size).toBe(2)
  const file = [{ ...wallAt(1), id: '2' }, wallAt(2), { ...wallAt(3), id: '2' }]
  expect(new Set(editNames(file)).size).toBe(3)
  expect(editNames(file)[0]).toBe('2')
})

test('a path that joined a path of the plan ends where it does when that one goes', () => {
  const line: [number, number][] = [
    [0, 0],
    [1, 1],
  ]
  const first: Edit = { kind: 'add-path', line, from: 's', to: null }
  const second: Edit = { kind: 'add-path', line, from: 't', to: 'path~edit-1' }
  expect(withoutEdit([first, second], 0)).toEqual([{ ...second, id: '2', to: null }])
  expect(withoutEdit([first, opened, second], 1)[1]).toEqual({ ...second, id: '3' })
})
