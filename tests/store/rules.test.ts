import { expect, test } from 'vitest'
import { checkPack, readPack, readPackFile } from '../../src/engine/rules/check-pack'
import type { PackFile } from '../../src/model/rule-pack'
import { copyPack, editFigure } from '../../src/model/rules/edit-pack'
import { hashPack } from '../../src/model/rules/hash-pack'
import { DEFAULT_CHOICE, DEFAULT_RULES, findShipped } from '../../src/model/rules/shipped-packs'
import { writePack } from '../../src/model/rules/write-pack'
import { createAppStore } from '../../src/store/app-store'
import {
  fakeEngine,
  mapLayers,
  memoryShelf,
  openResult,
  settle,
  storeWithProject,
  testSurroundings,
} from './fake-engine'

const gb = findShipped('gb50180-2018')!
const own = editFigure(
  copyPack(gb, new Set(), { name_zh: '我的', name_en: 'Mine' }),
  'MARKET',
  'radius_m',
  700,
)

const fileOf = (name: string, content: BlobPart) => new File([content], name)

/** Answers the next check of a pack as the worker would. */
async function answerCheck({ next }: ReturnType<typeof fakeEngine>): Promise<void> {
  const call = next('readPack')
  await call.answer(readPackFile((call.params as { bytes: Uint8Array }).bytes))
}

test('a choice is judged by at once and kept in the project; one that cannot be is refused and the old one stays', async () => {
  const { store, engine } = await storeWithProject()
  await engine.next('analyse').answer({ assessment: {}, gaps: [], issues: [], network: {} })
  store.actions.setRuleChoice({ packs: [own], old_area: true })
  await settle()
  const { rules, ruleChoice } = store.view.getState()
  expect(rules.rules.find(({ code }) => code === 'MARKET')?.radius_m).toBe(700)
  expect(ruleChoice.old_area).toBe(true)
  expect((engine.next('analyse').params as { rules: unknown }).rules).toEqual(rules)
  const kept = engine.next('setRules')
  expect(kept.params).toEqual({ rules: { packs: [own], old_area: true } })
  await kept.answer(null)
  expect(store.project.getState()).toMatchObject({
    hasUnsavedChanges: true,
    summary: { rules: { old_area: true } },
  })

  store.actions.setRuleChoice({ packs: [findShipped('complete-community')!], old_area: false })
  expect(store.view.getState().rules).toBe(rules)
  expect(store.library.getState().refused).toMatchObject([{ kind: 'choice' }])
  store.actions.dismissRefused()
  expect(store.library.getState().refused).toEqual([])
})

test('an opened project is judged by its own rules; one that says nothing by the shipped standard', async () => {
  const engine = fakeEngine()
  const store = createAppStore(engine.client, testSurroundings())
  const open = async (rules: { packs: PackFile[]; old_area: boolean } | null) => {
    void store.actions.openDemo()
    await settle()
    const opened = openResult('甲')
    await engine.next('open').answer({ ...opened, summary: { ...opened.summary, rules } })
    await engine.next('mapLayers').answer(mapLayers())
  }
  await open({ packs: [own], old_area: false })
  expect(hashPack(store.view.getState().rules)).toBe(hashPack(own))
  await open(null)
  expect(store.view.getState().rules).toEqual(DEFAULT_RULES)
  expect(store.view.getState().ruleChoice).toEqual(DEFAULT_CHOICE)
})

test('saving a project makes sure that it says what it was judged by', async () => {
  const { store, engine } = await storeWithProject()
  void store.actions.save()
  await settle()
  const kept = engine.next('setRules')
  expect(kept.params).toEqual({ rules: DEFAULT_CHOICE })
  await kept.answer(null)
  await engine.next('save').answer(new Uint8Array(1))
  void store.actions.save()
  await settle()
  expect(engine.asked.some(({ name }) => name === 'setRules')).toBe(false)
})

test('own packs come back from the shelf; what is no pack any more is left there', async () => {
  const engine = fakeEngine()
  const shelf = memoryShelf({ [own.id]: own, old: { id: 'old' } })
  const store = createAppStore(engine.client, testSurroundings({ shelf }))
  store.actions.setRulesOpen(true)
  await settle()
  await answerCheck(engine)
  await answerCheck(engine)
  expect(store.library.getState()).toMatchObject({ own: [own], isKept: true })
  await store.actions.deletePack(own.id)
  expect(store.library.getState().own).toEqual([])
  expect(await shelf.list()).toEqual([{ id: 'old' }])
})

const fail = () => Promise.reject(new Error('forbidden'))

