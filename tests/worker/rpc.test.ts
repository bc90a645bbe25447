import { expect, test } from 'vitest'
import { Cancelled, checkpoint } from '../../src/engine/run'
import { DataError } from '../../src/model/issue'
import { Transferred } from '../../src/worker/rpc'
import { overAChannel, partialTable } from './over-a-channel'

const settings = {} as never

test('answers come to the call that asked, in whatever order they are ready', async () => {
  const { client, close } = overAChannel(
    partialTable({
      setSurveyed: async ({ code }) => {
        if (code === 'slow') await new Promise((resolve) => setTimeout(resolve, 20))
        throw new Error(code)
      },
    }),
  )
  const slow = client.call('setSurveyed', { code: 'slow', surveyed: true })
  const quick = client.call('setSurveyed', { code: 'quick', surveyed: true })
  await expect(quick).rejects.toThrow('quick')
  await expect(slow).rejects.toThrow('slow')
  close()
})

test('an issue survives the way to the page', async () => {
  const issue = { code: 'json-invalid', file: 'a.json', facts: { offset: 7 } } as const
  const { client, close } = overAChannel(
    partialTable({
      open: async () => {
        throw new DataError(issue)
      },
    }),
  )
  const error = await client.call('open', { files: [] }).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(DataError)
  expect((error as DataError).issue).toEqual({ severity: 'error', ...issue })
  close()
})

test('progress is told, and the last step of a stage always', async () => {
  const { client, close } = overAChannel(
    partialTable({
      open: async (_params, run) => {
        for (let done = 0; done <= 500; done++) await checkpoint(run, 'read', done, 500)
        return { summary: null, files: [], issues: [] } as never
      },
    }),
  )
  const seen: number[] = []
  await client.call('open', { files: [] }, { onProgress: (_stage, done) => seen.push(done) })
  expect(seen.at(-1)).toBe(500)
  expect(seen.length).toBeLessThan(500)
  close()
})

test('a cancel reaches a long call between two of its steps', async () => {
  let steps = 0
  let end: unknown = null
  const controller = new AbortController()
  const { client, close } = overAChannel(
    partialTable({
      analyse: async (_params, run) => {
        try {
          for (;;) {
            steps++
            await new Promise((resolve) => setTimeout(resolve, 1))
            await checkpoint(run, 'reach', steps, 0)
          }
        } catch (error) {
          end = error
          throw error
        }
      },
    }),
  )
  const call = client.call('analyse', settings, {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  })
  await expect(call).rejects.toBeInstanceOf(Cancelled)
  await expect.poll(() => end).toBeInstanceOf(Cancelled)
  close()
})

test('a call that is cancelled before it starts is never sent', async () => {
  const asked: string[] = []
  const { client, close } = overAChannel(
    partialTable({
      setSurveyed: async ({ code }) => {
        asked.push(code)
        return null
      },
    }),
  )
  const call = client.call('setSurveyed', { code: 'a', surveyed: true }, { signal: AbortSignal.abort() })
  await expect(call).rejects.toBeInstanceOf(Cancelled)
  await client.call('setSurveyed', { code: 'b', surveyed: true })
  expect(asked).toEqual(['b'])
  close()
})

test('a transferred buffer leaves the worker empty', async () => {
  const bytes = new Uint8Array([1, 2, 3])
  const { client, close } = overAChannel(
    partialTable({ save: async () => new Transferred(bytes, [bytes.buffer]) }),
  )
  expect([...(await client.call('save', {}))]).toEqual([1, 2, 3])
  expect(bytes.byteLength).toBe(0)
  close()
})

test('a worker that dies fails what was asked of it', async () => {
  const { client, close } = overAChannel(partialTable({ save: () => new Promise(() => undefined) }))
  const call = client.call('save', {})
  client.fail('gone')
  await expect(call).rejects.toThrow('gone')
  close()
})
