import { expect, test } from 'vitest'
import type { Hosting } from '../../src/model/hosting'
import type { Edit } from '../../src/model/scenario'
import { tellForbidden } from '../../src/views/plan/tell-finding'
import { wordsEn } from '../../src/views/words.en'
import { wordsZh } from '../../src/views/words.zh'

const HOSTING: readonly Hosting[] = [
  {
    space: 'yard',
    use: 'elder_room',
    verdict: 'blocked',
    findings: [
      { rule: 'HR19', level: 'block', code: 'heritage-no-volume', facts: {} },
      { rule: 'HR13', level: 'condition', code: 'permission-needed', facts: {} },
    ],
    area_m2: 330,
    units: null,
  },
]
const convert = (use: string): Edit => ({ kind: 'convert-space', space: 'yard', use, class: 'X' })

test('a use that the rules forbid since the space was listed says so at its measure, with the rule', () => {
  expect(tellForbidden(wordsZh, HOSTING, convert('elder_room'))).toBe(
    '不允许：文物保护范围内不得新增体量 (HR19)',
  )
  expect(tellForbidden(wordsEn, HOSTING, convert('elder_room'))).toContain('(HR19)')
  expect(tellForbidden(wordsZh, HOSTING, convert('fitness'))).toBe(null)
  expect(tellForbidden(wordsZh, null, convert('elder_room'))).toBe(null)
  expect(tellForbidden(wordsZh, HOSTING, { kind: 'close-gate', gate: 'yard' })).toBe(null)
})
