import { withoutLayerWords } from './guess-layer'

/** A file that a project is made of. */
interface NamingFile {
  /** path inside a dropped folder, or the file's name */
  readonly name: string
  /** records of communities in it */
  readonly communities: number
}

/** Fewest characters of a beginning that stands for a place without a sign after it, as 西湖区 in 西湖区小区. */
const LEAST_UNMARKED = 3

/**
 * What an office would call a project of these files: as the one file, as the folder of all, as what all their names
 * begin with, else as the survey of communities, where its name says more than what is in it.
 */
export function nameProject(files: readonly NamingFile[]): string {
  const names = files.map(({ name }) => bareName(name))
  if (names.length === 1) return names[0]
  const folder = commonFolder(files)
  if (folder !== null) return folder
  const beginning = commonBeginning(names)
  if (beginning !== null) return beginning
  const order = files.map((_, i) => i).sort((a, b) => files[b].communities - files[a].communities || a - b)
  return names[order.find((i) => saysMore(names[i])) ?? order[0]]
}

/** A file's name without folder and endings: "a/district.osm.pbf" → "district". */
function bareName(path: string): string {
  const base = path.slice(path.lastIndexOf('/') + 1)
  return base.replace(/(\.[a-z]\w{1,10})+$/i, '') || path
}

/** The folder that all files came in. */
function commonFolder(files: readonly NamingFile[]): string | null {
  const [first] = files.map(({ name }) => (name.includes('/') ? name.slice(0, name.indexOf('/')) : ''))
  return first !== '' && files.every(({ name }) => name.startsWith(`${first}/`)) ? first : null
}

/** What all names begin with, as far as it is a word of them and no date; null: nothing. */
function commonBeginning(names: readonly string[]): string | null {
  let length = 0
  while (length < names[0].length && names.every((name) => name[length] === names[0][length])) length++
  const common = names[0].slice(0, length)
  const isCut = names.some((name) => /^[a-z\d]{2}/i.test(name.slice(length - 1, length + 1)))
  // inside a word of letters the word before it ends what is common
  const whole = isCut ? common.replace(/[a-z\d]+$/i, '') : common
  const trimmed = whole.replace(/[^\p{L}\d]+$/u, '')
  const isMarked = trimmed !== whole || names.every((name) => !/^[\p{L}\d]/u.test(name.slice(length)))
  const least = isMarked ? 2 : LEAST_UNMARKED
  return trimmed.length >= least && /\p{L}/u.test(trimmed) && saysMore(trimmed) ? trimmed : null
}

/** Whether a name says more than which layer is in the file. */
function saysMore(name: string): boolean {
  return /\p{L}/u.test(withoutLayerWords(name).replaceAll(/名单|清单|台账|数据|信息|调查|普查|表/g, ''))
}
