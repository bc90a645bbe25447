import { readOsmXml } from '../../../src/engine/read/read-osm-xml'
import { bytesSource } from '../../../src/engine/read/byte-source'
import type { ByteSource } from '../../../src/engine/read/byte-source'
import { readFile } from '../../../src/engine/read/read-file'
import type { ReadResult } from '../../../src/engine/read/read-result'
import { openText } from '../../../src/engine/read/text-chunks'
import type { OsmElements } from '../../../src/engine/read/osm-elements'

type Tags = Readonly<Record<string, string>>

export interface OsmDraft {
  /** id → x, y in metres (about) east and north of 120°E 30°N, tags */
  readonly nodes: Readonly<Record<number, readonly [x: number, y: number, tags?: Tags]>>
  readonly ways?: Readonly<Record<number, readonly [refs: readonly number[], tags?: Tags]>>
  readonly relations?: Readonly<
    Record<
      number,
      readonly [members: readonly (readonly [type: string, ref: number, role: string])[], tags?: Tags]
    >
  >
}

/** A metre in degrees, the same both ways: good enough to draw worlds by hand. */
const METRE = 1e-5

export function degrees(x: number, y: number): [number, number] {
  return [Number((120 + x * METRE).toFixed(7)), Number((30 + y * METRE).toFixed(7))]
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function writeTags(tags: Tags = {}): string {
  return Object.entries(tags)
    .map(([k, v]) => `<tag k="${escapeXml(k)}" v="${escapeXml(v)}"/>`)
    .join('')
}

function writeXml(draft: OsmDraft): string {
  const nodes = Object.entries(draft.nodes).map(([id, [x, y, tags]]) => {
    const [lon, lat] = degrees(x, y)
    return `<node id="${id}" lon="${lon}" lat="${lat}">${writeTags(tags)}</node>`
  })
  const ways = Object.entries(draft.ways ?? {}).map(
    ([id, [refs, tags]]) =>
      `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${writeTags(tags)}</way>`,
  )
  const relations = Object.entries(draft.relations ?? {}).map(
    ([id, [members, tags]]) =>
      `<relation id="${id}">${members
        .map(([type, ref, role]) => `<member type="${type}" ref="${ref}" role="${role}"/>`)
        .join('')}${writeTags(tags)}</relation>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">\n${[...nodes, ...ways, ...relations].join('\n')}\n</osm>\n`
}

export function textSource(name: string, text: string): ByteSource {
  return bytesSource(name, new TextEncoder().encode(text))
}

/** The elements of a draft, through the XML reader. */
export async function draftElements(draft: OsmDraft): Promise<OsmElements> {
  return readOsmXml(openText(textSource('draft.osm', writeXml(draft))), {})
}

/** The layers of a draft, through the front door. */
export async function readDraft(draft: OsmDraft): Promise<ReadResult> {
  return readFile(textSource('draft.osm', writeXml(draft)), {}, {})
}

/** A square of nodes `first` … `first + 3` with its lower left corner at x, y. */
export function square(
  first: number,
  x: number,
  y: number,
  size: number,
): { nodes: Record<number, readonly [number, number]>; ring: number[] } {
  return {
    nodes: {
      [first]: [x, y],
      [first + 1]: [x + size, y],
      [first + 2]: [x + size, y + size],
      [first + 3]: [x, y + size],
    },
    ring: [first, first + 1, first + 2, first + 3, first],
  }
}
