import { expect, test } from 'vitest'

import type { Laying, LayAll } from '../../../src/engine/propose/lay-apart'
import { layInRounds } from '../../../src/engine/propose/lay-in-rounds'

const NOWHERE = [0, 0, 0, 0] as const

function laying(): Laying {
  return { edits: [], changes: NOWHERE, measured: NOWHERE, tell: () => undefined }
}

/** Somebody who has things laid so many at a time, and notes how far they have come. */
function asker(name: string, rounds: readonly number[], notes: string[]) {
  return async (layAll: LayAll): Promise<string> => {
    for (const [i, count] of rounds.entries()) {
      notes.push(`${name}${i}`)
      await layAll(Array.from({ length: count }, laying))
    }
    notes.push(`${name} done`)
    return name
  }
}

test('what all wait for is laid at once, and each goes on where the one before waits or is done', async () => {
  const notes: string[] = []
  const answers = await layInRounds(
    [asker('a', [2, 1], notes), asker('b', [], notes), asker('c', [1], notes)],
    async (layings) => {
      notes.push(`lays ${layings.length}`)
    },
  )
  expect(answers).toEqual(['a', 'b', 'c'])
  expect(notes).toEqual(['a0', 'b done', 'c0', 'lays 3', 'a1', 'c done', 'lays 1', 'a done'])
})

test('nothing to be laid is not waited for', async () => {
  const notes: string[] = []
  await layInRounds([asker('a', [0, 0], notes), asker('b', [0], notes)], async () => {
    notes.push('lays')
  })
  expect(notes).toEqual(['a0', 'a1', 'a done', 'b0', 'b done'])
})

const layNothing: LayAll = async () => undefined
const cannotLay: LayAll = async () => {
  throw new Error('laying')
}

async function fails(layAll: LayAll): Promise<string> {
  await layAll([laying()])
  throw new Error('one of them')
}

test('an error of one of them, or of laying, is the error of all', async () => {
  await expect(layInRounds([asker('a', [1], []), fails], layNothing)).rejects.toThrow('one of them')
  await expect(layInRounds([asker('a', [1], [])], cannotLay)).rejects.toThrow('laying')
})
