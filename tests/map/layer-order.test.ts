import { expect, test } from 'vitest'
import pack from '../../data/rules/gb50180-2018.json'
import { baseStyle } from '../../src/map/base-style'
import { baseLayerAbove, inLayerOrder, layerOrder } from '../../src/map/layer-order'
import type { RulePack } from '../../src/model/rule-pack'
import { SWITCHABLE_LAYERS, type SwitchableLayer } from '../../src/store/state'

const allVisible = Object.fromEntries(SWITCHABLE_LAYERS.map((layer) => [layer, true])) as Record<
  SwitchableLayer,
  boolean
>
const input = {
  appearance: 'light',
  visible: allVisible,
  rules: pack as unknown as RulePack,
  hiddenFamilies: [],
  mapTheme: { kind: 'missing' },
  isCrowded: true,
} as const

test('an unknown layer is refused by name', () => {
  expect(() => layerOrder('clouds')).toThrow('"clouds"')
})

test('every layer of the base style has its place, and the style is in that order', () => {
  const { layers } = baseStyle(input)
  expect(layers).toEqual(inLayerOrder(layers))
  expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length)
})

test('a deck layer is drawn under the next base layer, and that layer exists', () => {
  const ids = baseStyle(input).layers.map(({ id }) => id)
  expect(ids).toContain(baseLayerAbove('communities-fill'))
  expect(layerOrder(baseLayerAbove('catchment')!)).toBeGreaterThan(layerOrder('catchment'))
  expect(baseLayerAbove('origin')).toBeUndefined()
})

const inDeck: readonly SwitchableLayer[] = ['catchment', 'spaces', 'gates']

test.each(SWITCHABLE_LAYERS.filter((name) => !inDeck.includes(name)))(
  'the switch of %s hides some base layer',
  (layer) => {
    const { layers } = baseStyle({ ...input, visible: { ...allVisible, [layer]: false } })
    expect(layers.some(({ layout }) => layout?.visibility === 'none')).toBe(true)
  },
)

test('light and dark have the same layers', () => {
  const [light, dark] = (['light', 'dark'] as const).map((appearance) => baseStyle({ ...input, appearance }))
  expect(dark.layers.map(({ id }) => id)).toEqual(light.layers.map(({ id }) => id))
})
