import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFromEntries } from '../../src/engine/project/project-file'
import type { Project } from '../../src/model/project'
import type { InputFile } from '../../src/worker/protocol'

const ROOT = join(import.meta.dirname, '../../data/demo')

function demoPaths(): string[] {
  return readdirSync(ROOT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(ROOT.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}

/** The demo as the page hands it to the worker. */
export function demoFiles(): InputFile[] {
  return demoPaths().map((name) => ({ name, blob: new Blob([readFileSync(join(ROOT, name))]) }))
}

/** The files of the demo in the repository, by their paths in its folder. */
export function demoEntries(): Map<string, Uint8Array> {
  return new Map(demoPaths().map((name) => [name, new Uint8Array(readFileSync(join(ROOT, name)))]))
}

/**
 * The demo read directly, without a worker. Its maker gives the very same (`demo-shape.test.ts`), but takes
 * seconds.
 */
export function demoProject(): Project {
  return projectFromEntries(demoEntries()).project
}

export function textFile(name: string, text: string): InputFile {
  return { name, blob: new Blob([text]) }
}
