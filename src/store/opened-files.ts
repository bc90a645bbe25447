import type { InputFile } from '../worker/protocol'

/** Files as the worker takes them. */
export function inputs(files: readonly File[]): InputFile[] {
  // a dropped folder gives each file its path inside it
  return files.map((file) => ({ name: file.webkitRelativePath || file.name, blob: file }))
}

/** The files, as they are told while they are read. */
export function nameOf(files: readonly File[]): string {
  return files.map(({ name }) => name).join(', ')
}

/** Whether a whole project is among them. */
export function isProjectFile(files: readonly File[]): boolean {
  return files.some(({ name }) => name.toLowerCase().endsWith('.lifecircle'))
}

/** A project's name without what file systems forbid. */
export function fileName(name: string | undefined): string {
  // oxlint-disable-next-line no-control-regex
  return name?.replaceAll(/[\u0000-\u001f<>:"/\\|?*]/g, ' ').trim() || 'lifecircle'
}
