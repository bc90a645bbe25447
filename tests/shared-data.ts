import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { test } from 'vitest'

import { mergeImports } from '../src/engine/project/merge-import'
import { bytesSource } from '../src/engine/read/byte-source'
import { readFile } from '../src/engine/read/read-file'
import type { Project } from '../src/model/project'

const ROOT = join(import.meta.dirname, '../../shared/data')

/** The path of a file of real data beside the checkout; it may be absent. */
export function sharedPath(name: string): string {
  return join(ROOT, name)
}

/** `test`, or a skip that says which file is missing. */
export function testWith(...names: readonly string[]): typeof test {
  const missing = names.find((name) => !existsSync(sharedPath(name)))
  if (missing === undefined) return test
  return ((title: string, ...rest: unknown[]) =>
    test.skip(`${title} (skipped: ../shared/data/${missing} is absent)`, ...(rest as []))) as typeof test
}

/** A real file as a project. */
export async function sharedProject(name: string): Promise<Project> {
  const result = await readFile(bytesSource(name, new Uint8Array(readFileSync(sharedPath(name)))), {}, {})
  return mergeImports(null, [result], name).project
}
