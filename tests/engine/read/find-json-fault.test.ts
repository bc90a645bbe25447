import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findJsonFault } from '../../../src/engine/read/find-json-fault'

test.each([
  ['{\n "a": 1,\n "b": [1, 2,],\n "c": 3\n}', 3],
  ['{\n "a": 1\n "b": 2\n}', 3],
  ['{\n "a": 1,\n}', 3],
  ['{\n "a": \'x\'\n}', 2],
  ['{\n "a": "x\n"}', 2],
  ['{\n "a": 01\n}', 2],
  ['{\n "a": [1}\n', 2],
  ['{\n "a": {"b": 1}\n\n', 2],
  ['', 1],
  ['{} {}', 1],
])('%j stops being JSON on line %d', (text, line) => {
  expect(findJsonFault(text)?.line).toBe(line)
})

test('agrees with the parser about what is JSON, whole and with a character lost, doubled or put in', () => {
  const broken = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', ']', '}', ':', '0', '\n', '\\', 'e'))
    .map(([text, n, put]) => {
      const at = n % (text.length + 1)
      return text.slice(0, at) + put + text.slice(at + (n % 2))
    })
  fc.assert(
    fc.property(fc.oneof(fc.json(), broken), (text) => {
      let isJson = true
      try {
        JSON.parse(text)
      } catch {
        isJson = false
      }
      expect(findJsonFault(text) === null).toBe(isJson)
    }),
    { numRuns: 2000 },
  )
})
