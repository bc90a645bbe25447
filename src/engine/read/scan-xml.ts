import { DataError } from '../../model/issue'
import type { TextChunks } from './text-chunks'

/** What a scanner tells: elements open and close, and the text between them to whom it is of interest. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void
  close(name: string): void
  text?(text: string): void
}

export type XmlAttributes = Readonly<Record<string, string | undefined>>

/**
 * Scans XML piece by piece: start and end tags, attributes in either quote, entities, comments, CDATA,
 * processing instructions. Checks that elements nest.
 * @throws DataError xml-invalid (with the line), file-truncated when elements are left open at the end
 */
export async function scanXml(
  chunks: TextChunks,
  handler: XmlHandler,
  onChunk: () => Promise<void>,
): Promise<void> {
  const open: string[] = []
  let rest = ''
  let line = 1
  let isEmpty = true
  for (let chunk = await chunks.next(); chunk !== null; chunk = await chunks.next()) {
    const text = rest + chunk
    let at = 0
    for (;;) {
      const start = text.indexOf('<', at)
      if (start === -1) {
        // the text that somebody reads may go on in the next piece
        if (handler.text === undefined) at = text.length
        break
      }
      if (handler.text !== undefined && start > at) handler.text(decodeEntities(text.slice(at, start)))
      const end = findTagEnd(text, start)
      if (end === -1) {
        at = start
        break
      }
      if (text.startsWith(CDATA, start)) handler.text?.(text.slice(start + CDATA.length, end - 2))
      const kind = text.charCodeAt(start + 1)
      if (kind !== QUESTION && kind !== EXCLAMATION) {
        isEmpty = false
        const problem = readTag(text, start, end, open, handler)
        if (problem !== null) throw tellInvalid(problem, line + countLines(text, start))
      }
      at = end + 1
    }
    line += countLines(text, at)
    rest = text.slice(at)
    await onChunk()
  }
  if (rest.trim() !== '' || open.length > 0) throw new DataError({ code: 'file-truncated', facts: { line } })
  if (isEmpty) throw tellInvalid('no-element', line)
}

const CDATA = '<![CDATA['
const QUESTION = 0x3f
const EXCLAMATION = 0x21
const SLASH = 0x2f
const QUOTE = 0x22
const APOSTROPHE = 0x27
const GREATER = 0x3e
const LESS = 0x3c
const EQUALS = 0x3d

/** Position of the '>' that ends the tag, comment, … at `start`; −1: it goes on in the next piece. */
function findTagEnd(text: string, start: number): number {
  if (text.startsWith('<!--', start)) return endOf(text, '-->', start + 4)
  if (text.startsWith(CDATA, start)) return endOf(text, ']]>', start + 9)
  if (text.startsWith('<?', start)) return endOf(text, '?>', start + 2)
  let quote = 0
  for (let i = start + 1; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (quote !== 0) {
      if (c === quote) quote = 0
    } else if (c === GREATER) return i
    else if (c === QUOTE || c === APOSTROPHE) quote = c
    // a tag in a tag: the reader of the tag will say so
    else if (c === LESS) return i - 1
  }
  return -1
}

function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found === -1 ? -1 : found + mark.length - 1
}

/** Tells the handler of one tag; a problem instead of null when it is none. */
function readTag(
  text: string,
  start: number,
  end: number,
  open: string[],
  handler: XmlHandler,
): string | null {
  if (text.charCodeAt(end) !== GREATER) return 'tag'
  if (text.charCodeAt(start + 1) === SLASH) {
    const name = text.slice(start + 2, end).trimEnd()
    if (open.pop() !== name) return 'nesting'
    handler.close(name)
    return null
  }
  const isSelfClosing = text.charCodeAt(end - 1) === SLASH
  const stop = isSelfClosing ? end - 1 : end
  let at = start + 1
  while (at < stop && !isSpace(text.charCodeAt(at))) at++
  const name = text.slice(start + 1, at)
  if (!/^[\p{L}_][\p{L}\p{N}_.:-]*$/u.test(name)) return 'tag'
  const attributes: Record<string, string> = Object.create(null)
  for (;;) {
    while (at < stop && isSpace(text.charCodeAt(at))) at++
    if (at >= stop) break
    const nameStart = at
    while (at < stop && text.charCodeAt(at) !== EQUALS && !isSpace(text.charCodeAt(at))) at++
    const key = text.slice(nameStart, at)
    while (at < stop && isSpace(text.charCodeAt(at))) at++
    if (text.charCodeAt(at) !== EQUALS) return 'attribute'
    at++
    while (at < stop && isSpace(text.charCodeAt(at))) at++
    const quote = text.charCodeAt(at)
    if (quote !== QUOTE && quote !== APOSTROPHE) return 'attribute'
    const close = text.indexOf(quote === QUOTE ? '"' : "'", at + 1)
    if (close === -1 || close >= stop) return 'attribute'
    attributes[key] = decodeEntities(text.slice(at + 1, close))
    at = close + 1
  }
  handler.open(name, attributes)
  if (isSelfClosing) handler.close(name)
  else open.push(name)
  return null
}

function isSpace(c: number): boolean {
  return c === 0x20 || c === 0x0a || c === 0x09 || c === 0x0d
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return ENTITIES[entity] ?? whole
    const code = /^#x/i.test(entity) ? parseInt(entity.slice(2), 16) : Number(entity.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

function countLines(text: string, end: number): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

function tellInvalid(problem: string, line: number): DataError {
  return new DataError({ code: 'xml-invalid', facts: { problem, line } })
}
