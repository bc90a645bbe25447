/** People are summed in whole millionths of a person, so that their order does not matter. */
export const MILLIONTHS = 1_000_000

/** Whole people from millionths. */
export function wholePeople(parts: number): number {
  return Math.round(parts / MILLIONTHS)
}

/** Person-minutes to a tenth, from minutes of millionths of people. */
export function tenthsOfMinutes(minutes: number): number {
  return Math.round((minutes / MILLIONTHS) * 10) / 10
}
