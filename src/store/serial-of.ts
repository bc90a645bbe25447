const serials = new WeakMap<object, number>()
let last = 0

/** Numbers values: the same one always gets the same number, whatever takes its place another. */
export function serialOf(value: object): number {
  let serial = serials.get(value)
  if (serial === undefined) {
    serial = ++last
    serials.set(value, serial)
  }
  return serial
}
