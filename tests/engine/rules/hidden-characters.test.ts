import { expect, test } from 'vitest'

import { packProject, unpackProject } from '../../../src/engine/project/project-file'
import { readPack } from '../../../src/engine/rules/check-pack'
import { SHIPPED_PACKS } from '../../../src/model/rules/shipped-packs'
import { Scene } from '../../scene/scene'

const [shipped] = SHIPPED_PACKS
const dirty = {
  ...shipped,
  id: 'mine',
  name_zh: '我的\u202e规则\u200b',
  rules: shipped.rules.map((rule, i) => (i === 0 ? { ...rule, name_zh: `${rule.name_zh}\u2066` } : rule)),
}

test('the texts of a rule pack come in without hidden characters', () => {
  const { pack } = readPack(JSON.stringify(dirty))
  expect(pack?.name_zh).toBe('我的规则')
  expect(pack?.rules[0].name_zh).toBe(shipped.rules[0].name_zh)
  expect(readPack(JSON.stringify(shipped)).pack).toEqual(shipped)
})

test('a pack kept in a project tells that it was cleaned', () => {
  const project = new Scene().project({ rules: { packs: [dirty], old_area: false } })
  const { project: read, issues } = unpackProject(packProject(project))
  expect(read.rules?.packs[0].name_zh).toBe('我的规则')
  expect(issues).toMatchObject([{ severity: 'warning', code: 'text-cleaned', file: 'rules/mine.json' }])
})
