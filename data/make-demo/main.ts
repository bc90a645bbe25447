import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { projectToEntries } from '../../src/engine/project/project-file'
import { makeDemo } from './make-demo'

/** The seed of the demo that is in the repository. */
const SEED = 20231220

const folder = join('data', 'demo')
rmSync(folder, { recursive: true, force: true })
let total = 0
for (const [path, bytes] of projectToEntries(makeDemo(SEED))) {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, bytes)
  total += bytes.byteLength
}
process.stdout.write(`${folder}: ${(total / 1e6).toFixed(2)} MB\n`)
