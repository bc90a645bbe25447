/** A name as names are compared: spaces, full-width letters and case do not matter. */
export function plainName(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase()
}
