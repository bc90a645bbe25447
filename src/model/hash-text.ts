/**
 * Twelve hex digits that change when the text does: two 32-bit multiplicative hashes side by side. Names a
 * rule pack in print; not a defence against somebody who wants two packs to look alike.
 */
export function hashText(text: string): string {
  let a = 0x9e3779b9
  let b = 0x85ebca6b
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x5bd1e995)
    b ^= b >>> 15
  }
  const high = (a ^ (a >>> 16)) >>> 0
  const low = (b ^ (b >>> 13)) >>> 0
  return high.toString(16).padStart(8, '0') + (low & 0xffff).toString(16).padStart(4, '0')
}
