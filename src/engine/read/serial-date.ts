const DAY_MS = 86_400_000
/** Day 0 of Excel for days after February 1900: it knows a 29 February 1900 that never was. */
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)

/** A day as Excel counts it, as ISO date; a number that is no day of its calendar stays a number. */
export function readSerialDate(serial: number, is1904: boolean): string | number {
  if (serial < 61 || serial > 2_958_465) return serial
  return new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10)
}
