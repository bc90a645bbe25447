import { applyCorrections } from '../engine/correction/apply-corrections'
import { mergeImports } from '../engine/project/merge-import'
import { projectFromEntries, refuseLarge, unpackProject } from '../engine/project/project-file'
import type { ReadResult } from '../engine/read/read-result'
import { checkpoint, type Run } from '../engine/run'
import type { ShiftedCrs } from '../model/correction'
import { DataError, type Issue } from '../model/issue'
import type { Project } from '../model/project'
import { blobBytes, blobSource } from './blob-source'
import { takeKnownSpaces } from './take-known-spaces'
import type { FileReport, InputFile } from './protocol'

/** A project just read, not yet open. */
export interface Opened {
  readonly project: Project
  readonly files: readonly FileReport[]
  readonly issues: readonly Issue[]
}

/**
 * Files → a new project: one .lifecircle file, the files of such a project as a folder, or any mix of
 * survey files. Throws `DataError` when nothing usable was in them.
 */
export async function openProject(files: readonly InputFile[], run: Run): Promise<Opened> {
  const packed = files.find(({ name }) => name.toLowerCase().endsWith('.lifecircle'))
  if (packed) {
    run.onProgress?.('read', 0, packed.blob.size)
    refuseLarge(packed.blob.size, packed.name)
    return opened(unpackProject(await blobBytes(packed), packed.name))
  }
  if (files.some(({ name }) => baseName(name) === 'project.json')) {
    return opened(projectFromEntries(await folderEntries(files, run)))
  }
  return importFiles(null, files, run)
}

/** The layers of further files laid over an open project; it stays as it is. */
export async function addToProject(project: Project, files: readonly InputFile[], run: Run): Promise<Opened> {
  return importFiles(project, files, run)
}

async function importFiles(project: Project | null, files: readonly InputFile[], run: Run): Promise<Opened> {
  // most sessions read the demo or a project: what reads survey files is loaded with the first of them
  const { nameProject, readFile } = await import('../engine/read/read-file')
  const there = project === null ? null : applyCorrections(project).project.layers
  const read = new Map<InputFile, ReadResult>()
  const failures: Issue[] = []
  for (const file of files) {
    try {
      if (file.blob.size === 0) throw new DataError({ code: 'file-empty', file: file.name })
      const result = await readFile(blobSource(file), {}, run)
      read.set(file, result.shift === undefined ? result : await unshift(result, result.shift))
    } catch (error) {
      // one bad file among good ones is reported with them
      if (!(error instanceof DataError) || files.length === 1) throw error
      failures.push(error.issue)
    }
    await checkpoint(run, 'read', 0, 0)
  }
  const results = files.flatMap((file) => read.get(file) ?? [])
  if (results.every(({ accepted }) => accepted === 0)) throw new DataError(whyNothing(results, failures))
  const known = project === null ? null : takeKnownSpaces(project, results)
  const placed = await placeThose(known?.results ?? results, there)
  const merged = mergeImports(
    known?.project ?? project,
    placed,
    nameProject(results.map(({ name, layers }) => ({ name, communities: layers.communities?.length ?? 0 }))),
  )
  return {
    project: merged.project,
    files: results.map(({ name, format, crs, features, accepted, rejected }) => ({
      name,
      format,
      crs,
      features,
      accepted,
      rejected,
    })),
    issues: [...failures, ...(known?.issues ?? []), ...merged.issues],
  }
}

function opened(read: { project: Project; issues: readonly Issue[] }): Opened {
  return { project: read.project, files: [], issues: read.issues }
}

/** path → bytes; the reader finds the project's folder in the paths itself */
async function folderEntries(files: readonly InputFile[], run: Run): Promise<Map<string, Uint8Array>> {
  const size = files.reduce((sum, { blob }) => sum + blob.size, 0)
  refuseLarge(size, files[0].name)
  const entries = new Map<string, Uint8Array>()
  for (const file of files) {
    entries.set(file.name, await blobBytes(file))
    await checkpoint(run, 'read', entries.size, files.length)
  }
  return entries
}

/** What puts spaces into the communities they name is loaded with the first that says nothing else of where it is. */
async function placeThose(
  results: readonly ReadResult[],
  there: Project['layers'] | null,
): Promise<readonly ReadResult[]> {
  if (results.every(({ unplaced }) => unplaced === undefined)) return results
  const { placeUnplaced } = await import('../engine/project/place-unplaced')
  return placeUnplaced(results, there?.communities ?? [], there?.spaces ?? [])
}

/** What moves coordinates is loaded with the first file that says it needs it. */
async function unshift(result: ReadResult, from: ShiftedCrs): Promise<ReadResult> {
  const { reprojectResult } = await import('../engine/project/reproject')
  return reprojectResult(result, from)
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Nothing of all the files can be used: the first thing that is wrong says why. */
function whyNothing(results: readonly ReadResult[], failures: readonly Issue[]): Issue {
  const found = [...failures, ...results.flatMap(({ issues }) => issues)]
  return (
    found.find(({ severity }) => severity === 'error') ??
    found[0] ?? {
      severity: 'error',
      code: 'file-empty',
      ...(results[0] === undefined ? {} : { file: results[0].name }),
    }
  )
}
