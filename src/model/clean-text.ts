/*
 * Characters nobody sees that change what stands around them: overrides of the direction of writing, of no
 * width, controls. Written as escapes: in the source they would do what they are kept out for.
 */
const HIDDEN =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/
// oxlint-disable-next-line no-control-regex
const BREAKS = /[\t-\r\u0085\u2028\u2029]+/g
const HIDDEN_IN_NOTE =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g

/**
 * Joiners (U+200D, and U+200C in writing) stay where they are spelling: between the parts of one emoji, and after a letter or sign of a script whose
 * letters join (Arabic, Persian, the scripts of India).
 */
const JOINED =
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})|(?<=[\p{sc=Arabic}\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Gurmukhi}\p{sc=Gujarati}\p{sc=Oriya}\p{sc=Tamil}\p{sc=Telugu}\p{sc=Kannada}\p{sc=Malayalam}\p{sc=Sinhala}])[\u200c\u200d](?=[\p{L}\p{M}])/gu

/** Whether there is anything in a text to look at more closely; lines of a note count. */
export function hasHidden(text: string): boolean {
  return HIDDEN.test(text)
}

/** Whether a text has lines (a note), or is a name, where a break is a space. */
export type TextKind = 'name' | 'note'

/**
 * A text without the characters nobody sees that turn round, join or end what stands beside them. In a name a
 * break or tab becomes a space; a note keeps its lines. A clean text comes back as it is, spaces and all.
 */
export function cleanText(text: string, kind: TextKind = 'name'): string {
  if (!HIDDEN.test(text)) return text
  const lined = kind === 'name' ? text.replaceAll(BREAKS, ' ') : text
  let cleaned = ''
  let from = 0
  for (const { index } of lined.matchAll(JOINED)) {
    cleaned += lined.slice(from, index).replaceAll(HIDDEN_IN_NOTE, '') + lined[index]
    from = index + 1
  }
  cleaned += lined.slice(from).replaceAll(HIDDEN_IN_NOTE, '')
  return cleaned === text ? text : cleaned.trim()
}
