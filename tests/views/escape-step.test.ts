import { expect, test } from 'vitest'
import { FIRST_COMPARE_VIEW } from '../../src/store/compare-view'
import { escapeStep } from '../../src/views/frame/escape-step'

const nothing = {
  dragged: null,
  tool: null,
  isRulesOpen: false,
  selection: null,
  comparing: FIRST_COMPARE_VIEW,
  workspace: 'plan',
} as const
const selection = { kind: 'gate', id: 'g1' } as const

test('in a meeting Esc lets go of what was clicked, then ends the swipe, and only then the meeting', () => {
  const meeting = { ...nothing, workspace: 'present' } as const
  const comparing = { ...FIRST_COMPARE_VIEW, onMap: 'swipe' } as const
  expect(escapeStep({ ...meeting, comparing, selection })).toBe('selection')
  expect(escapeStep({ ...meeting, comparing })).toBe('comparing')
  expect(escapeStep(meeting)).toBe('present')
})

test('in any other workspace Esc ends the difference layer too, once nothing is selected', () => {
  const comparing = { ...FIRST_COMPARE_VIEW, onMap: 'difference' } as const
  expect(escapeStep({ ...nothing, comparing, selection })).toBe('selection')
  expect(escapeStep({ ...nothing, comparing })).toBe('comparing')
  expect(escapeStep(nothing)).toBeNull()
})

test('what is dragged, the tool and the rules go before all that', () => {
  const all = { ...nothing, selection, isRulesOpen: true, tool: { kind: 'move-facility' } } as const
  expect(escapeStep({ ...all, dragged: { facility: 'f1', to: [120, 30] } })).toBe('drag')
  expect(escapeStep(all)).toBe('tool')
  expect(escapeStep({ ...all, tool: null })).toBe('rules')
})
