import { basename, extname } from 'node:path'

import { mergeImports } from '../../engine/project/merge-import'
import { packProject } from '../../engine/project/project-file'
import { reprojectResult } from '../../engine/project/reproject'
import type { ReadResult } from '../../engine/read/read-result'
import type { ShiftedCrs } from '../../model/correction'
import type { Issue } from '../../model/issue'
import { LAYER_NAMES, type LayerName } from '../../model/layers'
import type { Extent } from '../../model/project'
import type { Options } from '../args'
import { type Command, type Io, NoAnswer, UsageError } from '../command'
import { importLarge, isLargePbf } from '../large-import'
import { tellIssue } from '../sentences'
import { SHIPPED_PACKS } from '../../model/rules/shipped-packs'
import { JSON_OPTION } from '../settings'
import { placeUnplaced } from '../../engine/project/place-unplaced'
import { readDataFile } from '../source'
import { formatTable } from '../table'
import { tellWarnings } from '../warnings'
import { writeOutput } from '../write-output'

/** What the options say of one file. */
interface FilePlan {
  readonly path: string
  readonly layer?: LayerName
  readonly encoding?: string
  /** undefined: WGS84, or what the file says */
  readonly crs?: ShiftedCrs
}

export const importCommand: Command = {
  name: 'import',
  summary: 'data files into one project file; a large OSM PBF alone is read piece by piece',
  positionals: ['FILE…'],
  options: [
    { name: '-o', value: 'OUT.lifecircle', help: 'the project file to write; one that is there is replaced' },
    {
      name: '--layer',
      value: 'FILE=LAYER',
      isRepeatable: true,
      help: 'the layer a file is, where it does not say',
    },
    {
      name: '--box',
      value: 'W,S,E,N',
      help: 'of an OSM PBF only what meets this box: a district out of a province; other files come whole',
    },
    {
      name: '--crs',
      value: 'FILE=CRS',
      isRepeatable: true,
      help: 'gcj02 (AMap, Tencent), bd09 (Baidu) or wgs84; default what the file says',
    },
    {
      name: '--encoding',
      value: 'FILE=NAME',
      isRepeatable: true,
      help: 'of a text file, such as gb18030; default UTF-8',
    },
    { name: '--boundary', value: 'FILE', help: 'a file with the boundary of the study area' },
    JSON_OPTION,
  ],
  async run(args, io) {
    const out = args.required('-o')
    const plans = planFiles(args)
    const box = args.has('--box') ? args.box('--box') : undefined
    const isAlone = plans.length === 1 && plans[0].crs === undefined && box === undefined
    const imported =
      isAlone && (await isLargePbf(plans[0].path))
        ? await importInPieces(plans[0].path, out, io)
        : await importAtOnce(plans, out, box, io)
    const { issues } = imported
    const answer = describeImport(imported)
    if (args.has('--json')) return io.out(`${JSON.stringify(answer)}\n`)
    tellWarnings(issues, io)
    io.out(
      formatTable(
        ['file', 'format', 'crs', 'features', 'accepted', 'rejected', 'issues'],
        answer.files.map((file) =>
          [
            file.name,
            file.format,
            file.crs,
            file.features,
            file.accepted,
            file.rejected,
            file.issues.length,
          ].map(String),
        ),
      ),
    )
    const layers = Object.entries(answer.layers).filter(([, count]) => count > 0)
    io.out(
      `\n${formatTable(
        ['layer', 'records'],
        layers.map((row) => row.map(String)),
      )}`,
    )
    if (answer.spaces_waiting > 0)
      io.out(`\nspaces that wait for a place, left out of all results: ${answer.spaces_waiting}\n`)
  },
}

/** What an import took in. */
interface Imported {
  readonly files: readonly Pick<
    ReadResult,
    'name' | 'format' | 'crs' | 'features' | 'accepted' | 'rejected'
  >[]
  readonly issues: readonly Issue[]
  /** records by layer */
  readonly counts: Readonly<Partial<Record<LayerName, number>>>
  /** candidate spaces that wait for a place */
  readonly waiting: number
}

const CLASSES: ReadonlySet<string> = new Set(
  SHIPPED_PACKS.flatMap(({ rules }) => rules.map(({ code }) => code)),
)

async function importAtOnce(
  plans: readonly FilePlan[],
  out: string,
  box: Extent | undefined,
  io: Io,
): Promise<Imported> {
  const read: ReadResult[] = []
  for (const plan of plans) read.push(await readPlanned(plan, box, io))
  const results = placeUnplaced(read, [], [])
  const { project, issues } = mergeImports(null, results, nameOf(out), CLASSES)
  const { layers, unplaced = [] } = project
  if (LAYER_NAMES.every((layer) => layers[layer].length === 0) && unplaced.length === 0)
    throw noRecords(results)
  await writeOutput(out, packProject(project))
  const counts = Object.fromEntries(LAYER_NAMES.map((layer) => [layer, project.layers[layer].length]))
  return { files: results, issues, counts, waiting: unplaced.length }
}