test('where the browser keeps nothing, packs last as long as the page, and that is said', async () => {
  const engine = fakeEngine()
  const store = createAppStore(
    engine.client,
    testSurroundings({ shelf: { list: fail, put: fail, remove: fail } }),
  )
  await store.actions.savePack(own)
  expect(store.library.getState()).toMatchObject({ own: [own], isKept: false })
})

test('a shared file comes in under a free id, a bad one is refused with its rows', async () => {
  const engine = fakeEngine()
  const shelf = memoryShelf()
  const store = createAppStore(engine.client, testSurroundings({ shelf }))
  const rewritten = { ...editFigure(gb, 'STORE', 'radius_m', 10) }
  const opening = store.actions.openPacks([
    fileOf('a.json', writePack(rewritten)),
    fileOf('b.json', writePack(gb)),
  ])
  await settle()
  await answerCheck(engine)
  await settle()
  await answerCheck(engine)
  await opening
  // the last one is what is looked at next
  expect(store.library.getState().opened).toEqual({ file: 'b.json', id: 'gb50180-2018', isNew: false })
  // shipped ids are not written over, and the shipped pack itself needs no copy
  expect(store.library.getState().own.map(({ id }) => id)).toEqual(['gb50180-2018-2'])
  expect(checkPack((await shelf.list())[0]).problems).toEqual([])

  const bad = fileOf('bad.json', writePack(gb).replace('"radius_m": 1000', '"radius_m": "far"'))
  const refused = store.actions.openPacks([bad, fileOf('cut.json', '{\n"format": "lifecircle-rules",\n')])
  await settle()
  await answerCheck(engine)
  await settle()
  await answerCheck(engine)
  await refused
  expect(store.library.getState()).toMatchObject({
    own: [{ id: 'gb50180-2018-2' }],
    refused: [
      { kind: 'file', name: 'bad.json', problems: [{ list: 'rules', row: 1, field: 'radius_m' }] },
      { kind: 'not-json', name: 'cut.json', line: 2 },
    ],
    opened: null,
  })
})

test('a pack as an office saved it, in another encoding, is a pack among dropped files; what is no text is told so', async () => {
  const { store, engine } = await storeWithProject()
  const wide = new Uint8Array(Buffer.from(`\uFEFF${writePack(own)}`, 'utf16le'))
  const adding = store.actions.addFiles([fileOf('mine.rules.json', wide)])
  await settle()
  await settle()
  await answerCheck(engine)
  await adding
  expect(store.library.getState().own).toEqual([own])
  const opening = store.actions.openPacks([fileOf('noise.json', new Uint8Array([0x7b, 0xff, 0xff]))])
  await settle()
  await answerCheck(engine)
  await opening
  expect(store.library.getState().refused).toEqual([{ kind: 'not-text', name: 'noise.json' }])
})

test('a file of hundreds of megabytes that begins as a pack does is not read', async () => {
  const { store } = await storeWithProject()
  // there is nothing in it to be read
  const large = { name: 'huge.rules.json', size: 500e6 } as File
  await store.actions.openPacks([large])
  expect(store.project.getState().notices).toMatchObject([
    { issue: { code: 'file-too-large', file: 'huge.rules.json', facts: { size_mb: 500, limit_mb: 20 } } },
  ])
})

test('a rule pack among dropped files opens the rules, the others are opened as data', async () => {
  const { store, engine } = await storeWithProject()
  const before = store.project.getState().summary
  void store.actions.addFiles([fileOf('mine.rules.json', writePack(own))])
  await settle()
  await settle()
  await answerCheck(engine)
  expect(store.view.getState().isRulesOpen).toBe(true)
  expect(store.library.getState().own).toEqual([own])
  expect(store.project.getState().summary).toBe(before)
  expect(engine.asked.some(({ name }) => name === 'add')).toBe(false)
})

test('a pack is shared as a file that opens again', async () => {
  const files: [string, string][] = []
  const download = (name: string, bytes: Uint8Array) =>
    void files.push([name, new TextDecoder().decode(bytes)])
  const store = createAppStore(fakeEngine().client, testSurroundings({ download }))
  store.actions.sharePack(own)
  expect(files[0][0]).toBe('gb50180-2018-own-1.0.0.rules.json')
  expect(readPack(files[0][1]).pack).toEqual(own)
})

test('how complete a layer is goes to the worker and asks anew', async () => {
  const { store, engine } = await storeWithProject()
  const saying = store.actions.setCompleteness('gates', 'partial')
  await settle()
  const call = engine.next('setCompleteness')
  expect(call.params).toEqual({ layer: 'gates', level: 'partial' })
  await call.answer(null)
  expect(store.project.getState()).toMatchObject({
    hasUnsavedChanges: true,
    summary: { completeness: { gates: 'partial' } },
  })
  expect(engine.asked.filter(({ name }) => name === 'analyse').length).toBeGreaterThan(0)
  void saying
})
