import type { Words } from './words.zh'

/** The files a layer was read from; those of the demo are called what they are. */
export function tellFiles(files: readonly string[], words: Words): string {
  return files.map((file) => (file === 'demo' ? words.fictional : file)).join(words.listSeparator)
}