async function importInPieces(path: string, out: string, io: Io): Promise<Imported> {
  const { read, issues } = await importLarge(path, out, nameOf(out), CLASSES, io)
  return {
    files: [{ ...read, name: basename(path), format: 'osm-pbf', crs: 'WGS84' }],
    issues,
    counts: Object.fromEntries(read.streams.map(({ layer, count }) => [layer, count])),
    waiting: 0,
  }
}

function nameOf(out: string): string {
  return basename(out, extname(out))
}

/** Each file with what the options say of it; options that name another file are wrong usage. */
function planFiles(args: Options): FilePlan[] {
  const boundary = args.text('--boundary')
  const paths = [...args.positionals, ...(boundary === undefined ? [] : [boundary])]
  const layers = args.pairs('--layer')
  const systems = args.pairs('--crs')
  const encodings = args.pairs('--encoding')
  for (const [option, pairs] of [
    ['--layer', layers],
    ['--crs', systems],
    ['--encoding', encodings],
  ] as const)
    for (const file of pairs.keys())
      if (!paths.some((path) => isNamed(path, file)))
        throw new UsageError(`${option} names ${file}, which is not among the files`)
  return paths.map((path, i) => {
    const isBoundary = i >= args.positionals.length
    const layer = isBoundary ? 'boundary' : findPair(layers, path)
    if (layer !== undefined && !isLayerName(layer))
      throw new UsageError(`there is no layer "${layer}"; the layers are ${LAYER_NAMES.join(', ')}`)
    return {
      path,
      ...(layer === undefined ? {} : { layer }),
      ...withCrs(path, findPair(systems, path)),
      ...withEncoding(findPair(encodings, path)),
    }
  })
}

function isNamed(path: string, file: string): boolean {
  return path === file || basename(path) === file
}

/** The value given for a file, by its path as given or by its bare name. */
function findPair(pairs: ReadonlyMap<string, string>, path: string): string | undefined {
  return pairs.get(path) ?? pairs.get(basename(path))
}

function isLayerName(name: string): name is LayerName {
  return (LAYER_NAMES as readonly string[]).includes(name)
}

function withCrs(path: string, crs: string | undefined): { crs?: ShiftedCrs } {
  const name = crs?.toLowerCase().replaceAll('-', '')
  if (name === 'gcj02' || name === 'bd09') return { crs: name }
  // CGCS2000, EPSG:4490, lies within centimeters of WGS84
  if (name === undefined || name === 'wgs84' || name === 'epsg:4326' || name === 'epsg:4490') return {}
  if (/^epsg:\d+$/.test(name))
    throw new NoAnswer(
      `${path}: this build does not convert from ${name.toUpperCase()}; convert the file first: ogr2ogr -s_srs ${name.toUpperCase()} -t_srs EPSG:4326 OUT.fgb ${path}`,
    )
  throw new UsageError(`--crs takes gcj02, bd09, wgs84 or EPSG:n, not "${crs}"`)
}

function withEncoding(encoding: string | undefined): { encoding?: string } {
  if (encoding === undefined) return {}
  try {
    return { encoding: new TextDecoder(encoding).encoding }
  } catch {
    throw new UsageError(`--encoding does not know "${encoding}"; it takes names such as gb18030 or utf-8`)
  }
}

async function readPlanned(
  { path, layer, encoding, crs }: FilePlan,
  box: Extent | undefined,
  io: Io,
): Promise<ReadResult> {
  const result = await readDataFile(
    path,
    {
      ...(box === undefined ? {} : { box }),
      ...(layer === undefined ? {} : { layer }),
      ...(encoding === undefined ? {} : { encoding }),
    },
    io,
  )
  // headings of a table say it where no option does
  const from = crs ?? result.shift
  return from === undefined ? result : reprojectResult(result, from)
}

/** Every file was read and nothing of it could be used: the first reason says why. */
function noRecords(results: readonly ReadResult[]): NoAnswer {
  const names = results.map(({ name }) => name).join(', ')
  const first = results.flatMap(({ issues }) => issues).find(({ severity }) => severity === 'error')
  const reason =
    first === undefined ? 'there are no features in it' : `the first problem: ${tellIssue(first)}`
  return new NoAnswer(`nothing in ${names} can be used, no project was written; ${reason}`)
}

function describeImport({ files, issues, counts, waiting }: Imported) {
  return {
    files: files.map(({ name, format, crs, features, accepted, rejected }) => ({
      name,
      format,
      crs,
      features,
      accepted,
      rejected,
      issues: issues.filter((issue) => issue.file === name).map(describeIssue),
    })),
    layers: Object.fromEntries(LAYER_NAMES.map((layer) => [layer, counts[layer] ?? 0])),
    spaces_waiting: waiting,
    // what is of no file: references into layers that are empty as a whole
    issues: issues.filter(({ file }) => file === undefined).map(describeIssue),
  }
}

function describeIssue(issue: Issue) {
  return { ...issue, message: tellIssue(issue) }
}
